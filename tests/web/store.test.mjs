// The store on a real IndexedDB: order, durability marks, one writing tab.
import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { JOURNAL, META, store_desk } from './store_desk.mjs';

describe('the store', () => {
    const desk = store_desk();

    test('what is committed is read back in key order, and answers keep the order asked', async () => {
        const answers = await desk.page.evaluate(async ([journal, meta]) => {
            const { store, arrived, put } = /** @type {any} */ (window).opened('order');
            await store.become_writer(() => {});
            store.commit(1, [put(journal, 'b', 2), put(journal, 'a', 1), put(meta, 'm', 9)], []);
            store.read_range(2, journal, '', '~');
            store.commit(3, [], [{ place: journal, first_key: 'a', last_key: 'a' }]);
            store.read_range(4, journal, '', '~');
            store.read_keys(5, meta, ['m', 'none']);
            store.read_range(6, meta, '', '~');
            store.read_range(7, journal, 'z', 'a');
            return arrived(7);
        }, [JOURNAL, META]);
        assert.deepEqual(answers, [
            ['committed', 1],
            ['rows', 2, [['a', 1], ['b', 2]]],
            ['committed', 3],
            ['rows', 4, [['b', 2]]],
            ['rows', 5, [['m', 9]]],
            ['rows', 6, [['m', 9]]], // without the epoch, which is the store's own
            ['rows', 7, []],
        ]);
    });

    test('a big batch leaves the page time in between, unless it goes away, and is one transaction', async () => {
        const told = await desk.page.evaluate(async ([journal]) => {
            const { store, arrived, put } = /** @type {any} */ (window).opened('megabytes');
            await store.become_writer(() => {});
            const plain_put = IDBObjectStore.prototype.put;
            const batch = (/** @type {string} */ name) => Array.from({ length: 12 }, (_, i) =>
                ({ ...put(journal, `${name}${String.fromCodePoint(97 + i)}`), bytes: new Uint8Array(1_000_000) }));
            /** Tasks of the page that ran between two puts of the batch. */
            const between = async (/** @type {number} */ request, /** @type {string} */ name) => {
                let [tasks, seen, at_last_put] = [0, 0, 0];
                const { port1, port2 } = new MessageChannel();
                port1.onmessage = () => port2.postMessage((tasks += 1));
                port2.onmessage = () => port1.postMessage(0);
                IDBObjectStore.prototype.put = function (value, key) {
                    if (this.name === 'journal' && (seen += 1) === 1) tasks = 0;
                    if (this.name === 'journal') at_last_put = tasks;
                    if (key === 'breaks-j') throw new RangeError('no more');
                    return plain_put.call(this, value, key);
                };
                port2.postMessage(0);
                store.commit(request, batch(name), []);
                await arrived(request);
                IDBObjectStore.prototype.put = plain_put;
                port1.close();
                return at_last_put;
            };
            const shown = await between(1, 'shown-');
            Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
            const hidden = await between(2, 'hidden-');
            Reflect.deleteProperty(document, 'visibilityState');
            await between(3, 'breaks-').catch(() => {});
            store.read_range(4, journal, '', '~');
            const answers = await arrived(4);
            const rows = answers[3][2].map((/** @type {any[]} */ [key, ...bytes]) => `${key} ${bytes.length}`);
            return { shown, hidden, answers: answers.slice(0, 3), rows };
        }, [JOURNAL]);
        assert.ok(told.shown > 0, 'the page had its turn');
        assert.equal(told.hidden, 0);
        assert.deepEqual(told.answers, [['committed', 1], ['committed', 2], ['failed', 3, 3]]);
        const rows = ['hidden', 'shown'].flatMap((name) => [...'abcdefghijkl'].map((key) => `${name}-${key} 1000000`));
        assert.deepEqual(told.rows, rows);
    });

    test('a recovered file goes into a fresh database; what it is recovered from can be read again', async () => {
        const outcome = await desk.page.evaluate(async ([journal, meta, blob]) => {
            const { store, arrived, put } = /** @type {any} */ (window).opened('anew');
            await store.become_writer(() => {});
            store.commit(1, [put(journal, 'a', 1), put(blob, 'picture', 7), put(meta, 'last', 9)], []);
            store.begin_anew(2);
            await arrived(2);
            store.read_range(3, blob, '', '~');
            store.read_range(4, meta, '', '~');
            store.commit(5, [put(meta, 'last', 10)], [{ place: meta, first_key: 'unfinished', last_key: 'unfinished' }]);
            store.read_range(6, meta, '', '~');
            store.read_range(7, meta, '', '~', 1); // to recover from: the old one
            store.begin_anew(8); // after a failure the next try begins with the old one too
            await arrived(8);
            store.read_range(9, blob, '', '~');
            const answers = await arrived(9);
            const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
            return { answers, names: names.filter((name) => name.startsWith('anew')).sort() };
        }, [JOURNAL, META, 3]);
        assert.deepEqual(outcome, {
            answers: [
                ['committed', 1],
                ['committed', 2],
                ['rows', 3, [['picture', 7]]],
                ['rows', 4, [['unfinished']]],
                ['committed', 5],
                ['rows', 6, [['last', 10]]],
                ['rows', 7, [['last', 9]]],
                ['committed', 8],
                ['rows', 9, [['picture', 7]]],
            ],
            names: ['anew', 'anew.2', 'anew.3'],
        });
    });

    test('a second tab reads, is refused to write, and takes over when the first is gone', async () => {
        const second = await desk.context.newPage();
        await second.goto(desk.page.url());
        await desk.install(second);
        const first = await desk.context.newPage();
        await first.goto(desk.page.url());
        await desk.install(first);
        await first.evaluate(async (journal) => {
            const { store, arrived, put } = /** @type {any} */ (window).opened('tabs');
            await store.become_writer(() => {});
            store.commit(1, [put(journal, 'a', 1)], []);
            await arrived(1);
        }, JOURNAL);
        const refused = await second.evaluate(async (journal) => {
            const opened = /** @type {any} */ (window).opened('tabs');
            /** @type {boolean[]} */ const told = [];
            await opened.store.become_writer((/** @type {boolean} */ elsewhere) => told.push(elsewhere));
            Object.assign(window, { told, second: opened });
            opened.store.read_range(1, journal, '', '~');
            opened.store.commit(2, [opened.put(journal, 'b', 2)], []);
            return { told: [...told], answers: [...(await opened.arrived(2))] };
        }, JOURNAL);
        assert.deepEqual(refused, { told: [true], answers: [['rows', 1, [['a', 1]]], ['failed', 2, 1]] });
        await first.close();
        await second.waitForFunction(() => /** @type {any} */ (window).told.length === 2);
        const answers = await second.evaluate(async (journal) => {
            const { store, put, arrived } = /** @type {any} */ (window).second;
            store.commit(3, [put(journal, 'b', 2)], []);
            return arrived(3);
        }, JOURNAL);
        assert.deepEqual(answers[2], ['committed', 3]);
        await second.close();
    });

    test('what a page asked for as its last act is kept', async () => {
        const going = await desk.context.newPage();
        await going.goto(desk.page.url());
        await desk.install(going);
        await going.evaluate(async (journal) => {
            const { store, put } = /** @type {any} */ (window).opened('last-act');
            await store.become_writer(() => {});
            addEventListener('pagehide', () => store.commit(1, [put(journal, 'a', 1)], []));
        }, JOURNAL);
        await going.reload();
        await desk.install(going);
        const answers = await going.evaluate(async (journal) => {
            const { store, arrived } = /** @type {any} */ (window).opened('last-act');
            store.read_range(1, journal, '', '~');
            return arrived(1);
        }, JOURNAL);
        assert.deepEqual(answers, [['rows', 1, [['a', 1]]]]);
        await going.close();
    });

    test('a database of newer code is read by nobody and written by nobody', async () => {
        const answers = await desk.page.evaluate(async (journal) => {
            await new Promise((resolve) => {
                const request = indexedDB.open('newer', 99);
                request.onsuccess = () => resolve(request.result.close());
            });
            const { store, arrived, put } = /** @type {any} */ (window).opened('newer');
            await store.become_writer(() => {});
            store.read_range(1, journal, '', '~');
            store.commit(2, [put(journal, 'a', 1)], []);
            return arrived(2);
        }, JOURNAL);
        assert.deepEqual(answers, [['failed', 1, 5], ['failed', 2, 5]]);
    });

    test('the raw export goes into an empty database and into no other', async () => {
        const outcome = await desk.page.evaluate(async ([address, journal]) => {
            const raw = await import(new URL('raw_export.mjs', String(address)).href);
            const { store, arrived, put } = /** @type {any} */ (window).opened('raw');
            await store.become_writer(() => {});
            store.commit(1, [put(journal, 'a', 1, 255), put(3, '图', 7)], []);
            await arrived(1);
            const text = await (await raw.export_raw('raw')).text();
            const refused = await raw.restore_raw('raw', text).catch((/** @type {Error} */ e) => e.message);
            const rows = await raw.restore_raw('raw-copy', text);
            const copy = JSON.parse(await (await raw.export_raw('raw-copy')).text());
            return { refused, rows, same: JSON.stringify(copy.stores) === JSON.stringify(JSON.parse(text).stores), stores: copy.stores };
        }, [desk.url, JOURNAL]);
        assert.equal(outcome.refused, 'the database is not empty');
        assert.equal(outcome.rows, 7); // with the epoch, two bars of the one before, a turn, and that a tab writes
        assert.ok(outcome.same);
        assert.deepEqual(outcome.stores.journal, [['a', 'Af8=']]);
    });

    test('the lock of a second copy that nothing else tells of is opened once for all its rows', async () => {
        const outcome = await desk.page.evaluate(async (address) => {
            const load = (/** @type {string} */ name) => import(new URL(name, address).href);
            const { Seal } = await load('seal.mjs');
            const { make_lock } = await load('store_seal.mjs');
            const { store, arrived, put } = /** @type {any} */ (window).opened('sealed-copy');
            const { row, key } = await make_lock('passcode');
            const seal = await Seal.of(key);
            const sealed = await seal.sealed([put(0, 'a', 1), put(1, 'b', 2), put(2, 'c', 3)]);
            store.find_spare = () => ({
                opened: Promise.resolve('behind'),
                last_meta: async () => row,
                read_rows: async (/** @type {number} */ place) => sealed.filter((/** @type {any} */ one) => one.place === place),
            });
            let asked = 0;
            store.lock.ask = async () => {
                asked += 1;
                await new Promise((typed) => setTimeout(typed, 50));
                return { seal, row, passcode: 'passcode' };
            };
            for (const place of [0, 1, 2]) store.read_range(place + 1, place, '', '~', 2);
            return { answers: await arrived(3), asked };
        }, desk.url);
        assert.deepEqual(outcome, {
            answers: [['rows', 1, [['a', 1]]], ['rows', 2, [['b', 2]]], ['rows', 3, [['c', 3]]]],
            asked: 1,
        });
    });

    test('a row of the second copy is opened, sealed or not', async () => {
        const rows = await desk.page.evaluate(async (address) => {
            const load = (/** @type {string} */ name) => import(new URL(name, address).href);
            const { Seal } = await load('seal.mjs');
            const { make_lock } = await load('store_seal.mjs');
            const { LOCK_KEY } = await load('store_lock.mjs');
            const { store, arrived, put } = /** @type {any} */ (window).opened('row-of-copy');
            const plain = put(2, 'last', 1, 2, 3);
            const opened = async (/** @type {any} */ row) => (await store.lock.opened(2, [row])).map((/** @type {any} */ { key, bytes }) => [key, ...bytes]);
            const before = await opened(plain);
            await store.become_writer(() => {});
            const { row, key } = await make_lock('passcode');
            store.commit(1, [put(2, LOCK_KEY, ...row)], []);
            await arrived(1);
            store.lock.ask = async () => ({ seal: await Seal.of(key), row, passcode: 'passcode' });
            await store.unlock();
            const [sealed] = await (await Seal.of(key)).sealed([plain]);
            return { before, sealed: sealed.bytes.length > 3, after: await opened(sealed) };
        }, desk.url);
        assert.deepEqual(rows, { before: [['last', 1, 2, 3]], sealed: true, after: [['last', 1, 2, 3]] });
    });
});
