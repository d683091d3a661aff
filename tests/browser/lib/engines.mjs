// Browsers of other makers, each driven by the one thing all drivers can do: go to an address and run a function there.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const folders = at => existsSync(at) ? readdirSync(at).map(name => join(at, name)) : [];
const programNamed = name => process.env.PATH.split(delimiter).map(at => join(at, name)).find(path => existsSync(path));

/** The engines that are installed here: `{ name, open }`; `open()` gives `{ go, run, close }`. */
export const engines = [firefox(), webkit()].filter(Boolean);

function firefox() {
  const program = programNamed('firefox-esr') ?? programNamed('firefox');
  return program && { name: 'Firefox', open: () => openFirefox(program) };
}

function webkit() {
  const driver = programNamed('WebKitWebDriver');
  const browser = folders('/usr/lib').map(folder => join(folder, 'webkit2gtk-4.1/MiniBrowser')).find(path => existsSync(path));
  const screen = programNamed('Xvfb');
  return driver && browser && screen && { name: 'WebKitGTK', open: () => openWebkit(driver, browser, screen) };
}

async function openFirefox(executablePath) {
  const { default: puppeteer } = await import('puppeteer-core');
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  return {
    go: url => page.goto(url),
    run: (body, ...values) => page.evaluate(body, ...values),
    close: () => browser.close(),
  };
}

/** WebKitGTK has no headless mode, so it gets a screen of its own; its driver speaks plain WebDriver. */
async function openWebkit(driver, binary, screen) {
  const home = await mkdtemp(join(tmpdir(), 'rampline-webkit-'));
  const display = spawn(screen, ['-displayfd', '3', '-screen', '0', '1280x900x24'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve, reject) => {
    display.once('error', reject);
    display.stdio[3].once('data', bytes => resolve(String(bytes).trim()));
  });
  const port = await freePort();
  const env = {
    ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home, DISPLAY: `:${number}`,
    // As root its sandbox cannot start.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  };
  const service = spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' });
  const ask = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  const stop = async () => {
    service.kill();
    display.kill();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const session = await started(() => ask('POST', '/session', { capabilities: { alwaysMatch: {
      browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    } } }));
    const path = `/session/${session.sessionId}`;
    return {
      go: url => ask('POST', `${path}/url`, { url }),
      run: async (body, ...values) => {
        const script = `const [values, done] = arguments;
          Promise.resolve().then(() => (${body})(...values)).then(value => done({ value }), error => done({ error: String(error) }));`;
        const { value, error } = await ask('POST', `${path}/execute/async`, { script, args: [values] });
        if (error) throw new Error(error);
        return value;
      },
      close: async () => {
        await ask('DELETE', path).catch(() => {});
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The driver needs a moment before it listens. */
async function started(ask) {
  for (let tries = 0; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (tries > 100 || error.cause?.code !== 'ECONNREFUSED') throw error;
      await pause(100);
    }
  }
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}
