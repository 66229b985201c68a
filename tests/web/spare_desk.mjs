// A page on whose origin the spare copy is tried, for the tests of it.

import fs from 'node:fs';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { open_blank_page } from './browser.mjs';

const text_of = (/** @type {string} */ name) => fs.readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');
const PAGE = text_of('spare_page.js');
const WORKER = text_of('../../web/spare_worker.mjs');

/** @typedef {import('playwright-core').Page} Page */

/** To be called in a describe(). */
export function spare_desk() {
    const desk = {
        /** @type {Page} */ page: /** @type {any} */ (null),
        /** @type {import('playwright-core').BrowserContext} */ context: /** @type {any} */ (null),
        url: '',
        on_bench, on_page, with_worker,
    };
    /** @type {(() => void)[]} */
    const ends = [];
    before(async () => {
        Object.assign(desk, await open_blank_page({ after: (end) => ends.push(end) }));
        await desk.page.evaluate(PAGE);
    });
    after(async () => {
        for (const end of ends) await end();
    });

    /**
     * Runs in the page with a bench on a database of its own.
     * @template T
     * @param {string} name @param {(bench: any) => Promise<T>} work @param {Page} [tab]
     * @returns {Promise<T>}
     */
    async function on_bench(name, work, tab = desk.page) {
        return tab.evaluate(`(async () => {
            const bench = await spare_bench(${JSON.stringify(desk.url)}, ${JSON.stringify(name)});
            try { return await (${work})(bench); } finally { bench.spare?.end(); }
        })()`);
    }

    /** Makes a page one on which benches can be had. @param {Page} tab */
    async function on_page(tab) {
        await tab.evaluate(PAGE);
    }

    /** Another page whose worker begins with some words of ours. @param {string} words @param {(tab: Page) => Promise<void>} work */
    async function with_worker(words, work) {
        const tab = await desk.context.newPage();
        await tab.route('**/spare_worker.mjs', (route) =>
            route.fulfill({ contentType: 'text/javascript', body: `${words}\n${WORKER}` }));
        await tab.goto(desk.page.url());
        await on_page(tab);
        await work(tab);
        await tab.close();
    }

    return desk;
}
