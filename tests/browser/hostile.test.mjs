// Monsters in the real worker: refused with a message or read, and the data that are there stay. And a dropped folder.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { visit } from './lib/browser.mjs';
import { reference } from './lib/files.mjs';

const MB = 1 << 20;

/** A file of 300 MB, packed to a few hundred kilobytes. */
const bomb = () => Buffer.concat(Array(300).fill(gzipSync(Buffer.alloc(MB, '0'))));

test('a bomb and a row without an end are refused, and the data stay', () => visit({}, async ({ app, page }) => {
  await app.open();
  await app.offer((await reference('tiny')).files);
  const before = await app.report();
  const endless = Buffer.concat([Buffer.from('person_id,date,event,note\na,2025-01-08,feedback,'), Buffer.alloc(49 * MB, 'x')]);
  const wide = Buffer.from(`Employee ID,Hire Date${',x'.repeat(300_000)}\nE1,2025-01-06\n`);
  for (const [name, buffer, words] of [
    ['bomb.csv.gz', bomb(), /unpacked it is more than/i],
    ['wide.csv', wide, /more than 200000 columns/i],
    ['half.gz', gzipSync(endless).subarray(0, 20_000), /could not be unpacked/i],
  ]) {
    assert.equal(await app.offer([{ name, mimeType: 'application/octet-stream', buffer }]), 'ready', name);
    const alert = page.getByRole('alert').filter({ hasText: name }).first();
    await alert.waitFor();
    assert.match(await alert.innerText(), words);
  }
  // Long, but a field: it is read.
  const folder = await mkdtemp(join(tmpdir(), 'rampline-long-'));
  try {
    await writeFile(join(folder, 'long.csv'), endless);
    await app.offer([join(folder, 'long.csv')]);
    const after = await app.report();
    assert.equal(after.counts.event_rows, before.counts.event_rows + 1);
    assert.deepEqual(after.ttc, before.ttc);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}));

test('a dropped folder is read, file by file', () => visit({}, async ({ app, page, context }) => {
  const folder = await mkdtemp(join(tmpdir(), 'rampline-folder-'));
  try {
    await mkdir(join(folder, 'exports', 'deep'), { recursive: true });
    await writeFile(join(folder, 'exports', 'people.csv'), 'person_id,start_date\na,2025-01-06\nb,2025-01-06\n');
    await writeFile(join(folder, 'exports', 'deep', 'events.csv'), 'person_id,date,event\na,2025-01-08,feedback\n');
    await writeFile(join(folder, 'exports', '.DS_Store'), 'litter');
    await app.open();
    const after = await app.changes();
    const client = await context.newCDPSession(page);
    const data = { items: [], files: [join(folder, 'exports')], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop']) {
      await client.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
    }
    assert.equal(await app.atRest({ after }), 'ready');
    await app.show('#/import');
    for (const name of ['exports/people.csv', 'exports/deep/events.csv']) await page.getByText(name).first().waitFor();
    assert.equal(await page.getByText('.DS_Store').count(), 0);
    const { counts } = await app.report();
    assert.deepEqual([counts.people, counts.event_rows], [2, 1]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}));
