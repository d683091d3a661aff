// Files that cannot be used: a clear message with the file's name, and the earlier data stay.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './lib/browser.mjs';
import { csv, reference } from './lib/files.mjs';

const PEOPLE = 'person_id,start_date\na,2025-01-06\n';
const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex');

const refused = [
  ['a picture renamed', { name: 'holiday.csv', mimeType: 'text/csv', buffer: PNG }, /found a PNG/i],
  ['an empty file', csv('empty.csv', ''), /empty/],
  ['a header alone', csv('header.csv', 'person_id,date,event\n'), /header/],
  ['a required column missing', csv('short.csv', 'person_id,event,item\na,observed,greets\n'), /line 1.*date/is],
  ['half an archive', { name: 'half.zip', mimeType: 'application/zip', buffer: Buffer.from('504b030414000000', 'hex') }, /unpacked/],
];

for (const [what, file, words] of refused) {
  test(`${what}: alone it is an error with a message`, () => visit({}, async ({ app }) => {
    await app.open();
    assert.equal(await app.offer([file]), 'error');
    const text = await app.alert().innerText();
    assert.ok(text.includes(file.name), text);
    assert.match(text, words);
  }));
}

test('none of them touches the data that are there', () => visit({}, async ({ app, page }) => {
  await app.open();
  await app.offer((await reference('tiny')).files);
  const before = await app.report();
  for (const [what, file] of refused) {
    assert.equal(await app.offer([file]), 'ready', what);
    await page.getByRole('alert').filter({ hasText: file.name }).first().waitFor();
  }
  assert.deepEqual(await app.report(), before);
}));

test('a good file beside a bad one is still read', () => visit({}, async ({ app, page }) => {
  await app.open();
  const { files } = await reference('tiny');
  assert.equal(await app.offer(files), 'ready');
  assert.equal(await app.offer([csv('more.csv', 'person_id,start_date\nnew,2025-02-03\n')]), 'ready');
  assert.equal((await app.report()).counts.people, 13);
  await page.getByText('more.csv').first().waitFor();
}));

test('rows that cannot be used are counted and shown by line', () => visit({}, async ({ app, page }) => {
  const events = ['person_id,date,event,item,value', 'a,2025-01-10,observed,greets,1', 'a,2025-02-30,observed,greets,1',
    'a,soon,observed,greets,1', 'a,2025-01-12,danced,greets,1', 'a,2025-01-13,observed,greets,lots'];
  await app.open();
  assert.equal(await app.offer([csv('people.csv', PEOPLE), csv('odd.csv', events.join('\n'))]), 'ready');
  const { counts } = await app.report();
  assert.deepEqual([counts.event_rows, counts.events_rejected, counts.events_counted], [5, 4, 1]);
  await app.show('#/import');
  for (const found of ['2025-02-30', 'soon', 'danced', 'lots']) await page.getByText(found).first().waitFor();
}));
