// Nothing leaves: the page's own policy forbids it, and nothing in the site tries.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { visit } from './lib/browser.mjs';
import { reference } from './lib/files.mjs';
import { SCREENS } from './lib/page.mjs';
import { DIST } from './lib/site.mjs';

const html = await readFile(join(DIST, 'index.html'), 'utf8');

test('the policy allows this origin only', () => {
  const policy = html.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/)[1];
  const rules = Object.fromEntries(policy.split('; ').map(rule => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]));
  assert.deepEqual(rules, {
    'default-src': "'none'",
    'script-src': "'self' 'wasm-unsafe-eval'",
    'style-src': "'self'",
    'img-src': "'self' blob:",
    'connect-src': "'self'",
    'worker-src': "'self'",
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
  });
});

const absent = [
  ['inline script', /<script(?![^>]*\ssrc=)/i],
  ['inline style', /<style|\sstyle=/i],
  ['inline handler', /\son[a-z]+=/i],
  ['address of another host', /(?:src|href)="(?:https?:)?\/\//i],
];
for (const [what, pattern] of absent) {
  test(`the page has no ${what}`, () => assert.doesNotMatch(html, pattern));
}

test('the policy comes before anything it governs', () => {
  assert.ok(html.indexOf('Content-Security-Policy') < html.search(/<script|<link/));
});

test('no style sheet asks for a file elsewhere', async () => {
  for (const name of (await readdir(DIST)).filter(name => name.endsWith('.css'))) {
    assert.doesNotMatch(await readFile(join(DIST, name), 'utf8'), /@import|url\(\s*["']?(?:https?:)?\/\//, name);
  }
});

// `visit` fails on a breach of the policy and on a request to another origin.
test('no screen breaks the policy', () => visit({}, async ({ app }) => {
  await app.open();
  assert.equal(await app.offer((await reference('small')).files), 'ready');
  for (const screen of SCREENS) await app.show(screen);
  await app.report();
}));

test('a request that somebody smuggles in is refused', () => visit({ troubled: true }, async ({ app, page }) => {
  await app.open();
  const refused = page.evaluate(() => fetch('https://example.org/').then(() => 'sent', () => 'refused'));
  assert.equal(await refused, 'refused');
}));
