// Files for the file input: the reference exports, texts, and a large rollout made on the fly.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REFERENCE = fileURLToPath(new URL('../../data/reference/', import.meta.url));

export const csv = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

export async function reference(name) {
  const json = async file => JSON.parse(await readFile(join(REFERENCE, name, file), 'utf8'));
  return {
    files: ['people.csv', 'events.csv'].map(file => join(REFERENCE, name, file)),
    config: await json('config.json'),
    report: await json('report.json'),
  };
}

/** Writes people.csv and events.csv of an invented rollout, the same for the same sizes. */
export async function withRollout({ people, events }, body) {
  const folder = await mkdtemp(join(tmpdir(), 'rampline-rollout-'));
  try {
    const files = [join(folder, 'people.csv'), join(folder, 'events.csv')];
    await writeFile(files[0], peopleCsv(people));
    await writeFile(files[1], eventsCsv(people, events));
    await body(files);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const day = count => new Date(Date.UTC(2025, 0, 6) + count * 86_400_000).toISOString().slice(0, 10);
const start = person => (person * 7) % 180;

function peopleCsv(people) {
  const rows = ['person_id,name,role,cohort,team,manager_id,start_date,end_date'];
  for (let p = 0; p < people; p++) {
    const end = p % 13 === 0 ? day(start(p) + 60) : '';
    rows.push(`P${p},"Person, ${p}",${p % 3 ? 'seller' : 'support'},C${start(p) / 30 | 0},Team ${p % 40},M${p % 40},${day(start(p))},${end}`);
  }
  return rows.join('\n') + '\n';
}

function eventsCsv(people, events) {
  const rows = ['person_id,date,event,item,value,minutes,context,by,note'];
  const kinds = [
    (p, e) => `observed,opens with purpose,${(e * 31 + p) % 100 < 20 + e / events * 70 ? 1 : 0},,live,M${p % 40},"seen, twice"`,
    (p, e) => `observed,agrees next step,${(e * 17 + p) % 100 < 15 + e / events * 70 ? 1 : 0},,,M${p % 40},`,
    p => `coached,,,${5 + p % 25},,M${p % 40},`,
    () => 'completed,basics,,,,,',
    () => 'applied,,1,,,,',
  ];
  for (let e = 0; e < events; e++) {
    const p = (e * 7919) % people;
    rows.push(`P${p},${day(start(p) + (e / events * 150 | 0))},${kinds[(e * 13 + p) % kinds.length](p, e)}`);
  }
  return rows.join('\n') + '\n';
}
