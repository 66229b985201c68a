// Rows from a spreadsheet by way of the clipboard, and rows out to it; files that are dropped.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { desk_test } from './desk.mjs';
import { counted } from './importing.mjs';
import { add_customer, eventually, field, fill, go, is_saved, press, sees_customers, start_empty } from './page.mjs';

/** @typedef {import('playwright-core').Page} Page */

const BULB = fileURLToPath(new URL('../fixtures/pictures/bulb.png', import.meta.url));

/** What Excel puts there: text, HTML and a picture together. @param {Page} page @param {string} text */
const put_on_clipboard = (page, text) =>
    page.evaluate(async (words) => {
        const of = (/** @type {string} */ type, /** @type {BlobPart} */ part) => new Blob([part], { type });
        await navigator.clipboard.write([
            new ClipboardItem({
                'text/plain': of('text/plain', words),
                'text/html': of('text/html', `<table><tr><td>${words}</td></tr></table>`),
            }),
        ]);
    }, text);

/** @param {Page} page @returns {Promise<{text: string, html: string}>} */
const clipboard = (page) =>
    page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const part = async (/** @type {string} */ type) => (await item.getType(type)).text();
        return { text: await part('text/plain'), html: await part('text/html') };
    });

/** @param {import('./desk.mjs').Desk} desk */
const allow_clipboard = (desk) => desk.context.grantPermissions(['clipboard-read', 'clipboard-write']);

desk_test('rows pasted from a spreadsheet are imported, text pasted into a field stays text', async (desk) => {
    const { page } = desk;
    await allow_clipboard(desk);
    await start_empty(page);
    await go(page, '客户');
    await put_on_clipboard(page, '公司名称\t国家\t电话\r\n远航贸易\t德国\t0049301234\r\nKovač d.o.o.\t克罗地亚\t00385\r\n');
    await page.keyboard.press('Control+v');
    await counted(page, '新增 2');
    await page.getByText(/粘贴的表格/).first().waitFor();
    await press(page, '导入 2 行');
    await sees_customers(page, 2);

    await page.getByRole('gridcell', { name: '远航贸易', exact: true }).click();
    await page.getByRole('tab', { name: '资料' }).click();
    assert.equal(await field(page, '电话').inputValue(), '0049301234');
    await field(page, '备注').focus();
    await page.keyboard.press('Control+v');
    await eventually(async () => assert.match(await field(page, '备注').inputValue(), /Kovač d\.o\.o\./));
    await sees_customers(page, 2);
});

/** A click on the present view and rows right after it, as one after the other as a slow machine hands
 *  them over: without a frame between. @param {Page} page @param {string} text */
const click_and_paste = (page, text) =>
    page.evaluate((rows) => {
        const place = [...document.querySelectorAll('button')].find((one) => one.textContent === '客户');
        const { x, y } = place?.getBoundingClientRect() ?? { x: 0, y: 0 };
        const init = { bubbles: true, clientX: x + 9, clientY: y + 9, pointerType: 'mouse', pointerId: 1, detail: 1 };
        for (const type of ['pointerdown', 'pointerup', 'click']) place?.dispatchEvent(new PointerEvent(type, init));
        const data = new DataTransfer();
        data.setData('text/plain', rows);
        place?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    }, text);

desk_test('rows that are pasted right after a click find the screen that it shows', async ({ page }) => {
    await start_empty(page);
    await go(page, '客户');
    await click_and_paste(page, '公司名称\t国家\r\n远航贸易\t德国\r\n');
    await counted(page, '新增 1');
});

desk_test('a row is copied as cells of a spreadsheet, and so is the whole list', async (desk) => {
    const { page } = desk;
    await allow_clipboard(desk);
    await start_empty(page);
    await go(page, '客户');
    for (const name of ['Hafenlicht GmbH', '=1+1']) {
        await add_customer(page);
        await page.getByRole('tab', { name: '资料' }).click();
        await fill(page, '公司名称', name);
        await page.keyboard.press('Escape');
        await page.getByRole('complementary').waitFor({ state: 'hidden' });
    }
    await is_saved(page);
    await page.getByRole('grid', { name: '客户' }).focus();
    await page.keyboard.press('Control+c');
    await page.getByText('已复制 2 行，可以粘贴到 Excel。').first().waitFor();
    const all = await clipboard(page);
    const lines = all.text.trimEnd().split(/\r?\n/);
    assert.equal(lines.length, 3, 'a header and two rows');
    assert.match(lines[0], /^等级\t公司名称\t/);
    assert.ok(lines.some((line) => line.split('\t')[1] === "'=1+1"), `not computed: ${all.text}`);
    assert.match(all.html, /<td[^>]*>Hafenlicht GmbH<\/td>/);

    await page.getByRole('gridcell', { name: 'Hafenlicht GmbH', exact: true }).click();
    await page.getByRole('grid', { name: '客户' }).focus();
    await page.keyboard.press('Control+c');
    await page.getByText('已复制 1 行，可以粘贴到 Excel。').first().waitFor();
    assert.equal((await clipboard(page)).text.split('\t')[1], 'Hafenlicht GmbH');
});

/** @param {Page} page @param {string} file */
const drop = (page, file) =>
    page.evaluate(([name, bytes]) => {
        const data = new DataTransfer();
        const content = Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0));
        data.items.add(new File([content], name, { type: 'image/png' }));
        for (const type of ['dragover', 'drop']) {
            document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
        }
    }, /** @type {[string, string]} */ ([file.split('/').at(-1) ?? '', fs.readFileSync(file, 'base64')]));

desk_test('a dropped picture goes to the open product; elsewhere one sentence says so', async ({ page }) => {
    await start_empty(page);
    await go(page, '客户');
    await drop(page, BULB);
    await page.getByRole('alert').filter({ hasText: '图片没有导入：请先在“产品”里打开一个产品' }).waitFor();
    await go(page, '产品');
    await press(page, '新产品');
    await fill(page, '型号', 'LB-1');
    await drop(page, BULB);
    await page.getByRole('button', { name: '移除图片' }).waitFor();
    await is_saved(page);
});
