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

test('an open question stands above what was read, takes the focus, and says what an answer leaves open', () => visit({}, async ({ app, page }) => {
  await app.open();
  await app.openSample();
  await app.show('#/curves');
  const table = 'Wer,Wann es war,Was\nann@example.com,2026-03-02,greets\ncy@example.com,2026-03-05,greets\n';
  await app.offer([csv('people.csv', 'person_id,start_date\na,2026-01-06\n'), csv('liste.csv', table)]);
  const form = page.getByRole('region', { name: 'How to read liste.csv' });
  await form.waitFor();
  assert.match(page.url(), /#\/import$/);
  await page.waitForFunction(() => document.activeElement?.textContent === 'How to read liste.csv');
  const headings = await page.locator('h2').allInnerTexts();
  assert.ok(headings.indexOf('To be answered') < headings.indexOf('Read just now'), headings.join());
  assert.equal(headings.indexOf('To be answered'), 0);
  await form.getByLabel('Wer').selectOption({ label: 'Not used' });
  await form.getByLabel('Wann es war').selectOption({ label: 'Not used' });
  const after = await app.changes();
  await form.getByRole('button', { name: 'Read it so' }).click();
  await app.atRest({ after });
  await form.getByText(/Still missing: which column stands for the person; and which column holds a date/).waitFor();
}));

test('each assumption that leaves a choice is changed at its own question, and a file has one button for all of them', () => visit({}, async ({ app, page }) => {
  await app.open();
  await app.offer([await sample('hr-and-learning.csv')]);
  await app.show('#/import');
  assert.equal(await page.getByRole('heading', { name: 'hr-and-learning.csv' }).count(), 2, 'two tables');
  assert.equal(await page.getByRole('button', { name: 'Change how it is read' }).count(), 1);
  await page.getByRole('button', { name: 'Change: People are known by Personalnummer' }).first().click();
  const form = page.getByRole('region', { name: 'How to read hr-and-learning.csv' });
  await form.waitFor();
  // The first field of that question has the focus.
  await page.waitForFunction(() => document.activeElement?.tagName === 'SELECT');
  const label = await page.evaluate(() => document.activeElement.labels[0].textContent);
  assert.equal(await form.getByRole('rowheader').first().innerText(), label);
}));

test('a file of plans only is read and changes nothing', () => visit({}, async ({ app, page }) => {
  await app.open('#/import');
  const event = 'BEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260101T090000Z\r\nDTSTART:20260301T090000Z\r\nDTEND:20260301T093000Z\r\n'
    + 'SUMMARY:Check-in\r\nORGANIZER:mailto:mia@example.com\r\nATTENDEE:mailto:ada@example.com\r\nEND:VEVENT\r\n';
  await app.offer([csv('plan.ics', `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${event}END:VCALENDAR\r\n`)]);
  await page.getByText('Nothing to count.').waitFor();
  await page.getByText(/What is planned after 2026-01-01, when the calendar was last written, has not happened/).waitFor();
}));
