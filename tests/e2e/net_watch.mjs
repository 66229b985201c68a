// A proxy that answers nothing: whatever the browser wants from elsewhere than its own loopback
// lands here, be it asked by a page, a worker or a service worker.

import http from 'node:http';

/** @returns {Promise<{asked: string[], address: string, close: () => void}>} */
export async function start_net_watch() {
    /** @type {string[]} */
    const asked = [];
    const server = http.createServer((request, response) => {
        asked.push(`${request.method} ${request.url}`);
        response.writeHead(502).end();
    });
    server.on('connect', (request, socket) => {
        asked.push(`CONNECT ${request.url}`);
        socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    await new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(undefined)));
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    return { asked, address: `http://127.0.0.1:${port}`, close: () => server.close() };
}
