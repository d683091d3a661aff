// The main job in browsers of other makers: WebKitGTK has no private file system, so it also shows the other store.
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { engines } from './lib/engines.mjs';
import { reference } from './lib/files.mjs';
import { differences } from './lib/report.mjs';
import { serveSite } from './lib/site.mjs';

const LONGEST = 90_000;

/** The state of the page, once it is one of these; with whatever went wrong in it. */
async function reaches(browser, wanted) {
  const until = Date.now() + LONGEST;
  for (;;) {
    const { state, troubles } = await browser.run(() => ({
      state: document.querySelector('main')?.dataset.state, troubles: window.troubles ?? [],
    }));
    assert.deepEqual(troubles, []);
    if (wanted.includes(state)) return state;
    assert.ok(Date.now() < until, `the page is ${state}, not ${wanted}`);
    await pause(100);
  }
}

/** Errors from now on, and the last file that was handed out. */
const watch = () => {
  window.troubles = [];
  addEventListener('error', event => window.troubles.push(String(event.message)));
  addEventListener('unhandledrejection', event => window.troubles.push(String(event.reason)));
  document.addEventListener('securitypolicyviolation', event => window.troubles.push(event.violatedDirective));
  const create = URL.createObjectURL.bind(URL);
  URL.createObjectURL = blob => {
    window.handedOut = blob;
    return create(blob);
  };
};

const offer = files => {
  const all = new DataTransfer();
  for (const { name, text } of files) all.items.add(new File([text], name, { type: 'text/csv' }));
  const input = document.querySelector('input[type=file][multiple]');
  input.files = all.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
};

const press = name => {
  const button = [...document.querySelectorAll('button')].find(one => one.textContent.trim() === name);
  if (!button) throw new Error(`There is no button “${name}”.`);
  button.click();
};

async function report(browser) {
  await browser.run(() => { location.hash = '#/curves'; });
  for (let tries = 0; ; tries++) {
    const text = await browser.run(async () => {
      const button = [...document.querySelectorAll('button')].find(one => /Download report/.test(one.textContent));
      if (!window.handedOut) button?.click();
      return window.handedOut?.text();
    });
    if (text) return JSON.parse(text);
    assert.ok(tries < 300, 'no report came');
    await pause(100);
  }
}

for (const { name, open } of engines) {
  test(`the main job in ${name}: drop, see, come back, erase`, { timeout: 4 * LONGEST }, async () => {
    const { files, config, report: expected } = await reference('classic');
    const texts = await Promise.all(files.map(async path => ({ name: basename(path), text: await readFile(path, 'utf8') })));
    const site = await serveSite();
    const browser = await open();
    try {
      await browser.go(site.url);
      await reaches(browser, ['empty']);
      await browser.run(watch);
      const { cutoff, k = 3, n = 3, contexts = 'live' } = config;
      await browser.run(choice => window.__bench.set(choice), { cutoff, k, n, contexts });
      await browser.run(offer, texts);
      await reaches(browser, ['ready']);
      assert.deepEqual(differences(await report(browser), expected).slice(0, 20), []);
      assert.ok(await browser.run(() => document.querySelectorAll('main svg path').length) > 1, 'a curve is drawn');

      await browser.run(() => { location.hash = '#/data'; });
      const until = Date.now() + LONGEST;
      while (!await browser.run(() => document.body.innerText.includes('on this device'))) {
        assert.ok(Date.now() < until, 'it is stored');
        await pause(100);
      }
      await browser.go('about:blank');
      await browser.go(site.url);
      await reaches(browser, ['ready']);
      await browser.run(watch);
      assert.deepEqual(differences(await report(browser), expected).slice(0, 20), [], 'the same after coming back');

      await browser.run(() => { location.hash = '#/data'; });
      await pause(300);
      await browser.run(press, 'Erase everything');
      await pause(300);
      await browser.run(press, 'Yes, erase');
      await reaches(browser, ['empty']);
    } finally {
      await browser.close();
      await site.close();
    }
  });
}

if (engines.length === 0) console.log('Neither Firefox nor WebKitGTK is installed here: Chromium alone is tested.');
