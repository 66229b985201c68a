// A salesperson brings the list they have: a GBK file of 2,000 rows, a sheet of LibreOffice, the same
// file once more. Telephone and tax numbers are texts and stay so; one undo takes all of it back.

import assert from 'node:assert/strict';
import { desk_test } from './desk.mjs';
import { counted, import_gbk_list, import_office_sheet, open_customer } from './importing.mjs';
import { button, field, give_file, go, is_saved, press, sees_customers, start_empty } from './page.mjs';
import { have_office } from './programs.mjs';

desk_test('a GBK list of 2,000 customers is imported at the first start, once, and taken back by one undo', async ({ page, file }) => {
    const list = file('客户表.csv');
    await import_gbk_list(page, list);
    await is_saved(page);

    await open_customer(page, '远航贸易 0042 Trading Ltd');
    assert.equal(await field(page, '电话').inputValue(), '008613800000042');
    assert.equal(await field(page, '税号').inputValue(), '913302001234500042');
    assert.equal(await field(page, '客户编号').inputValue(), '00042');
    assert.equal(await field(page, '邮箱').inputValue(), 'buyer42@firm42.example');
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox').first().fill('');
    await sees_customers(page, 2000);

    await give_file(page, '导入', list);
    await counted(page, '重复 2,000');
    await counted(page, '新增 0');
    assert.equal(await button(page, '导入 0 行').isEnabled(), false);
    await press(page, '取消');
    await sees_customers(page, 2000);

    await page.keyboard.press('Control+z');
    await page.getByText('还没有客户', { exact: true }).waitFor();
    await page.keyboard.press('Control+Shift+z');
    await sees_customers(page, 2000);
});

desk_test('a sheet written by LibreOffice is imported, and the user may change a column', async ({ page, file }) => {
    await start_empty(page);
    await go(page, '客户');
    await import_office_sheet(page, file);
    await sees_customers(page, 2);
    await open_customer(page, 'Große Leuchten GmbH');
    assert.equal(await field(page, '电话').inputValue(), '4930901820');
    assert.equal(await field(page, '税号').inputValue(), '09876543210987654321');
    await is_saved(page);
}, { skip: have_office() ? false : 'LibreOffice is not here' });
