// The steps that tests of an encrypted customer file share.

import assert from 'node:assert/strict';
import { desk_test } from './desk.mjs';
import { add_named, eventually, go, is_saved, press } from './page.mjs';

/** @typedef {import('playwright-core').Page} Page */

export const SECRET = 'Tres Secretos Importaciones';
export const PASSCODE = '口令 · Passcode';
export const AGAIN = '再输一次 · Once more';

/** @param {Page} page @param {string} name */
export async function add_saved(page, name) {
    await add_named(page, name);
    await is_saved(page);
}

/** @param {Page} page @param {string} name */
export const push = (page, name) => page.getByRole('button', { name, exact: true }).click();

/** The program's file is preloaded, and is not used by the page of the passcode. */
const NOT_THE_PROGRAM = /app.wasm was preloaded using link preload but not used/;

/** @param {string} name @param {(desk: import('./desk.mjs').Desk) => Promise<void>} work */
export const lock_test = (name, work) => desk_test(name, (desk) => {
    desk.expected.push(NOT_THE_PROGRAM);
    return work(desk);
});

/** Through the page that the settings open. @param {Page} page @param {string} passcode @returns {Promise<string>} the recovery key */
export async function encrypt(page, passcode) {
    await go(page, '设置');
    await press(page, '加密客户簿…');
    await page.getByLabel(PASSCODE).fill('short');
    await page.getByLabel(AGAIN).fill('short');
    await push(page, '继续 · Go on');
    await page.getByText('太短：至少 6 个字符。').waitFor();
    await page.getByLabel(PASSCODE).fill(passcode);
    await page.getByLabel(AGAIN).fill(passcode);
    await push(page, '继续 · Go on');
    const key = await page.getByLabel('恢复密钥 · Recovery key').innerText();
    assert.match(key, /^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
    const last = page.getByLabel('最后 4 个字符 · The last 4 characters');
    await last.fill('0000');
    await push(page, '继续 · Go on');
    await page.getByText('不对，请再看一遍。').waitFor();
    await last.fill(key.slice(-4).toLowerCase());
    await push(page, '继续 · Go on');
    await push(page, '加密 · Encrypt');
    await page.getByRole('heading', { name: '客户簿已加密。' }).waitFor();
    await push(page, '打开客户簿 · Open Buyerbook');
    return key;
}

/** @param {Page} page @param {string} secret */
export async function unlock(page, secret) {
    await page.getByRole('heading', { name: /客户簿已加密 ·/ }).waitFor();
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'INPUT'));
    // By the keyboard, with a slip: the program, which waits behind it, must not take a key.
    await page.keyboard.type(`${secret}'/`);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    assert.equal(await page.getByLabel(PASSCODE).inputValue(), secret);
    await page.keyboard.press('Enter');
}

/** Refused with one, opened with another. @param {Page} page @param {string} wrong @param {string} right */
export async function unlock_second_time(page, wrong, right) {
    await unlock(page, wrong);
    await page.getByText('口令不对，请再输一次。').waitFor();
    await page.getByLabel(PASSCODE).fill(right);
    await push(page, '打开 · Open');
}

/** @param {Page} page @param {string[]} names */
export async function has_customers(page, names) {
    await go(page, '客户');
    for (const name of names) await page.getByRole('gridcell', { name, exact: true }).first().waitFor();
}

/** Every value of every database of the page, as it is stored. @param {Page} page @param {string} word @returns {Promise<{rows: number, with_word: string[], names: string[]}>} */
export function stored_with(page, word) {
    return page.evaluate(async (word) => {
        const has = (/** @type {ArrayBuffer} */ value) => new TextDecoder('latin1').decode(value).includes(word);
        const answer = (/** @type {IDBRequest} */ request) =>
            new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
        const names = (await indexedDB.databases()).map(({ name }) => name ?? '').sort();
        let rows = 0;
        const with_word = [];
        for (const name of names) {
            const database = await answer(indexedDB.open(name));
            for (const place of database.objectStoreNames) {
                const values = await answer(database.transaction(place).objectStore(place).getAll());
                rows += values.length;
                if (values.some((/** @type {unknown} */ value) => value instanceof ArrayBuffer && has(value))) with_word.push(`${name}/${place}`);
            }
            database.close();
        }
        return { rows, with_word, names };
    }, word);
}
