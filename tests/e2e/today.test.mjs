// The board of the day: what is due is all there, however much it is.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { desk_test } from './desk.mjs';
import { counted } from './importing.mjs';
import { eventually, give_file, go, is_saved, press, sees_customers } from './page.mjs';

const DUE = 40;

desk_test('a card of the day shows all of its rows when asked to, and each opens its customer', async (desk) => {
    const { page } = desk;
    const list = desk.file('due.csv');
    const day = (/** @type {number} */ n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);
    const rows = Array.from({ length: DUE }, (_, n) => `Due ${String(n + 1).padStart(2, '0')} Ltd,${day(n)}`);
    fs.writeFileSync(list, `公司名称,下次跟进\n${rows.join('\n')}\n`);
    await give_file(page, '导入我的客户表', list);
    await counted(page, `新增 ${DUE}`);
    await press(page, `导入 ${DUE} 行`);
    await sees_customers(page, DUE);
    await is_saved(page);

    await go(page, '今天');
    const line = (/** @type {string} */ name) => page.getByRole('main').getByRole('button', { name: new RegExp(`^(\\w )?${name},`) });
    await line('Due 06 Ltd').waitFor();
    assert.equal(await line('Due 07 Ltd').count(), 0);
    await press(page, `显示全部 ${DUE} 项`);
    await line('Due 07 Ltd').waitFor();
    assert.equal(await line(`Due ${DUE} Ltd`).count(), 0, 'rows far below are not made');
    await page.mouse.move(600, 500);
    await page.mouse.wheel(0, 10_000);
    await line(`Due ${DUE} Ltd`).click();
    await page.getByRole('complementary').getByRole('heading', { name: `Due ${DUE} Ltd` }).waitFor();

    await go(page, '今天');
    await page.mouse.wheel(0, 10_000);
    await press(page, '收起');
    await eventually(async () => assert.equal(await line('Due 07 Ltd').count(), 0));
});
