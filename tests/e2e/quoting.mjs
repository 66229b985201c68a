// Quotes as people make them: who sells, what, to whom; and what must be in the files.

import assert from 'node:assert/strict';
import { add_customer, choose, choose_preset, download, fill, go, press, start_empty } from './page.mjs';
import { check_pdf, have_office, office, pdf_text, read_xlsx } from './programs.mjs';

/** @typedef {import('playwright-core').Page} Page */

export const BUYER = 'Kovač Rasvjeta d.o.o.';
const COMPANY = {
    公司英文名: 'Ningbo Haoguang Lighting Co., Ltd.',
    公司中文名: '宁波好光灯饰有限公司',
    英文地址: '8 Light Road, Ningbo, China',
    传真: '+86 574 8888 0002',
    报价单号前缀: 'HG',
};
const PRODUCT = {
    型号: 'LL-2405', 中文品名: '太阳能庭院灯', 英文品名: 'Solar garden light', 单价: '12.35',
    每箱数量: '10', '外箱长 (cm)': '60', '外箱宽 (cm)': '40', '外箱高 (cm)': '30',
    '每箱净重 (kg)': '8', '每箱毛重 (kg)': '9.5',
};
const TERMS = { 指定地点: 'Ningbo', 大货交期: '30 days', 样品费: '0', '样品时间 (天)': '7' };

/** @param {Page} page @param {Record<string, string>} values */
export async function fill_all(page, values) {
    for (const [label, value] of Object.entries(values)) await fill(page, label, value);
}

/** Who sells, and what. @param {Page} page */
export async function set_up_shop(page) {
    await go(page, '设置');
    await fill_all(page, COMPANY);
    await go(page, '产品');
    await press(page, '新产品');
    await fill_all(page, PRODUCT);
}

/** What a quote needs: who sells, what, to whom. @param {Page} page */
export async function prepare(page) {
    await start_empty(page);
    await set_up_shop(page);
    await go(page, '客户');
    await add_customer(page);
    await page.getByRole('tab', { name: '资料' }).click();
    await fill_all(page, { 公司名称: BUYER, 客户编号: 'C0417', 城市: 'Zagreb' });
    await choose(page, '国家 / 地区', '克罗地亚');
    await choose(page, '单证语言', '中英双语');
}

/** @param {Page} page */
export async function write_quote(page) {
    await press(page, '写报价');
    await page.getByRole('heading', { name: '新报价', level: 1 }).waitFor();
    await fill_all(page, TERMS);
    await choose(page, '贸易术语', 'FOB');
    await choose(page, '币种', 'USD 美元');
    await choose_preset(page, '付款方式', 'T/T 30% 定金，70% 见提单副本');
    await press(page, '加产品');
    await page.getByRole('option', { name: /LL-2405/ }).click();
    const line = page.getByRole('group', { name: '第 1 行' });
    const quantity = line.getByRole('textbox', { name: '数量' });
    await quantity.fill('1200');
    await quantity.press('Enter');
    await page.getByText('USD 14,820.00', { exact: true }).waitFor();
    const price = line.getByRole('textbox', { name: '单价' });
    await price.fill('12.5');
    await price.press('Enter');
    await page.getByText('USD 15,000.00', { exact: true }).waitFor();
}

/** @param {(string | number | null)[][]} rows @param {(cell: string | number | null) => boolean} wanted */
const cells = (rows, wanted) => rows.flat().filter(wanted);

/** @param {string} file @param {string} number */
export function check_xlsx(file, number) {
    const [rows] = Object.values(read_xlsx(file));
    const words = rows.flat().join('\n');
    for (const part of [number, '太阳能庭院灯', 'Solar garden light', 'Kovač Rasvjeta d.o.o.', '好光']) {
        assert.ok(words.includes(part), `${part} in the sheet`);
    }
    assert.ok(cells(rows, (cell) => cell === 1200).length >= 1, 'the quantity is a number');
    assert.ok(cells(rows, (cell) => cell === 12.5).length >= 1, 'the price is a number');
    const formulas = cells(rows, (cell) => typeof cell === 'string' && cell.startsWith('='));
    assert.ok(formulas.length >= 2, `amount and total are formulas: ${formulas}`);
    const [stored] = Object.values(read_xlsx(file, true));
    assert.ok(cells(stored, (cell) => cell === 15000).length >= 2, 'amount and total are stored too');
    if (!have_office()) return;
    const [computed] = Object.values(read_xlsx(office(file, 'xlsx'), true));
    assert.ok(cells(computed, (cell) => cell === 15000).length >= 2, 'LibreOffice comes to the same sum');
}

/** @param {string} file @param {string} number */
export function check_pdf_file(file, number) {
    check_pdf(file);
    const words = pdf_text(file);
    for (const part of [number, '太阳能庭院灯', 'Solargardenlight', 'KovačRasvjetad.o.o.', '15,000.00', '报价单']) {
        assert.ok(words.includes(part), `${part} in the PDF: ${words.slice(0, 400)}`);
    }
}

/** Q03: product, model, quantity, date, number of the customer. @param {string} customer */
const file_name = (customer) =>
    new RegExp(`^.+_LL-2405_1200_\\d{4}-\\d{2}-\\d{2}_${customer}\\.(xlsx|pdf)$`);

/**
 * Makes the open draft final and downloads both files; each is what other programs find in it.
 * @param {Page} page @param {(name: string) => string} file @param {string} customer number @returns {Promise<string>} number of the quote
 */
export async function issue_and_send(page, file, customer) {
    await press(page, '定稿');
    const heading = page.getByRole('heading', { name: /^HG/, level: 1 });
    await heading.waitFor();
    const number = (await heading.textContent()) ?? '';
    assert.match(number, /^HG\S*\d/);
    await page.getByText('已定稿', { exact: true }).first().waitFor();
    const xlsx = await download(page, 'XLSX', file);
    const pdf = await download(page, 'PDF', file);
    assert.match(xlsx.name, file_name(customer));
    assert.match(pdf.name, file_name(customer));
    check_xlsx(xlsx.file, number);
    check_pdf_file(pdf.file, number);
    return number;
}
