// Every screen and every component, empty and with data, narrow and wide, light and dark: a picture for the eye in
// target/screenshots, and what a machine can see: nothing scrolls sideways, and axe finds no fault of accessibility.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { faults } from './lib/axe.mjs';
import { visit } from './lib/browser.mjs';
import { SCREENS } from './lib/page.mjs';

const PICTURES = fileURLToPath(new URL('../../target/screenshots/', import.meta.url));

// No screen of the navigation, and of no data: the same in both.
const COMPONENTS = '#/components';

await mkdir(PICTURES, { recursive: true });
for (const width of [360, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    const context = { viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' };
    test(`screens at ${width} px, ${colorScheme}`, t => visit({ context }, async ({ app, page }) => {
      await app.open();
      for (const filled of [false, true]) {
        if (filled) await app.openSample();
        for (const screen of [...SCREENS, COMPONENTS]) {
          await app.show(screen);
          await written(page, screen, filled);
          const name = `${screen.slice(2) || 'start'}${filled ? '' : '-empty'}-${width}-${colorScheme}`;
          await t.test(name, () => look(page, name));
        }
      }
    }));
  }
}

/** What the worker writes is there. Without data most of it has nothing to wait for. */
async function written(page, screen, filled) {
  if (screen === COMPONENTS) await page.getByRole('heading', { name: 'Components', level: 1 }).waitFor();
  if (filled) await page.locator('main > .ghost.tall').waitFor({ state: 'detached' });
}

async function look(page, name) {
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${wide} px too wide`);
  assert.deepEqual(await faults(page), []);
}
