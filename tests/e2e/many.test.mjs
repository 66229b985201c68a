// A hundred thousand customers: imported, searched, walked through to the last, packed into shards in
// the browser's database, and there again the next day.

import assert from 'node:assert/strict';
import { desk_test } from './desk.mjs';
import { counted } from './importing.mjs';
import { eventually, give_file, go, is_saved, press, sees_customers } from './page.mjs';
import { make_long_csv } from './programs.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page @returns {Promise<number>} rows of the database's store of shards */
const shards = (page) =>
    page.evaluate(() => new Promise((counted) => {
        const opening = indexedDB.open('buyerbook');
        opening.onsuccess = () => {
            const database = opening.result;
            const count = database.transaction('shard').objectStore('shard').count();
            count.onsuccess = () => {
                database.close();
                counted(count.result);
            };
        };
    }));

/** @param {Page} page */
async function walks_through_the_list(page) {
    const list = page.getByRole('grid', { name: '客户' });
    await list.focus();
    await page.keyboard.press('End');
    await eventually(async () => {
        const rows = list.getByRole('row');
        assert.equal(await rows.last().getAttribute('aria-rowindex'), '100001');
    });
    assert.ok((await list.getByRole('row').count()) < 60, 'only rows in sight are listed');
    await page.keyboard.press('Home');
    await list.getByRole('row', { name: /公司0 / }).waitFor();
    await page.keyboard.press('Escape');
}

desk_test('100,000 customers are imported, packed, and found again', async (desk) => {
    const { page } = desk;
    const list = desk.file('100000.csv');
    make_long_csv(list, 100_000);
    await give_file(page, '导入我的客户表', list);
    await counted(page, '新增 100,000');
    await press(page, '导入 100,000 行');
    await sees_customers(page, 100_000);
    await is_saved(page);
    await eventually(async () => assert.ok((await shards(page)) > 3));
    await is_saved(page);
    await walks_through_the_list(page);
    await page.getByRole('searchbox').first().fill('公司99999');
    await sees_customers(page, 1);

    await desk.restart_browser();
    await go(desk.page, '客户');
    await sees_customers(desk.page, 100_000);
    await desk.page.getByRole('searchbox').first().fill('公司54321');
    await sees_customers(desk.page, 1);
    await is_saved(desk.page);
});
