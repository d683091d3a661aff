// Keeps the whole site for use without a network. `cargo xtask build` writes two constants above this line:
// VERSION, and FILES with each file's path and integrity.
//
// One version is one cache. A new version waits until the pages of the old one are gone, so that a running page never
// gets a part of another version; reloading the only open page lets it in.

// Several copies of the site may live on one host: the scope tells their caches apart.
const PREFIX = `rampline ${registration.scope} `;
const CACHE = PREFIX + VERSION;
// Asks for the same address once more, when the new version answers. It names an icon, or the browser would look for one.
const AGAIN = '<!doctype html><title>Rampline</title><link rel="icon" href="icons/mark.svg">';

addEventListener('install', event => event.waitUntil(install()));
addEventListener('activate', event => event.waitUntil(activate()));
addEventListener('message', event => { if (event.data === 'activate') skipWaiting(); });
addEventListener('fetch', event => {
  if (event.request.method === 'GET' && event.request.url.startsWith(registration.scope)) {
    event.respondWith(answer(event.request));
  }
});

/** A file that changed on the host meanwhile fails its integrity, and the earlier version stays whole. */
async function install() {
  const cache = await caches.open(CACHE);
  const requests = FILES.map(([path, integrity]) => new Request(path, { integrity, cache: 'no-cache' }));
  await cache.addAll(requests).catch(async error => {
    await caches.delete(CACHE);
    throw error;
  });
}

async function activate() {
  const old = (await caches.keys()).filter(name => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map(name => caches.delete(name)));
  await clients.claim();
}

async function answer(request) {
  if (request.mode === 'navigate') {
    const newer = registration.waiting;
    if (newer && (await clients.matchAll()).length < 2) {
      newer.postMessage('activate');
      return new Response(AGAIN, { headers: { 'content-type': 'text/html', refresh: '0' } });
    }
  }
  const cache = await caches.open(CACHE);
  // One page answers under two names; a host may redirect from the long one, so the short one is stored.
  const url = request.url.replace(/\/index\.html(?=[?#]|$)/, '/');
  return (await cache.match(url, { ignoreSearch: true, ignoreVary: true })) ?? fetch(request);
}
