// Another definition is tried beside the one in force, kept under a name, and named on everything made with it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { visit } from './lib/browser.mjs';

async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  return readFile(await download.path(), 'utf8');
}

async function tried(page, setting, value) {
  const field = page.getByLabel(setting);
  await field.fill(String(value));
  await field.blur();
}

test('the published results are reproduced in this browser', () => visit({}, async ({ app, page }) => {
  await app.open('#/definitions');
  const verdict = page.getByText(/published results are/);
  await verdict.waitFor();
  assert.match(await verdict.innerText(), /^All \d+ published results are reproduced/);
  assert.ok(await page.locator('details').count() >= 3);
}));

test('a definition is tried without a change elsewhere, then kept under a name', () => visit({}, async ({ app, page }) => {
  await app.open();
  await app.openSample();
  const before = await app.report();
  await app.show('#/definitions');
  await tried(page, 'Positive observations needed', 2);
  await page.getByText(/earlier than under “Standard”/).waitFor();
  const table = page.getByRole('table', { name: /All learners, with/ });
  const [standard, draft] = (await table.getByRole('row', { name: /^Half competent/ }).locator('td').allInnerTexts());
  assert.ok(parseInt(draft, 10) < parseInt(standard, 10), `${standard} ${draft}`);
  assert.deepEqual(await app.report(), before, 'nothing is changed yet');

  await app.show('#/definitions');
  await page.getByLabel('Name of a new version').fill('Standard');
  await page.getByRole('button', { name: 'Save and use' }).click();
  await app.alert().waitFor();
  await page.getByLabel('Name of a new version').fill('Mild');
  await page.getByRole('button', { name: 'Save and use' }).click();
  await page.getByText('In force: Mild').waitFor();
  await app.show('#/curves');
  await page.getByText('Definition: Mild.').waitFor();
  assert.equal((await app.report()).settings.k, 2);
  assert.match(await saved(page, 'Save numbers (.csv)'), /definition\n.*,Mild\n/);
  assert.match(await saved(page, 'Save picture (.svg)'), /Definition: Mild\./);

  await page.reload();
  await page.getByText('Definition: Mild.').waitFor();
  await app.show('#/definitions');
  await page.getByLabel('Version', { exact: true }).selectOption('Standard');
  await page.getByText('In force: Standard').waitFor();
  await page.getByText('Definition: Standard.').waitFor();
}));

test('a changed rule says so until it is kept', () => visit({}, async ({ app, page }) => {
  await app.open();
  await app.openSample();
  await app.choose({ k: 2 });
  await page.getByText('Definition: Standard, changed.').waitFor();
}));
