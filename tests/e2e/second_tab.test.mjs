// One tab writes; a second one follows it, hands its edits over, and takes over when the first is closed.

import assert from 'node:assert/strict';
import { desk_test } from './desk.mjs';
import { add_named, eventually, go, hang, is_saved, start_empty } from './page.mjs';

const NOTICE = '另一个标签页负责保存：这里随它更新，在这里的修改交给它；它关掉后由这里接管。';

/** @param {import('playwright-core').Page} page @param {string} name */
const sees = (page, name) => page.getByRole('gridcell', { name, exact: true }).first().waitFor();

/** One customer in the first tab, and a tab that follows it. @param {import('./desk.mjs').Desk} desk */
async function with_a_second({ page, context, server }) {
    await start_empty(page);
    await add_named(page, 'First GmbH');
    await is_saved(page);
    const second = await context.newPage();
    await second.goto(server.url);
    await second.getByText(NOTICE).first().waitFor();
    return second;
}

desk_test('a second tab follows, hands its edits over, and takes over', async (desk) => {
    const { page } = desk;
    const second = await with_a_second(desk);
    await go(second, '客户');
    await sees(second, 'First GmbH');

    // What the first tab saves is seen in the second one, without a reload.
    await add_named(page, 'Live SARL');
    await sees(second, 'Live SARL');

    // What is edited in the second tab is saved by the first one.
    await add_named(second, 'Handed Ltd');
    await second.getByText('由另一个标签页保存').first().waitFor();
    await sees(page, 'Handed Ltd');
    await is_saved(page);

    await page.close();
    await second.getByText(NOTICE).first().waitFor({ state: 'hidden' });
    await add_named(second, 'After SpA');
    await is_saved(second);
    await second.reload();
    await go(second, '客户');
    for (const name of ['First GmbH', 'Live SARL', 'Handed Ltd', 'After SpA']) await sees(second, name);
    await eventually(async () => assert.equal(await second.getByText(NOTICE).count(), 0));
});

desk_test('a page that has crashed lets another tab write', async (desk) => {
    const { page } = desk;
    const second = await with_a_second(desk);
    desk.expected.push(/on purpose/);
    await page.evaluate(() => {
        setTimeout(() => {
            throw new Error('on purpose');
        });
    });
    await second.getByText(NOTICE).first().waitFor({ state: 'hidden' });
    await add_named(second, 'After SpA');
    await is_saved(second);
    await go(second, '设置');
    await second.getByText(/第二份副本与客户簿一致/).first().waitFor();
});

desk_test('an edit that the writing tab does not take is an alarm, until it does', async (desk) => {
    const { page } = desk;
    const second = await with_a_second(desk);
    await go(second, '客户');
    const let_go = await hang(page);
    await add_named(second, 'Waiting Ltd');
    const alarm = second.getByRole('alert').filter({ hasText: /另一个标签页没有回应，这里的 \d+ 处修改还没有保存。/ });
    await alarm.waitFor();
    // Closed now, it would take the edit with it: the browser asks.
    const [question] = await Promise.all([second.waitForEvent('dialog'), second.close({ runBeforeUnload: true })]);
    assert.equal(question.type(), 'beforeunload');
    await question.dismiss();
    await let_go();
    await alarm.waitFor({ state: 'hidden' });
    await second.getByText('由另一个标签页保存').first().waitFor();
    await sees(page, 'Waiting Ltd');
    await Promise.all([second.waitForEvent('close'), second.close({ runBeforeUnload: true })]);
});
