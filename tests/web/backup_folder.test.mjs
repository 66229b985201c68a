// Copies in a chosen folder: the browser's own private folder stands in for the user's.
import assert from 'node:assert/strict';
import test, { after, before, beforeEach, describe } from 'node:test';
import { open_blank_page } from './browser.mjs';

describe('the backup folder', () => {
    /** @type {import('playwright-core').Page} */ let page;
    /** @type {string} */ let url;
    /** @type {(() => void)[]} */ const ends = [];
    before(async () => {
        ({ page, url } = await open_blank_page({ after: (end) => ends.push(end) }));
    });
    after(async () => {
        for (const end of ends) await end();
    });
    beforeEach(() => prepare());

    /** An empty folder `chosen` that the picker gives, and the module as `folder`. */
    async function prepare() {
        await page.reload();
        await page.evaluate(async (address) => {
            const root = await navigator.storage.getDirectory();
            await root.removeEntry('chosen', { recursive: true }).catch(() => {});
            const chosen = await root.getDirectoryHandle('chosen', { create: true });
            const folder = await import(new URL('backup_folder.mjs', address).href);
            const put = async (/** @type {string} */ name, /** @type {string} */ text) => {
                const stream = await (await chosen.getFileHandle(name, { create: true })).createWritable();
                await stream.write(text);
                await stream.close();
            };
            const names = async () => {
                const found = [];
                for await (const name of /** @type {any} */ (chosen).keys()) found.push(name);
                return found.sort();
            };
            const text = async (/** @type {string} */ name) => (await (await chosen.getFileHandle(name)).getFile()).text();
            const bytes = (/** @type {string} */ said) => new TextEncoder().encode(said);
            const failure = (/** @type {Promise<unknown>} */ work) => work.then(() => '', (reason) => String(reason.message));
            Object.assign(window, { folder, chosen, put, names, text, bytes, failure, showDirectoryPicker: async () => chosen });
            await folder.forget();
        }, url);
    }

    /** @template T @param {(w: any) => Promise<T>} work runs in the page @returns {Promise<T>} */
    const in_page = (work) => page.evaluate(`(${work})(window)`);

    test('a folder is chosen, kept over a reload, and forgotten', async () => {
        assert.deepEqual(await in_page(async (w) => [w.folder.available(), await w.folder.state()]), [true, null]);
        assert.equal(await in_page((w) => w.folder.choose()), 'chosen');
        await page.reload();
        const later = await page.evaluate(async (address) => {
            const folder = await import(new URL('backup_folder.mjs', address).href);
            const kept = await folder.state();
            const allowed = await folder.allow();
            await folder.forget();
            return [kept, allowed, await folder.state()];
        }, url);
        assert.deepEqual(later, [{ name: 'chosen', permission: 'granted' }, true, null]);
    });

    test('choosing none changes nothing; a browser without folders says so', async () => {
        const outcome = await in_page(async (w) => {
            await w.folder.choose();
            w.showDirectoryPicker = async () => { throw new DOMException('no', 'AbortError'); };
            const none = await w.folder.choose();
            w.showDirectoryPicker = undefined;
            return [none, w.folder.available(), await w.folder.choose(), (await w.folder.state()).name];
        });
        assert.deepEqual(outcome, [null, false, null, 'chosen']);
    });

    test('leave to write is asked, and its refusal told', async () => {
        const outcome = await in_page(async (w) => {
            await w.folder.choose();
            const kind = FileSystemHandle.prototype;
            const real = [kind.queryPermission, kind.requestPermission];
            kind.queryPermission = async () => 'prompt';
            kind.requestPermission = async () => 'denied';
            const said = [(await w.folder.state()).permission, await w.folder.allow()];
            kind.requestPermission = async () => 'granted';
            said.push(await w.folder.allow());
            [kind.queryPermission, kind.requestPermission] = real;
            return said;
        });
        assert.deepEqual(outcome, ['prompt', false, true]);
    });

    test('copies are written, written over, listed and removed; what others put there is left alone', async () => {
        const outcome = await in_page(async (w) => {
            await w.folder.choose();
            await w.put('letter.txt', 'mine');
            await w.put('buyerbook-auto-1.part', 'half');
            await w.folder.write('buyerbook-auto-2', w.bytes('two'));
            await w.folder.write('buyerbook-auto-1', w.bytes('one'));
            await w.folder.write('buyerbook-auto-2', w.bytes('two again'));
            const list = await w.folder.list();
            const texts = [await w.text('buyerbook-auto-1'), await w.text('buyerbook-auto-2')];
            await w.folder.remove(['buyerbook-auto-1', 'letter.txt', 'buyerbook-auto-gone']);
            return { list, texts, names: await w.names(), refused: await w.failure(w.folder.write('letter.txt', w.bytes('x'))) };
        });
        assert.deepEqual(outcome, {
            list: ['buyerbook-auto-1', 'buyerbook-auto-2'],
            texts: ['one', 'two again'],
            names: ['buyerbook-auto-2', 'letter.txt'],
            refused: 'no name of ours: letter.txt',
        });
    });

    test('twenty megabytes come back the same, with and without moving', async () => {
        const outcome = await in_page(async (w) => {
            await w.folder.choose();
            const big = new Uint8Array(20_000_003).map((_, i) => i * 31 + (i >> 9));
            await w.folder.write('buyerbook-auto-big', big);
            const move = FileSystemFileHandle.prototype.move;
            FileSystemFileHandle.prototype.move = async () => { throw new DOMException('no', 'NotAllowedError'); };
            await w.folder.write('buyerbook-auto-big', big);
            delete FileSystemFileHandle.prototype.move;
            await w.folder.write('buyerbook-auto-none', big);
            FileSystemFileHandle.prototype.move = move;
            const sizes = [];
            for (const name of await w.names()) sizes.push(name, (await (await w.chosen.getFileHandle(name)).getFile()).size);
            return sizes;
        });
        assert.deepEqual(outcome, ['buyerbook-auto-big', 20_000_003, 'buyerbook-auto-none', 20_000_003]);
    });

    test('one byte that comes back wrong, or one missing, is a failure, and the copy before stays', async () => {
        const outcome = await in_page(async (w) => {
            await w.folder.choose();
            await w.folder.write('buyerbook-auto-1', w.bytes('good'));
            const real = FileSystemWritableFileStream.prototype.write;
            const said = [];
            for (const spoil of [(bytes) => { bytes[9] ^= 1; return bytes; }, (bytes) => bytes.slice(1), () => new Uint8Array(0)]) {
                FileSystemWritableFileStream.prototype.write = function (bytes) {
                    return real.call(this, spoil(bytes.slice()));
                };
                said.push(await w.failure(w.folder.write('buyerbook-auto-1', w.bytes('something new'))));
            }
            FileSystemWritableFileStream.prototype.write = async () => { throw new DOMException('full', 'QuotaExceededError'); };
            said.push(await w.failure(w.folder.write('buyerbook-auto-1', w.bytes('something new'))));
            FileSystemWritableFileStream.prototype.write = real;
            return { said, names: await w.names(), text: await w.text('buyerbook-auto-1') };
        });
        const differs = 'buyerbook-auto-1.part: what was read back is not what was written';
        assert.deepEqual(outcome, { said: [differs, differs, differs, 'full'], names: ['buyerbook-auto-1'], text: 'good' });
    });

    test('nothing is written before a folder is chosen', async () => {
        const said = await in_page((w) => w.failure(w.folder.write('buyerbook-auto-1', w.bytes('x'))));
        assert.equal(said, 'no folder is chosen');
    });
});
