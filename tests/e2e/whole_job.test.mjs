// A first day at the desk, from an empty browser to a quote in the buyer's mail, and the next morning;
// then the same day in a train without a network, after one visit.

import assert from 'node:assert/strict';
import { desk_test } from './desk.mjs';
import { import_gbk_list, import_office_sheet, open_customer } from './importing.mjs';
import { input_method } from './input_method.mjs';
import { choose, eventually, field, go, is_saved, sees_customers } from './page.mjs';
import { have_office } from './programs.mjs';
import { BUYER, issue_and_send, set_up_shop, write_quote } from './quoting.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** The name of the buyer's firm in Chinese, with an input method. @param {Page} page */
async function type_local_name(page) {
    const name = field(page, '中文名 / 简称');
    await name.click();
    const method = await input_method(page);
    for (const preedit of ['ke', "ke'wa"]) await method.compose(preedit);
    await method.commit('科瓦灯具');
    await page.keyboard.press('Tab');
    await eventually(async () => assert.equal(await name.inputValue(), '科瓦灯具'));
}

/** @param {import('./desk.mjs').Desk} desk @returns {Promise<string>} number of the quote */
async function first_day(desk) {
    const { page } = desk;
    await import_gbk_list(page, desk.file('客户表.csv'));
    await import_office_sheet(page, desk.file);
    await sees_customers(page, 2002);
    await set_up_shop(page);
    await go(page, '客户');
    await open_customer(page, BUYER);
    await type_local_name(page);
    await choose(page, '国家 / 地区', '克罗地亚');
    await choose(page, '单证语言', '中英双语');
    await page.getByRole('tab', { name: '动态' }).click();
    await page.getByRole('complementary', { name: BUYER }).getByText(/克罗地亚/).first().waitFor();
    await page.getByRole('tab', { name: '资料' }).click();
    await write_quote(page);
    const number = await issue_and_send(page, desk.file, '01234');
    await is_saved(page);
    return number;
}

/** @param {Page} page @param {string} number */
async function all_is_there(page, number) {
    await go(page, '客户');
    await sees_customers(page, 2002);
    await open_customer(page, BUYER);
    await eventually(async () => assert.equal(await field(page, '中文名 / 简称').inputValue(), '科瓦灯具'));
    await go(page, '报价');
    await page.getByRole('grid', { name: '报价' }).getByText(number).first().waitFor();
    await go(page, '产品');
    await page.getByRole('gridcell', { name: /LL-2405/ }).waitFor();
    await is_saved(page);
}

const settings = { skip: have_office() ? false : 'LibreOffice is not here' };

desk_test('import, search, edit, quote, send, and find it all the next day', async (desk) => {
    const number = await first_day(desk);
    await desk.restart_browser();
    await all_is_there(desk.page, number);
}, settings);

desk_test('the same without a network, after one visit to a sub-path', async (desk) => {
    await desk.page.getByRole('button', { name: '从空白开始' }).waitFor();
    await desk.is_kept_for_offline();
    await desk.stop_server();
    await desk.restart_browser();
    const number = await first_day(desk);
    await desk.restart_browser();
    await all_is_there(desk.page, number);
}, { ...settings, prefix: '/team/desk/' });
