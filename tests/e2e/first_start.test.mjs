// The first start: three offers, and sample data that lives in a database of its own.

import assert from 'node:assert/strict';
import { desk_test } from './desk.mjs';
import { button, eventually, go, press, sample_is_open, sees_customers, start_empty } from './page.mjs';

desk_test('the first start offers import, an empty file and sample data', async ({ page }) => {
    for (const offer of ['导入我的客户表', '从空白开始', '先看看示例', '从备份恢复', 'English']) {
        await button(page, offer).waitFor();
    }
    assert.equal(await page.title(), '客户簿 Buyerbook');
    // What is drawn in one language is not read aloud with the voice of the other.
    const spoken = () => page.locator('#mirror').evaluate((mirror) => mirror.closest('[lang]')?.getAttribute('lang'));
    await press(page, 'English');
    await button(page, 'Import my spreadsheet').waitFor();
    assert.equal(await spoken(), 'en');
    await press(page, '中文');
    await button(page, '导入我的客户表').waitFor();
    assert.equal(await spoken(), 'zh-CN');
    await start_empty(page);
    await go(page, '客户');
    await page.getByText('还没有客户', { exact: true }).waitFor();
});

desk_test('sample data lives in a database of its own, and the way back is one press', async ({ page }) => {
    await press(page, '先看看示例');
    await sample_is_open(page);
    await go(page, '客户');
    await page.getByRole('grid', { name: '客户' }).getByRole('row').nth(1).waitFor();
    const databases = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    await eventually(async () => assert.ok((await databases()).includes('buyerbook-sample')));
    await press(page, '回到我的客户簿');
    await button(page, '从空白开始').waitFor();
    await start_empty(page);
    await go(page, '客户');
    await page.getByText('还没有客户', { exact: true }).waitFor();
});
