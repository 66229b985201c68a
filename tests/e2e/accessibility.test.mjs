// The mirror of the canvas for those who do not see it or have no mouse.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { desk_test } from './desk.mjs';
import { eventually, go, sample_is_open } from './page.mjs';

/** @typedef {import('playwright-core').Page} Page */

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const SAMPLE = { address: '?sample=1' };

/** @param {Page} page @param {string} where */
async function check(page, where) {
    const findings = await page.evaluate(async () => {
        const { violations } = await /** @type {any} */ (globalThis).axe.run(document, {
            // Words are drawn on the canvas, their elements are transparent: the contrast of the
            // palette is tested where the palette is.
            rules: { 'color-contrast': { enabled: false } },
        });
        return violations.map((/** @type {any} */ { id, impact, nodes }) => ({
            id, impact, first: nodes[0].html.slice(0, 200), count: nodes.length,
        }));
    });
    const grave = findings.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    return grave.map((finding) => ({ where, ...finding }));
}

/** The script goes in as a debugger's, because the page's policy lets no other in. @param {Page} page */
async function bring_axe(page) {
    const source = fs.readFileSync(AXE, 'utf8');
    await page.evaluate(source);
}

/** @param {Page} page @returns {Promise<{role: string, name: string}>} what has the focus */
const focused = (page) =>
    page.evaluate(() => {
        const at = document.activeElement;
        const role = at?.getAttribute('role') ?? at?.tagName.toLowerCase() ?? '';
        return { role, name: at?.getAttribute('aria-label') ?? at?.textContent ?? '' };
    });

/** Tab until it is there. @param {Page} page @param {(at: {role: string, name: string}) => boolean} wanted @param {string} what */
async function tab_to(page, wanted, what) {
    for (let presses = 0; presses < 60; ++presses) {
        await page.keyboard.press('Tab');
        if (wanted(await focused(page))) return;
    }
    assert.fail(`Tab does not reach ${what}`);
}

desk_test('axe finds nothing serious in any view', async ({ page }) => {
    await sample_is_open(page);
    await bring_axe(page);
    const findings = [];
    for (const view of /** @type {const} */ (['今天', '客户', '报价', '产品', '地区', '设置'])) {
        await go(page, view);
        findings.push(...(await check(page, view)));
    }
    await go(page, '客户');
    await page.getByRole('grid', { name: '客户' }).getByRole('row').nth(1).click();
    await page.getByRole('tab', { name: '资料' }).click();
    findings.push(...(await check(page, 'an open customer')));
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: '命令' }).waitFor();
    findings.push(...(await check(page, 'the palette')));
    assert.deepEqual(findings, []);
}, SAMPLE);

desk_test('the keyboard alone reaches navigation, list and fields', async ({ page }) => {
    await sample_is_open(page);
    await tab_to(page, ({ name }) => name === '客户', 'the navigation');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '客户', level: 1 }).waitFor();
    await tab_to(page, ({ role }) => role === 'grid', 'the list');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('complementary').waitFor();
    await page.keyboard.press('ArrowDown');
    const second = page.getByRole('grid', { name: '客户' }).getByRole('row').nth(2);
    await eventually(async () => assert.equal(await second.getAttribute('aria-selected'), 'true'));
    await tab_to(page, ({ role, name }) => role === 'tab' && name === '资料', 'the tabs of a customer');
    await page.keyboard.press('Enter');
    await tab_to(page, ({ role, name }) => role === 'input' && name === '公司名称', 'the fields');
    await page.keyboard.press('Escape');
    await page.getByRole('complementary').waitFor({ state: 'hidden' });
}, SAMPLE);

desk_test('the palette opens a customer by a few letters and Enter', async ({ page }) => {
    await sample_is_open(page);
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: '命令' });
    await eventually(async () => assert.equal((await focused(page)).role, 'input'));
    await page.keyboard.type('kovac');
    await palette.getByRole('option', { name: 'Kovačica Rasvjeta d.o.o.' }).waitFor();
    await page.keyboard.press('Enter');
    await palette.waitFor({ state: 'hidden' });
    await page.getByRole('heading', { name: 'Kovačica Rasvjeta d.o.o.', level: 2 }).waitFor();
    await page.keyboard.press('Control+k');
    await palette.waitFor();
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'hidden' });
    await page.getByRole('heading', { name: 'Kovačica Rasvjeta d.o.o.', level: 2 }).waitFor();
}, SAMPLE);
