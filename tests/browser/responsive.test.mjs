// The page stays responsive while a large export is read: no task of its thread over 50 ms on an idle machine.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './lib/browser.mjs';
import { withRollout } from './lib/files.mjs';

const SIZE = { people: 10_000, events: 200_000 };

test('reading 200,000 events', t => withRollout(SIZE, files => visit({}, async ({ app }) => {
  await app.open();
  const start = await app.now();
  assert.equal(await app.offer(files, { timeout: 120_000 }), 'ready');
  const tasks = (await app.longTasks()).filter(task => task.start > start);
  const longest = Math.max(0, ...tasks.map(task => task.ms));
  const [[read], [analyzed]] = [await app.measures('import'), await app.measures('analyze')];
  t.diagnostic(`read in ${Math.round(read)} ms, analyzed in ${Math.round(analyzed)} ms`);
  t.diagnostic(`${tasks.length} tasks over 50 ms, the longest ${Math.round(longest)} ms`);
  // A shared machine stretches every task; work that belongs into the worker would take far longer than this.
  assert.ok(longest < 500, `a task of ${longest} ms`);
})));
