// Encryption at rest: nothing on the disk can be read without the passcode, and with it, or with the
// recovery key, everything is there.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {
    AGAIN, PASSCODE, SECRET, add_saved, encrypt, has_customers, lock_test, push, stored_with, unlock, unlock_second_time,
} from './locking.mjs';
import { eventually, go, is_saved, press, start_empty } from './page.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page */
async function second_copy_follows(page) {
    await go(page, '设置');
    await page.getByText(/第二份副本与客户簿一致/).first().waitFor();
}

/** The files of the second copy hold the word. @param {import('./desk.mjs').Desk} desk @param {string} word */
function second_copy_with(desk, word) {
    const folder = path.join(desk.profile, 'Default', 'File System');
    const files = fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
    return files.filter((file) => file.isFile() && fs.readFileSync(path.join(file.parentPath, file.name)).includes(word)).length;
}

lock_test('an encrypted file opens with its passcode only, and holds no readable row', async (desk) => {
    const { page } = desk;
    await start_empty(page);
    await add_saved(page, SECRET);
    await second_copy_follows(page);
    assert.notDeepEqual((await stored_with(page, SECRET)).with_word, [], 'the check can see a name');
    assert.notEqual(second_copy_with(desk, SECRET), 0, 'also in the second copy');

    await encrypt(page, 'correct horse 电池');
    await unlock_second_time(page, 'wrong horse', 'correct horse 电池');
    await has_customers(page, [SECRET]);
    await add_saved(page, 'Cuatro Secretos SA');
    await second_copy_follows(page);

    const stored = await stored_with(page, 'Secretos');
    assert.deepEqual(stored.with_word, []);
    assert.deepEqual(stored.names.filter((name) => /^buyerbook(\.\d+)?$/.test(name)), ['buyerbook.2']);
    assert.ok(stored.rows > 5, `${stored.rows} rows were looked at`);
    await desk.context.close();
    assert.equal(second_copy_with(desk, 'Secretos'), 0);
    await desk.start_browser();
    await unlock(desk.page, 'correct horse 电池');
    await has_customers(desk.page, [SECRET, 'Cuatro Secretos SA']);

    await go(desk.page, '设置');
    await press(desk.page, '立即锁上');
    await desk.page.getByRole('heading', { name: /客户簿已加密/ }).waitFor();
    assert.equal(await desk.page.getByRole('navigation').count(), 0);
});

lock_test('a word typed as the page goes away is in the encrypted file', async (desk) => {
    const { page } = desk;
    await start_empty(page);
    await add_saved(page, 'Before');
    await encrypt(page, 'twelve sheep');
    await unlock(page, 'twelve sheep');
    await has_customers(page, ['Before']);
    await page.getByRole('gridcell', { name: 'Before', exact: true }).first().click();
    await page.getByRole('tab', { name: '资料' }).click();
    const field = page.getByRole('textbox', { name: '公司名称', exact: true }).first();
    await field.focus();
    await field.fill('Typed at the last moment');
    await page.reload();
    await unlock(page, 'twelve sheep');
    await has_customers(page, ['Typed at the last moment']);
});

lock_test('the recovery key opens it and a new passcode follows; then it is changed, and taken off', async (desk) => {
    const { page } = desk;
    await start_empty(page);
    await add_saved(page, SECRET);
    const key = await encrypt(page, 'forgotten soon');
    await unlock(page, key.toLowerCase().replaceAll('-', ' '));
    await page.getByRole('heading', { name: '设定新口令 · Set a new passcode' }).waitFor();
    await page.getByLabel(PASSCODE).fill('remembered');
    await page.getByLabel(AGAIN).fill('remembered');
    await push(page, '继续 · Go on');
    await has_customers(page, [SECRET]);
    await page.reload();
    await unlock_second_time(page, 'forgotten soon', 'remembered');
    await has_customers(page, [SECRET]);

    await go(page, '设置');
    await press(page, '口令与加密…');
    await unlock(page, 'remembered');
    await push(page, '新的恢复密钥 · New recovery key');
    const second = await page.getByLabel('恢复密钥 · Recovery key').innerText();
    assert.notEqual(second, key);
    await page.getByLabel('最后 4 个字符 · The last 4 characters').fill(second.slice(-4));
    await push(page, '继续 · Go on');
    await page.getByRole('heading', { name: '新的恢复密钥有效，旧的不再有效。' }).waitFor();
    await push(page, '打开客户簿 · Open Buyerbook');
    await unlock_second_time(page, key, 'remembered');

    await go(page, '设置');
    await press(page, '口令与加密…');
    await unlock(page, 'remembered');
    await push(page, '停止加密 · Stop encrypting');
    await push(page, '停止加密 · Stop encrypting');
    await page.getByRole('heading', { name: '客户簿不再加密。' }).waitFor();
    await push(page, '打开客户簿 · Open Buyerbook');
    await has_customers(page, [SECRET]);
    assert.notDeepEqual((await stored_with(page, SECRET)).with_word, []);
});

lock_test('when the databases are gone, the encrypted second copy brings the file back, encrypted', async (desk) => {
    await start_empty(desk.page);
    await add_saved(desk.page, SECRET);
    await encrypt(desk.page, 'correct horse');
    await unlock(desk.page, 'correct horse');
    await second_copy_follows(desk.page);
    await desk.page.waitForTimeout(1500); // localStorage and the copy reach the disk
    await desk.context.close();
    fs.rmSync(path.join(desk.folder, 'profile', 'Default', 'IndexedDB'), { recursive: true });
    await desk.start_browser();
    const { page } = desk;
    await unlock(page, 'correct horse');
    await page.getByRole('heading', { name: '客户簿需要你看一下' }).waitFor();
    await page.getByText('客户一位不缺。').waitFor();
    await press(page, '用找到的内容恢复');
    await unlock(page, 'correct horse');
    await has_customers(page, [SECRET]);
    assert.deepEqual((await stored_with(page, SECRET)).with_word, []);
});

lock_test('when localStorage is gone too, the encrypted second copy is found, and the recovery key opens it once and for all', async (desk) => {
    await start_empty(desk.page);
    await add_saved(desk.page, SECRET);
    const key = await encrypt(desk.page, 'forgotten soon');
    await unlock(desk.page, 'forgotten soon');
    await second_copy_follows(desk.page);
    await desk.page.waitForTimeout(1500); // the copy reaches the disk
    await desk.context.close();
    for (const gone of ['IndexedDB', 'Local Storage'])
        fs.rmSync(path.join(desk.folder, 'profile', 'Default', gone), { recursive: true });
    await desk.start_browser();
    const { page } = desk;
    await unlock(page, key);
    await page.getByRole('heading', { name: '设定新口令 · Set a new passcode' }).waitFor();
    await page.getByLabel(PASSCODE).fill('remembered');
    await page.getByLabel(AGAIN).fill('remembered');
    await push(page, '继续 · Go on');
    await page.getByRole('heading', { name: '客户簿需要你看一下' }).waitFor();
    await page.getByText('客户一位不缺。').waitFor();
    await press(page, '用找到的内容恢复');
    await unlock_second_time(page, 'forgotten soon', 'remembered');
    await has_customers(page, [SECRET]);
    const stored = await stored_with(page, SECRET);
    assert.deepEqual(stored.with_word, []);
    assert.ok(stored.names.includes('buyerbook.3'), stored.names.join());
});

lock_test('the page of the passcode is for a file that the program found in order; old databases can go', async (desk) => {
    const { page, server } = desk;
    await start_empty(page);
    await add_saved(page, SECRET);
    await page.goto(`${server.url}?lock=1`);
    await page.getByRole('heading', { name: '请从“设置”打开' }).waitFor();
    await push(page, '返回客户簿 · Back to Buyerbook');
    await page.getByRole('navigation').waitFor();
    await encrypt(page, 'correct horse');
    await unlock(page, 'correct horse');
    await has_customers(page, [SECRET]);
    // As a page leaves it that ends before it could delete it.
    await page.evaluate(() => new Promise((resolve) => {
        const opening = indexedDB.open('buyerbook', 1);
        opening.onupgradeneeded = () => {
            for (const place of ['journal', 'shard', 'meta', 'blob']) opening.result.createObjectStore(place);
        };
        opening.onsuccess = () => resolve(opening.result.close());
    }));
    await go(page, '设置');
    await press(page, '口令与加密…');
    await unlock(page, 'correct horse');
    await push(page, '删除 1 个旧数据库 · Delete 1 old databases');
    await push(page, '删除 · Delete');
    await page.getByRole('heading', { name: '旧数据库已删除。' }).waitFor();
    const { names } = await stored_with(page, SECRET);
    assert.deepEqual(names.filter((name) => /^buyerbook(\.\d+)?$/.test(name)), ['buyerbook.2']);
    await push(page, '打开客户簿 · Open Buyerbook');
    await unlock(page, 'correct horse');
    await has_customers(page, [SECRET]);
});
