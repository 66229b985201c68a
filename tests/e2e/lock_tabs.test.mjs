// An encrypted customer file in several tabs.

import assert from 'node:assert/strict';
import {
    AGAIN, PASSCODE, SECRET, add_saved, encrypt, has_customers, lock_test, push, stored_with, unlock, unlock_second_time,
} from './locking.mjs';
import { go, press, start_empty } from './page.mjs';

/** @param {import('playwright-core').Page} page @param {string} passcode */
async function set_passcode(page, passcode) {
    await page.getByRole('heading', { name: '设定新口令 · Set a new passcode' }).waitFor();
    await page.getByLabel(PASSCODE).fill(passcode);
    await page.getByLabel(AGAIN).fill(passcode);
    await push(page, '继续 · Go on');
}

lock_test('nothing is moved while another tab has the file open', async (desk) => {
    const { page, context, server } = desk;
    await start_empty(page);
    await add_saved(page, SECRET);
    const second = await context.newPage();
    await second.goto(server.url);
    await go(second, '设置');
    await press(second, '加密客户簿…');
    await second.getByRole('heading', { name: '请先关闭其他标签页' }).waitFor();
    await page.close();
    await second.getByLabel(PASSCODE).fill('correct horse');
    await second.getByLabel(AGAIN).fill('correct horse');
    await push(second, '继续 · Go on');
    const key = await second.getByLabel('恢复密钥 · Recovery key').innerText();
    await second.getByLabel('最后 4 个字符 · The last 4 characters').fill(key.slice(-4));
    await push(second, '继续 · Go on');
    const late = await context.newPage();
    await late.goto(server.url);
    await late.getByRole('navigation').waitFor();
    await push(second, '加密 · Encrypt');
    await second.getByRole('heading', { name: '请先关闭其他标签页' }).waitFor();
    assert.notDeepEqual((await stored_with(late, SECRET)).with_word, []);
    await late.close();
    await second.getByRole('heading', { name: '客户簿已加密。' }).waitFor();
    await push(second, '打开客户簿 · Open Buyerbook');
    await unlock(second, 'correct horse');
    await has_customers(second, [SECRET]);
});

lock_test('a tab that waits for the passcode keeps no other from writing', async ({ page, context, server }) => {
    await start_empty(page);
    await add_saved(page, SECRET);
    await encrypt(page, 'quiet harbour 7');
    await page.getByRole('heading', { name: /客户簿已加密 ·/ }).waitFor();
    const second = await context.newPage();
    await second.goto(server.url);
    await unlock(second, 'quiet harbour 7');
    await add_saved(second, 'Saved Here Ltd');
    await page.bringToFront();
    await unlock(page, 'quiet harbour 7');
    await page.getByText(/另一个标签页负责保存/).first().waitFor();
    await has_customers(page, [SECRET, 'Saved Here Ltd']);
});

lock_test('of two tabs that set a new passcode, the one that was first has it', async ({ page, context, server }) => {
    await start_empty(page);
    await add_saved(page, SECRET);
    const key = await encrypt(page, 'forgotten soon');
    const second = await context.newPage();
    await second.goto(server.url);
    await unlock(second, key);
    await page.bringToFront();
    await unlock(page, key);
    await set_passcode(page, 'the first one');
    await has_customers(page, [SECRET]);
    // Its recovery key opened the lock before this one: that one is asked for now.
    await second.bringToFront();
    await set_passcode(second, 'the late one');
    await unlock_second_time(second, 'the late one', 'the first one');
    await second.getByText(/另一个标签页负责保存/).first().waitFor();
    await has_customers(second, [SECRET]);
});
