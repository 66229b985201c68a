// The mirror with a stand-in program: fields are the truth while focused, modal dialogs shut the
// rest out, the focus survives changes of the screen, clips keep clicks where they belong.
import assert from 'node:assert/strict';
import test, { after, before, beforeEach, describe } from 'node:test';
import { open_blank_page } from './browser.mjs';

describe('the mirror', () => {
    /** @type {import('playwright-core').Page} */ let page;
    /** @type {(() => void)[]} */ const ends = [];
    before(async () => {
        const opened = await open_blank_page({ after: (end) => ends.push(end) });
        page = opened.page;
        // An HTML page of the origin without the program: the answer to an address that is not there.
        await page.goto(`${opened.url}nothing-here`);
        await page.addStyleTag({ path: new URL('../../web/app.css', import.meta.url).pathname });
        await page.evaluate(async (address) => {
            const { Mirror } = await import(new URL('mirror.mjs', address).href);
            const reader = await import(new URL('semantics_reader.mjs', address).href);
            Object.assign(window, { Mirror, ...reader });
        }, opened.url);
        await page.addScriptTag({ path: new URL('mirror_page.js', import.meta.url).pathname });
    });
    beforeEach(() => page.evaluate(() => /** @type {any} */ (window).fresh()));
    after(async () => {
        for (const end of ends) await end();
    });

    const show = (/** @type {object[]} */ nodes) =>
        page.evaluate((list) => /** @type {any} */ (window).show(list), nodes);
    const told = () => page.evaluate(() => /** @type {any} */ (window).told.splice(0));
    const field = (/** @type {object} */ more = {}) => ({
        id: 1, role: 'text_field', flags: 1, x: 10, y: 10, width: 200, height: 36, label: '名称',
        ...more,
    });
    const button = (/** @type {number} */ id, /** @type {object} */ more = {}) => ({
        id, role: 'button', flags: 1, x: 10, y: 100, width: 80, height: 36, label: `按钮${id}`, ...more,
    });
    const input = () => page.getByRole('textbox', { name: '名称' });

    test('the program sets the text of a field that nobody types in', async () => {
        await show([field({ value: 'a' })]);
        await show([field({ value: 'b' })]);
        assert.equal(await input().inputValue(), 'b');
    });

    test('a node that becomes another kind of element stays in its place, whatever else moves', async () => {
        const words = (/** @type {number} */ id, /** @type {string} */ label) => ({ ...button(id), role: 'text', flags: 0, label });
        const order = () => page.evaluate(() =>
            [...(document.getElementById('mirror')?.children ?? [])].map((one) => `${one.tagName} ${one.textContent}`));
        await show([button(2), words(7, '新客户'), button(3)]);
        await show([button(2), { ...words(7, '新客户'), role: 'heading', level: 2 }, button(3)]);
        const placed = await order();
        assert.equal(placed.length, 3);
        assert.match(placed[1], /^H\d 新客户$/);
        await show([{ ...words(7, '新客户'), role: 'heading' }, button(3), words(7, '新客户'), button(2)]);
        await show([{ ...words(7, '新客户'), role: 'heading' }, button(3), words(7, '新客户'), button(2)]);
        assert.deepEqual((await order()).map((one) => one.split(' ')[1]), ['按钮3', '新客户', '按钮2']);
    });

    test('late echoes of typed text do not change what is being typed', async () => {
        await show([field({ value: '' })]);
        await input().focus();
        await page.keyboard.type('abc');
        await show([field({ value: 'a' })]);
        await show([field({ value: 'ab' })]);
        assert.equal(await input().inputValue(), 'abc');
    });

    test('a text the program chose by itself replaces what is typed', async () => {
        await show([field({ value: '' })]);
        await input().focus();
        await page.keyboard.type('12');
        await show([field({ value: '12' })]);
        await show([field({ value: '12.00' })]);
        assert.equal(await input().inputValue(), '12.00');
    });

    test('a text that changes while all of it is selected stays selected, so that typing replaces it', async () => {
        await show([field({ value: 'old' })]);
        await input().focus();
        await page.keyboard.press('Control+a');
        await show([field({ value: 'from another tab' })]);
        await page.keyboard.type('new');
        assert.equal(await input().inputValue(), 'new');
    });

    test('nothing is replaced while an input method composes', async () => {
        await show([field({ value: '' })]);
        await input().focus();
        const devtools = await page.context().newCDPSession(page);
        await devtools.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
        await show([field({ value: 'else' })]);
        assert.equal(await input().inputValue(), 'ni');
        await devtools.send('Input.insertText', { text: '你' });
        assert.equal(await input().inputValue(), '你');
        assert.deepEqual((await told()).at(-1), ['changed', 1, '你', false]);
    });

    test('leaving a changed field commits it once, an unchanged one not at all', async () => {
        await show([field({ value: 'x' })]);
        await input().focus();
        await page.keyboard.type('y');
        await input().blur();
        await input().focus();
        await input().blur();
        const commits = (await told()).filter(([what]) => what === 'committed');
        assert.equal(commits.length, 1);
        assert.equal(commits[0][3], false);
    });

    test('a field that disappears while it is written commits its draft', async () => {
        await show([field({ value: '' })]);
        await input().focus();
        await page.keyboard.type('draft');
        await show([]);
        assert.ok((await told()).some(([what, , text]) => what === 'committed' && text === 'draft'));
    });

    test('a modal dialog makes the rest inert and takes the focus; after it all is open again', async () => {
        const main = { id: 5, role: 'main', x: 0, y: 0, width: 800, height: 600 };
        const dialog = { id: 6, role: 'dialog', flags: 64, x: 100, y: 100, width: 300, height: 200, label: '确认' };
        await show([main, button(2, { depth: 1 })]);
        await page.getByRole('button', { name: '按钮2' }).focus();
        await show([main, button(2, { depth: 1 }), dialog, button(3, { depth: 1, x: 120, y: 120 })]);
        assert.equal(await page.evaluate(() => document.activeElement?.textContent), '按钮3');
        assert.equal(await page.getByRole('button').count(), 1);
        await page.evaluate(() => /** @type {any} */ (window).mirror.focus(2)); // asked while it is shut off
        await show([main, button(2, { depth: 1 })]);
        assert.equal(await page.evaluate(() => document.activeElement?.textContent), '按钮2');
    });

    test('a focus whose node is gone moves to what held it', async () => {
        const grid = { id: 7, role: 'grid', x: 0, y: 0, width: 300, height: 300, label: '列表' };
        const row = { id: 8, depth: 1, role: 'row', flags: 1, x: 0, y: 0, width: 300, height: 40, label: '行' };
        await show([grid, row]);
        await page.getByRole('row').focus();
        await show([grid]);
        assert.equal(await page.evaluate(() => document.activeElement?.id), 'n7');
        assert.deepEqual((await told()).at(-1), ['focus', 7]);
    });

    test('sorting moves nodes but not the focus', async () => {
        await show([button(2), button(3), button(4)]);
        await page.getByRole('button', { name: '按钮4' }).focus();
        await told();
        await show([button(4), button(3), button(2)]);
        assert.equal(await page.evaluate(() => document.activeElement?.id), 'n4');
        assert.deepEqual(await told(), []);
        const order = await page.getByRole('button').allTextContents();
        assert.deepEqual(order, ['按钮4', '按钮3', '按钮2']);
    });

    test('what a pane hides of a field cannot be clicked', async () => {
        await show([field({ y: 10, clip_y: 30, clip_height: 500 })]);
        const at = (/** @type {number} */ y) =>
            page.evaluate((top) => document.elementFromPoint(50, top)?.tagName, y);
        assert.notEqual(await at(20), 'INPUT');
        assert.equal(await at(40), 'INPUT');
        await show([field({ y: 10, clip_y: 100, clip_height: 500 })]);
        assert.notEqual(await at(40), 'INPUT');
    });

    test('a menu above a field keeps clicks from it', async () => {
        await show([field(), { id: 9, role: 'menu', x: 0, y: 0, width: 300, height: 100, label: '菜单' }]);
        assert.equal(await page.evaluate(() => document.elementFromPoint(50, 20)?.id), 'n9');
    });

    test('live regions stay and speak by a change of their words', async () => {
        const status = { id: 11, role: 'status', x: 0, y: 580, width: 300, height: 20, label: '已保存' };
        await show([status]);
        await page.waitForFunction(() => document.getElementById('n11')?.textContent === '已保存');
        await show([]);
        assert.equal(await page.evaluate(() => document.getElementById('n11')?.textContent), '');
        await show([{ ...status, label: '没有保存' }]);
        assert.equal(await page.getByRole('status').textContent(), '没有保存');
    });
});
