// Every number opens to what it rests on, by mouse and by keyboard, and small groups stay hidden there.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { faults } from './lib/axe.mjs';
import { visit } from './lib/browser.mjs';

const dialog = page => page.getByRole('dialog');
const looked = page => dialog(page).getByRole('heading', { level: 2 }).filter({ hasNotText: 'Being looked up' });

async function curvesOfTheSample(app, page) {
  await app.open();
  await app.openSample();
  await app.show('#/curves');
  // The numbers beyond the curve follow when nothing else is asked.
  await page.getByRole('heading', { name: 'First steps on the way' }).waitFor();
}

test('every number on the screen opens', () => visit({}, async ({ app, page }) => {
  await curvesOfTheSample(app, page);
  for (const group of ['', 'team']) {
    await app.choose({ group });
    const titles = new Set();
    // The days of an at-risk table open alike, and the rows of a long table: the last one stands for them, of rows also the first.
    await page.evaluate(() => {
      const alike = numbers => numbers.forEach(number => { number.dataset.alike = ''; });
      alike(document.querySelectorAll('[aria-label="At risk, table"] td:not(:last-child) .num'));
      document.querySelectorAll('main table').forEach(table => [...table.tBodies[0].rows].slice(1, -1)
        .forEach(row => alike(row.querySelectorAll('.num'))));
    });
    const numbers = page.locator('.num:not([data-alike])');
    const count = await numbers.count();
    assert.ok(count > 20, `${count} numbers`);
    for (let at = 0; at < count; at += 1) {
      // Numbers behind a fold are looked at, too.
      await numbers.nth(at).evaluate(number => { number.closest('details')?.setAttribute('open', ''); number.click(); });
      const title = await looked(page).innerText();
      assert.doesNotMatch(title, /not shown/, await numbers.nth(at).innerText());
      titles.add(title);
      await dialog(page).getByText('Formula', { exact: true }).waitFor();
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'hidden' });
    }
    assert.ok(titles.size > 20, [...titles].join('; '));
  }
}));

test('a number says what was used and left out, lists people by id and gives its table', () => visit({}, async ({ app, page }) => {
  await curvesOfTheSample(app, page);
  const { counts } = await app.report();
  const median = page.getByRole('table', { name: /Competent share with its/ }).locator('.num').nth(4);
  await median.focus();
  await page.keyboard.press('Enter');
  await looked(page).waitFor();
  assert.deepEqual(await faults(page), []);
  const text = await dialog(page).innerText();
  const [, used] = text.match(/Used: (\d+) learners/);
  const [ofPeople] = text.split(/Used: [\d,]+ observations/);
  const left = [...ofPeople.matchAll(/^(\d+) left out/gm)].map(found => Number(found[1]));
  assert.equal(Number(used) + left.reduce((sum, n) => sum + n, 0), counts.people, text);
  await dialog(page).getByText(/people, by id/).click();
  const ids = await dialog(page).getByRole('region', { name: 'The people behind the number, table' }).locator('tbody th').allInnerTexts();
  assert.deepEqual(ids, [...ids].sort());
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: 'Save its table (.csv)' }).click(),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  assert.ok(csv.split('\n').length > 20 && csv.includes(','), csv.slice(0, 200));
  await dialog(page).getByText(/rows, by id/).click();
  const listed = dialog(page).getByRole('region', { name: 'The rows behind the number, table' }).getByRole('row');
  const [rows] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: 'Save its rows (.csv)' }).click(),
  ]);
  const behind = (await readFile(await rows.path(), 'utf8')).trim().split('\n');
  assert.equal(behind[0], 'person,date,event,item,value,context,counts');
  assert.ok(behind.length >= await listed.count() && await listed.count() > 100);
  assert.ok(behind.slice(1).every(row => ids.includes(row.split(',')[0])), 'rows of the people listed only');
  await page.keyboard.press('Escape');
  assert.ok(await median.evaluate(number => number === document.activeElement), 'the focus is back on the number');
}));

test('what is read off the picture opens, by keyboard too', () => visit({}, async ({ app, page }) => {
  await curvesOfTheSample(app, page);
  for (const [group, leavers, title] of [
    ['', 'Censored', /^Share competent by day (\d+), all learners$/],
    ['team', 'Of all who started', /^Share competent by day (\d+) of all who started, the learners in /],
  ]) {
    await app.choose({ group });
    await page.getByRole('radio', { name: leavers, exact: true }).check();
    await page.getByRole('slider', { name: /Day to read/ }).first().focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    const [, day] = (await page.locator('.readout caption').first().innerText()).match(/^Day (\d+)/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const [, opened] = (await looked(page).innerText()).match(title);
    assert.equal(opened, day);
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
  }
}));

test('going to another screen closes the number', () => visit({}, async ({ app, page }) => {
  await curvesOfTheSample(app, page);
  await page.locator('table .num').first().click();
  await looked(page).waitFor();
  await app.show('#/data');
  await dialog(page).waitFor({ state: 'hidden' });
}));
