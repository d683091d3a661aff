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
