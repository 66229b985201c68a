// Short ways to work on the page, made for many repetitions, and what the page acknowledges.

import fs from 'node:fs';
import { PATIENCE } from '../e2e/desk.mjs';
import { add_customer, fill, give_file, go, is_saved, pick_customer, press, start_empty } from '../e2e/page.mjs';
import { FIELDS } from './model.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./model.mjs').State} State */

export const NAME = 'Hafenlicht GmbH';

/** A file of one's own with one customer, its card open. @param {Page} page */
export async function start_with_one(page) {
    await start_empty(page);
    await go(page, '客户');
    await add_customer(page);
    await page.getByRole('tab', { name: '资料' }).click();
    await fill(page, '公司名称', NAME);
    await acknowledged(page);
}

/** The card of the customer of start_with_one(). @param {Page} page */
export async function open_card(page) {
    await go(page, '客户');
    await pick_customer(page, NAME); // others may push the customer out of sight
    await page.getByRole('tab', { name: '资料' }).click();
    await page.getByRole('main').getByRole('textbox', { name: FIELDS[0], exact: true }).waitFor();
}

/** @param {Page} page @param {string} name */
const box = (page, name) => page.getByRole('main').getByRole('textbox', { name, exact: true }).first();

/** Types over a field and leaves it: in one task of the page, or what another tab has just put into the
 *  field would come between, which a person would see. @param {Page} page @param {string} name @param {string} value */
export async function type_into(page, name, value) {
    await box(page, name).evaluate((element, text) => {
        const field = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (element);
        field.focus();
        field.select();
        document.execCommand('insertText', false, text);
        field.blur();
    }, value);
}

/**
 * Resolves when the page calls everything saved, by itself or by the tab that writes. What is on the screen may be a frame older than
 * the last key, so a frame after it is waited for, or rest.
 * @param {Page} page
 */
export async function acknowledged(page) {
    await page.evaluate((patience) => new Promise((resolve, reject) => {
        const canvas = /** @type {HTMLElement} */ (document.getElementById('canvas'));
        const drawn = Number(canvas.dataset.frames);
        const began = performance.now();
        const look = () => {
            const status = [...document.querySelectorAll('[role=status]')];
            const saved = status.some((one) => /^(已保存|由另一个标签页保存)/.test(one.textContent ?? ''));
            const waited = performance.now() - began;
            if (saved && (Number(canvas.dataset.frames) > drawn + 1 || waited > 250)) return resolve(0);
            if (waited > patience) return reject(new Error('the page does not say that all is saved'));
            setTimeout(look, 5);
        };
        look();
    }), PATIENCE);
}

/** The stored values as the card shows them. @param {Page} page @returns {Promise<State>} */
export async function card_of(page) {
    const values = await Promise.all(FIELDS.map((name) => box(page, name).inputValue()));
    return Object.fromEntries(FIELDS.map((name, i) => [name, values[i]]));
}

/** @param {Page} page @returns {Promise<number>} that the list shows */
export async function customers_of(page) {
    const said = page.getByText(/^[\d,]+ 位客户$/).first();
    return Number((await said.innerText()).replaceAll(/\D/g, ''));
}

/**
 * What the page is after its start.
 * @param {Page} page @returns {Promise<'workspace' | 'recovery' | 'first start'>}
 */
export async function screen_of(page) {
    const recovery = page.getByRole('heading', { name: '客户簿需要你看一下' });
    const first = page.getByRole('button', { name: '从空白开始', exact: true });
    const workspace = page.getByRole('navigation');
    await recovery.or(first).or(workspace).first().waitFor();
    if (await recovery.isVisible()) return 'recovery';
    return (await first.isVisible()) ? 'first start' : 'workspace';
}

/** @param {string} file @param {string} stem of the names @param {number} rows @param {number} [weight] bytes of a row's remark */
export function write_list(file, stem, rows, weight = 20) {
    const lines = Array.from({ length: rows }, (_, i) => `${stem} ${i},${'n'.repeat(weight)}${i}`);
    fs.writeFileSync(file, ['公司名称,备注', ...lines].join('\n'));
}

/** The preview of a list, ready for its last press. @param {Page} page @param {string} file @param {number} rows */
export async function preview_list(page, file, rows) {
    await give_file(page, '导入', file);
    await page.getByText(`新增 ${rows.toLocaleString('en-US')}`, { exact: true }).first().waitFor();
}

/** @param {Page} page @param {number} rows */
export const take_list = (page, rows) => press(page, `导入 ${rows.toLocaleString('en-US')} 行`);

/** At the first start. @param {Page} page @param {string} file */
export async function restore_backup(page, file) {
    await give_file(page, '从备份恢复', file);
    const dialog = page.getByRole('dialog', { name: '从备份恢复' });
    await dialog.getByRole('button', { name: '合并恢复' }).click();
    await page.getByRole('status').filter({ hasText: /^已恢复：新增/ }).waitFor();
    await is_saved(page);
}
