// The Timeline screen: people by name, a manager's own plan and team, zoom, names to find, and rows that follow as somebody
// scrolls through thousands of which only those in sight are in the page.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { faults } from './lib/axe.mjs';
import { visit } from './lib/browser.mjs';

const rows = page => page.getByRole('listitem').filter({ has: page.getByRole('img') });
const first = page => rows(page).first().getByRole('img').getAttribute('aria-label');

async function timeline(app, page) {
  await app.show('#/timeline');
  await rows(page).first().waitFor();
}

test('the sample is listed by name, found by a part of a name, and seen as a manager', () => visit({}, async ({ app, page }) => {
  await app.open();
  await app.openSample();
  await timeline(app, page);
  const names = await rows(page).evaluateAll(all => all.map(row => row.querySelector('text').textContent.toLowerCase()));
  assert.deepEqual(names, [...names].sort((a, b) => (a < b ? -1 : 1)));
  await page.getByText('not listed, as that would tell of a small group').waitFor();
  await page.getByRole('table', { name: 'Touchpoints of all managers by phase' }).waitFor();

  const find = page.getByLabel('Name contains');
  await find.pressSequentially('bas');
  await page.getByText('with “bas” in the name').waitFor();
  assert.match(await first(page), /^Bas/);
  assert.ok(await find.evaluate(field => field === document.activeElement), 'the focus stays while typing');
  await find.fill('');
  await page.getByText(/people, by name/).waitFor();

  await page.getByRole('radio', { name: '4 weeks' }).check({ force: true });
  await page.getByRole('button', { name: 'Earlier' }).click();
  const lead = page.locator('.head p');
  const before = await lead.innerText();
  await page.getByRole('button', { name: 'Earlier' }).click();
  await lead.filter({ hasNotText: before }).waitFor();
  assert.deepEqual(await faults(page), []);

  await page.getByLabel('Seen as').selectOption({ index: 1 });
  await page.getByRole('heading', { name: /of your \d+ planned touchpoints happened/ }).waitFor();
  await page.getByText('of your team, by name').waitFor();
  assert.deepEqual(await faults(page), []);
}));

test('the plan is saved as a calendar and the rows as a table, as they are looked at', () => visit({}, async ({ app, page }) => {
  const saved = async name => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return { file: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  };
  await app.open();
  await app.openSample();
  await timeline(app, page);
  const rollout = await saved('Save the plan (.ics)');
  assert.match(rollout.file, /^rampline-plan-\d{4}-\d\d-\d\d\.ics$/);
  assert.match(rollout.text, /^BEGIN:VCALENDAR\r\n[^]*UID:briefing-1-rollout@rampline\r\n[^]*END:VCALENDAR\r\n$/);
  const everybody = await saved('Save the rows (.csv)');
  assert.match(everybody.file, /^rampline-timeline-\d{4}-\d\d-\d\d\.csv$/);
  assert.match(everybody.text, /^row,kind,item,from,to,happened,state,count,data_date,definition\n/);
  assert.ok(everybody.text.includes(',phase,') && !everybody.text.includes(',touchpoint,'));

  await page.getByLabel('Seen as').selectOption({ index: 1 });
  await page.getByRole('heading', { name: /of your \d+ planned touchpoints happened/ }).waitFor();
  const own = await saved('Save the plan (.ics)');
  assert.match(own.text, /UID:weekly_check-1-[0-9a-f]{16}@rampline\r\n/);
  const team = await saved('Save the rows (.csv)');
  assert.ok(team.text.includes(',touchpoint,') && team.text.length < everybody.text.length);
}));

test('observations are shown by week and behaviour, for the same people in the same order', () => visit({}, async ({ app, page }) => {
  await app.open();
  await app.openSample();
  await timeline(app, page);
  const names = () => rows(page).evaluateAll(all => all.map(row => row.querySelector('text').textContent));
  const before = await names();
  await page.getByRole('radio', { name: 'Observations by week' }).check({ force: true });
  await page.getByRole('heading', { name: 'What was observed, person by person and week by week' }).waitFor();
  const after = await names();
  assert.ok(after.length > 5);
  assert.deepEqual(after, before.slice(0, after.length));
  assert.match(await first(page), /^.+: started .+: from \d+\s\w+ \d{4} seen \d+ of \d+/);
  for (const kind of ['looked for and seen', 'seen some of the times', 'looked for and not seen', 'not observed']) {
    await page.getByText(kind, { exact: true }).waitFor();
  }
  await page.getByRole('radio', { name: '4 weeks' }).check({ force: true });
  await page.locator('.tl-row text').filter({ hasText: /^\d+ of \d+$/ }).first().waitFor();
  const list = page.locator('[data-rows]');
  await list.focus();
  await page.keyboard.press('End');
  const last = String(await list.getAttribute('data-rows'));
  await page.locator(`.tl-row[aria-posinset="${last}"]`).waitFor();
  assert.deepEqual(await faults(page), []);
}));

test('of thousands of people only the rows in sight are in the page', () => visit({}, async ({ app, page }) => {
  const many = 4_000;
  const id = at => `p${String(at).padStart(5, '0')}`;
  const day = at => `2026-0${1 + at % 6}-1${at % 9}`;
  const people = Array.from({ length: many }, (_, at) => `${id(at)},${day(at)},Person ${id(at)}`);
  const events = Array.from({ length: many }, (_, at) => `${id(at)},2026-08-0${1 + at % 9},observed,ask,1`);
  const file = (name, head, lines) => ({ name, mimeType: 'text/csv', buffer: Buffer.from([head, ...lines, ''].join('\n')) });
  await app.open();
  await app.offer([
    file('people.csv', 'person_id,start_date,name', people), file('events.csv', 'person_id,date,event,item,value', events),
  ]);
  await timeline(app, page);
  const list = page.locator('[data-rows]');
  assert.equal(await list.getAttribute('data-rows'), String(many));
  for (const part of [0.5, 0.9, 1, 0]) {
    await list.evaluate((box, to) => { box.scrollTop = to * box.scrollHeight; }, part);
    // Every row in sight is there.
    await page.waitForFunction(() => {
      const box = document.querySelector('[data-rows]');
      const { top, bottom } = box.getBoundingClientRect();
      const seen = [...box.querySelectorAll('.tl-row')].map(row => row.getBoundingClientRect());
      return seen.some(row => row.top <= top + 1) && seen.some(row => row.bottom >= bottom - 1);
    });
    assert.ok(await rows(page).count() < 200);
  }
  assert.match(await first(page), /^Person p00000:/);
  await list.focus();
  await page.keyboard.press('End');
  await page.locator('.tl-row').last().filter({ hasText: `Person ${id(many - 1)}` }).waitFor();
}));

test('printing brings every row, not only those in sight', () => visit({}, async ({ app, page }) => {
  await page.addInitScript(() => {
    window.print = () => { window.printed = document.querySelectorAll('.tl-row').length; };
  });
  await app.open();
  await app.openSample();
  await app.show('#/timeline');
  const list = page.getByRole('region', { name: 'People, one row each' });
  await list.waitFor();
  const all = Number(await list.getAttribute('data-rows'));
  assert.ok(all > await page.locator('.tl-row').count(), `${all} rows`);
  await page.getByRole('button', { name: 'Print' }).click();
  await page.waitForFunction(() => window.printed !== undefined);
  assert.equal(await page.evaluate(() => window.printed), all);
  await page.emulateMedia({ media: 'print' });
  const cut = await list.evaluate(list => list.scrollHeight - list.clientHeight);
  assert.ok(cut <= 1, `${cut} px of the list are not on paper`);
}));
