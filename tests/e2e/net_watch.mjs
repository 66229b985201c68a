// A proxy that answers nothing: whatever the browser wants from elsewhere than its own loopback
// lands here, be it asked by a page, a worker or a service worker.

import http from 'node:http';

// What a browser asks of its maker's servers of its own accord, whatever page is open.
const BROWSERS_OWN = /^(https?:\/\/)?[\w.-]+\.((google|googleapis|gstatic|gvt1)\.com|(mozilla|firefox|getpocket)\.(com|net|org))(:443|\/)/;

/** @returns {Promise<{asked: string[], address: string, close: () => void}>} */
export async function start_net_watch() {
    /** @type {string[]} */
    const asked = [];
    const note = (/** @type {string} */ address) => {
        if (!BROWSERS_OWN.test(address)) asked.push(address);
    };
    const server = http.createServer((request, response) => {
        note(request.url ?? '');
        response.writeHead(502).end();
    });
    server.on('connect', (request, socket) => {
        note(request.url ?? '');
        socket.on('error', () => {}); // the browser may hang up first
        socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    await new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(undefined)));
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    return { asked, address: `http://127.0.0.1:${port}`, close: () => server.close() };
}
