// Exports of other systems, dropped as they are: read, or asked about, never a dead end.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { visit } from './lib/browser.mjs';
import { csv } from './lib/files.mjs';

const sample = async (name, as = name) => ({
  name: as,
  mimeType: 'application/octet-stream',
  buffer: await readFile(fileURLToPath(new URL(`../data/exports/${name}`, import.meta.url))),
});

test('an export is recognized under a name that says nothing, and the receipt says how', () => visit({}, async ({ app, page }) => {
  await app.open();
  for (const name of ['moodle-activities-excel.csv', 'teams-attendance.csv', 'calendar.ics']) {
    await app.offer([await sample(name, 'download (3).csv')]);
    await app.show('#/import');
    assert.equal(await page.getByRole('alert').filter({ hasText: 'was not read' }).count(), 0, name);
    await page.getByText('download (3).csv').first().waitFor();
  }
}));

test('a date that can be read both ways is asked about once, then read', () => visit({}, async ({ app, page }) => {
  const people = 'Employee #,First Name,Last Name,Job Title,Department,Location,Status,Hire Date,Work Email,Reports To\n'
    + '1,Ann,Arbor,agent,Harbour,Leeds,Active,03-04-2026,ann@example.com,Bo\n'
    + '2,Cy,Dent,agent,Harbour,Leeds,Active,05-06-2026,cy@example.com,Bo\n';
  await app.open();
  assert.equal(await app.offer([csv('roster.csv', people)]), 'empty');
  await page.getByText(/can be read both ways/).waitFor();
  const after = await app.changes();
  await page.getByRole('button', { name: 'The day comes first' }).click();
  await app.atRest({ after });
  await page.getByText(/Here: 2.people/).first().waitFor();
}));

test('columns that nobody knows are asked about, with a guess', () => visit({}, async ({ app, page }) => {
  const table = 'Wer,Wann es war,Was\nann@example.com,2026-03-02,greets\ncy@example.com,2026-03-05,greets\n';
  await app.open();
  assert.equal(await app.offer([csv('liste.csv', table)]), 'empty');
  const question = page.getByRole('region', { name: 'How to read liste.csv' });
  await question.waitFor();
  assert.equal(await question.locator('select').count(), 3);
  await question.getByLabel('Wer').selectOption({ label: 'E-mail of the person' });
  await question.getByLabel('Wann es war').selectOption({ label: 'Start date: hire or move into the role' });
  await question.getByLabel('Was', { exact: true }).selectOption({ label: 'Not used' });
  const after = await app.changes();
  await question.getByRole('button', { name: 'Read it so' }).click();
  await app.atRest({ after });
  await page.getByText(/Here: 2.people/).first().waitFor();
}));

test('a table about something else is asked about and changes nothing', () => visit({}, async ({ app, page }) => {
  await app.open();
  await app.openSample();
  const before = await app.report();
  assert.equal(await app.offer([csv('shop.csv', 'order,price\n1,2\n')]), 'ready');
  await page.getByText('shop.csv leaves a question open.').waitFor();
  assert.deepEqual(await app.report(), before);
}));
