// Starts the app and registers the service worker. If the app cannot start, says why and what to do.

// The smallest module with a SIMD instruction: a browser without SIMD cannot compile the app.
const SIMD = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]);

const TOO_OLD = {
  what: 'This browser cannot run Rampline.',
  todo: 'It needs WebAssembly with SIMD: Chrome or Edge 91, Firefox 89, Safari 16.4 or newer. '
    + 'If your browser is newer, WebAssembly may be switched off by a policy: ask your IT department to allow it for this page.',
};
const NOT_LOADED = {
  what: 'A part of Rampline could not be loaded.',
  todo: 'Load the page again. If that does not help, a filter on your network may hold back .js or .wasm files: '
    + 'ask your IT department to allow them for this address.',
};
const NOT_STARTED = {
  what: 'Rampline could not start.',
  todo: 'Load the page again. What you have imported is still stored in this browser.',
};

class Stop extends Error {
  constructor(screen, details) {
    super(details);
    this.screen = screen;
  }
}

async function start() {
  if (typeof WebAssembly !== 'object' || !WebAssembly.validate(SIMD)) {
    throw new Stop(TOO_OLD, 'WebAssembly with SIMD is missing');
  }
  const [app, wasm, texts] = await Promise.all([
    importPart(document.getElementById('app-js').href),
    fetchPart(document.getElementById('app-wasm').href),
    fetchTexts(),
  ]);
  globalThis.ramplineTexts = texts;
  await app.default({ module_or_path: wasm });
}

async function fetchPart(url) {
  const response = await fetch(url).catch(error => { throw new Stop(NOT_LOADED, `${url}: ${error.message}`); });
  if (!response.ok) throw new Stop(NOT_LOADED, `${url}: ${response.status} ${response.statusText}`);
  return response;
}

/** The texts of the language that was chosen, else of the first one of the browser's that there is; English has none. */
async function fetchTexts() {
  const there = (document.querySelector('meta[name=languages]')?.content ?? '').split(', ').map(one => one.split(' ')[0]);
  const code = [chosenLanguage(), ...navigator.languages.map(name => name.slice(0, 2))]
    .find(code => code === 'en' || there.includes(code));
  if (!code || code === 'en') return '';
  // Without its texts the page speaks English.
  return fetchPart(`languages/${code}.po`).then(response => response.text()).catch(error => (console.warn(error), ''));
}

function chosenLanguage() {
  try {
    return localStorage.getItem('rampline.language');
  } catch (blocked) {
    return null;
  }
}

async function importPart(url) {
  return import(url).catch(error => { throw new Stop(NOT_LOADED, `${url}: ${error.message}`); });
}

/** Replaces the loading screen; brings it back when the app had already taken it away. */
function showStop(error) {
  const { what, todo } = error.screen ?? NOT_STARTED;
  const main = boot.querySelector('main');
  const note = element('div', '');
  note.setAttribute('role', 'alert');
  const details = element('details', '');
  details.append(element('summary', 'Details'), element('p', String(error.message ?? error), 'boot-details'));
  note.append(element('h1', what), element('p', todo), details);
  main.dataset.state = 'error';
  main.replaceChildren(note);
  document.body.replaceChildren(boot);
}

function element(name, text, className = '') {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

/** Keeps the site for use without a network. The app hears of a newer version by the event `rampline-update`. */
async function keepOffline() {
  const registration = await navigator.serviceWorker.register('sw.js', { updateViaCache: 'none' });
  const tell = () => {
    if (registration.waiting && navigator.serviceWorker.controller) dispatchEvent(new Event('rampline-update'));
  };
  tell();
  registration.addEventListener('updatefound', () => registration.installing.addEventListener('statechange', tell));
}

const boot = document.getElementById('boot');
start().catch(error => {
  console.error(error);
  showStop(error);
});

// Secure contexts only: elsewhere there is no service worker, and Rampline works with the network.
if ('serviceWorker' in navigator) {
  addEventListener('load', () => keepOffline().catch(error => console.warn('Not kept for offline use:', error)));
}
