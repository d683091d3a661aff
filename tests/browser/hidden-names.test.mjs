// Names hidden for presenting: no screen, no address and no file names anybody, whatever was shown before.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { faults } from './lib/axe.mjs';
import { visit } from './lib/browser.mjs';
import { SCREENS } from './lib/page.mjs';

const roster = await readFile(new URL('../../public/samples/people.csv', import.meta.url), 'utf8');
const rows = roster.trim().split('\n').slice(1).map(line => line.match(/("[^"]*"|[^,]*)(,|$)/g).map(cell => cell.replace(/,$/, '')));
const secrets = new Set(rows.flatMap(row => [row[0], row[1], row[5], row[6]]).filter(Boolean));

/** What of the page's text, attributes and address would name somebody. */
async function named(page) {
  const shown = await page.evaluate(() => `${document.querySelector('main').outerHTML} ${document.title} ${decodeURIComponent(location.href)}`);
  return [...secrets].filter(secret => new RegExp(`(?<![\\p{L}\\d-])${secret}(?![\\p{L}\\d-])`, 'u').test(shown));
}

test('with names hidden nobody is named on any screen, in the address or in a file', () => visit({}, async ({ app, page }) => {
  await app.open();
  await app.openSample();
  await app.show('#/curves?team=Accounts');
  await page.getByText('Shown: 23 people in the team Accounts.').first().waitFor();
  assert.ok((await named(page)).includes('Accounts'), 'the test sees names');
  await app.show('#/timeline?team=Accounts');
  await page.getByText(/people, by name/).waitFor();
  await app.show('#/data');
  await page.getByRole('checkbox', { name: 'Hide names' }).check();
  await page.getByText('Names are hidden. Show them').waitFor();
  for (const screen of SCREENS) {
    await page.evaluate(to => { location.hash = to; }, /overview|curves|kpis|belief|timeline/.test(screen) ? `${screen}?team=Accounts` : screen);
    if (/curves/.test(screen)) await page.getByText('Shown: 23 people in the team Team 1.').first().waitFor();
    if (/timeline/.test(screen)) await page.getByText(/people, by name/).waitFor();
    await page.waitForFunction(() => document.querySelector('main').dataset.state === 'ready');
    await page.waitForFunction(() => !location.hash.includes('Accounts'));
    await page.waitForTimeout(400);
    assert.deepEqual(await named(page), [], screen);
  }
  await app.show('#/timeline');
  await page.getByLabel('Seen as').selectOption({ index: 1 });
  await page.getByText('of your team, by name').waitFor();
  assert.deepEqual(await named(page), []);
  await app.show('#/data');
  assert.deepEqual(await faults(page), []);
  const [saved] = await Promise.all([
    page.waitForEvent('download'), page.getByRole('button', { name: 'Download people.csv' }).click(),
  ]);
  assert.match(await readFile(await saved.path(), 'utf8'), /^Learner \d+,,/m);

  // It holds after a reload, and is taken back at the foot of any screen.
  await page.reload();
  await app.atRest();
  await app.show('#/curves');
  await page.getByText('Names are hidden. Show them').click();
  await page.getByRole('button', { name: 'Hide names' }).waitFor();
  await app.show('#/timeline');
  await page.getByText(/people, by name/).waitFor();
  assert.ok((await named(page)).length > 5, 'names are back');
}));
