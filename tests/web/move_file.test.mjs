// Moving the customer file into a fresh database, to encrypt it or to stop that: all of it or nothing.
import assert from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { open_blank_page } from './browser.mjs';

describe('moving the file', () => {
    /** @type {import('playwright-core').Page} */ let page;
    /** @type {(() => void)[]} */ const ends = [];
    before(async () => {
        const opened = await open_blank_page({ after: (end) => ends.push(end) });
        page = opened.page;
        await page.evaluate(install, opened.url);
    });
    after(async () => {
        for (const end of ends) await end();
    });

    /** Puts the modules and a file of known rows into the page. @param {string} address */
    async function install(address) {
        const load = (/** @type {string} */ name) => import(new URL(name, address).href);
        const { move_file, delete_file } = await load('move_file.mjs');
        const { current_database } = await load('current_database.mjs');
        const { kept_lock, keep_lock, remember_lock } = await load('kept_lock.mjs');
        const { PLACES, answer_of, completed, open_database } = await load('store_database.mjs');
        const { is_own_key } = await load('store_lock.mjs');
        const { make_lock, open_row } = await load('store_seal.mjs');
        const { Seal } = await load('seal.mjs');

        /** Rows of every place; more of the journal than are read at once. @param {string} name */
        async function filled(name) {
            const database = await open_database(name);
            const transaction = database.transaction(PLACES, 'readwrite');
            const put = (/** @type {string} */ place, /** @type {string} */ key, /** @type {number} */ size) =>
                transaction.objectStore(place).put(new Uint8Array(size).fill(size & 255).buffer, key);
            for (let i = 0; i < 300; ++i) put('journal', String(i).padStart(4, '0'), i);
            for (let i = 0; i < 20; ++i) put('shard', `g${i}`, 30_000 + i);
            put('blob', 'picture', 700_000);
            put('meta', 'active', 77);
            put('meta', 'last', 9);
            await completed(transaction);
            database.close();
        }

        /** Key, size and first byte of each row, opened with the key where there is one. @param {string} name @param {CryptoKey | null} key */
        async function content(name, key) {
            const database = await open_database(name);
            const all = [];
            for (const [place, store] of PLACES.entries()) {
                const objects = database.transaction(store).objectStore(store);
                const keys = answer_of(objects.getAllKeys());
                const values = await answer_of(objects.getAll());
                for (const [i, row_key] of (await keys).entries()) {
                    if (is_own_key(row_key) || row_key === 'lock') continue;
                    const stored = new Uint8Array(values[i]);
                    const plain = key ? await open_row(key, place, row_key, stored) : stored;
                    all.push(`${store}/${row_key} ${plain?.length} ${plain?.[0]}`);
                }
            }
            database.close();
            return all;
        }

        const names = async (/** @type {string} */ base) =>
            (await indexedDB.databases()).map(({ name }) => name ?? '').filter((name) => name.startsWith(base)).sort();
        Object.assign(window, {
            bench: {
                move_file, delete_file, current_database, kept_lock, keep_lock, remember_lock, make_lock, Seal,
                open_database, completed, filled, content, names,
            },
        });
    }

    test('encrypted and decrypted again, it is row for row what it was', async () => {
        const outcome = await page.evaluate(async () => {
            const b = /** @type {any} */ (window).bench;
            await b.filled('move');
            const first = await b.content('move', null);
            const { row, key } = await b.make_lock('passcode');
            const seal = await b.Seal.of(key);
            /** @type {number[]} */ const told = [];
            const sealed = await b.move_file({ base: 'move', from: 'move', open: null, seal, lock: row }, (/** @type {number} */ rows) => told.push(rows));
            const in_use = await b.current_database('move');
            const database = await b.open_database(sealed);
            const lock = await b.kept_lock(database, 'move');
            database.close();
            const opened = await b.content(sealed, key);
            const not_opened = await b.content(sealed, null);
            const old = await b.content('move', null);
            await b.delete_file('move');
            const left = await b.names('move');
            const plain = await b.move_file({ base: 'move', from: sealed, open: seal, seal: null, lock: null }, () => {});
            return {
                first, opened, old, last: await b.content(plain, null), readable: not_opened.filter((/** @type {string} */ one) => first.includes(one)),
                told: told.at(-1), sealed, in_use, same_lock: lock.every((/** @type {number} */ byte, /** @type {number} */ i) => byte === row[i]), left, plain,
            };
        });
        assert.equal(outcome.first.length, 323);
        assert.deepEqual(outcome.opened, outcome.first);
        assert.deepEqual(outcome.old, outcome.first, 'the old one is not touched');
        assert.deepEqual(outcome.last, outcome.first);
        assert.deepEqual(outcome.readable, []);
        assert.equal(outcome.told, 323);
        assert.deepEqual([outcome.sealed, outcome.in_use, outcome.same_lock], ['move.2', 'move.2', true]);
        assert.deepEqual(outcome.left, ['move.2']);
        assert.equal(outcome.plain, 'move.3');
    });

    test('whatever fails on the way, the file is where it was and nothing is left behind', async () => {
        const outcome = await page.evaluate(async () => {
            const b = /** @type {any} */ (window).bench;
            await b.filled('fails');
            const first = await b.content('fails', null);
            const { row, key } = await b.make_lock('passcode');
            const seal = await b.Seal.of(key);
            const move = { base: 'fails', from: 'fails', open: null, seal, lock: row };
            /** @type {string[]} */ const reasons = [];
            const fail = (/** @type {object} */ how, /** @type {(rows: number) => void} */ told = () => {}) =>
                b.move_file({ ...move, ...how }, told).then(() => reasons.push('moved'), (/** @type {Error} */ e) => reasons.push(e.message));
            // A row that is not read back as it was written.
            const real = IDBObjectStore.prototype.get;
            let reads = 0;
            IDBObjectStore.prototype.get = function get(key) {
                return real.call(this, ++reads === 200 && key !== 'epoch' ? '0000' : key);
            };
            await fail({});
            IDBObjectStore.prototype.get = real;
            // A disk that is full after some rows.
            await fail({}, (rows) => {
                if (rows > 150) throw new DOMException('no room', 'QuotaExceededError');
            });
            // Rows that the key does not open.
            await fail({ open: seal });
            return { reasons, names: await b.names('fails'), in_use: await b.current_database('fails'), same: await b.content('fails', null), first };
        });
        assert.deepEqual(outcome.reasons.slice(1), ['no room', 'a row does not open']);
        assert.match(outcome.reasons[0], /does not open|not what was written/);
        assert.deepEqual(outcome.names, ['fails']);
        assert.equal(outcome.in_use, 'fails');
        assert.deepEqual(outcome.same, outcome.first);
    });

    test('a lock that is only remembered counts while no plain row says otherwise', async () => {
        const outcome = await page.evaluate(async () => {
            const b = /** @type {any} */ (window).bench;
            const { row } = await b.make_lock('passcode');
            const empty = await b.open_database('lockrow');
            const none = await b.kept_lock(empty, 'lockrow');
            await b.keep_lock(empty, 'lockrow', row);
            const transaction = empty.transaction('meta', 'readwrite');
            transaction.objectStore('meta').delete('lock');
            await b.completed(transaction);
            const remembered = (await b.kept_lock(empty, 'lockrow'))?.length;
            const unreadable = (await b.kept_lock(null, 'lockrow'))?.length;
            await b.filled('lockrow');
            const plain = await b.kept_lock(empty, 'lockrow');
            b.remember_lock('lockrow', null);
            const forgotten = await b.kept_lock(null, 'lockrow');
            empty.close();
            return { none, remembered, unreadable, plain, forgotten };
        });
        assert.deepEqual(outcome, { none: null, remembered: 168, unreadable: 168, plain: null, forgotten: null });
    });
});
