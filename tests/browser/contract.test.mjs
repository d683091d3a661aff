// What the page promises to those who automate it: one file input, states, measures, the hook, the report.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './lib/browser.mjs';
import { csv, reference, withRollout } from './lib/files.mjs';
import { differences } from './lib/report.mjs';

test('one input takes all files', () => visit({}, async ({ app, page }) => {
  assert.equal(await app.open(), 'empty');
  assert.equal(await page.locator('input[type=file][multiple]').count(), 1);
}));

test('both files lead to ready, with the measures of the import', () => visit({}, async ({ app }) => {
  await app.open();
  assert.equal(await app.offer((await reference('small')).files), 'ready');
  for (const name of ['import', 'analyze']) {
    const [ms, ...more] = await app.measures(name);
    assert.ok(ms > 0, `${name}: ${ms}`);
    assert.deepEqual(more, [], `${name} is measured once an import`);
  }
}));

test('one file after the other, in any order', async () => {
  const { files: [people, events] } = await reference('tiny');
  for (const [first, second] of [[people, events], [events, people]]) {
    await visit({}, async ({ app }) => {
      await app.open();
      assert.equal(await app.offer([first]), 'empty');
      assert.equal(await app.offer([second]), 'ready');
    });
  }
});

test('the same files again change nothing and say so', () => visit({}, async ({ app, page }) => {
  await app.open();
  const { files } = await reference('tiny');
  await app.offer(files);
  const before = await app.report();
  assert.equal(await app.offer(files), 'ready');
  await page.getByText('Nothing new').first().waitFor();
  assert.deepEqual(await app.report(), before);
}));

test('a cancelled import leaves the earlier data as they were', () => withRollout(
  { people: 20_000, events: 600_000 },
  large => visit({}, async ({ app }) => {
    await app.open();
    await app.offer((await reference('tiny')).files);
    const before = await app.report();
    assert.equal(await app.offerAndCancel(large), 'ready');
    assert.deepEqual(await app.report(), before);
  }),
));

test('each choice is recomputed without the files, and measured', () => visit({}, async ({ app }) => {
  await app.open();
  await app.offer((await reference('small')).files);
  const choices = [{ group: 'role' }, { k: 2, n: 3 }, { contexts: 'any' }, { cutoff: '2025-03-31' }, { group: 'team' }];
  for (const [index, choice] of choices.entries()) {
    await app.choose(choice);
    assert.equal((await app.measures('recompute')).length, index + 1, JSON.stringify(choice));
  }
  assert.equal((await app.measures('import')).length, 1);
  const { settings } = await app.report();
  const { k, n, contexts, cutoff } = settings;
  assert.deepEqual({ k, n, contexts, cutoff }, { k: 2, n: 3, contexts: 'any', cutoff: '2025-03-31' });
}));

for (const name of ['classic', 'tiny', 'small', 'rules']) {
  test(`the report of the page equals the reference: ${name}`, () => visit({}, async ({ app }) => {
    const { files, config, report } = await reference(name);
    const { launch, min_span, kpi_items = [], cutoff, k = 3, n = 3, contexts = 'live' } = config;
    await app.open();
    await app.choose({ cutoff, k, n, contexts });
    assert.equal(await app.offer(files), 'ready');
    // What the hook does not do is done by hand.
    const lower = kpi_items.filter(item => item.lower_is_better).map(({ item }) => item);
    if (launch || min_span || lower.length) await app.define({ launch, min_span, lower });
    assert.deepEqual(differences(await app.report(), report).slice(0, 20), []);
  }));
}

const dialects = [
  ['semicolons', text => text.replaceAll(',', ';')],
  ['tabs', text => text.replaceAll(',', '\t')],
  ['CRLF and a byte order mark', text => '\uFEFF' + text.replaceAll('\n', '\r\n')],
];
for (const [name, dialect] of dialects) {
  test(`reads ${name}`, () => visit({}, async ({ app }) => {
    const people = 'person_id,start_date,shoe size\na,2025-01-06,38\nb,2025-01-06,44\n';
    const events = 'item,event,value,date,person_id\ngreets,observed,1,2025-01-10,a\ngreets,observed,1,2025-01-11,a\n';
    await app.open();
    await app.choose({ k: 2, n: 2 });
    assert.equal(await app.offer([csv('staff.csv', dialect(people)), csv('log.csv', dialect(events))]), 'ready');
    const { counts, ttc } = await app.report();
    assert.deepEqual([counts.people, counts.events_counted, ttc.overall.events], [2, 2, 1]);
  }));
}
