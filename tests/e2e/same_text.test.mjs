// A field's own text lies exactly where the canvas draws it: nothing jumps when a field is entered or
// left, at any pixel ratio.

import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import { desk_test } from './desk.mjs';
import { add_customer, fill, field, go, start_empty } from './page.mjs';

/** @typedef {import('playwright-core').Page} Page */

const WORDS = 'Kovač 远航贸易 gjpq 0123';

/** Rows and columns that hold ink, and how much of it. @param {Buffer} picture */
function ink_of(picture) {
    const { width, height, data } = PNG.sync.read(picture);
    const ground = data[0];
    const rows = [], columns = [];
    let sum = 0;
    for (let y = 0; y < height; ++y) {
        for (let x = 0; x < width; ++x) {
            const depth = Math.abs(data[4 * (y * width + x)] - ground);
            if (depth < 48) continue;
            sum += depth;
            rows.push(y);
            columns.push(x);
        }
    }
    const ends = (/** @type {number[]} */ all) => [all.reduce((a, b) => Math.min(a, b), 1e9), all.reduce((a, b) => Math.max(a, b), -1)];
    return { rows: ends(rows), columns: ends(columns), sum };
}

/** The text of the field without its frame and what follows it. @param {Page} page */
async function picture(page) {
    const box = await field(page, '公司名称').boundingBox();
    assert.ok(box);
    await page.waitForTimeout(300);
    return page.screenshot({ clip: { x: box.x + 8, y: box.y + 5, width: 220, height: box.height - 10 } });
}

for (const pixel_ratio of [1, 1.5, 2]) {
    desk_test(`a field's text stays where it is when the field is entered, at pixel ratio ${pixel_ratio}`, async ({ page }) => {
        await start_empty(page);
        await go(page, '客户');
        await add_customer(page);
        await page.getByRole('tab', { name: '资料' }).click();
        await fill(page, '公司名称', WORDS);
        await page.getByRole('tab', { name: '资料' }).focus();
        const drawn = ink_of(await picture(page));
        await field(page, '公司名称').focus();
        // No selection, and no caret within the picture.
        await field(page, '公司名称').evaluate((element) => {
            element.style.caretColor = 'transparent';
            /** @type {HTMLInputElement} */ (element).setSelectionRange(0, 0);
        });
        const typed = ink_of(await picture(page));
        assert.ok(drawn.sum > 20_000 * pixel_ratio, `there is ink: ${drawn.sum}`);
        assert.deepEqual([typed.rows, typed.columns], [drawn.rows, drawn.columns]);
        const change = Math.abs(typed.sum - drawn.sum) / drawn.sum;
        assert.ok(change < 0.03, `the same ink: ${(100 * change).toFixed(1)} %`);
    }, { pixel_ratio });
}
