// Our page with data in its database, as after a day's work: filled from a file of store rows, the
// service worker settled, everything saved, the second copy written (100 MB after so many rows, for
// which the browser needs some seconds of one core).

import { install_probe } from './probe.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** Runs in a page of our origin that is not the program. @param {string} address of a file of store rows */
async function fill_database(address) {
    const { PLACES, open_database } = await import(new URL('/web/store_database.mjs', location.href).href);
    const database = await open_database('buyerbook');
    const bytes = await (await fetch(address)).arrayBuffer();
    const view = new DataView(bytes);
    const text = new TextDecoder();
    let at = 0;
    while (at < bytes.byteLength) {
        const transaction = database.transaction(PLACES, 'readwrite');
        for (let some = 0; some < 64 && at < bytes.byteLength; ++some) {
            const place = PLACES[view.getUint8(at)];
            const key_end = at + 5 + view.getUint32(at + 1, true);
            const end = key_end + 4 + view.getUint32(key_end, true);
            const key = text.decode(new Uint8Array(bytes, at + 5, key_end - at - 5));
            transaction.objectStore(place).put(bytes.slice(key_end + 4, end), key);
            at = end;
        }
        await new Promise((done, failed) => {
            transaction.oncomplete = done;
            transaction.onabort = () => failed(transaction.error);
        });
    }
    database.close();
}

/** @param {Page} page */
async function is_saved(page) {
    await page.getByRole('navigation').waitFor();
    await page.getByRole('status').filter({ hasText: /^已保存/ }).first().waitFor();
    await page.getByRole('navigation').getByRole('button', { name: '设置', exact: true }).click();
    await page.getByText(/第二份副本与客户簿一致/).first().waitFor();
    await page.evaluate(() => /** @type {any} */ (window).bench.quiet());
}

/** Fills the origin's database and settles the page there. @param {Page} page @param {string} origin @param {string} [rows] */
export async function settle(page, origin, rows) {
    await install_probe(page);
    if (rows) {
        await page.goto(`${origin}/app/icons/icon.svg`);
        await page.evaluate(fill_database, `${origin}/data/${rows}`);
    }
    await page.goto(`${origin}/app/`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => 0));
    if (!rows) return;
    await is_saved(page);
    // The second start is the first that the service worker serves and that finds all tidied.
    await page.goto(`${origin}/app/`);
    await is_saved(page);
}

/** The list of customers, all of them. @param {Page} page @param {number} customers */
export async function show_customers(page, customers) {
    await page.getByRole('navigation').getByRole('button', { name: '客户', exact: true }).click();
    const words = `${customers.toLocaleString('en-US')} 位客户`;
    await page.getByText(words, { exact: true }).waitFor();
    await page.evaluate(() => /** @type {any} */ (window).bench.quiet());
}
