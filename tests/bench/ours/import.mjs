// IMPORT through our page: a file is chosen, every row is checked on the screen, the rows are taken.

import { settle } from './desk_page.mjs';

/** @typedef {import('playwright-core').Page} Page */

/**
 * @param {Page} page with the probe, at the first start of its origin
 * @param {string} file @param {number} rows that must be new
 */
export async function choose_file(page, file, rows) {
    const words = `新增 ${rows.toLocaleString('en-US')}`;
    const seen = page.evaluate((words) => {
        const { bench } = /** @type {any} */ (window);
        bench.counted = () => bench.texts('#mirror *').some((/** @type {string} */ one) => one === words);
        return bench.seen(bench.counted);
    }, words);
    const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: '导入我的客户表', exact: true }).first().click(),
    ]);
    await chooser.setFiles(file);
    const end = await seen;
    const { start, blocks } = await page.evaluate(() => {
        const { bench } = /** @type {any} */ (window);
        return { start: bench.chosen_at, blocks: bench.blocks };
    });
    const within = blocks.filter((/** @type {any} */ one) => one.start + one.duration > start);
    return { ms: end - start, longest: Math.max(0, ...within.map((/** @type {any} */ one) => one.duration)) };
}

/** Takes the rows; the time until every one of them is in the database. @param {Page} page @param {number} rows */
export async function take_rows(page, rows) {
    const name = `导入 ${rows.toLocaleString('en-US')} 行`;
    await page.getByRole('button', { name, exact: true }).waitFor();
    const ms = await page.evaluate(async ([name, rows]) => {
        const { bench } = /** @type {any} */ (window);
        const button = [...document.querySelectorAll('#mirror button')].find((one) => one.textContent === name);
        const done = bench.committed();
        const start = performance.now();
        /** @type {HTMLElement} */ (button).click();
        return (await done) - start;
    }, /** @type {[string, number]} */ ([name, rows]));
    await page.getByText(`${rows.toLocaleString('en-US')} 位客户`, { exact: true }).waitFor();
    return ms;
}

/** A new origin without any customers. @param {import('../desk.mjs').Desk} desk @returns {Promise<Page>} */
export async function empty_page(desk) {
    const page = await desk.page();
    await settle(page, await desk.origin());
    await page.getByRole('button', { name: '导入我的客户表', exact: true }).first().waitFor();
    return page;
}
