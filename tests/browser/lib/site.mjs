// Serves the built site on a port of its own, from the root or from a folder of the host, as any static host would.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url));

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm',
  '.json': 'application/json', '.webmanifest': 'application/manifest+json', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.csv': 'text/csv',
};

/**
 * @param {object} options
 * @param {string} options.folder what to serve
 * @param {string} options.under the path it appears under
 * @param {RegExp} options.held paths that a filter on the network would hold back
 * @param {number} options.port 0 for any free one
 */
export async function serveSite({ folder = DIST, under = '/', held = /^$/, port = 0 } = {}) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    asked.push(pathname);
    const inside = pathname.startsWith(under) ? normalize(decodeURIComponent(pathname.slice(under.length))) : '..';
    const path = inside === '.' ? 'index.html' : inside;
    const bytes = path.startsWith('..') || held.test(path) ? null : await readFile(join(folder, path)).catch(() => null);
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    response.writeHead(bytes ? 200 : 404, { 'content-type': bytes ? type : 'text/plain', 'cache-control': 'no-cache' });
    response.end(bytes ?? 'There is no such file.');
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () => new Promise(resolve => {
    server.close(resolve);
    server.closeAllConnections();
  });
  return { url: origin + under, origin, port: server.address().port, asked, close };
}
