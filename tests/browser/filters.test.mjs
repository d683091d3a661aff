// Who is shown: chosen by keyboard or pointer, said in a sentence, kept in the address through Back, reload and other
// screens, refused where it would tell of a few, and named in what is saved.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { faults } from './lib/axe.mjs';
import { visit } from './lib/browser.mjs';

const bar = page => page.getByRole('region', { name: 'Who is shown' });
const said = (page, words) => bar(page).getByText(words).first().waitFor();
const hash = page => page.evaluate(() => location.hash);

async function unfold(page) {
  const fold = bar(page).locator('details');
  if (!await fold.evaluate(details => details.open)) await bar(page).getByText('Filter', { exact: true }).click();
}

test('a filter is chosen, said, kept in the address, and taken back', () => visit({}, async ({ app, page }) => {
  await app.open();
  await app.openSample();
  await app.show('#/curves');
  await said(page, /^Shown: all \d+\speople\.$/);
  await unfold(page);
  const accounts = bar(page).getByRole('checkbox', { name: 'Accounts' });
  await accounts.focus();
  await page.keyboard.press('Space');
  await said(page, 'Shown: 23 people in the team Accounts.');
  assert.equal(await hash(page), '#/curves?team=Accounts');
  assert.ok(await accounts.evaluate(field => field === document.activeElement), 'the focus stays');
  await bar(page).getByRole('checkbox', { name: 'Billing' }).check();
  await said(page, 'Shown: 44 people in the teams Accounts and Billing.');
  await page.locator('main figure svg').first().waitFor();
  assert.deepEqual(await faults(page), []);

  // The other screens, by their links, with the same people.
  for (const [name, address] of [['KPIs', '#/kpis'], ['Belief', '#/belief'], ['Overview', '#/overview'], ['Timeline', '#/timeline']]) {
    await page.getByRole('link', { name, exact: true }).click();
    await said(page, 'Shown: 44 people');
    assert.equal(await hash(page), `${address}?team=Accounts&team=Billing`);
  }
  await page.getByText(/people, by name/).waitFor();
  await page.getByRole('link', { name: 'Curves', exact: true }).click();
  const [saved] = await Promise.all([
    page.waitForEvent('download'), page.getByRole('button', { name: 'Save .csv' }).first().click(),
  ]);
  const csv = await readFile(await saved.path(), 'utf8');
  assert.match(csv.split('\n')[1], /44\speople in the teams Accounts and Billing/);

  // Found again after a reload; the Back button undoes step by step.
  await page.reload();
  await app.atRest();
  await said(page, 'Shown: 44 people');
  await bar(page).getByRole('button', { name: 'Remove the filter Billing' }).click();
  await said(page, 'Shown: 23 people in the team Accounts.');
  await page.goBack();
  await said(page, 'Shown: 44 people');
  await unfold(page);
  assert.ok(await bar(page).getByRole('checkbox', { name: 'Billing' }).isChecked(), 'the box follows');
  await bar(page).getByRole('button', { name: 'Show everybody' }).click();
  await said(page, /^Shown: all/);
  assert.equal(await hash(page), '#/curves');
}));

test('what is unknown is ignored, and a few are never shown, at 360 pixels', () => visit(
  { context: { viewport: { width: 360, height: 800 } } }, async ({ app, page }) => {
    await app.open();
    await app.openSample();
    await app.show('#/kpis?team=Nowhere&speed=fast');
    await said(page, 'Nobody in these data has the team “Nowhere”');
    await said(page, '“speed=fast” in the address is no filter');
    await page.getByRole('heading', { name: /First application/ }).first().waitFor();
    await app.show('#/kpis?team=Accounts&role=technical%20specialist');
    await said(page, 'Fewer than 5 people match, or nobody.');
    await page.getByRole('heading', { name: 'Nothing is shown with this filter.' }).waitFor();
    assert.equal(await page.locator('main svg').count(), 0, 'no picture');
    await app.show('#/curves?team=Accounts&role=senior%20agent');
    await said(page, 'Widen or clear the filter by role.');
    await page.getByRole('heading', { name: 'Nothing is shown with this filter.' }).waitFor();
    assert.deepEqual(await faults(page), []);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${wide} px too wide`);
  },
));

test('of many teams one is typed and added, and a name that nobody has is said', () => visit({}, async ({ app, page }) => {
  const row = n => `P${n},Team ${String(n % 30).padStart(2, '0')},2025-01-0${1 + n % 9}`;
  const people = ['person_id,team,start_date', ...Array.from({ length: 240 }, (_, n) => row(n))].join('\n');
  const events = ['person_id,date,event,item,value', 'P1,2025-02-03,observed,listens,1', 'P2,2025-06-03,observed,listens,1'].join('\n');
  await app.open();
  await app.offer([{ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(people) },
    { name: 'events.csv', mimeType: 'text/csv', buffer: Buffer.from(events) }]);
  await app.show('#/curves');
  await said(page, /^Shown: all \d+\speople\.$/);
  await unfold(page);
  const field = bar(page).getByLabel('Team, type or choose one to add');
  for (const [name, words] of [['Team 07', 'Shown: 8 people in the team Team 07.'], ['Team 21', 'Shown: 16 people in the teams Team 07 and Team 21.'], ['Team X', 'Team X']]) {
    await field.fill(name);
    await field.press('Enter');
    await said(page, words);
    assert.equal(await field.inputValue(), '', 'ready for the next one');
  }
  await said(page, 'Shown: 16 people in the teams Team 07 and Team 21.');
  assert.deepEqual(await faults(page), []);
}));
