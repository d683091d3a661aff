// The site without a network, and the change from one version to the next.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { visit } from './lib/browser.mjs';
import { DIST } from './lib/site.mjs';

const kept = page => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.ready;
  return registration.active.state;
});

for (const under of ['/', '/tools/ramp/']) {
  test(`works without a network after the first visit, under ${under}`, () => visit(
    { site: { under } },
    async ({ app, page, site }) => {
      assert.equal(await app.open(), 'empty');
      await kept(page);
      await site.close();
      await page.reload();
      assert.equal(await app.atRest(), 'empty');
      assert.equal((await app.openSample()).state, 'ready');
    },
  ));
}

test('the long name of the page works without a network, too', () => visit({}, async ({ app, page, site }) => {
  await app.open();
  await kept(page);
  await site.close();
  await page.goto(`${site.url}index.html?from=bookmark#/`);
  assert.equal(await app.atRest(), 'empty');
}));

test('a new version waits, says so, and comes in with a reload', () => withCopy(folder => visit(
  { site: { folder } },
  async ({ app, page }) => {
    await page.addInitScript(() => addEventListener('rampline-update', () => { window.updateHeard = true; }));
    await app.open();
    await kept(page);
    await newVersion(folder);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.waitForFunction(() => window.updateHeard);
    assert.equal(await page.title(), 'Rampline', 'the running page stays as it is');
    await page.reload();
    await page.waitForFunction(() => document.querySelector('meta[name=next]'));
    assert.equal(await app.atRest(), 'empty');
    await page.waitForFunction(async () => (await caches.keys()).length === 1);
  },
)));

test('a version whose files do not match is not taken', () => withCopy(folder => visit(
  { site: { folder }, troubled: true },
  async ({ app, page }) => {
    await app.open();
    await kept(page);
    await newVersion(folder);
    await writeFile(join(folder, 'manifest.webmanifest'), '{}');
    const state = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const found = new Promise(resolve => registration.addEventListener('updatefound', () => resolve(registration.installing)));
      registration.update();
      const worker = await found;
      return new Promise(resolve => worker.addEventListener('statechange', () => resolve(worker.state)));
    });
    assert.equal(state, 'redundant');
    assert.equal(await page.evaluate(async () => (await caches.keys()).length), 1, 'nothing half remains');
  },
)));

async function withCopy(body) {
  const folder = await mkdtemp(join(tmpdir(), 'rampline-site-'));
  try {
    await cp(DIST, folder, { recursive: true });
    await body(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Another page and another worker script for it, as the next build would leave them. */
async function newVersion(folder) {
  const page = (await readFile(join(folder, 'index.html'), 'utf8')).replace('<meta name="referrer"', '<meta name="next"><meta name="referrer"');
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(page))).toString('base64');
  const script = (await readFile(join(folder, 'sw.js'), 'utf8'))
    .replace(/const VERSION = "\w+"/, 'const VERSION = "next"')
    .replace(/\["\.\/", "[^"]+"\]/, `["./", "sha256-${digest}"]`);
  await writeFile(join(folder, 'index.html'), page);
  await writeFile(join(folder, 'sw.js'), script);
}
