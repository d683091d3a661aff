// A fresh Chromium with the built site, watched for whatever must never happen.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { Rampline } from './page.mjs';
import { serveSite } from './site.mjs';

const CHROMIUM = [
  process.env.RAMPLINE_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome',
].find(path => path && existsSync(path));

// No sandbox, as the tests also run as root; the rest keeps Chromium itself from asking the network.
const ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

/**
 * Opens a browser beside a server, runs the body, and fails on any error of the page, any breach of its policy and any
 * request to another origin.
 *
 * @param {object} options
 * @param {object} options.site what `serveSite` takes
 * @param {object} options.context what Playwright's contexts take
 * @param {object} options.profile what `withProfile` gives: it outlives the visit
 * @param {boolean} options.troubled errors of the page are what is tested
 * @param {({ app, page, context, site, open }) => Promise} body `app` is not yet opened; `open()` gives another tab
 */
export async function visit({ site: place, context: settings, profile, troubled = false } = {}, body) {
  assert.ok(CHROMIUM, 'Chromium is missing: `cargo xtask test browser` installs it or says how');
  // What a browser keeps belongs to an origin, so a profile comes back to the port of its first visit.
  const site = await serveSite({ port: profile?.port, ...place });
  if (profile) profile.port = site.port;
  const folder = profile?.folder ?? await mkdtemp(join(tmpdir(), 'rampline-profile-'));
  const context = await chromium.launchPersistentContext(folder, { executablePath: CHROMIUM, args: ARGS, ...settings });
  const troubles = [];
  watch(context, site.origin, troubles);
  try {
    const open = async () => new Rampline(await context.newPage(), site.url);
    const app = await open();
    await body({ app, page: app.page, context, site, open });
    assert.deepEqual(troubled ? troubles.filter(trouble => trouble.foreign) : troubles, []);
  } finally {
    await context.close();
    await site.close();
    if (!profile) await rm(folder, { recursive: true, force: true });
  }
}

function watch(context, origin, troubles) {
  context.on('weberror', error => troubles.push({ error: String(error.error()) }));
  context.on('console', message => {
    if (message.type() === 'error') troubles.push({ error: message.text(), at: message.location().url });
  });
  context.on('request', request => {
    const url = new URL(request.url());
    if (/^(http|ws)/.test(url.protocol) && url.origin !== origin) troubles.push({ foreign: request.url() });
  });
}

/** A browser's profile for visits that follow one another. */
export async function withProfile(body) {
  const folder = await mkdtemp(join(tmpdir(), 'rampline-profile-'));
  try {
    await body({ folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
