// A customer file that is gone or damaged on disk: it is noticed, shown, and made good from the second
// copy; and backups under a passphrase.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { desk_test } from './desk.mjs';
import { put_rows_back, stored_rows } from '../torture/damage.mjs';
import {
    add_named, button, eventually, give_file, go, is_saved, press, start_empty,
} from './page.mjs';

/** @param {import('playwright-core').Page} page @param {string} name */
async function add_saved(page, name) {
    await add_named(page, name);
    await is_saved(page);
}

/** The settings say so once it has caught up. @param {import('playwright-core').Page} page */
async function second_copy_follows(page) {
    await go(page, '设置');
    await page.getByText(/第二份副本与客户簿一致/).first().waitFor();
}

/** What a browser keeps of its origins' databases. @param {import('./desk.mjs').Desk} desk */
const databases = (desk) => path.join(desk.folder, 'profile', 'Default', 'IndexedDB');

desk_test('when all databases are gone from the disk, the second copy brings the file back', async (desk) => {
    await start_empty(desk.page);
    await add_saved(desk.page, 'Lumière & Fils SARL');
    await second_copy_follows(desk.page);
    await add_saved(desk.page, '深圳光明有限公司');
    await desk.page.waitForTimeout(1500); // localStorage and the copy reach the disk
    await desk.context.close();
    fs.rmSync(databases(desk), { recursive: true });
    await desk.start_browser();

    const { page } = desk;
    await page.getByRole('heading', { name: '客户簿需要你看一下' }).waitFor();
    await page.getByText('浏览器里的客户簿是空的，可是这里存过 2 位客户。').waitFor();
    await page.getByText(/浏览器存储里缺 2 位客户：.*Lumière & Fils SARL/).first().waitFor();
    await page.getByText('客户一位不缺。').waitFor();
    assert.equal(await page.getByRole('navigation').count(), 0, 'nothing can be edited before the choice');
    await press(page, '用找到的内容恢复');
    await page.getByRole('navigation').waitFor();
    await go(page, '客户');
    await page.getByRole('gridcell', { name: 'Lumière & Fils SARL', exact: true }).waitFor();
    await page.getByRole('gridcell', { name: '深圳光明有限公司', exact: true }).waitFor();
    await add_saved(page, 'Life goes on Ltd');
    await desk.restart_browser();
    await go(desk.page, '客户');
    await desk.page.getByRole('gridcell', { name: 'Life goes on Ltd', exact: true }).waitFor();
    await desk.page.getByText('3 位客户', { exact: true }).waitFor();
});

desk_test('when the databases and localStorage are gone, the second copy still says that there was a file', async (desk) => {
    await start_empty(desk.page);
    await add_saved(desk.page, 'Lumière & Fils SARL');
    await second_copy_follows(desk.page);
    await desk.page.waitForTimeout(1500); // the copy reaches the disk
    await desk.context.close();
    fs.rmSync(databases(desk), { recursive: true });
    fs.rmSync(path.join(desk.folder, 'profile', 'Default', 'Local Storage'), { recursive: true });
    await desk.start_browser();

    const { page } = desk;
    await page.getByRole('heading', { name: '客户簿需要你看一下' }).waitFor();
    await page.getByText('浏览器里的客户簿是空的，可是这里存过 1 位客户。').waitFor();
    await page.getByText('客户一位不缺。').waitFor();
    await press(page, '用找到的内容恢复');
    await page.getByRole('navigation').waitFor();
    await go(page, '客户');
    await page.getByRole('gridcell', { name: 'Lumière & Fils SARL', exact: true }).waitFor();
});

desk_test('of a file that was recovered before, the newest second copy counts', async (desk) => {
    const lose = async (/** @type {string[]} */ ...what) => {
        await second_copy_follows(desk.page);
        await desk.page.waitForTimeout(1500); // localStorage and the copy reach the disk
        await desk.context.close();
        for (const gone of what) fs.rmSync(path.join(desk.folder, 'profile', 'Default', gone), { recursive: true });
        await desk.start_browser();
        await desk.page.getByRole('heading', { name: '客户簿需要你看一下' }).waitFor();
        await desk.page.getByText('客户一位不缺。').waitFor();
        await press(desk.page, '用找到的内容恢复');
        await desk.page.getByRole('navigation').waitFor();
    };
    await start_empty(desk.page);
    await add_saved(desk.page, 'Lumière & Fils SARL');
    await lose('IndexedDB');
    await add_saved(desk.page, '深圳光明有限公司');
    await lose('IndexedDB', 'Local Storage');
    await go(desk.page, '客户');
    for (const name of ['Lumière & Fils SARL', '深圳光明有限公司'])
        await desk.page.getByRole('gridcell', { name, exact: true }).waitFor();
});

/** A second customer is forgotten by IndexedDB and localStorage, as after a log of the disk that was cut where
 *  an entry ends: all that is left fits together. @param {import('./desk.mjs').Desk} desk */
async function set_back({ page, server }) {
    await start_empty(page);
    await add_saved(page, 'Lumière & Fils SARL');
    await second_copy_follows(page);
    await page.goto(`${server.url}?rescue=1`);
    const rows = await stored_rows(page);
    const remembered = await page.evaluate(() => JSON.stringify(localStorage));
    await page.goto(server.url);
    await add_saved(page, '深圳光明有限公司');
    await second_copy_follows(page);
    await page.goto(`${server.url}?rescue=1`);
    await put_rows_back(page, rows);
    await page.evaluate((text) => Object.assign(localStorage, JSON.parse(text)), remembered);
    await page.goto(server.url);
}

desk_test('a database that was set back is noticed by the second copy when localStorage was too', async (desk) => {
    const { page } = desk;
    await set_back(desk);
    await page.getByRole('heading', { name: '客户簿需要你看一下' }).waitFor();
    await page.getByText(/浏览器存储里缺 1 位客户：.*深圳光明有限公司/).first().waitFor();
    await page.getByText('客户一位不缺。').waitFor();
    await press(page, '用找到的内容恢复');
    await page.getByRole('navigation').waitFor();
    await go(page, '客户');
    await page.getByRole('gridcell', { name: '深圳光明有限公司', exact: true }).waitFor();
});

desk_test('a tab that followed asks the second copy when it takes over', async (desk) => {
    await set_back(desk);
    await desk.page.getByRole('heading', { name: '客户簿需要你看一下' }).waitFor();
    const second = await desk.context.newPage();
    await second.goto(desk.server.url);
    await second.getByText(/另一个标签页负责保存/).first().waitFor(); // it has nobody to ask
    await desk.page.close();
    await second.getByRole('heading', { name: '客户簿需要你看一下' }).waitFor();
    await second.getByText('客户一位不缺。').waitFor();
    await press(second, '用找到的内容恢复');
    await go(second, '客户');
    await second.getByRole('gridcell', { name: '深圳光明有限公司', exact: true }).waitFor();
});

desk_test('what is edited in a following tab goes into the file that the other one recovers', async (desk) => {
    await set_back(desk);
    await desk.page.getByRole('heading', { name: '客户簿需要你看一下' }).waitFor();
    const second = await desk.context.newPage();
    await second.goto(desk.server.url);
    await add_named(second, 'Meanwhile Ltd');
    await second.getByRole('alert').filter({ hasText: /另一个标签页没有回应/ }).waitFor();
    const opens_the_new_one = second.waitForEvent('load');
    await press(desk.page, '用找到的内容恢复');
    await go(desk.page, '客户');
    await desk.page.getByRole('gridcell', { name: 'Meanwhile Ltd', exact: true }).waitFor();
    await is_saved(desk.page);
    await opens_the_new_one;
    await go(second, '客户');
    await second.getByRole('gridcell', { name: '深圳光明有限公司', exact: true }).waitFor();
    await second.getByRole('gridcell', { name: 'Meanwhile Ltd', exact: true }).waitFor();
});

desk_test('a backup under a passphrase opens in another browser, with that passphrase only', async (desk) => {
    const { page } = desk;
    await start_empty(page);
    await add_saved(page, 'Secret Buyer GmbH');
    await go(page, '设置');
    await press(page, '下载加密备份');
    const dialog = page.getByRole('dialog', { name: '加密备份 · Encrypted backup' });
    await dialog.getByLabel('口令 · Passphrase').fill('correct horse 电池');
    await dialog.getByLabel('再输一次 · Once more').fill('correct horse');
    await dialog.getByRole('button', { name: '下载 · Download' }).click();
    await dialog.getByText('两次输入不一样。').waitFor();
    await dialog.getByLabel('再输一次 · Once more').fill('correct horse 电池');
    const [made] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: '下载 · Download' }).click(),
    ]);
    const file = desk.file(made.suggestedFilename());
    await made.saveAs(file);
    assert.equal(fs.readFileSync(file).includes('Secret Buyer'), false);

    await desk.restart_browser('another profile');
    await give_file(desk.page, '从备份恢复', file);
    const asks = desk.page.getByRole('dialog', { name: '打开加密备份 · Open the encrypted backup' });
    await asks.getByLabel('口令 · Passphrase').fill('wrong');
    await asks.getByRole('button', { name: '打开 · Open' }).click();
    await asks.getByText('口令不对，没有改动。').waitFor();
    await asks.getByLabel('口令 · Passphrase').fill('correct horse 电池');
    await asks.getByRole('button', { name: '打开 · Open' }).click();
    await asks.waitFor({ state: 'hidden' });
    await press(desk.page, '合并恢复');
    await go(desk.page, '客户');
    await desk.page.getByRole('gridcell', { name: 'Secret Buyer GmbH', exact: true }).waitFor();
});

desk_test('copies go into a chosen folder and are read back', async (desk) => {
    const { page } = desk;
    await start_empty(page);
    await add_saved(page, 'Folder Buyer');
    // The picker is the browser's own window; the private file system has folders of the same kind.
    await page.evaluate(() => {
        Object.assign(globalThis, {
            showDirectoryPicker: async () =>
                (await navigator.storage.getDirectory()).getDirectoryHandle('Copies', { create: true }),
        });
    });
    await go(page, '设置');
    await press(page, '选择文件夹…');
    // Changes are there and no copy yet, so the first one is made at once.
    await page.getByText(/文件夹“Copies” · 最近一份/).first().waitFor();
    const files = await page.evaluate(async () => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Copies');
        const names = [];
        for await (const [name] of folder.entries()) names.push(name);
        return names;
    });
    assert.equal(files.length, 1);
    assert.match(files[0], /^buyerbook-auto-.*Z\.bbk$/);
    await eventually(async () => assert.equal(await page.getByText('处修改未备份').count(), 0));
    await press(page, '停止自动备份');
    await button(page, '立即存一份').waitFor({ state: 'hidden' });
});
