// What the store says and keeps when IndexedDB fails: aborts, silence, a full disk, a lost database.
import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { JOURNAL, store_desk } from './store_desk.mjs';

describe('a store that fails', () => {
    const desk = store_desk();

    test('a batch that fails leaves nothing behind', async () => {
        const answers = await desk.page.evaluate(async (journal) => {
            const { store, arrived, put } = /** @type {any} */ (window).opened('whole');
            await store.become_writer(() => {});
            const real = IDBObjectStore.prototype.put;
            let calls = 0;
            IDBObjectStore.prototype.put = function (...parts) {
                if (++calls === 2) throw new DOMException('full', 'QuotaExceededError');
                return real.apply(this, /** @type {any} */ (parts));
            };
            store.commit(1, [put(journal, 'a', 1), put(journal, 'b', 2)], []);
            await arrived(1);
            IDBObjectStore.prototype.put = real;
            store.read_range(2, journal, '', '~');
            return arrived(2);
        }, JOURNAL);
        assert.deepEqual(answers, [['failed', 1, 0], ['rows', 2, []]]);
    });

    test('a big batch that nobody waits for any more is not asked for to its end, and leaves nothing', async () => {
        const told = await desk.page.evaluate(async (journal) => {
            const { put, store_address } = /** @type {any} */ (window).opened('given-up');
            const { ask_all } = await import(new URL('store_requests.mjs', store_address).href);
            const { completed, open_database } = await import(new URL('store_database.mjs', store_address).href);
            const database = await open_database('given-up-too');
            const puts = ['a', 'b', 'c', 'd'].map((key) =>
                ({ ...put(journal, key), bytes: new Uint8Array(1_500_000) }));
            const transaction = database.transaction('journal', 'readwrite');
            const done = completed(transaction).then(() => 'complete', () => 'aborted');
            const waiting = new AbortController();
            ask_all(transaction, puts, [], waiting.signal);
            waiting.abort();
            const outcome = await done;
            const rows = database.transaction('journal').objectStore('journal').count();
            await new Promise((there) => (rows.onsuccess = there));
            return { outcome, rows: rows.result };
        }, JOURNAL);
        assert.deepEqual(told, { outcome: 'aborted', rows: 0 });
    });

    test('an abort at the very end is a failure, not a success', async () => {
        const answers = await desk.page.evaluate(async (journal) => {
            const { store, arrived, put } = /** @type {any} */ (window).opened('abort');
            await store.become_writer(() => {});
            const { put: real_put } = IDBObjectStore.prototype;
            const { commit: real_commit } = IDBTransaction.prototype;
            IDBTransaction.prototype.commit = () => {}; // it would come before the abort
            IDBObjectStore.prototype.put = function (...parts) {
                const request = real_put.apply(this, /** @type {any} */ (parts));
                request.onsuccess = () => this.transaction.abort();
                return request;
            };
            store.commit(1, [put(journal, 'a', 1)], []);
            await arrived(1);
            IDBObjectStore.prototype.put = real_put;
            IDBTransaction.prototype.commit = real_commit;
            store.read_range(2, journal, '', '~');
            return arrived(2);
        }, JOURNAL);
        assert.deepEqual(answers, [['failed', 1, 3], ['rows', 2, []]]);
    });

    test('an abort under any request is an answer, and no uncaught error', async () => {
        const { answers, uncaught } = await desk.page.evaluate(async (journal) => {
            /** @type {string[]} */ const uncaught = [];
            addEventListener('unhandledrejection', (event) => uncaught.push(String(event.reason)));
            const { store, arrived, put } = /** @type {any} */ (window).opened('abort-under-way');
            await store.become_writer(() => {});
            for (const [i, name] of /** @type {const} */ (['add', 'delete', 'put']).entries()) {
                const plain = IDBObjectStore.prototype[name];
                IDBObjectStore.prototype[name] = function (/** @type {any[]} */ ...parts) {
                    const request = /** @type {any} */ (plain).apply(this, parts);
                    this.transaction.abort();
                    return request;
                };
                store.commit(i, [put(journal, 'a', 1), put(journal, 'b', 2)], []);
                await arrived(i + 1);
                IDBObjectStore.prototype[name] = plain;
            }
            store.read_range(3, journal, '', '~');
            await new Promise((later) => setTimeout(later, 100));
            return { answers: await arrived(4), uncaught };
        }, JOURNAL);
        assert.deepEqual(answers.map((/** @type {any[]} */ one) => one.slice(0, 2)), [
            ['failed', 0], ['failed', 1], ['failed', 2], ['rows', 3],
        ]);
        assert.deepEqual(answers[3][2], []);
        assert.deepEqual(uncaught, []);
    });

    test('a database that never answers is a fault after five seconds', async () => {
        const { answers, passed } = await desk.page.evaluate(async (journal) => {
            const { store, arrived, put } = /** @type {any} */ (window).opened('late');
            await store.become_writer(() => {});
            const real = IDBDatabase.prototype.transaction;
            IDBDatabase.prototype.transaction = function (...parts) {
                const transaction = real.apply(this, /** @type {any} */ (parts));
                for (const name of ['oncomplete', 'onabort']) {
                    Object.defineProperty(transaction, name, { set() {} });
                }
                return transaction;
            };
            const start = performance.now();
            store.commit(1, [put(journal, 'a', 1)], []);
            const answers = await arrived(1);
            IDBDatabase.prototype.transaction = real;
            return { answers, passed: performance.now() - start };
        }, JOURNAL);
        assert.deepEqual(answers, [['failed', 1, 4]]);
        assert.ok(passed > 4900 && passed < 9000, `${passed} ms`);
    });

    test('a tab that finds no room at its start writes once there is some', async () => {
        const outcome = await desk.page.evaluate(async ([journal]) => {
            const { store, arrived, put } = /** @type {any} */ (window).opened('no-room');
            const real = IDBObjectStore.prototype.put;
            const full = () => {
                throw new DOMException('no room', 'QuotaExceededError');
            };
            IDBObjectStore.prototype.put = full;
            await store.become_writer(() => {});
            const kept_at_start = store.writer.keeps;
            store.commit(1, [put(journal, 'a', 1)], []);
            await arrived(1);
            IDBObjectStore.prototype.put = real;
            let told = 0;
            store.writer.on_keeps = () => { told += 1; };
            store.commit(2, [put(journal, 'a', 1)], []);
            await arrived(2);
            store.read_range(3, journal, '', '~');
            return { kept_at_start, answers: await arrived(3), keeps: store.writer.keeps, told };
        }, [JOURNAL]);
        assert.deepEqual(outcome, {
            kept_at_start: false,
            answers: [['failed', 1, 0], ['committed', 2], ['rows', 3, [['a', 1]]]],
            keeps: true,
            told: 1,
        });
    });

    test('the next writer after a write that was cut short, or after one that was killed, begins a log of its own, once', async () => {
        const outcome = await desk.page.evaluate(async ([journal]) => {
            const fillers = [];
            const real = IDBObjectStore.prototype.put;
            IDBObjectStore.prototype.put = function put(value, key) {
                if (String(key).startsWith('epoch-filler-')) fillers.push(key);
                return real.call(this, value, key);
            };
            const first = /** @type {any} */ (window).opened('cut-short');
            await first.store.become_writer(() => {});
            const without = fillers.length;
            first.store.writer.let_go(); // as if its page had gone in peace
            const commit = IDBTransaction.prototype.commit;
            IDBTransaction.prototype.commit = function cut() { this.abort(); };
            first.store.commit(1, [first.put(journal, 'a', 1)], []);
            await first.arrived(1);
            IDBTransaction.prototype.commit = commit;
            const { Store } = await import(first.store_address);
            const writer = () => new Store('cut-short', { rows_read() {}, committed() {}, failed() {} });
            // Locks are held for the life of a page: the same database under a lock of its own.
            const locks = navigator.locks.request;
            navigator.locks.request = async (/** @type {unknown[]} */ ...args) => args.at(-1)({});
            const second = writer();
            await second.become_writer(() => {});
            const after = fillers.length;
            second.writer.let_go();
            await writer().become_writer(() => {});
            const again = fillers.length - after;
            await writer().become_writer(() => {}); // the one before has said nothing at its end
            const killed = fillers.length - after - again > 50;
            navigator.locks.request = locks;
            IDBObjectStore.prototype.put = real;
            const left = await new Promise((resolve) => {
                const opening = indexedDB.open('cut-short');
                opening.onsuccess = () => {
                    const keys = opening.result.transaction('meta').objectStore('meta').getAllKeys();
                    keys.onsuccess = () => resolve(keys.result.filter((key) => String(key).includes('filler')).length);
                };
            });
            return { without, after: after > 50, again, killed, left };
        }, [JOURNAL]);
        assert.deepEqual(outcome, { without: 0, after: true, again: 0, killed: true, left: 0 });
    });

    test('a transaction that ends before its first request is answered is a failure that can be tried again', async () => {
        const answers = await desk.page.evaluate(async (journal) => {
            const { store, arrived, put } = /** @type {any} */ (window).opened('ended-early');
            await store.become_writer(() => {});
            const real = IDBDatabase.prototype.transaction;
            // As a disk that fails does it: the end comes, and the requests stay as they are.
            IDBDatabase.prototype.transaction = function (...parts) {
                const transaction = real.apply(this, /** @type {any} */ (parts));
                const told = (/** @type {(event: Event) => void} */ heard) => queueMicrotask(() => heard(new Event('abort')));
                Object.defineProperty(transaction, 'onabort', { set: told });
                return transaction;
            };
            store.commit(1, [put(journal, 'a', 1)], []);
            await arrived(1);
            IDBDatabase.prototype.transaction = real;
            store.commit(2, [put(journal, 'a', 1)], []);
            return arrived(2);
        }, JOURNAL);
        assert.deepEqual(answers, [['failed', 1, 3], ['committed', 2]]);
    });

    test('a connection that the browser has given up and not said so yet is made again, and takes the batch', async () => {
        const answers = await desk.page.evaluate(async (journal) => {
            const { store, arrived, put } = /** @type {any} */ (window).opened('given-up-connection');
            await store.become_writer(() => {});
            const real = IDBDatabase.prototype.transaction;
            /** @type {IDBDatabase | undefined} */ let gone;
            IDBDatabase.prototype.transaction = function (...parts) {
                gone ??= this;
                if (this === gone) throw new DOMException('is closing', 'InvalidStateError');
                return real.apply(this, /** @type {any} */ (parts));
            };
            store.commit(1, [put(journal, 'a', 1)], []);
            await arrived(1);
            IDBDatabase.prototype.transaction = real;
            store.read_range(2, journal, '', '~');
            return arrived(2);
        }, JOURNAL);
        assert.deepEqual(answers, [['committed', 1], ['rows', 2, [['a', 1]]]]);
    });

    test('a database that was deleted under the page is not begun again with what is written next', async () => {
        await desk.page.evaluate(async (journal) => {
            const { store, arrived, put } = /** @type {any} */ (window).opened('deleted');
            await store.become_writer(() => {});
            store.commit(1, [put(journal, 'a', 1)], []);
            await arrived(1);
            Object.assign(window, { deleted: { store, arrived, put } });
        }, JOURNAL);
        // As the browser's own "clear site data" does; it closes the connection of the page.
        const session = await desk.context.newCDPSession(desk.page);
        await session.send('Storage.clearDataForOrigin', { origin: new URL(desk.url).origin, storageTypes: 'indexeddb' });
        const answers = await desk.page.evaluate(async (journal) => {
            const { store, arrived, put } = /** @type {any} */ (window).deleted;
            await new Promise((later) => setTimeout(later, 300)); // `close` comes as a task of its own
            store.commit(2, [put(journal, 'b', 2)], []);
            store.commit(3, [put(journal, 'c', 3)], []);
            return arrived(3);
        }, JOURNAL);
        assert.deepEqual(answers.slice(1), [['failed', 2, 2], ['failed', 3, 2]]);
    });
});
