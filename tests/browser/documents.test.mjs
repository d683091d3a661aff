// Screens that the worker writes: KPIs, Belief, Overview, and what stands below the curve of Curves. Each picture has its finding, its caveat, its table and its
// files, is read by pointer and by keys, and follows what is chosen elsewhere.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { visit } from './lib/browser.mjs';

const plates = page => page.locator('.plate');
const readout = plate => plate.locator('.readout');

async function shows(app, page, screen, title) {
  await app.show(screen);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await plates(page).first().waitFor();
}

async function saved(page, plate, name) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    plate.getByRole('button', { name }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('the sample opens on the overview, and every part of it opens its detail', () => visit({}, async ({ app, page }) => {
  await app.open();
  await app.openSample();
  assert.equal(await page.evaluate(() => location.hash), '#/overview');
  await page.getByRole('heading', { name: /^Since / }).waitFor();
  assert.equal(await page.locator('.kpi').count(), 3);
  assert.equal(await plates(page).count(), 2);
  for (const [link, title] of [
    ['By month and by team', 'KPIs'], ['Each audience over time', 'Belief'], [/^Groups, milestones/, 'Curves'],
  ]) {
    await app.show('#/overview');
    await page.getByRole('link', { name: link }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  }
}));

test('every picture has its finding, its words for who cannot see it, its table and its files', () => visit({}, async ({ app, page }) => {
  await app.open();
  await app.openSample();
  let pictures = 0;
  for (const [screen, title] of [['#/overview', 'Overview'], ['#/kpis', 'KPIs'], ['#/belief', 'Belief'], ['#/curves', 'Curves']]) {
    await shows(app, page, screen, title);
    for (const plate of await plates(page).all()) {
      pictures += 1;
      assert.match(await plate.getByRole('heading', { level: 3 }).first().innerText(), /\.$/);
      assert.ok(await plate.locator('.caveat').first().innerText());
      assert.match(await plate.getByRole('img').getAttribute('aria-label'), /table below/);
      await plate.getByText('Show as a table').click();
      assert.ok(await plate.locator('tbody th').count() > 0);
      const svg = await saved(page, plate, 'Save .svg');
      assert.match(svg.name, /^rampline-[a-z-]+-\d{4}-\d\d-\d\d\.svg$/);
      assert.match(svg.bytes.toString(), /Definition: Standard\./);
      const csv = (await saved(page, plate, 'Save .csv')).bytes.toString().trim().split('\n');
      assert.ok(csv.length > 1 && csv.every(line => line.split(',').length >= csv[0].split(',').length), csv[0]);
      const png = await saved(page, plate, 'Save .png');
      assert.equal(png.bytes.subarray(1, 4).toString(), 'PNG');
    }
  }
  assert.ok(pictures >= 7, `${pictures} pictures`);
}));

test('a picture is copied to the clipboard', () => visit({}, async ({ app, page, context, site }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(site.url).origin });
  await app.open();
  await app.openSample();
  await app.show('#/curves');
  await page.getByRole('button', { name: 'Copy picture' }).click();
  await page.getByText('The picture is on the clipboard.').waitFor();
  const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(item => item.types));
  assert.deepEqual(types, ['image/png']);
}));

test('a value is read by arrow keys and by the pointer', () => visit({}, async ({ app, page }) => {
  await app.open();
  await app.openSample();
  await shows(app, page, '#/kpis', 'KPIs');
  const plate = plates(page).first();
  const slider = plate.getByRole('slider');
  await slider.focus();
  await page.keyboard.press('Home');
  const first = await readout(plate).innerText();
  assert.match(first, /20\d\d: .*\d of \d/);
  assert.equal(await slider.getAttribute('aria-valuenow'), '0');
  await page.keyboard.press('ArrowRight');
  const second = await readout(plate).innerText();
  assert.notEqual(second, first);
  assert.match(await slider.getAttribute('aria-valuetext'), /20\d\d\. /);
  const box = await slider.boundingBox();
  await page.mouse.move(box.x + 2, box.y + box.height / 2);
  await readout(plate).filter({ hasText: first.split(':')[0] }).waitFor();
}));

test('teams are in order of name and small ones are hidden', () => visit({}, async ({ app, page }) => {
  await app.open();
  await app.openSample();
  await shows(app, page, '#/kpis', 'KPIs');
  const funnel = plates(page).nth(1);
  await funnel.getByText('Show as a table').click();
  const names = await funnel.locator('tbody th').allInnerTexts();
  const hidden = await funnel.locator('tbody tr', { hasText: 'not shown, small group' }).count();
  const shown = names.slice(0, names.length - hidden);
  assert.ok(shown.length > 1);
  assert.deepEqual(shown, [...shown].sort());
}));

test('a screen follows a changed definition', () => visit({}, async ({ app, page }) => {
  await app.open();
  await app.openSample();
  await page.getByRole('heading', { name: /^Since / }).waitFor();
  const finding = plates(page).first().getByRole('heading', { level: 3 });
  const before = await finding.innerText();
  await app.choose({ k: 1, n: 1 });
  await finding.filter({ hasNotText: before }).waitFor();
}));
