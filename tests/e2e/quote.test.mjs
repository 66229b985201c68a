// The main job: a quote sheet for a customer, as XLSX and PDF that other programs read.

import assert from 'node:assert/strict';
import { desk_test } from './desk.mjs';
import { add_customer, button, eventually, field, go, is_saved, press, start_empty } from './page.mjs';
import { issue_and_send, prepare, write_quote } from './quoting.mjs';

desk_test('a quote is written, issued and sent as XLSX and PDF', async ({ page, file }) => {
    await prepare(page);
    await write_quote(page);
    const number = await issue_and_send(page, file, 'C0417');
    const place = await field(page, '指定地点').getAttribute('readonly');
    assert.notEqual(place, null, 'an issued quote is frozen');

    await press(page, '预览');
    await page.getByText(number, { exact: false }).first().waitFor();
    await press(page, '返回修改');
    await button(page, '出新版').waitFor();
    await is_saved(page);
});

desk_test('a quote that lacks something is not issued and says what is missing', async ({ page }) => {
    await start_empty(page);
    await go(page, '客户');
    await add_customer(page);
    await press(page, '写报价');
    await page.getByRole('heading', { name: '定稿前还差' }).waitFor();
    await page.getByText('报价单里还没有产品，请至少添加一行。').first().waitFor();
    await press(page, '定稿');
    await page.getByRole('alert').first().waitFor();
    await eventually(async () => assert.ok(await button(page, '定稿').isVisible(), 'still a draft'));
});
