// The page of the passcode, where the second copy of what it encrypts cannot be deleted.
import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { spare_desk } from './spare_desk.mjs';

const PASSCODE = '口令 · Passcode';
const LEFT = '未加密的第二份副本没有删掉 · The unencrypted second copy could not be deleted';
const BASE = 'lockpage';

describe('the page of the passcode', () => {
    const desk = spare_desk();
    const push = (/** @type {string} */ name) => desk.page.getByRole('button', { name, exact: true }).click();
    const heading = (/** @type {string} */ name) => desk.page.getByRole('heading', { name, exact: true }).waitFor();

    /** As out of the program. A page anew lets go of everything that the one before held. */
    async function visit() {
        await desk.page.goto(`${desk.url}nothing-here`);
        await desk.page.evaluate(async ([address, base]) => {
            const { page_folder } = await import(new URL('page_folder.mjs', address).href);
            sessionStorage.setItem(`buyerbook-lock-visit ${page_folder()} ${base}`, '1');
            document.body.innerHTML = '';
            const { show_lock_page } = await import(new URL('lock_page.mjs', address).href);
            show_lock_page(base);
        }, [desk.url, BASE]);
    }

    async function encrypt() {
        const { page } = desk;
        await page.getByLabel(PASSCODE).fill('correct horse');
        await page.getByLabel('再输一次 · Once more').fill('correct horse');
        await push('继续 · Go on');
        const key = await page.getByLabel('恢复密钥 · Recovery key').innerText();
        await page.getByLabel('最后 4 个字符 · The last 4 characters').fill(key.slice(-4));
        await push('继续 · Go on');
        await push('加密 · Encrypt');
    }

    /** Another worker has a file of the copy open. @param {string} name of the database */
    const hold_copy = (name) => desk.page.evaluate(async (name) => {
        const held = `
            const root = await navigator.storage.getDirectory();
            const folder = await (await root.getDirectoryHandle('buyerbook')).getDirectoryHandle('${name}');
            self.handle = await (await folder.getFileHandle('lock')).createSyncAccessHandle();
            postMessage('held');`;
        const worker = new Worker(URL.createObjectURL(new Blob([held], { type: 'text/javascript' })), { type: 'module' });
        await new Promise((resolve) => {
            worker.onmessage = resolve;
        });
        Object.assign(window, { let_go: () => worker.terminate() });
    }, name);

    /** Databases, and folders of copies. @returns {Promise<{databases: string[], copies: string[]}>} */
    const left = () => desk.page.evaluate(async (base) => {
        const copies = [];
        const root = await navigator.storage.getDirectory();
        for await (const name of (await root.getDirectoryHandle('buyerbook')).keys()) copies.push(name);
        const databases = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith(base) ? [name] : []));
        return { databases, copies };
    }, BASE);

    test('it is not called done while the copy is there, is tried again, and offered at a later visit', async () => {
        desk.page.setDefaultTimeout(30_000);
        await desk.on_bench(BASE, async (bench) => {
            await bench.open();
            for (let i = 0; i < 5; ++i) await bench.edit();
            await bench.spare.rebuild();
        });
        await visit();
        await hold_copy(BASE);
        await encrypt();
        await heading(LEFT);
        await desk.page.getByText(/还在磁盘上，没有加密，能用这台电脑的人就能看到里面的客户/).waitFor();
        assert.equal(await desk.page.getByText('客户簿已加密。').count(), 0);
        assert.deepEqual(await left(), { databases: [`${BASE}.2`], copies: [BASE] });
        await push('再删一次 · Delete again');
        await desk.page.waitForTimeout(4000); // it waits some seconds for whoever holds it
        await heading(LEFT);

        await visit(); // nobody holds it any more
        await desk.page.getByLabel(PASSCODE).fill('correct horse');
        await push('打开 · Open');
        await desk.page.getByText(/An old second copy has not been deleted and may not be encrypted/).waitFor();
        await hold_copy(BASE);
        await push('删除旧的第二份副本 · Delete the old second copy');
        await push('删除 · Delete');
        await heading('旧的第二份副本没有删掉 · An old second copy could not be deleted');
        await desk.page.evaluate(() => /** @type {any} */ (window).let_go());
        await push('再删一次 · Delete again');
        await heading('旧的第二份副本已删除。');
        assert.deepEqual(await left(), { databases: [`${BASE}.2`], copies: [] });
    });

    test('what counts is whether a copy lies there: none ever was, nobody knows, none is allowed, no worker starts', async () => {
        await desk.page.evaluate(async (address) => {
            const { delete_file } = await import(new URL('move_file.mjs', address).href);
            Object.assign(window, { gone: [await delete_file('neverwas')] });
            const real = StorageManager.prototype.getDirectory;
            StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException('no', 'UnknownError'));
            /** @type {any} */ (window).gone.push(await delete_file('nobodyknows'));
            StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException('no', 'SecurityError'));
            /** @type {any} */ (window).gone.push(await delete_file('notallowed'));
            StorageManager.prototype.getDirectory = real;
            const all = await (await navigator.storage.getDirectory()).getDirectoryHandle('buyerbook', { create: true });
            await all.getDirectoryHandle('noworker', { create: true });
            Object.assign(window, {
                Worker: class {
                    constructor() {
                        throw new Error('no worker');
                    }
                },
            });
            /** @type {any} */ (window).gone.push(await delete_file('noworker'));
        }, desk.url);
        assert.deepEqual(await desk.page.evaluate(() => /** @type {any} */ (window).gone), [true, false, true, false]);
    });
});
