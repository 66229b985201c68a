// Typing as people do it who write Chinese: with an input method in a real field over the canvas.

import assert from 'node:assert/strict';
import { desk_test } from './desk.mjs';
import { input_method } from './input_method.mjs';
import { add_customer, eventually, field, go, is_saved, press, start_empty } from './page.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** A new customer with its fields in sight. @param {Page} page */
async function new_customer(page) {
    await start_empty(page);
    await go(page, '客户');
    await add_customer(page);
    await page.getByRole('tab', { name: '资料' }).click();
    await field(page, '公司名称').waitFor();
}

desk_test('pinyin is composed in the field and committed once', async (desk) => {
    const { page } = desk;
    await new_customer(page);
    const name = field(page, '公司名称');
    await name.click();
    await name.press('Control+a');
    const method = await input_method(page);
    for (const preedit of ['y', 'yuan', "yuan'hang"]) {
        await method.compose(preedit);
        await eventually(async () => assert.equal(await name.inputValue(), preedit));
    }
    await method.key('Enter', 'Enter');
    await method.key(' ', 'Space');
    await method.key('1', 'Digit1');
    assert.equal(await name.inputValue(), "yuan'hang", 'keys of the input method change nothing');
    assert.ok(await name.evaluate((element) => element === document.activeElement));
    await method.commit('远航');
    await eventually(async () => assert.equal(await name.inputValue(), '远航'));
    await page.keyboard.type('贸易');
    await page.keyboard.press('Tab');
    await page.getByRole('heading', { name: '远航贸易', exact: true }).waitFor();
    const next = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    assert.equal(next, '中文名 / 简称', 'Tab goes to the next field');
    await page.keyboard.type('远航');
    await page.keyboard.press('Enter');
    await is_saved(page);

    await desk.restart_browser();
    await go(desk.page, '客户');
    await desk.page.getByRole('gridcell', { name: '远航贸易', exact: true }).click();
    await desk.page.getByRole('tab', { name: '资料' }).click();
    await eventually(async () => {
        assert.equal(await field(desk.page, '公司名称').inputValue(), '远航贸易');
        assert.equal(await field(desk.page, '中文名 / 简称').inputValue(), '远航');
    });
});

desk_test('Escape drops what was typed, leaving the field keeps it, also in mid-composition', async ({ page }) => {
    await new_customer(page);
    const city = field(page, '城市');
    await city.click();
    await page.keyboard.type('Hamburg');
    await page.keyboard.press('Escape');
    await eventually(async () => assert.equal(await city.inputValue(), ''));
    await page.getByRole('complementary').waitFor(); // Escape closed nothing else
    await city.click();
    await page.keyboard.type('Altona');
    await page.getByRole('heading', { name: '客户', level: 1 }).click();
    await eventually(async () => assert.equal(await city.inputValue(), 'Altona'));

    const address = field(page, '地址');
    await address.click();
    const method = await input_method(page);
    await method.compose('jiang');
    await city.click();
    await eventually(async () => {
        const text = await address.inputValue();
        assert.ok(text === '' || text === 'jiang', `dropped or committed, never doubled: “${text}”`);
    });
    assert.ok(await city.evaluate((element) => element === document.activeElement));
});

desk_test('undo in a field that is being typed in is the field’s own, afterwards it is ours', async ({ page }) => {
    await new_customer(page);
    const city = field(page, '城市');
    await city.click();
    await page.keyboard.type('Bremen');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('X');
    await page.keyboard.press('Control+z');
    await eventually(async () => assert.equal(await city.inputValue(), 'Bremen'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+z');
    await eventually(async () => assert.equal(await city.inputValue(), ''));
});

desk_test('where frames are slow, a key finds what was done before it', async ({ page }) => {
    await new_customer(page);
    await page.evaluate(() => {
        const frame = requestAnimationFrame.bind(window);
        window.requestAnimationFrame = (draw) => frame(() => setTimeout(() => frame(draw), 400));
    });
    const city = field(page, '城市');
    await city.click();
    await page.keyboard.type('Bremen');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+z');
    await page.getByRole('status').filter({ hasText: '已撤销：修改客户' }).waitFor();
    await eventually(async () => assert.equal(await city.inputValue(), ''));
});

desk_test('an edit goes to the store at its key, before anything is drawn', async ({ page }) => {
    await new_customer(page);
    const city = field(page, '城市');
    await city.fill('Lima');
    await is_saved(page);
    const drawn = await city.evaluate(async (box) => {
        const canvas = /** @type {HTMLElement} */ (document.getElementById('canvas'));
        const before = canvas.dataset.frames;
        /** @type {string | undefined} */
        let at_write;
        const { transaction } = IDBDatabase.prototype;
        IDBDatabase.prototype.transaction = function (...words) {
            at_write ??= canvas.dataset.frames;
            return transaction.apply(this, words);
        };
        box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }));
        for (let turn = 0; turn < 50; ++turn) await Promise.resolve(); // no task, so no frame either
        IDBDatabase.prototype.transaction = transaction;
        return { before, at_write };
    });
    assert.equal(drawn.at_write, drawn.before);
    await is_saved(page);
    await page.reload();
    await go(page, '客户');
    await page.getByRole('gridcell', { name: /Lima$/ }).waitFor();
});

desk_test('a value that does not fit its field is refused with one sentence, and the old one stays', async ({ page }) => {
    await new_customer(page);
    const mail = field(page, '邮箱');
    await mail.click();
    await page.keyboard.type('no address');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: '“no address”不是一个邮箱地址' }).waitFor();
    const notes = field(page, '备注');
    await notes.focus();
    const long = '长'.repeat(20_000);
    await notes.fill(`${long}\u0000\u202e\ud800`);
    await page.keyboard.press('Tab');
    await page.getByRole('tab', { name: '历史' }).click(); // still alive
    await page.getByRole('tab', { name: '资料' }).click();
    await eventually(async () => {
        const kept = await field(page, '备注').inputValue();
        assert.ok(kept === '' || kept.startsWith(long), `kept or refused, never cut: ${kept.length}`);
    });
});

desk_test('fields left right after each other show what was typed into them, in each frame', async ({ page }) => {
    await new_customer(page);
    const names = ['城市', '传真', '税号', '负责人'];
    const fields = await Promise.all(names.map((name) => field(page, name).elementHandle()));
    const shown = await page.evaluate(async (elements) => {
        const inputs = /** @type {HTMLInputElement[]} */ (elements);
        for (const [i, input] of inputs.entries()) {
            input.focus();
            document.execCommand('insertText', false, `typed ${i}`);
            input.blur();
        }
        const seen = new Set();
        for (let frame = 0; frame < 30; ++frame) {
            await new Promise((next) => requestAnimationFrame(next));
            seen.add(inputs.map((input) => input.value).join(', '));
        }
        return [...seen];
    }, fields);
    assert.deepEqual(shown, ['typed 0, typed 1, typed 2, typed 3']);
});

desk_test('what is typed right after a new customer or product is made is its name', async ({ page }) => {
    await start_empty(page);
    await go(page, '客户');
    await add_customer(page);
    await eventually(async () => assert.ok(await field(page, '公司名称').evaluate((it) => it === document.activeElement)));
    await page.keyboard.type('Casa Lumière SARL');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Casa Lumière SARL', exact: true }).waitFor();
    await page.getByText('1 位客户').waitFor();
    await go(page, '产品');
    await press(page, '新产品');
    await eventually(async () => assert.ok(await field(page, '型号').evaluate((it) => it === document.activeElement)));
    await page.keyboard.type('LP 6060');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'LP 6060', exact: true }).waitFor();
});
