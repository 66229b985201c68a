// Serves one origin of the bench: the page as built, the made data, and pages of the peers. Every
// call is another origin, so that each measurement has a browser database of its own.

import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const TYPES = {
    '.css': 'text/css; charset=utf-8', '.html': 'text/html; charset=utf-8', '.svg': 'image/svg+xml',
    '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
    '.json': 'application/json', '.wasm': 'application/wasm', '.jpg': 'image/jpeg',
    '.webmanifest': 'application/manifest+json',
};

/** What /peer/?module=…&scripts=… is: an empty page with the scripts a peer brings. @param {URL} address */
function peer_page(address) {
    const scripts = address.searchParams.get('scripts')?.split(',').filter(Boolean) ?? [];
    const tags = scripts.map((script) => `<script src="/npm/${script}"></script>`).join('\n');
    return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>peer</title>
<link rel="icon" href="data:,"><style>html,body{margin:0;height:100%}#grid{height:100%}</style>${tags}
<script type="module" src="/bench/peers/${address.searchParams.get('module')}"></script></head>
<body><div id="grid"></div></body></html>`;
}

/** @param {Record<string, string>} mounts @param {string} name of an address @returns {string | null} */
function file_of(mounts, name) {
    const prefix = Object.keys(mounts).find((one) => name.startsWith(one));
    if (!prefix) return null;
    const folder = path.resolve(mounts[prefix]);
    const file = path.join(folder, name.slice(prefix.length) || 'index.html');
    if (!file.startsWith(folder + path.sep)) return null;
    return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

/**
 * @param {Record<string, string>} mounts folder by the first part of the address
 * @returns {Promise<{url: string, close: () => void}>}
 */
export function serve(mounts) {
    const server = http.createServer((request, response) => {
        const address = new URL(request.url ?? '/', 'http://localhost');
        if (address.pathname === '/peer/') {
            response.writeHead(200, { 'Content-Type': TYPES['.html'] }).end(peer_page(address));
            return;
        }
        if (address.pathname === '/favicon.ico') {
            response.writeHead(204).end();
            return;
        }
        const file = file_of(mounts, decodeURIComponent(address.pathname));
        if (!file) {
            response.writeHead(404).end();
            return;
        }
        response.writeHead(200, {
            'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
            'Content-Length': fs.statSync(file).size,
            // Code of the peers comes from the browser's cache, as ours does from its service worker.
            'Cache-Control': address.pathname.startsWith('/npm/') ? 'max-age=86400' : 'no-cache',
        });
        fs.createReadStream(file).pipe(response);
    });
    return new Promise((resolve) => {
        server.listen(0, '127.0.0.1', () => {
            const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
            const close = () => {
                server.closeAllConnections();
                server.close();
            };
            resolve({ url: `http://127.0.0.1:${port}`, close });
        });
    });
}
