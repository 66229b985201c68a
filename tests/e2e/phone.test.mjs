// What a phone does that a desktop does not: one column, a bottom bar, a keyboard over the page.

import assert from 'node:assert/strict';
import { desk_test } from './desk.mjs';
import { eventually, field, sample_is_open } from './page.mjs';

const PHONE = { address: '?sample=1', viewport: { width: 390, height: 844 }, touch: true };

desk_test('a phone has a bottom bar and one column', async ({ page }) => {
    await sample_is_open(page);
    const bar = page.getByRole('navigation');
    const place = await bar.boundingBox();
    assert.ok(place && place.y > 700 && place.width === 390, `at the bottom: ${JSON.stringify(place)}`);
    await bar.getByRole('button', { name: '客户', exact: true }).tap();
    const list = page.getByRole('grid', { name: '客户' });
    await list.getByRole('row').nth(1).tap();
    await page.getByRole('complementary').waitFor();
    assert.equal(await list.count(), 0, 'the list gives way to the customer');
    await page.getByRole('button', { name: '返回', exact: true }).tap();
    await list.waitFor();
    for (const name of ['今天', '报价', '产品', '地区', '设置']) {
        await bar.getByRole('button', { name, exact: true }).tap();
        await page.getByRole('main').getByRole('heading', { name, level: 1 }).waitFor();
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 390, `nothing sticks out: ${wide}`);
}, PHONE);

/** In place of the browser's own, which no test can cover with a keyboard. */
function stand_in_for_visual_viewport() {
    const stand_in = Object.assign(new EventTarget(), { height: innerHeight, scale: 1 });
    Object.defineProperty(window, 'visualViewport', { value: stand_in });
    Object.assign(window, {
        cover_with_keyboard(/** @type {number} */ height) {
            stand_in.height = innerHeight - height;
            stand_in.dispatchEvent(new Event('resize'));
        },
    });
}

/** @param {import('playwright-core').Page} page @param {number} height */
const cover_with_keyboard = (page, height) =>
    page.evaluate((high) => /** @type {any} */ (window).cover_with_keyboard(high), height);

desk_test('the keyboard of a phone does not cover the field, and closing it leaves the field', async ({ context, page }) => {
    await context.addInitScript(stand_in_for_visual_viewport);
    await page.reload();
    await sample_is_open(page);
    await page.getByRole('navigation').getByRole('button', { name: '客户', exact: true }).tap();
    await page.getByRole('grid', { name: '客户' }).getByRole('row').nth(1).tap();
    await page.getByRole('tab', { name: '资料' }).tap();
    const names = ['公司名称', '中文名 / 简称', '客户编号', '城市', '地址', '网站', '邮箱', '电话'];
    const lowest = (await Promise.all(names.map(async (name) => ({ name, box: await field(page, name).boundingBox() }))))
        .filter(({ box }) => box && box.y > 480 && box.y + box.height < 770).at(-1);
    assert.ok(lowest, 'a field stands in the lower half');
    await field(page, lowest.name).tap();
    await eventually(async () => assert.equal(await field(page, lowest.name).evaluate((e) => e === document.activeElement), true));
    await cover_with_keyboard(page, 380);
    await eventually(async () => {
        const box = await field(page, lowest.name).boundingBox();
        assert.ok(box && box.y > 0 && box.y + box.height <= 844 - 380, `above the keyboard: ${JSON.stringify(box)}`);
    });
    assert.equal(await page.getByRole('navigation').count(), 0, 'the bottom bar gives way');
    await cover_with_keyboard(page, 0);
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'BODY'));
    await page.getByRole('navigation').waitFor();
}, PHONE);
