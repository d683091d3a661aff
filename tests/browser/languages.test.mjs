// The product in another language: chosen from the browser, whole on every screen, switched in place.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { faults } from './lib/axe.mjs';
import { visit } from './lib/browser.mjs';
import { SCREENS } from './lib/page.mjs';

const catalog = await readFile(new URL('../../public/languages/de.po', import.meta.url), 'utf8');
const texts = [...catalog.matchAll(/^msgid "(.+)"\nmsgstr "(.+)"$/gm)].map(([, english, german]) => [english, german]);
/** English of which a screen in German holds nothing: whole texts of several words, without values in them. */
const english = texts.filter(([from, to]) => from !== to && !from.includes('{') && from.trim().split(' ').length > 2).map(([from]) => from.trim());
/** What names people and teams, files and items of the sample is in no language. */
const shown = page => page.evaluate(() => `${document.body.innerText}\n${document.title}`.replaceAll('\u00a0', ' '));
const german = { context: { locale: 'de-DE' } };

async function settled(page) {
  await page.waitForFunction(() => document.querySelector('main').dataset.state !== 'importing');
  await page.waitForTimeout(400);
}

test('a German browser reads German on every screen', () => visit(german, async ({ app, page }) => {
  assert.ok(english.length > 300, 'the test knows what to look for');
  await app.open();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
  await page.getByRole('heading', { name: 'Wie lange, bis Menschen die Aufgabe beherrschen?' }).waitFor();
  await page.getByRole('button', { name: 'Beispielfirma ansehen' }).click();
  await page.getByRole('heading', { name: 'Übersicht' }).waitFor();
  for (const screen of SCREENS) {
    await page.evaluate(to => { location.hash = to; }, screen);
    await settled(page);
    if (screen === '#/curves') await page.getByRole('heading', { name: 'Geht es schneller?' }).waitFor();
    await page.evaluate(() => document.querySelectorAll('main details').forEach(fold => { fold.open = true; }));
    const text = await shown(page);
    assert.deepEqual(english.filter(words => text.includes(words)), [], screen);
    assert.deepEqual(await faults(page), [], screen);
  }
}));

test('numbers and dates are those of the browser for that language', () => visit(german, async ({ app, page }) => {
  await app.open();
  await page.getByRole('button', { name: 'Beispielfirma ansehen' }).click();
  await page.getByRole('heading', { name: 'Übersicht' }).waitFor();
  await settled(page);
  const [day, decimal] = await page.evaluate(() => [
    new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(2026, 8, 30)),
    new Intl.NumberFormat('de-DE', { minimumFractionDigits: 1 }).format(25.3),
  ]);
  const text = await shown(page);
  assert.ok(text.includes(day), day);
  assert.ok(text.includes(decimal), decimal);
  // Every month as the browser names it, in full and short.
  const months = await page.evaluate(() => ['en-GB', 'de-DE'].map(locale => ['long', 'short'].map(month =>
    [...Array(12).keys()].map(at => new Intl.DateTimeFormat(locale, { month }).format(new Date(2026, at, 1))))));
  const said = new Map(texts);
  const [[long], [, ]] = months;
  long.forEach((month, at) => assert.equal(said.get(month), months[1][0][at]));
  const short = name => name.replace('.', '').slice(0, 3);
  long.forEach((month, at) => assert.equal(short(said.get(month.slice(0, 3))), short(months[1][1][at])));
}));

test('another language is chosen in place and stays, with the data as they are', () => visit(german, async ({ app, page }) => {
  await app.open();
  await page.getByRole('button', { name: 'Beispielfirma ansehen' }).click();
  await page.getByRole('heading', { name: 'Übersicht' }).waitFor();
  await settled(page);
  await page.getByLabel('Sprache').selectOption('en');
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await page.getByText('Half of the learners can do the job by day').first().waitFor();
  await settled(page);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'language', 'the focus is not lost');
  await page.evaluate(() => { location.hash = '#/definitions'; });
  await page.getByRole('heading', { name: 'The definition in force' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'The definition in force' }).waitFor();
  await page.getByLabel('Language').selectOption('de');
  await page.getByRole('heading', { name: 'Die Definition in Kraft' }).waitFor();
  const text = await shown(page);
  assert.deepEqual(english.filter(words => text.includes(words)), []);
  // A picture speaks as its screen does; a table for machines keeps its words.
  await page.evaluate(() => { location.hash = '#/curves'; });
  await settled(page);
  const [saved] = await Promise.all([
    page.waitForEvent('download'), page.getByRole('button', { name: 'Bild speichern (.svg)' }).click(),
  ]);
  assert.match(await readFile(await saved.path(), 'utf8'), /Anteil kompetent/);
}));

test('without its file the page speaks English', () => visit({ context: { locale: 'de-DE', serviceWorkers: 'block' }, troubled: true }, async ({ app, page }) => {
  await page.route('**/languages/*.po', route => route.abort());
  await app.open();
  await page.getByRole('heading', { name: 'How long until people can do the job?' }).waitFor();
  await page.getByLabel('Language').selectOption('de');
  await page.getByText('The language could not be loaded.').waitFor();
}));
