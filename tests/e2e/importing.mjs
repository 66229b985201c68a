// Lists that salespeople bring, as they are imported.

import { give_file, pick_customer, press, sees_customers } from './page.mjs';
import { make_gbk_csv, office, write } from './programs.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page @param {string} words such as 新增 2,000 */
export const counted = (page, words) => page.getByText(words, { exact: true }).first().waitFor();

/** @param {Page} page @param {string} name */
export async function open_customer(page, name) {
    await pick_customer(page, name);
    await page.getByRole('complementary', { name }).waitFor();
    await page.getByRole('tab', { name: '资料' }).click();
}

/** At the first start. @param {Page} page @param {string} list where the file of 2,000 customers goes */
export async function import_gbk_list(page, list) {
    make_gbk_csv(list);
    await give_file(page, '导入我的客户表', list);
    await counted(page, '新增 2,000');
    await press(page, '导入 2,000 行');
    await page.getByRole('status').filter({ hasText: '已导入 2,000 行。' }).waitFor();
    await sees_customers(page, 2000);
}

/** Two customers and a faulty row in a sheet that LibreOffice wrote, one column of which no program
 *  could guess. @param {Page} page @param {(name: string) => string} file */
export async function import_office_sheet(page, file) {
    const csv = write(file('buyers.csv'), [
        'Firma XY,Country,Tel,VAT',
        'Lumière & Fils SARL,France,0033142685300,12345678901234567890',
        'Große Leuchten GmbH,Germany,4930901820,09876543210987654321',
        ',Germany,1,2',
    ].join('\n'));
    // UTF-8; the first three columns as LibreOffice guesses them, so telephones become numbers.
    const sheet = office(csv, 'xlsx', '--infilter=CSV:44,34,76,1,1/1/2/1/3/1/4/2');
    await give_file(page, '导入', sheet);
    await page.getByRole('combobox', { name: /Firma XY/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: '公司名称', exact: true }).click();
    await counted(page, '新增 2');
    await counted(page, '有误 1');
    await press(page, '导入 2 行');
}
