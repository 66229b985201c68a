// A plain static host for dist/: no special headers, nothing cached. Used by tools/serve and by the
// tests in the browser.
//
//     node static_server.mjs [--port N] [--folder DIR]

import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const TYPES = {
    '.css': 'text/css; charset=utf-8',
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.json': 'application/json',
    '.mjs': 'text/javascript; charset=utf-8',
    '.otf': 'font/otf',
    '.png': 'image/png',
    '.svg': 'image/svg+xml',
    '.ttf': 'font/ttf',
    '.wasm': 'application/wasm',
    '.webmanifest': 'application/manifest+json',
};

/** @param {string} folder @param {string} prefix @param {string | undefined} url */
function fileOf(folder, prefix, url) {
    const address = decodeURIComponent(new URL(url ?? '/', 'http://localhost').pathname);
    if (!address.startsWith(prefix)) return null;
    const file = path.join(folder, address.slice(prefix.length));
    if (file !== folder && !file.startsWith(folder + path.sep)) return null;
    const found = address.endsWith('/') ? path.join(file, 'index.html') : file;
    return fs.statSync(found, { throwIfNoEntry: false })?.isFile() ? found : null;
}

/**
 * Serves a folder under a prefix that begins and ends with a slash. Port 0 takes any free one.
 * `texts` are files that the folder lacks, by their path in it.
 * @param {{folder?: string, port?: number, prefix?: string, texts?: Map<string, string>}} [options]
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export function startServer({ folder = DIST, port = 0, prefix = '/', texts = new Map() } = {}) {
    const root = path.resolve(folder);
    const server = http.createServer((request, response) => {
        let file = null;
        try {
            file = fileOf(root, prefix, request.url);
        } catch {
            // An address that cannot be decoded is not found.
        }
        const text = texts.get(request.url?.slice(prefix.length) ?? '');
        if (!file && text !== undefined) {
            response.writeHead(200, { 'Content-Type': TYPES[path.extname(request.url ?? '')] }).end(text);
            return;
        }
        if (!file) {
            response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found\n');
            return;
        }
        response.writeHead(200, {
            'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
            'Cache-Control': 'no-cache',
        });
        if (request.method === 'HEAD') response.end();
        else fs.createReadStream(file).pipe(response);
    });
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
            const { port: taken } = /** @type {import('node:net').AddressInfo} */ (server.address());
            resolve({
                url: `http://127.0.0.1:${taken}${prefix}`,
                close: () => {
                    server.closeAllConnections();
                    return new Promise((done) => server.close(() => done()));
                },
            });
        });
    });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const { values } = parseArgs({
        options: { port: { type: 'string', default: '8080' }, folder: { type: 'string' } },
    });
    const server = await startServer({ port: Number(values.port), folder: values.folder });
    console.log(`Buyerbook is served at ${server.url} (stop with Ctrl+C)`);
}
