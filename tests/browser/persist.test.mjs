// Found again tomorrow, erased for good, and not corrupted by a second tab.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit, withProfile } from './lib/browser.mjs';
import { reference } from './lib/files.mjs';

test('data, rule and grouping are there after the browser was closed', () => withProfile(async profile => {
  let before;
  await visit({ profile }, async ({ app }) => {
    await app.open();
    await app.offer((await reference('small')).files);
    await app.choose({ k: 2, n: 3, group: 'role' });
    before = await app.report();
    await app.saved();
  });
  await visit({ profile }, async ({ app }) => {
    assert.equal(await app.open(), 'ready');
    assert.deepEqual(await app.report(), before);
  });
}));

test('erased is erased', () => withProfile(async profile => {
  await visit({ profile }, async ({ app, page }) => {
    await app.open();
    await app.offer((await reference('tiny')).files);
    await app.saved();
    assert.equal(await app.erase(), 'empty');
    assert.deepEqual(await remains(page), []);
  });
  await visit({ profile }, async ({ app }) => assert.equal(await app.open(), 'empty'));
}));

test('a second tab says what it can do, and the first keeps its data', () => withProfile(async profile => {
  await visit({ profile }, async ({ app, open }) => {
    await app.open();
    await app.offer((await reference('tiny')).files);
    await app.saved();
    const second = await open();
    await second.open('#/data');
    await second.page.getByText(/another tab/).first().waitFor();
    await second.offer((await reference('classic')).files);
    await second.page.close();
    assert.equal((await app.report()).counts.people, 12);
  });
  await visit({ profile }, async ({ app }) => {
    assert.equal(await app.open(), 'ready');
    assert.equal((await app.report()).counts.people, 12);
  });
}));

/** Files of the private file space and keys of the local storage, the theme aside. */
function remains(page) {
  return page.evaluate(async () => {
    const names = Object.keys(localStorage).filter(key => key !== 'rampline.theme');
    const look = async (folder, path) => {
      for await (const entry of folder.values()) {
        if (entry.kind === 'directory') await look(entry, `${path}${entry.name}/`);
        else if ((await entry.getFile()).size > 0) names.push(path + entry.name);
      }
    };
    await look(await navigator.storage.getDirectory(), '');
    return names;
  });
}
