// A page on whose origin the store is tried, for the tests of it.

import { after, before } from 'node:test';
import { open_blank_page } from './browser.mjs';

/** Places of bb::Place. */
export const JOURNAL = 0;
export const SHARD = 1;
export const META = 2;
export const BLOB = 3;

/** To be called in a describe(). */
export function store_desk() {
    const desk = {
        /** @type {import('playwright-core').Page} */ page: /** @type {any} */ (null),
        /** @type {import('playwright-core').BrowserContext} */ context: /** @type {any} */ (null),
        install: (/** @type {import('playwright-core').Page} */ target) => install(target, desk.url),
        url: '',
    };
    /** @type {(() => void)[]} */
    const ends = [];
    before(async () => {
        Object.assign(desk, await open_blank_page({ after: (end) => ends.push(end) }));
        await desk.install(desk.page);
    });
    after(async () => {
        for (const end of ends) await end();
    });
    return desk;
}

/** Puts `opened(name)` into a page: a store that keeps its answers. */
async function install(/** @type {import('playwright-core').Page} */ target, /** @type {string} */ address_of_page) {
    await target.evaluate(async (address) => {
        const { Store } = await import(new URL('store.mjs', address).href);
        Object.assign(window, {
            opened(/** @type {string} */ name) {
                /** @type {any[]} */ const answers = [];
                const store = new Store(name, {
                    rows_read: (/** @type {number} */ request, /** @type {any[]} */ rows) =>
                        answers.push(['rows', request,
                            rows.map(({ key, bytes }) => [key, ...bytes])]),
                    committed: (/** @type {number} */ request) => answers.push(['committed', request]),
                    failed: (/** @type {number} */ request, /** @type {number} */ fault) =>
                        answers.push(['failed', request, fault]),
                });
                const arrived = async (/** @type {number} */ count) => {
                    while (answers.length < count) await new Promise((r) => setTimeout(r, 5));
                    return answers;
                };
                const put = (/** @type {number} */ place, /** @type {string} */ key, /** @type {number[]} */ ...bytes) =>
                    ({ place, key, bytes: Uint8Array.from(bytes) });
                return { store, arrived, put, store_address: new URL('store.mjs', address).href };
            },
        });
    }, address_of_page);
}
