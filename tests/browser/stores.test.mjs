// Where tables can be kept differs between browsers: without the private file system IndexedDB takes them, without
// either the page still works and says that nothing is kept.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit, withProfile } from './lib/browser.mjs';
import { reference } from './lib/files.mjs';

const NO_FILES = 'delete StorageManager.prototype.getDirectory;';
const NO_DATABASE = 'Object.defineProperty(globalThis, "indexedDB", { value: undefined });';

/** A visit whose worker lacks something: its first script begins with `line`. */
function visitWithout(line, options, body) {
  return visit({ ...options, context: { serviceWorkers: 'block' } }, async parts => {
    await parts.context.route('**/worker-boot.js', async route => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${line}\n${await response.text()}` });
    });
    await body(parts);
  });
}

test('IndexedDB keeps the tables where there is no private file system', () => withProfile(async profile => {
  let before;
  await visitWithout(NO_FILES, { profile }, async ({ app }) => {
    await app.open();
    await app.offer((await reference('small')).files);
    before = await app.report();
    await app.saved();
  });
  await visitWithout(NO_FILES, { profile }, async ({ app }) => {
    assert.equal(await app.open(), 'ready');
    assert.deepEqual(await app.report(), before);
    assert.equal(await app.erase(), 'empty');
  });
  await visitWithout(NO_FILES, { profile }, async ({ app }) => assert.equal(await app.open(), 'empty'));
}));

test('without any store the page works and says that nothing is kept', () => visitWithout(
  NO_FILES + NO_DATABASE, {},
  async ({ app, page }) => {
    await app.open();
    assert.equal(await app.offer((await reference('tiny')).files), 'ready');
    assert.equal((await app.report()).counts.people, 12);
    await app.show('#/data');
    await page.getByText(/lets the page store nothing/).first().waitFor();
  },
));

test('tables of a newer form are told and left alone', () => withProfile(async profile => {
  await visit({ profile }, async ({ app, page }) => {
    await app.open();
    await app.offer((await reference('tiny')).files);
    await app.saved();
    await page.evaluate(raiseForm);
  });
  await visit({ profile }, async ({ app, page }) => {
    assert.equal(await app.open(), 'empty');
    await page.getByText(/newer Rampline/).first().waitFor();
    assert.equal(await app.offer((await reference('classic')).files), 'ready');
  });
  await visit({ profile }, async ({ app, page }) => {
    assert.equal(await app.open(), 'empty');
    await page.getByText(/newer Rampline/).first().waitFor();
  });
}));

/** In the page: writes a form to come into the head of the stored tables, behind its eight letters. */
async function raiseForm() {
  const folder = await navigator.storage.getDirectory();
  for await (const file of folder.values()) {
    const bytes = new DataView(await (await file.getFile()).arrayBuffer());
    if (bytes.byteLength < 24) continue;
    const head = Number(bytes.getBigUint64(8, true));
    bytes.setUint32(head + 8, 99, true);
    const writable = await file.createWritable();
    await writable.write(bytes.buffer);
    await writable.close();
  }
}
