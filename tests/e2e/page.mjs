// What people do on the page, by role and name; and waiting until something is so.

import assert from 'node:assert/strict';
import { PATIENCE } from './desk.mjs';

/** @typedef {import('playwright-core').Page} Page */

/**
 * Tries until it does not throw.
 * @template T @param {() => Promise<T>} check @param {number} [patience] ms @returns {Promise<T>}
 */
export async function eventually(check, patience = PATIENCE) {
    const end = Date.now() + patience;
    for (;;) {
        try {
            return await check();
        } catch (reason) {
            if (Date.now() > end) throw reason;
            await new Promise((later) => setTimeout(later, 100));
        }
    }
}

/**
 * As when a page is stuck, but without keeping a processor busy.
 * @param {Page} page @returns {Promise<() => Promise<void>>} lets it go on
 */
export async function hang(page) {
    const [question] = await Promise.all([
        page.waitForEvent('dialog'),
        // What comes of it nobody waits for: the page may load anew as soon as it goes on.
        page.evaluate(() => void setTimeout(() => alert('stuck'))),
    ]);
    return () => question.accept();
}

/** @param {Page} page @param {string | RegExp} name */
export const button = (page, name) => page.getByRole('button', { name, exact: true }).first();

/** @param {Page} page @param {string | RegExp} name */
export const press = (page, name) => button(page, name).click();

/** @param {Page} page @param {'今天' | '客户' | '报价' | '产品' | '地区' | '设置'} view */
export async function go(page, view) {
    const place = page.getByRole('navigation').getByRole('button', { name: view, exact: true });
    await place.click();
    await page.getByRole('main').getByRole('heading', { name: view, level: 1 }).waitFor();
}

/** @param {Page} page @param {string} label */
export const field = (page, label) =>
    page.getByRole('main').getByRole('textbox', { name: label, exact: true }).first();

/** Types a value and leaves the field, as most people do. @param {Page} page @param {string} label @param {string} value */
export async function fill(page, label, value) {
    const box = field(page, label);
    await box.focus();
    await box.fill(value);
    await page.keyboard.press('Tab');
    await eventually(async () => assert.equal(await box.inputValue(), value));
}

/** @param {Page} page @param {string} label of a combo box @param {string | RegExp} option */
export async function choose(page, label, option) {
    await page.getByRole('combobox', { name: label, exact: true }).first().focus();
    await page.keyboard.press('Enter');
    const list = page.getByRole('dialog', { name: label });
    const filter = list.getByRole('searchbox');
    await list.getByRole('option').first().waitFor();
    if (typeof option === 'string' && (await filter.count())) await filter.fill(option);
    // By keyboard: the option may have to be scrolled to.
    await list.getByRole('option', { name: option, exact: true }).first().focus();
    await page.keyboard.press('Enter');
    await list.waitFor({ state: 'hidden' });
}

/** A usual value for a text field, from the list at its right end. @param {Page} page @param {string} label @param {string} option */
export async function choose_preset(page, label, option) {
    await press(page, `从列表选择：${label}`);
    const list = page.getByRole('dialog', { name: label });
    await list.getByRole('option', { name: option, exact: true }).click();
    await list.waitFor({ state: 'hidden' });
}

/** Whatever opens the file dialog gets this file. @param {Page} page @param {string} name of a button @param {string} file */
export async function give_file(page, name, file) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, name)]);
    await chooser.setFiles(file);
}

/** @param {Page} page @param {string} name of a button @param {(name: string) => string} where */
export async function download(page, name, where) {
    const [made] = await Promise.all([page.waitForEvent('download'), press(page, name)]);
    const file = where(made.suggestedFilename());
    await made.saveAs(file);
    return { name: made.suggestedFilename(), file };
}

/** The number of customers that the list says it shows. @param {Page} page @param {number} count */
export async function sees_customers(page, count) {
    const words = `${count.toLocaleString('en-US')} 位客户`;
    await page.getByText(words, { exact: true }).waitFor();
}

/** Finds a customer in the list by its whole name, and presses its row. @param {Page} page @param {string} name */
export async function pick_customer(page, name) {
    await page.getByRole('searchbox').first().fill(name);
    // Once the list is found anew: until then the row may still move away from under the pointer.
    const first = page.getByRole('grid', { name: '客户' }).getByRole('row').nth(1);
    await first.getByRole('gridcell', { name, exact: true }).click();
}

/**
 * What was done until now has been through a frame of its own: until then the screen, and with it
 * the word “saved”, speaks of what was before. @param {Page} page
 */
const has_been_drawn = (page) =>
    page.evaluate(async () => {
        for (let frames = 0; frames < 3; ++frames) await new Promise(requestAnimationFrame);
    });

/** Every change is in the browser's database. @param {Page} page */
export async function is_saved(page) {
    await has_been_drawn(page);
    await page.getByRole('status').filter({ hasText: /^已保存/ }).first().waitFor();
}

/** An empty customer file of one's own. @param {Page} page */
export async function start_empty(page) {
    await press(page, '从空白开始');
    await page.getByRole('navigation').waitFor();
}

/** The sample data of ?sample=1. @param {Page} page */
export async function sample_is_open(page) {
    await page.getByText('示例数据：可以随便改，不影响你自己的客户簿。').first().waitFor();
    await page.getByRole('navigation').waitFor();
}

/** A customer without a name, open. @param {Page} page */
export async function add_customer(page) {
    await press(page, '新客户');
    await page.getByRole('complementary').waitFor();
}

/** A customer of that name, seen in the list afterwards. @param {Page} page @param {string} name */
export async function add_named(page, name) {
    await go(page, '客户');
    await add_customer(page);
    await page.getByRole('tab', { name: '资料' }).click();
    await fill(page, '公司名称', name);
    await page.keyboard.press('Escape');
}
