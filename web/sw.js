// Offline: keeps every file of one build in a cache of its own, each checked against its SHA-256,
// and never mixes two builds. A new build waits until the page says 'take-over'.

const BUILD = '__BUILD_ID__';
/** @type {{url: string, integrity: string, bytes: number}[]} filled in by the build */
const FILES = /*PRECACHE*/[];

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const SCOPE = new URL('./', worker.location.href).href;
const OURS = `buyerbook ${SCOPE} `; // several copies may live under one origin
const CACHE = OURS + BUILD;
const BY_ADDRESS = new Map(FILES.map((file) => [new URL(file.url, SCOPE).href, file]));

/** @param {ArrayBuffer} bytes @param {string} integrity 'sha256-' and base64 */
async function is_intact(bytes, integrity) {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return `sha256-${btoa(String.fromCharCode(...hash))}` === integrity;
}

/** From the network, past the browser's own cache. @param {string} address @returns {Promise<Response>} */
async function checked(address) {
    const file = BY_ADDRESS.get(address);
    const answer = await fetch(address, { cache: 'no-cache', redirect: 'error' });
    const bytes = await answer.arrayBuffer();
    if (!answer.ok || !file || !(await is_intact(bytes, file.integrity))) {
        throw new Error(`${address} does not belong to build ${BUILD}`);
    }
    const type = answer.headers.get('Content-Type') ?? '';
    return new Response(bytes, { headers: { 'Content-Type': type } });
}

/** One after another: a phone on a train has one thin line. */
async function fill_cache() {
    const cache = await caches.open(CACHE);
    for (const address of BY_ADDRESS.keys()) {
        if (!(await cache.match(address))) await cache.put(address, await checked(address));
    }
}

async function drop_other_builds() {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith(OURS) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
}

/** @param {string} address */
async function from_cache(address) {
    const cache = await caches.open(CACHE);
    const kept = await cache.match(address);
    if (kept) return kept;
    // The browser threw it away: fetched again, but only if it is still the same file.
    const fresh = await checked(address).catch(() => null);
    if (!fresh) return new Response('not in this build', { status: 503 });
    await cache.put(address, fresh.clone());
    return fresh;
}

worker.addEventListener('install', (event) => event.waitUntil(fill_cache()));

worker.addEventListener('activate', (event) =>
    event.waitUntil(drop_other_builds().then(() => worker.clients.claim())),
);

worker.addEventListener('message', ({ data }) => {
    if (data === 'take-over') worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
    const { request } = event;
    const address = request.url.split(/[?#]/)[0];
    if (request.method !== 'GET' || !address.startsWith(SCOPE)) return;
    const page = request.mode === 'navigate' ? new URL('index.html', SCOPE).href : address;
    if (BY_ADDRESS.has(page)) event.respondWith(from_cache(page));
});
