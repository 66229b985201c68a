// Presses on the stage with a stand-in program: each is told once, whether it came by a pointer or
// without one.
import assert from 'node:assert/strict';
import test, { after, before, beforeEach, describe } from 'node:test';
import { open_blank_page } from './browser.mjs';

describe('a press', () => {
    /** @type {import('playwright-core').Page} */ let page;
    /** @type {(() => void)[]} */ const ends = [];
    before(async () => {
        const opened = await open_blank_page({ after: (end) => ends.push(end) });
        page = opened.page;
        await page.goto(`${opened.url}nothing-here`);
        await page.evaluate(async (address) => {
            const { PointerInput } = await import(new URL('input_pointer.mjs', address).href);
            const place = 'position: absolute; top: 0; width: 100px; height: 100px;';
            document.body.innerHTML = `<div id="stage"><button id="1" style="${place} left: 0"></button>
                <button id="2" style="${place} left: 200px"></button></div>`;
            /** @type {string[]} */ const told = [];
            Object.assign(window, { told });
            const program = {
                on_input() {},
                pointer_moved() {},
                pointer_left() {},
                pointer_button: (/** @type {{x: number, down: boolean}} */ { x, down }) =>
                    told.push(`${down ? 'down' : 'up'} at ${x}`),
                activated: (/** @type {number} */ id) => told.push(`activated ${id}`),
            };
            const mirror = { entry_of: (/** @type {Element} */ at) => ({ node: { id: Number(at.id), flags: 0 } }) };
            new PointerInput(document.getElementById('stage'), program, mirror, { touch: false });
        }, opened.url);
    });
    beforeEach(() => told());
    after(async () => {
        for (const end of ends) await end();
    });
    const told = () => page.evaluate(() => /** @type {any} */ (window).told.splice(0));
    /** Of one task, as in a browser that was kept from handing them over.
     *  @param {string[]} kinds @param {number} x @param {PointerEventInit} [pointer] none is named */
    const at_once = (kinds, x, pointer = { pointerType: 'mouse' }) =>
        page.evaluate(([types, left, more]) => {
            const target = document.elementFromPoint(left, 50);
            const init = { bubbles: true, clientX: left, clientY: 50, detail: 1, ...more };
            for (const type of types) target?.dispatchEvent(new PointerEvent(type, init));
        }, /** @type {[string[], number, PointerEventInit]} */ ([kinds, x, pointer]));

    test('by a pointer is not told as a press without one', async () => {
        await page.mouse.click(50, 50);
        assert.deepEqual(await told(), ['down at 50', 'up at 50']);
    });

    test('right after another is told once, however long the button is held', async () => {
        await at_once(['pointerdown', 'pointerup', 'click'], 50);
        await at_once(['pointerdown'], 250);
        await page.waitForTimeout(1200); // the first press is long past
        await at_once(['pointerup', 'click'], 250);
        assert.deepEqual(await told(), ['down at 50', 'up at 50', 'down at 250', 'up at 250']);
    });

    test('of a finger is told once, however late its click comes', async () => {
        const finger = { pointerType: 'touch', pointerId: 5, isPrimary: true };
        await at_once(['pointerdown', 'pointerup'], 250, finger);
        await page.waitForTimeout(1200);
        await at_once(['click'], 250, finger);
        assert.deepEqual(await told(), ['down at 250', 'up at 250']);
    });

    test('without a pointer is told as such, by a script and by a reader of screens alike', async () => {
        await page.evaluate(() => document.getElementById('1')?.click());
        await at_once(['click'], 250);
        assert.deepEqual(await told(), ['activated 1', 'activated 2']);
    });

    test('whose button was let go elsewhere leaves the next one without a pointer to be told', async () => {
        await page.mouse.move(50, 50);
        await page.mouse.down();
        await page.mouse.move(400, 400);
        await page.mouse.up();
        await page.waitForTimeout(1200);
        await told();
        await at_once(['click'], 250);
        assert.deepEqual(await told(), ['activated 2']);
    });
});
