// A closer look at the curve, below it on the Curves screen: worked out when the screen is shown, and never before the numbers
// of a changed rule.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults } from './lib/axe.mjs';
import { visit } from './lib/browser.mjs';

const part = (page, title) => page.getByRole('region', { name: title });
const dialog = page => page.getByRole('dialog');
const looked = page => dialog(page).getByRole('heading', { level: 2 }).filter({ hasNotText: 'Being looked up' });

async function curves(app, page) {
  await app.open();
  await app.openSample();
  await app.show('#/curves');
  await part(page, 'Which behaviour takes longest?').getByRole('img').waitFor();
}

test('each behaviour has its curve, and its numbers open under the rule with that behaviour alone', () => visit({}, async ({ app, page }) => {
  await curves(app, page);
  const behaviours = part(page, 'Which behaviour takes longest?');
  await behaviours.getByText('Show as a table').click();
  const rows = behaviours.getByRole('table', { name: /Days until a behaviour alone/ }).locator('tbody tr');
  const names = await rows.locator('th').allInnerTexts();
  assert.ok(names.length > 1);
  assert.deepEqual(names, [...names].sort());
  const median = rows.first().locator('.num').last();
  const day = await median.innerText();
  await median.click();
  await dialog(page).getByText(`the behaviour ${names[0]} holds`).waitFor();
  assert.match(await looked(page).innerText(), /^Day by which half are competent/);
  await page.keyboard.press('Escape');

  await behaviours.getByRole('slider').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await behaviours.locator('.readout .num').first().click();
  await dialog(page).getByText(`the behaviour ${names[0]} holds`).waitFor();
  await page.keyboard.press('Escape');
  assert.deepEqual(await faults(page), []);

  // The rule with one behaviour is that behaviour.
  await page.getByText('Change the rule').click();
  for (const other of names.slice(1)) await page.getByRole('checkbox', { name: other }).uncheck();
  await behaviours.getByText('The rule has one behaviour').waitFor();
  const half = page.getByRole('table', { name: /Competent share with its/ }).locator('tbody tr').first().locator('.num').nth(4);
  assert.equal(await half.innerText(), day);
}));

test('the landmark comparison stands on several days, and the saved one is reported', () => visit({}, async ({ app, page }) => {
  await curves(app, page);
  const coaching = part(page, 'Does coaching go together with it?');
  await coaching.getByRole('heading', { name: /^The conclusion (does not depend|depends) on the day chosen/ }).waitFor();
  await coaching.getByText('Day 21 is saved in the definition and stays the one that is reported').waitFor();
  await coaching.getByText('Show as a table').click();
  const table = coaching.getByRole('table', { name: /Learners neither competent nor gone/ });
  const rows = await table.locator('tbody tr').evaluateAll(all => all.map(row => [...row.children].map(cell => cell.firstChild.textContent)));
  assert.deepEqual(rows.map(([day]) => day), ['Day 14', 'Day 21, saved', 'Day 28', 'Day 42', 'Day 56']);
  for (const [day, people, yes, not] of rows.filter(row => row[2] !== '–')) {
    assert.equal(Number(people), Number(yes) + Number(not), day);
  }
  const saved = rows[1].at(-1).replace('−', '');
  await coaching.getByText(`is ${saved} days earlier on average`).waitFor();
  await table.locator('.num').first().click();
  assert.match(await looked(page).innerText(), /by day 14$/);
  await page.keyboard.press('Escape');
}));

test('cohorts stand in order of time, with what their curves rest on', () => visit({}, async ({ app, page }) => {
  await curves(app, page);
  const starters = part(page, 'Does it get shorter?');
  await starters.getByText('Days saved over the first').waitFor();
  await starters.getByText('A gray ribbon lies under a line where follow-up is short').waitFor();
  assert.ok(await starters.locator('path.short').count() > 0);
  await starters.getByText('Show as a table').click();
  const names = await starters.locator('tbody th').allInnerTexts();
  // In the readout first, then in the table: each in order of time.
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const at = name => Number(name.match(/\d{4}/)[0]) * 12 + months.indexOf(name.slice(0, 3));
  const table = names.slice(-new Set(names).size).map(at);
  assert.ok(table.length > 1);
  assert.deepEqual(table, [...table].sort((a, b) => a - b));
  assert.deepEqual(await faults(page), []);
}));
