// The recovery key and a new passcode where there is hardly a place, or none, to keep the changed lock.
import assert from 'node:assert/strict';
import test, { after, before, beforeEach, describe } from 'node:test';
import { open_blank_page } from './browser.mjs';

const PASSCODE = '口令 · Passcode';
const AGAIN = '再输一次 · Once more';
const NOT_SAVED = /新口令没有保存下来 · The new passcode was not saved/;

describe('a new passcode after the recovery key', () => {
    /** @type {import('playwright-core').Page} */ let page;
    /** @type {string} */ let url;
    /** @type {(() => void)[]} */ const ends = [];
    before(async () => {
        ({ page, url } = await open_blank_page({ after: (end) => ends.push(end) }));
        page.setDefaultTimeout(20_000);
    });
    beforeEach(async () => {
        await page.goto(`${url}nothing-here`); // an HTML page of the origin without the program
        await page.evaluate(install, url);
    });
    after(async () => {
        for (const end of ends) await end();
    });

    /** A store that asks as the page does, and a lock. @param {string} address */
    async function install(address) {
        const load = (/** @type {string} */ name) => import(new URL(name, address).href);
        const { Store } = await load('store.mjs');
        const { unlocked } = await load('unlock.mjs');
        const { Seal } = await load('seal.mjs');
        const { kept_lock, keep_lock, remember_lock } = await load('kept_lock.mjs');
        const { make_lock, open_lock } = await load('store_seal.mjs');
        const { open_database } = await load('store_database.mjs');
        const lock = await make_lock('forgotten');
        const seal = await Seal.of(lock.key);
        document.body.innerHTML = '';

        /** @param {string} name */
        function store_of(name) {
            /** @type {any[]} */ const answers = [];
            const store = new Store(name, {
                rows_read: (/** @type {number} */ _, /** @type {any[]} */ rows) =>
                    answers.push(rows.map(({ key, bytes }) => [key, ...bytes])),
                committed() {},
                failed: (/** @type {number} */ _, /** @type {number} */ fault) => answers.push(fault),
            });
            store.lock.ask = (/** @type {any} */ row) =>
                unlocked(row, (/** @type {any} */ changed) => store.keep_lock(changed, row));
            return { store, answers };
        }

        /** Which words open the lock that is kept. @param {IDBDatabase | null} database @param {string} name */
        async function opened_by(database, name) {
            const row = await kept_lock(database, name);
            const words = ['forgotten', 'known again', lock.recovery];
            const keys = await Promise.all(words.map((word) => row && open_lock(row, word)));
            return keys.map((key) => Boolean(key));
        }
        Object.assign(window, { bench: { lock, seal, store_of, opened_by, open_database, keep_lock, remember_lock } });
    }

    /** @template T @param {(b: any) => Promise<T> | T} work @returns {Promise<T>} */
    const on_page = (work) => page.evaluate(`(${work})(window.bench)`);
    const push = (/** @type {string} */ name) => page.getByRole('button', { name, exact: true }).click();

    async function forget_and_set() {
        await page.getByLabel(PASSCODE).fill(await on_page((b) => b.lock.recovery));
        await push('打开 · Open');
        await page.getByLabel(AGAIN).fill('known again');
        await page.getByLabel(PASSCODE).fill('known again');
        await push('继续 · Go on');
    }

    test('an emptied database takes the lock that only the second copy had', async () => {
        await on_page(async (b) => {
            localStorage.clear();
            const rows = await b.seal.sealed([{ place: 2, key: 'last', bytes: Uint8Array.of(1, 2) }]);
            Object.assign(b, b.store_of('emptied'));
            b.store.find_spare = () => ({
                opened: Promise.resolve('behind'), last_meta: async () => b.lock.row, read_rows: async () => rows,
            });
            b.store.read_range(1, 2, '0', '~', 2);
        });
        await forget_and_set();
        await page.waitForFunction(() => /** @type {any} */ (window).bench.answers.length > 0);
        const outcome = await on_page(async (b) => ({
            answers: b.answers, kept: await b.opened_by(await b.open_database('emptied'), 'emptied'), remembered: await b.opened_by(null, 'emptied'),
        }));
        assert.deepEqual(outcome, { answers: [[['last', 1, 2]]], kept: [false, true, true], remembered: [false, true, true] });
    });

    test('a database that cannot be opened keeps nobody out; it is said that it has not got the passcode', async () => {
        await on_page(async (b) => {
            document.body.innerHTML = '<div id="boot"></div>';
            await new Promise((resolve) => {
                indexedDB.open('newer', 5).onsuccess = resolve;
            });
            b.remember_lock('newer', b.lock.row);
            Object.assign(b, b.store_of('newer'));
            b.done = b.store.unlock().then(() => b.store.lock.passcode, (/** @type {Error} */ reason) => `${reason}`);
        });
        await forget_and_set();
        await page.getByRole('heading', { name: NOT_SAVED }).waitFor();
        await page.getByText(/或恢复密钥.*请留好恢复密钥/).waitFor();
        assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'BUTTON');
        await push('继续 · Go on');
        const outcome = await on_page(async (b) => ({
            passcode: await b.done, remembered: await b.opened_by(null, 'newer'), left: document.getElementById('boot')?.children.length,
        }));
        assert.deepEqual(outcome, { passcode: 'known again', remembered: [false, true, true], left: 0 });
    });

    test('a database that takes nothing any more keeps nobody out', async () => {
        await on_page(async (b) => {
            const database = await b.open_database('full');
            await b.keep_lock(database, 'full', b.lock.row);
            Object.assign(b, b.store_of('full'));
            b.done = b.store.unlock().then(() => b.store.lock.passcode, (/** @type {Error} */ reason) => `${reason}`);
            IDBObjectStore.prototype.put = () => {
                throw new DOMException('no room', 'QuotaExceededError');
            };
        });
        await forget_and_set();
        await page.getByRole('heading', { name: NOT_SAVED }).waitFor();
        await push('继续 · Go on');
        const outcome = await on_page(async (b) => ({
            passcode: await b.done, kept: await b.opened_by(await b.open_database('full'), 'full'),
        }));
        assert.deepEqual(outcome, { passcode: 'known again', kept: [true, false, true] });
    });

    test('where another tab has changed the lock meanwhile, it is asked for anew', async () => {
        await on_page(async (b) => {
            b.database = await b.open_database('changed');
            await b.keep_lock(b.database, 'changed', b.lock.row);
            Object.assign(b, b.store_of('changed'));
            b.store.unlock();
        });
        await page.getByLabel(PASSCODE).waitFor();
        await on_page((b) => b.keep_lock(b.database, 'changed', b.lock.row.slice().fill(7, 100)));
        const anew = page.waitForEvent('load');
        await forget_and_set();
        await anew;
    });
});
