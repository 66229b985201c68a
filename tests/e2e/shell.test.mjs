// The shell around the work: at rest nothing is drawn, a crash keeps the data.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { desk_test } from './desk.mjs';
import { add_customer, download, eventually, field, go, is_saved, press, sample_is_open, start_empty } from './page.mjs';

const SAMPLE = '?sample=1';

/** @param {import('playwright-core').Page} page @returns {Promise<number>} frames drawn since the start */
const frames = (page) => page.locator('#canvas').evaluate((canvas) => Number(canvas.dataset.frames));

/** @param {number} ms */
const pause = (ms) => new Promise((later) => setTimeout(later, ms));

desk_test('a page at rest draws no frame', async ({ page }) => {
    await sample_is_open(page);
    await go(page, '客户');
    await is_saved(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => 0));
    let before = -1;
    await eventually(async () => {
        before = await frames(page);
        await pause(2000);
        assert.equal(await frames(page), before);
    });
    assert.ok(before > 3, 'frames are counted');
    await page.getByRole('searchbox').fill('a');
    await eventually(async () => assert.ok((await frames(page)) > before, 'and one is drawn on input'));
}, { address: SAMPLE });

desk_test('the wheel over a text field scrolls what lies under it', async ({ page }) => {
    await sample_is_open(page);
    await go(page, '客户');
    await page.getByRole('grid', { name: '客户' }).getByRole('row').nth(1).click();
    await page.getByRole('tab', { name: '资料' }).click();
    const city = field(page, '城市');
    await city.waitFor();
    await page.waitForTimeout(200);
    const before = await city.boundingBox();
    assert.ok(before);
    await page.mouse.move(before.x + 20, before.y + before.height / 2);
    await page.mouse.wheel(0, 120);
    await eventually(async () => {
        const after = await city.boundingBox();
        assert.ok(after && after.y < before.y - 60, `${before.y} → ${after?.y}`);
    });
}, { address: SAMPLE });

desk_test('a crash shows a plain page with the reason, and the stored file can be exported', async (desk) => {
    const { page } = desk;
    desk.expected.push(/made by the test/);
    await start_empty(page);
    await go(page, '客户');
    await add_customer(page);
    await is_saved(page);
    await page.evaluate(() => {
        setTimeout(() => {
            throw new Error('made by the test');
        });
    });
    await page.getByRole('heading', { name: '程序出错，已停止' }).waitFor();
    await page.getByText('made by the test').first().waitFor();
    const raw = await download(page, '导出已存文件 · Export the stored file', desk.file);
    const rows = JSON.parse(fs.readFileSync(raw.file, 'utf8'));
    assert.ok(JSON.stringify(rows).length > 200, 'the export is not empty');
    await press(page, '重新打开 · Reload');
    await go(page, '客户');
    await page.getByText('1 位客户', { exact: true }).waitFor();
});

desk_test('what was exported after a crash can be put back into an empty browser', async (desk) => {
    await start_empty(desk.page);
    await go(desk.page, '客户');
    await add_customer(desk.page);
    await is_saved(desk.page);
    await desk.page.goto(`${desk.server.url}?rescue=1`);
    const raw = await download(desk.page, '导出 · Export', desk.file);
    await desk.restart_browser('another');
    await desk.page.goto(`${desk.server.url}?rescue=1`);
    const [chooser] = await Promise.all([
        desk.page.waitForEvent('filechooser'), press(desk.page, '放回 · Restore'),
    ]);
    await chooser.setFiles(raw.file);
    await desk.page.getByRole('status').filter({ hasText: '已恢复' }).waitFor();
    await desk.page.goto(desk.server.url);
    await go(desk.page, '客户');
    await desk.page.getByText('1 位客户', { exact: true }).waitFor();
});
