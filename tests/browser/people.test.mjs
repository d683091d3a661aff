// Who is who: names that agree are proposed, somebody decides, and the decision outlives a reload and can be taken back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults } from './lib/axe.mjs';
import { visit } from './lib/browser.mjs';
import { csv } from './lib/files.mjs';

const roster = csv('roster.csv', 'Employee ID,Work Email,Full Name,Hire Date\n'
  + '7,Ada@Example.com,Ada Lovelace,2025-01-06\n8,bo@example.com,Bo Bell,2025-01-06\n');
const courses = csv('lms.csv', 'Email,Course Name,Completion Date\nada@example.com,Basics,2025-01-20\n');
const seen = csv('events.csv', 'person_id,date,event,item,value\n7,2025-02-01,observed,ask,1\n');
const zoom = csv('zoom.csv', 'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n'
  + 'Ada Lovelace,,02/13/2025 09:00:00 AM,02/13/2025 09:30:00 AM,30\n');

test('ids and addresses are put together, names when somebody says so', () => visit({}, async ({ app, page }) => {
  await app.open();
  // The events first: the order does not matter.
  await app.offer([zoom, seen, courses]);
  await app.offer([roster]);
  const counts = async () => (await app.report()).counts;
  const before = await counts();
  assert.deepEqual([before.people, before.events_unknown, before.event_rows], [2, 1, 3]);

  await app.show('#/data');
  const who = page.getByRole('region', { name: 'Who is who' });
  await who.getByText('Ada Lovelace (in events only)').waitFor();
  assert.deepEqual(await faults(page), []);
  let after = await app.changes();
  await who.getByRole('button', { name: 'One person' }).click();
  await app.atRest({ after });
  assert.equal((await counts()).events_unknown, 0);
  await app.saved();
  await page.reload();
  await app.atRest();
  assert.equal((await counts()).events_unknown, 0);

  await app.show('#/data');
  after = await app.changes();
  await who.getByRole('button', { name: 'Take it back' }).click();
  await app.atRest({ after });
  assert.equal((await counts()).events_unknown, 1);
  await app.show('#/data');
  after = await app.changes();
  await who.getByRole('button', { name: 'Two people' }).click();
  await app.atRest({ after });
  await who.getByRole('button', { name: 'Take it back' }).waitFor();
  assert.equal((await counts()).events_unknown, 1);
}));
