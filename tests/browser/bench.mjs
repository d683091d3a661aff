// How long the built page takes to read files: `node tests/browser/bench.mjs [file …]`. Without a file a workbook of a
// course report with 100,000 rows. Prints the page's own measures; nothing fails.
import { basename } from 'node:path';
import { visit } from './lib/browser.mjs';
import { workbook } from './lib/workbook.mjs';

const RUNS = 3;
const day = count => new Date(Date.UTC(2025, 0, 6) + count * 86_400_000);

function report(rows) {
  const head = ['Email', 'Course Name', 'Status', 'Date Enrolled', 'Date Started', 'Completion Date'];
  const row = n => [`person${n % 20_000}@example.com`, `Course ${n % 40}`, ['Completed', 'In Progress', 'Not Started'][n % 3],
    day(n % 400), day(n % 400 + 3), day(n % 400 + 20)];
  return workbook([head, ...Array.from({ length: rows }, (_, n) => row(n))]);
}

const paths = process.argv.slice(2);
const files = paths.length ? paths : [{ name: 'report.xlsx', mimeType: 'application/octet-stream', buffer: report(100_000) }];
const named = paths.length ? paths.map(path => basename(path)).join(', ') : `100,000 rows, ${(files[0].buffer.length / 1e6).toFixed(1)} MB`;
for (let run = 1; run <= RUNS; run++) {
  await visit({}, async ({ app }) => {
    await app.open();
    const state = await app.offer(files, { timeout: 300_000 });
    const ms = async name => Math.round((await app.measures(name)).at(-1) ?? NaN);
    console.log(`${named}: import ${await ms('import')} ms, analyze ${await ms('analyze')} ms, then ${state}`);
  });
}
