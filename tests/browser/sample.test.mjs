// One click from the start page to a curve, within two seconds on an idle machine.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './lib/browser.mjs';
import { reference } from './lib/files.mjs';

test('the sample company is on the screen at once', t => visit({}, async ({ app, page }) => {
  await app.open();
  const { state, ms } = await app.openSample();
  assert.equal(state, 'ready');
  t.diagnostic(`ready after ${Math.round(ms)} ms`);
  // The promise is 2000; a shared machine gets five times that.
  assert.ok(ms < 10_000, `${ms} ms`);
  await app.show('#/curves');
  await page.getByRole('img').first().waitFor();
  const { counts, ttc } = await app.report();
  assert.ok(counts.people >= 120 && ttc.overall.events > 20, JSON.stringify(counts));
}));

test('own files replace the sample', () => visit({}, async ({ app }) => {
  await app.open();
  await app.openSample();
  assert.equal(await app.offer((await reference('tiny')).files), 'ready');
  assert.equal((await app.report()).counts.people, 12);
}));

test('the tour is offered, walked by keyboard, left, and taken again', () => visit({}, async ({ app, page }) => {
  await app.open();
  await app.openSample();
  const tour = page.getByRole('region', { name: 'Tour' });
  await tour.getByText('New here?').waitFor();
  await tour.getByRole('button', { name: 'Take the tour' }).focus();
  for (const [at, hash] of ['#/overview', '#/curves', '#/timeline', '#/definitions', '#/import'].entries()) {
    await page.keyboard.press('Enter');
    await tour.getByText(`Stop ${at + 1} of 5.`).waitFor();
    await page.waitForFunction(hash => location.hash === hash, hash);
    // The same button leads on: whoever uses the keyboard never looks for it.
    assert.equal(await page.evaluate(() => document.activeElement.closest('.tour') !== null), true, hash);
  }
  await page.keyboard.press('Enter');
  await tour.waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  await page.getByRole('contentinfo').getByRole('button', { name: 'Take the tour' }).click();
  await tour.getByText('Stop 1 of 5.').waitFor();
  await app.offer((await reference('tiny')).files);
  assert.equal(await tour.count(), 0, 'the tour is of the sample only');
}));
