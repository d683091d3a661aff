// Imports can be managed: undone, put back, replaced by a corrected file; rows that were set aside are taken along.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { visit, withProfile } from './lib/browser.mjs';
import { csv, reference } from './lib/files.mjs';
import { workbook } from './lib/workbook.mjs';

const NO_FILES = 'delete StorageManager.prototype.getDirectory;';
const undo = (page, nth) => page.getByRole('button', { name: 'Undo this import' }).nth(nth);

/** Presses a button and waits until the page has dealt with it. */
async function press(app, button) {
  const after = await app.changes();
  await button.click();
  return app.atRest({ after });
}

for (const [place, context, line] of [
  ['the private file system', {}, ''],
  ['IndexedDB', { serviceWorkers: 'block' }, NO_FILES],
]) {
  test(`an import is undone, put back, and stays undone after a visit, in ${place}`, () => withProfile(async profile => {
    const from = async (body) => visit({ profile, context }, async parts => {
      if (line) {
        await parts.context.route('**/worker-boot.js', async route => {
          const response = await route.fetch();
          await route.fulfill({ response, body: `${line}\n${await response.text()}` });
        });
      }
      await body(parts);
    });
    await from(async ({ app, page }) => {
      await app.open();
      await app.offer((await reference('tiny')).files);
      const before = await app.report();
      await app.show('#/import');
      assert.equal(await press(app, undo(page, 1)), 'empty');
      await page.getByText('events.csv was taken out.').first().waitFor();
      assert.equal(await press(app, page.getByRole('button', { name: 'Put it back' })), 'ready');
      assert.deepEqual(await app.report(), before);
      // A second log comes in and goes again.
      await app.show('#/import');
      await app.offer([csv('more.csv', 'person_id,date,event\na,2025-02-01,feedback\n')]);
      await page.getByRole('heading', { name: 'more.csv' }).waitFor();
      assert.equal(await press(app, undo(page, 0)), 'ready');
      assert.deepEqual((await app.report()).counts, before.counts);
      await app.saved();
    });
    await from(async ({ app, page }) => {
      assert.equal(await app.open('#/import'), 'ready');
      const summaries = page.locator('details > summary');
      assert.deepEqual((await summaries.allInnerTexts()).map(text => text.split(' ').slice(0, 2).join(' ')), ['2. events.csv', '1. people.csv']);
      assert.equal(await page.getByRole('button', { name: 'Put it back' }).count(), 0);
    });
  }));
}

test('a corrected file can replace the earlier one, and only when somebody says so', () => visit({}, async ({ app, page }) => {
  const header = 'person_id,date,event,item,value\n';
  await app.open('#/import');
  await app.offer([
    csv('people.csv', 'person_id,start_date\na,2025-01-06\nb,2025-01-06\n'),
    csv('events.csv', `${header}a,2025-01-07,observed,ask,1\nb,2025-01-08,observed,ask,1\n`),
  ]);
  await app.show('#/import');
  await app.offer([csv('events (1).csv', `${header}a,2025-01-07,observed,ask,1\n`)]);
  await page.getByText('A file of this name and kind was read before').waitFor();
  assert.equal((await app.report()).counts.events_counted, 2);
  await app.show('#/import');
  await press(app, page.getByRole('button', { name: 'Replace the earlier file' }));
  assert.equal((await app.report()).counts.events_counted, 1);
}));

test('what another tab undoes is not stored', () => withProfile(async profile => {
  await visit({ profile }, async ({ app, open }) => {
    await app.open();
    await app.offer((await reference('tiny')).files);
    await app.saved();
    const second = await open();
    await second.open('#/import');
    await second.page.locator('details > summary').first().click();
    await press(second, undo(second.page, 0));
    await second.page.getByText('was taken out.').first().waitFor();
    await second.page.close();
  });
  await visit({ profile }, async ({ app }) => assert.equal(await app.open(), 'ready'));
}));

test('rows that were set aside are downloaded with what is wrong, and come in corrected', () => visit({}, async ({ app, page }) => {
  await app.open('#/import');
  await app.offer([csv('people.csv', 'person_id,start_date,team\na,2025-01-06,Blue\nb,soon,Blue\n')]);
  const button = page.getByRole('button', { name: 'Download these rows (.csv)' });
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const text = await readFile(await download.path(), 'utf8');
  assert.match(text, /^person_id,start_date,team,Problem/);
  assert.match(text, /\nb,soon,Blue,"?start_date: start is no date; expected a date like 2026-03-31/);
  await app.offer([csv('set-aside.csv', text.replace('soon', '2025-01-07'))]);
  await page.getByText(/Not used/).first().waitFor();
  await page.getByText('Here: 2\u00a0people').waitFor();
}));

test('what would mislead is said before the chart', () => visit({}, async ({ app, page }) => {
  const people = Array.from({ length: 40 }, (_, p) => `p${p},2025-01-06`).join('\n');
  const events = Array.from({ length: 400 }, (_, e) => `p${e % 40},2025-0${1 + e % 9}-${10 + e % 18},observed,ask,1`).join('\n');
  await app.open();
  await app.offer([
    csv('people.csv', `person_id,start_date\n${people}\n`),
    csv('events.csv', `person_id,date,event,item,value\n${events}\np1,2062-01-01,observed,ask,1\n`),
  ]);
  await app.show('#/curves');
  await page.getByRole('link', { name: 'See what, and what to do' }).click();
  await page.getByRole('heading', { name: 'Before you read a chart' }).waitFor();
  await page.getByText(/1\u00a0event of 401 is dated after today/).waitFor();
}));

test('a workbook shows how far it is while it is worked through, and is given up on Cancel', () => visit({}, async ({ app, page }) => {
  await app.open();
  await app.offer((await reference('tiny')).files);
  const before = await app.report();
  const row = n => [`person${n % 9_000}@example.com`, `Course ${n % 40}`, ['Completed', 'In Progress'][n % 2], new Date(Date.UTC(2025, 0, 6 + n % 400))];
  const rows = [['Email', 'Course Name', 'Status', 'Completion Date'], ...Array.from({ length: 150_000 }, (_, n) => row(n))];
  const buffer = workbook(rows);
  const after = await app.changes();
  await page.locator('input[type=file]').setInputFiles({ name: 'report.xlsx', mimeType: 'application/octet-stream', buffer });
  // It moves on after every byte is there.
  const share = () => page.evaluate(() => {
    const bar = document.querySelector('progress');
    return bar ? bar.value / bar.max : 0;
  });
  await page.waitForFunction(() => {
    const bar = document.querySelector('progress');
    return bar && bar.value / bar.max > 0.2;
  });
  const seen = await share();
  assert.ok(seen > 0.2 && seen < 1, `${seen}`);
  await page.getByRole('button', { name: 'Cancel' }).click();
  const began = Date.now();
  assert.equal(await app.atRest({ after }), 'ready');
  assert.ok(Date.now() - began < 1_000, `cancelled after ${Date.now() - began} ms`);
  await page.getByText('Cancelled.').waitFor();
  assert.deepEqual(await app.report(), before);
}));

test('names are replaced by codes, the key is saved, and nothing that is stored names anybody', () => withProfile(async profile => {
  const people = 'person_id,name,start_date,team\nann@example.com,Ann Arborsson,2026-01-06,Blue\ncy@example.com,Cyril Dentmore,2026-01-06,Blue\n';
  const events = 'person_id,date,event,by,note\nann@example.com,2026-01-09,feedback,Bo Boss,Ann did it\ncy@example.com,2026-01-09,feedback,Bo Boss,\n';
  let key;
  await visit({ profile }, async ({ app, page }) => {
    await app.open('#/import');
    await page.getByLabel(/Replace names, e-mail addresses and ids by codes/).check();
    await page.getByText(/Not stored: names, addresses, ids/).waitFor();
    await app.offer([csv('people.csv', people), csv('events.csv', events)]);
    await app.show('#/import');
    await page.getByText(/Codes stand in the place of names/).first().waitFor();
    const button = page.getByRole('button', { name: 'Save the key (.csv)' });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    key = await readFile(await download.path(), 'utf8');
    assert.match(key, /^rampline_code,stands for\nsalt,[0-9a-f]{16}\nP-0001,ann@example.com/);
    await app.saved();
    const stored = await page.evaluate(async () => {
      const texts = [JSON.stringify(Object.entries(localStorage))];
      const read = async folder => {
        for await (const entry of folder.values()) {
          if (entry.kind === 'directory') await read(entry);
          else texts.push(new TextDecoder('latin1').decode(await (await entry.getFile()).arrayBuffer()));
        }
      };
      await read(await navigator.storage.getDirectory());
      return texts.join('\n');
    });
    assert.ok(stored.includes('P-0001') && stored.includes('Blue'), 'what is stored was found');
    for (const name of ['ann@', 'Arborsson', 'cy@', 'Dentmore', 'Boss', 'did it']) assert.ok(!stored.includes(name), name);
  });
  await visit({ profile }, async ({ app, page }) => {
    assert.equal(await app.open('#/import'), 'ready');
    await page.getByLabel(/Replace names, e-mail addresses and ids by codes/).check();
    await app.offer([csv('key.csv', key), csv('people (1).csv', people)]);
    await page.getByText('key.csv is a key.').first().waitFor();
    await page.getByText(/nothing new/).first().waitFor();
    await page.getByText('Here: 2\u00a0people').waitFor();
  });
}));
