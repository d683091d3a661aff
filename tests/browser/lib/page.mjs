// The page as a user meets it: names of roles and buttons only, and the states and measures it promises.
import { readFile } from 'node:fs/promises';

const FILES = 'input[type=file][multiple]';
export const SCREENS = ['#/', '#/overview', '#/curves', '#/kpis', '#/belief', '#/timeline', '#/definitions', '#/import', '#/data'];

// In the page, before its scripts.
const watch = () => {
  window.watched = { changes: 0, longTasks: [] };
  new MutationObserver(records => { window.watched.changes += records.length; })
    .observe(document, { subtree: true, attributes: true, attributeFilter: ['data-state'] });
  new PerformanceObserver(list => {
    for (const task of list.getEntries()) window.watched.longTasks.push({ start: task.startTime, ms: task.duration });
  }).observe({ type: 'longtask' });
};

export class Rampline {
  constructor(page, url) {
    this.page = page;
    this.url = url;
    page.setDefaultTimeout(30_000);
  }

  /** Opens the page and waits until it has read back what was stored. */
  async open(hash = '') {
    await this.page.addInitScript(watch);
    await this.page.goto(this.url + hash, { waitUntil: 'load' });
    return this.atRest();
  }

  /** The state after whatever is under way. */
  async atRest({ after = -1, timeout = 60_000 } = {}) {
    await this.page.waitForFunction(seen => {
      const state = document.querySelector('main')?.dataset.state;
      return window.watched.changes > seen && state && state !== 'importing';
    }, after, { timeout });
    return this.state();
  }

  state() {
    return this.page.evaluate(() => document.querySelector('main').dataset.state);
  }

  changes() {
    return this.page.evaluate(() => window.watched.changes);
  }

  /** Drops files (paths, or `{ name, mimeType, buffer }`) and waits until the page has dealt with them. */
  async offer(files, options = {}) {
    const after = await this.changes();
    await this.page.setInputFiles(FILES, files);
    return this.atRest({ ...options, after });
  }

  /** Drops files and presses Cancel as soon as it appears. */
  async offerAndCancel(files) {
    const after = await this.changes();
    await this.page.evaluate(() => {
      const press = (_, observer) => {
        const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Cancel');
        if (!button) return;
        observer.disconnect();
        button.click();
      };
      new MutationObserver(press).observe(document, { childList: true, subtree: true });
    });
    await this.page.setInputFiles(FILES, files);
    return this.atRest({ after });
  }

  /** Opens the sample company; the time until it is on the screen, in milliseconds of the page's clock. */
  async openSample() {
    await this.show('#/');
    const after = await this.changes();
    const start = await this.now();
    await this.page.getByRole('button', { name: 'Try the sample company' }).first().click();
    const state = await this.atRest({ after });
    return { state, ms: await this.now() - start };
  }

  now() {
    return this.page.evaluate(() => performance.now());
  }

  /** Goes to a screen within the page, as its links do. */
  async show(hash) {
    await this.page.evaluate(to => { location.hash = to; }, hash);
    await this.page.waitForFunction(to => location.hash === to, hash);
  }

  /** Durations of a User Timing measure, in the order in which they were taken. */
  measures(name) {
    return this.page.evaluate(of => performance.getEntriesByName(of, 'measure').map(entry => entry.duration), name);
  }

  longTasks() {
    return this.page.evaluate(() => window.watched.longTasks);
  }

  /** What the controls of the rule do, by the hook for automation. */
  choose(change) {
    return this.page.evaluate(choice => window.__bench.set(choice), change);
  }

  /** Uses another definition, through the fields of the Definitions screen. */
  async define({ launch, min_span, lower = [] }) {
    await this.show('#/definitions');
    const fields = [['Launch of the rollout', launch], ['Days the evidence covers at least', min_span]];
    for (const [label, value] of fields.filter(([, value]) => value !== undefined)) {
      const field = this.page.getByLabel(label);
      await field.fill(String(value));
      await field.blur();
    }
    for (const item of lower) await this.page.getByLabel(item, { exact: true }).check();
    const before = (await this.measures('recompute')).length;
    await this.page.getByRole('button', { name: 'Use without a name' }).click();
    await this.page.waitForFunction(seen => performance.getEntriesByName('recompute', 'measure').length > seen, before);
  }

  async report() {
    const button = this.page.getByRole('button', { name: 'Download report (.json)', exact: true });
    if (!await button.isVisible()) await this.show('#/curves');
    const [download] = await Promise.all([this.page.waitForEvent('download'), button.click()]);
    return JSON.parse(await readFile(await download.path(), 'utf8'));
  }

  /** What was said so that it interrupts; the place for it may be there, empty, from the start. */
  alert() {
    return this.page.getByRole('alert').filter({ hasText: /\S/ }).first();
  }

  /** Saving follows the painting: waits until the page says how much is stored. */
  async saved() {
    await this.show('#/data');
    await this.page.getByText('on this device').waitFor();
  }

  async erase() {
    await this.show('#/data');
    const after = await this.changes();
    await this.page.getByRole('button', { name: 'Erase everything' }).click();
    await this.page.getByRole('button', { name: 'Yes, erase' }).click();
    return this.atRest({ after });
  }
}
