// The next day: everything is there again, whatever ended the browser, and also without a network.

import assert from 'node:assert/strict';
import { desk_test } from './desk.mjs';
import { add_customer, download, eventually, field, fill, go, is_saved, press, sample_is_open, sees_customers, start_empty } from './page.mjs';
import { check_pdf, pdf_text } from './programs.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page @param {string} name */
async function add_named(page, name) {
    await add_customer(page);
    await page.getByRole('tab', { name: '资料' }).click();
    await fill(page, '公司名称', name);
    await page.getByRole('heading', { name, exact: true }).waitFor();
}

desk_test('customers, notes and settings outlive the browser', async (desk) => {
    await start_empty(desk.page);
    await go(desk.page, '客户');
    await add_named(desk.page, 'Hafenlicht GmbH');
    await add_named(desk.page, '东京灯具株式会社');
    await desk.page.getByRole('tab', { name: '动态' }).click();
    await field(desk.page, '记一笔').fill('问了太阳能灯的价格');
    await press(desk.page, '记下');
    await desk.page.getByText('问了太阳能灯的价格').first().waitFor();
    await is_saved(desk.page);

    await desk.restart_browser();
    await go(desk.page, '客户');
    await sees_customers(desk.page, 2);
    await is_saved(desk.page);
    await desk.page.getByRole('gridcell', { name: '东京灯具株式会社', exact: true }).click();
    await desk.page.getByText('问了太阳能灯的价格').first().waitFor();
});

desk_test('a draft that was never committed is kept when the page goes', async (desk) => {
    await start_empty(desk.page);
    await go(desk.page, '客户');
    await add_named(desk.page, 'Hafenlicht GmbH');
    await is_saved(desk.page);
    await field(desk.page, '城市').click();
    await desk.page.keyboard.type('Kiel');
    await desk.page.reload();
    await go(desk.page, '客户');
    await desk.page.getByRole('gridcell', { name: 'Hafenlicht GmbH', exact: true }).click();
    await desk.page.getByRole('tab', { name: '资料' }).click();
    await eventually(async () => assert.equal(await field(desk.page, '城市').inputValue(), 'Kiel'));
});

desk_test('a note that was written but not added is kept when the browser is killed', async (desk) => {
    await start_empty(desk.page);
    await go(desk.page, '客户');
    await add_named(desk.page, 'Hafenlicht GmbH');
    await desk.page.getByRole('tab', { name: '动态' }).click();
    await field(desk.page, '记一笔').click();
    await desk.page.keyboard.type('wants 3 samples');
    await field(desk.page, '下次日期').fill('someday');
    await press(desk.page, '记下');
    await desk.page.getByRole('alert').filter({ hasText: 'someday' }).waitFor();
    assert.equal(await field(desk.page, '记一笔').inputValue(), 'wants 3 samples', 'what is not in order stays');
    await desk.page.waitForTimeout(1500); // the pause after typing
    await is_saved(desk.page);
    await desk.kill_browser();
    await go(desk.page, '客户');
    await desk.page.getByRole('gridcell', { name: 'Hafenlicht GmbH', exact: true }).click();
    await eventually(async () => assert.equal(await field(desk.page, '记一笔').inputValue(), 'wants 3 samples'));
    await field(desk.page, '下次日期').fill('2030-01-02');
    await press(desk.page, '记下');
    await eventually(async () => assert.equal(await field(desk.page, '记一笔').inputValue(), ''));
    await desk.page.getByText('wants 3 samples').first().waitFor();
    await is_saved(desk.page);
});

desk_test('after one visit everything works without a network, the PDF of a quote too', async (desk) => {
    await sample_is_open(desk.page);
    await is_saved(desk.page);
    await desk.is_kept_for_offline();
    await desk.stop_server();
    await desk.restart_browser();
    await sample_is_open(desk.page);
    await go(desk.page, '报价');
    await desk.page.getByRole('grid', { name: '报价' }).getByRole('row').nth(1).click();
    const pdf = await download(desk.page, 'PDF', desk.file);
    check_pdf(pdf.file);
    assert.match(pdf_text(pdf.file), /报价单|QUOTATION/);
}, { address: '?sample=1' });
