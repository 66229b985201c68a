// OPEN of our page: from the navigation to the first screen with everything loaded, and on to the
// list of customers, which is asked for at once.

/** @typedef {import('playwright-core').Page} Page */

/** Waits in the page from before its own scripts run. @param {{customers: number}} wanted */
function watch({ customers }) {
    const { bench } = /** @type {any} */ (window);
    const today = () =>
        document.querySelector('#mirror main h1')?.textContent === '今天' &&
        document.querySelectorAll('#mirror main button').length > 0;
    const listed = () => bench.says(bench.count_words(customers)) && bench.names().length > 5;
    bench.opened = bench.seen(today).then(async (/** @type {number} */ first) => {
        const start = performance.now();
        const next = bench.seen(listed);
        const buttons = document.querySelectorAll('#mirror nav button');
        /** @type {HTMLElement} */ ([...buttons].find((one) => one.textContent === '客户')).click();
        return { first, list: await next, pressed: start, names: bench.names(), blocks: bench.blocks };
    });
}

/** Opens the page once; it has been settled before. @param {Page} page @param {string} origin */
export async function open_once(page, origin) {
    await page.goto(`${origin}/app/`, { waitUntil: 'commit' });
    return page.evaluate(() => /** @type {any} */ (window).bench.opened);
}

/** @param {Page} page @param {number} customers */
export const watch_opening = (page, customers) => page.addInitScript(watch, { customers });
