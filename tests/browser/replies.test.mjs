// What a file leaves open is answered on the Import screen, and the answers are kept for the next file of its kind.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { visit } from './lib/browser.mjs';
import { csv } from './lib/files.mjs';

const sample = name => readFile(fileURLToPath(new URL(`../data/exports/${name}`, import.meta.url)));

test('answers are kept for the next file of the kind, also over a reload, until they are forgotten', () => visit({}, async ({ app, page }) => {
  const table = (who, day) => csv(`${who}.csv`, `Wer;Wann es war\n${who}@example.com;${day}\n`);
  await app.open();
  await app.offer([table('ann', '2026-03-02')]);
  const form = page.getByRole('region', { name: 'How to read ann.csv' });
  await form.getByLabel('Wer').selectOption({ label: 'E-mail of the person' });
  await form.getByLabel('Wann es war').selectOption({ label: 'Start date: hire or move into the role' });
  await form.getByLabel(/next file of this kind/).fill('Our list');
  let after = await app.changes();
  await form.getByRole('button', { name: 'Read it so' }).click();
  await app.atRest({ after });
  await page.getByText(/Here: 1.person/).first().waitFor();

  await app.saved();
  await page.reload();
  await app.atRest();
  await app.offer([table('cy', '2026-03-05')]);
  await app.show('#/import');
  await page.getByText(/Here: 2.people/).first().waitFor();
  await page.getByText('Read with the answers kept as “Our list”').first().waitFor();
  await page.getByRole('button', { name: 'Forget these answers' }).first().click();
  await page.getByRole('button', { name: 'Forget these answers' }).first().waitFor({ state: 'detached' });
  await app.offer([table('dee', '2026-03-06')]);
  await page.getByRole('region', { name: 'How to read dee.csv' }).waitFor();
}));

test('how a file is read can be changed, and takes the place of what was read', () => visit({}, async ({ app, page }) => {
  await app.open();
  await app.offer([{ name: 'x.csv', mimeType: 'text/csv', buffer: await sample('workday-assignments.csv') }]);
  await app.show('#/import');
  await page.getByText(/Here: \d.people and 4.events/).first().waitFor();
  let after = await app.changes();
  await page.getByRole('button', { name: 'Change how it is read' }).first().click();
  await app.atRest({ after });
  const form = page.getByRole('region', { name: 'How to read x.csv' });
  assert.equal(await form.getByLabel('Frozen').inputValue(), '');
  await form.getByLabel('Frozen').selectOption({ label: 'Leave such rows out' });
  after = await app.changes();
  await form.getByRole('button', { name: 'Read it so' }).click();
  await app.atRest({ after });
  await page.getByText(/Here: \d.people and 3.events/).first().waitFor();
  assert.equal(await form.count(), 0);
}));
