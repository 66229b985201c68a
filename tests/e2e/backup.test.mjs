// No one is locked in: the whole file as a backup that another browser takes, and as XLSX and JSON
// that any program reads.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { desk_test } from './desk.mjs';
import { download, give_file, go, is_saved, press, sees_customers } from './page.mjs';
import { make_gbk_csv, read_xlsx, write } from './programs.mjs';

desk_test('a backup brings everything to another browser; exports hold every row', async (desk) => {
    const list = desk.file('客户表.csv');
    make_gbk_csv(list);
    await give_file(desk.page, '导入我的客户表', list);
    await press(desk.page, '导入 2,000 行');
    await sees_customers(desk.page, 2000);
    await is_saved(desk.page);

    await go(desk.page, '设置');
    const backup = await download(desk.page, '下载备份', desk.file);
    assert.match(backup.name, /^buyerbook-\d{4}-\d{2}-\d{2}-\d{4}\.bbk$/);
    const sheet = await download(desk.page, '导出 Excel', desk.file);
    const json = await download(desk.page, '导出 JSON', desk.file);
    check_sheet(sheet.file);
    const text = fs.readFileSync(json.file, 'utf8');
    assert.ok(JSON.parse(text), 'the JSON can be read');
    assert.equal(text.match(/"远航贸易 \d{4} Trading Ltd"/g)?.length, 1999);

    await desk.restart_browser('another');
    const bytes = fs.readFileSync(backup.file);
    bytes[bytes.length >> 1] ^= 1;
    await give_file(desk.page, '从备份恢复', write(desk.file('damaged.bbk'), bytes));
    await desk.page.getByRole('alert').filter({ hasText: '备份文件已损坏' }).waitFor();
    await give_file(desk.page, '从备份恢复', backup.file);
    const dialog = desk.page.getByRole('dialog', { name: '从备份恢复' });
    await dialog.getByText(/内有 2,000 位客户/).waitFor();
    await dialog.getByRole('button', { name: '合并恢复' }).click();
    await desk.page.getByRole('status').filter({ hasText: /^已恢复：新增 [\d,]+ 条/ }).waitFor();
    await go(desk.page, '客户');
    await sees_customers(desk.page, 2000);
    await desk.page.getByRole('searchbox').fill('kovac');
    await desk.page.getByRole('gridcell', { name: 'Kovač Rasvjeta d.o.o.', exact: true }).waitFor();
    await is_saved(desk.page);
});

/** @param {string} file */
function check_sheet(file) {
    const sheets = read_xlsx(file);
    const customers = Object.values(sheets).find((rows) => rows[0].includes('公司名称')) ?? [];
    assert.equal(customers.length, 2001, 'a header and every customer');
    const tax = customers[0].indexOf('税号');
    const row = customers.find((cells) => cells.includes('远航贸易 0042 Trading Ltd')) ?? [];
    assert.equal(row[tax], '913302001234500042', 'long numbers are texts');
}
