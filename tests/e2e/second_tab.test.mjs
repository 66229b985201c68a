// One tab writes; a second one only shows, says so, and takes over when the first is closed.

import assert from 'node:assert/strict';
import { desk_test } from './desk.mjs';
import { add_customer, button, field, go, is_saved, start_empty } from './page.mjs';

const NOTICE = '另一个标签页正在编辑，这里只能查看；关掉那一页后这里会接管。';

desk_test('a second tab only shows, and takes over when the first is closed', async ({ page, context, server }) => {
    await start_empty(page);
    await go(page, '客户');
    await add_customer(page);
    await is_saved(page);

    const second = await context.newPage();
    await second.goto(server.url);
    await second.getByText(NOTICE).first().waitFor();
    await go(second, '客户');
    assert.equal(await button(second, '新客户').isEnabled(), false);
    await second.getByRole('grid', { name: '客户' }).getByRole('row').nth(1).click();
    await second.getByRole('tab', { name: '资料' }).click();
    assert.notEqual(await field(second, '公司名称').getAttribute('readonly'), null);

    // What the first tab writes after the second has read the file must outlive the change of writers.
    await page.keyboard.press('Escape');
    await add_customer(page);
    await page.getByText('2 位客户', { exact: true }).waitFor();
    await is_saved(page);
    await page.close();
    await second.getByText(NOTICE).first().waitFor({ state: 'hidden' });
    await go(second, '客户');
    await second.getByText('2 位客户', { exact: true }).waitFor();
    await add_customer(second);
    await second.getByText('3 位客户', { exact: true }).waitFor();
    await is_saved(second);
    await second.reload();
    await go(second, '客户');
    await second.getByText('3 位客户', { exact: true }).waitFor();
});
