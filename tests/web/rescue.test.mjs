// The page at ?rescue=1: everything of the program that lies in the browser is offered by its name.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test, { describe } from 'node:test';
import { open_blank_page } from './browser.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** Runs in the page: a database with one row of meta, and perhaps its second copy. */
const fill = (/** @type {Page} */ page, /** @type {string} */ url, /** @type {{name: string, byte: number, copied?: boolean, gone?: boolean}} */ wanted) =>
    page.evaluate(async ([address, { name, byte, copied, gone }]) => {
        const load = (/** @type {string} */ module) => import(new URL(module, address).href);
        const { open_database, completed } = await load('store_database.mjs');
        const database = await open_database(name);
        const transaction = database.transaction('meta', 'readwrite');
        transaction.objectStore('meta').put(Uint8Array.of(byte).buffer, 'last');
        await completed(transaction);
        database.close();
        if (copied) {
            const { Spare } = await load('spare.mjs');
            const spare = new Spare(name, () => {});
            await spare.opened;
            await spare.rebuild();
            spare.end();
        }
        if (!gone) return;
        await new Promise((resolve, reject) => {
            const request = indexedDB.deleteDatabase(name);
            request.onsuccess = () => resolve(0);
            request.onerror = () => reject(request.error);
        });
    }, /** @type {const} */ ([url, wanted]));

/** @param {Page} page @param {string} name of a button @returns {Promise<{name: string, last: string}>} */
async function exported(page, name) {
    const [made] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name, exact: true }).click(),
    ]);
    const file = JSON.parse(fs.readFileSync(await made.path(), 'utf8'));
    const rows = new Map(file.stores.meta);
    return { name: made.suggestedFilename().replace(/-\d{4}-.*/, ''), last: `${file.database} ${rows.get('last')}` };
}

describe('the rescue page', () => {
    test('exports old databases and second copies by name, not only what is in use', async (context) => {
        const { page, url } = await open_blank_page(context);
        await page.goto(`${url}app.css`); // shown in a page with a body
        await fill(page, url, { name: 'buyerbook', byte: 1 });
        await fill(page, url, { name: 'buyerbook.2', byte: 2, copied: true, gone: true });
        await fill(page, url, { name: 'buyerbook.3', byte: 3 });
        await fill(page, url, { name: 'buyerbook-sample', byte: 4 });
        await fill(page, url, { name: 'somebody-elses', byte: 5 });
        await page.evaluate(async (address) => {
            const { show_rescue } = await import(new URL('plain_page.mjs', address).href);
            await show_rescue('buyerbook.3');
        }, url);
        const names = await page.getByRole('button').allTextContents();
        assert.deepEqual(names, [
            '导出 · Export', '放回 · Restore', '数据库 · Database buyerbook.3', '数据库 · Database buyerbook',
            '数据库 · Database buyerbook-sample', '第二份副本 · Second copy buyerbook.2',
        ]);
        assert.deepEqual(await exported(page, '导出 · Export'), { name: 'buyerbook.3', last: 'buyerbook.3 Aw==' });
        assert.deepEqual(await exported(page, '数据库 · Database buyerbook'), { name: 'buyerbook', last: 'buyerbook AQ==' });
        assert.deepEqual(await exported(page, '第二份副本 · Second copy buyerbook.2'), { name: 'buyerbook.2-copy', last: 'buyerbook.2 Ag==' });
    });
});
