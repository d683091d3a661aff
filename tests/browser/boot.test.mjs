// Before the app is there, and when it cannot be.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './lib/browser.mjs';

test('the app replaces the loading screen', () => visit({}, async ({ app, page }) => {
  assert.equal(await app.open(), 'empty');
  assert.equal(await page.locator('#boot').count(), 0);
  assert.equal(await page.locator('main').count(), 1);
}));

test('the site works in a folder of a host', () => visit({ site: { under: '/tools/ramp/' } }, async ({ app, site }) => {
  assert.equal(await app.open(), 'empty');
  assert.deepEqual(site.asked.filter(path => !path.startsWith('/tools/ramp/')), []);
}));

const stops = [
  ['the app is held back', { site: { held: /^app-.*\.wasm$/ } }, /could not be loaded/],
  ['its script is held back', { site: { held: /^app-.*\.js$/ } }, /could not be loaded/],
  ['the browser is too old', { before: () => { WebAssembly.validate = () => false; } }, /cannot run Rampline/],
  ['WebAssembly is switched off', { before: () => { delete window.WebAssembly; } }, /cannot run Rampline/],
];
for (const [name, { site, before }, words] of stops) {
  test(`says what to do when ${name}`, () => visit({ site, troubled: true }, async ({ app, page }) => {
    if (before) await page.addInitScript(before);
    assert.equal(await app.open(), 'error');
    assert.match(await app.alert().innerText(), words);
  }));
}

test('says so when the worker is held back', () => visit(
  { site: { held: /^worker-.*\.wasm$/ }, troubled: true },
  async ({ app, page }) => {
    assert.equal(await app.open(), 'error');
    assert.notEqual((await page.locator('main').innerText()).trim(), '');
  },
));

test('says what is needed where scripts are switched off', () => visit(
  { context: { javaScriptEnabled: false } },
  async ({ app, page }) => {
    await page.goto(app.url);
    assert.match(await page.locator('main').innerText(), /needs JavaScript/);
  },
));

for (const theme of ['light', 'dark']) {
  test(`a chosen ${theme} theme is there before the first paint`, () => visit({}, async ({ app, page }) => {
    await page.addInitScript(word => {
      localStorage.setItem('rampline.theme', JSON.stringify(word));
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        window.themeAtFirst = document.documentElement.dataset.theme;
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });
    }, theme);
    await app.open();
    assert.equal(await page.evaluate(() => window.themeAtFirst), theme);
  }));
}
