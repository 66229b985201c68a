// The store on a real IndexedDB: order, durability marks, faults, one writing tab.
import assert from 'node:assert/strict';
import test, { before, describe, after } from 'node:test';
import { open_blank_page } from './browser.mjs';

/** Places of bb::Place. */
const JOURNAL = 0;
const SHARD = 1;
const META = 2;

describe('the store', () => {
    /** @type {import('playwright-core').Page} */ let page;
    /** @type {string} */ let url;
    /** @type {import('playwright-core').BrowserContext} */ let context;
    /** @type {(() => void)[]} */ const ends = [];
    before(async () => {
        ({ page, url, context } = await open_blank_page({ after: (end) => ends.push(end) }));
        await install(page);
    });
    after(async () => {
        for (const end of ends) await end();
    });

    /** Puts `opened(name)` into a page: a store that keeps its answers. */
    async function install(/** @type {import('playwright-core').Page} */ target) {
        await target.evaluate(async (address) => {
            const { Store } = await import(new URL('store.mjs', address).href);
            Object.assign(window, {
                opened(/** @type {string} */ name) {
                    /** @type {any[]} */ const answers = [];
                    const store = new Store(name, {
                        rows_read: (/** @type {number} */ request, /** @type {any[]} */ rows) =>
                            answers.push(['rows', request,
                                rows.map(({ key, bytes }) => [key, ...bytes])]),
                        committed: (/** @type {number} */ request) => answers.push(['committed', request]),
                        failed: (/** @type {number} */ request, /** @type {number} */ fault) =>
                            answers.push(['failed', request, fault]),
                    });
                    const arrived = async (/** @type {number} */ count) => {
                        while (answers.length < count) await new Promise((r) => setTimeout(r, 5));
                        return answers;
                    };
                    const put = (/** @type {number} */ place, /** @type {string} */ key, /** @type {number[]} */ ...bytes) =>
                        ({ place, key, bytes: Uint8Array.from(bytes) });
                    return { store, arrived, put, store_address: new URL('store.mjs', address).href };
                },
            });
        }, url);
    }

    test('what is committed is read back in key order, and answers keep the order asked', async () => {
        const answers = await page.evaluate(async ([journal, meta]) => {
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

    test('a recovered file goes into a fresh database; what it is recovered from can be read again', async () => {
        const outcome = await page.evaluate(async ([journal, meta, blob]) => {
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

    test('shards read ahead are those that the rows of the file name by now', async () => {
        const told = await page.evaluate(async ([shard, meta]) => {
            const first = /** @type {any} */ (window).opened('ahead');
            await first.store.become_writer(() => {});
            const write = (/** @type {number} */ request, /** @type {number} */ value) =>
                first.store.commit(request, [first.put(meta, 'active', value), first.put(shard, 'g1', value)], []);
            write(1, 1);
            await first.arrived(1);

            const reads = IDBObjectStore.prototype.get;
            let shards_got = 0;
            IDBObjectStore.prototype.get = function (key) {
                if (this.name === 'shard') shards_got += 1;
                return reads.call(this, key);
            };
            /** @type {any[]} */ const told = [];
            for (const changed of [false, true]) {
                shards_got = 0;
                const { store, arrived } = /** @type {any} */ (window).opened('ahead');
                store.read_ahead();
                store.read_keys(1, shard, ['g1']); // waits for what is read ahead, and takes it
                await arrived(1);
                store.read_ahead();
                await new Promise((done) => setTimeout(done, 200));
                if (changed) {
                    write(2, 2);
                    await first.arrived(2);
                }
                store.read_range(2, meta, '', '~');
                await arrived(2);
                store.read_keys(3, shard, ['g1']);
                store.read_keys(4, shard, ['g1', 'none']);
                told.push((await arrived(4))[0], ...(await arrived(4)).slice(2), shards_got);
            }
            IDBObjectStore.prototype.get = reads;
            return told;
        }, [SHARD, META]);
        assert.deepEqual(told, [
            ['rows', 1, [['g1', 1]]], ['rows', 3, [['g1', 1]]], ['rows', 4, [['g1', 1]]], 2,
            ['rows', 1, [['g1', 1]]], ['rows', 3, [['g1', 2]]], ['rows', 4, [['g1', 2]]], 3,
        ]);
    });

    test('a batch that fails leaves nothing behind', async () => {
        const answers = await page.evaluate(async (journal) => {
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

    test('an abort at the very end is a failure, not a success', async () => {
        const answers = await page.evaluate(async (journal) => {
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
        const { answers, uncaught } = await page.evaluate(async (journal) => {
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
        const { answers, passed } = await page.evaluate(async (journal) => {
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

    test('a second tab reads, is refused to write, and takes over when the first is gone', async () => {
        const second = await context.newPage();
        await second.goto(page.url());
        await install(second);
        const first = await context.newPage();
        await first.goto(page.url());
        await install(first);
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

    test('a writer that was overtaken cannot write any more', async () => {
        const answers = await page.evaluate(async ([address, journal]) => {
            const { raise_epoch } = await import(new URL('store_lock.mjs', String(address)).href);
            const { open_database } = await import(new URL('store_database.mjs', String(address)).href);
            const { store, arrived, put } = /** @type {any} */ (window).opened('fence');
            await store.become_writer(() => {});
            store.commit(1, [put(journal, 'a', 1)], []);
            await arrived(1);
            await raise_epoch(await open_database('fence')); // what another tab does when it takes over
            store.commit(2, [put(journal, 'b', 1)], []);
            store.commit(3, [], [{ place: journal, first_key: 'a', last_key: 'a' }]);
            store.read_range(4, journal, '', '~');
            return arrived(4);
        }, /** @type {[string, number]} */ ([url, JOURNAL]));
        assert.deepEqual(answers, [
            ['committed', 1], ['failed', 2, 1], ['failed', 3, 1], ['rows', 4, [['a', 1]]],
        ]);
    });

    test('what a page asked for as its last act is kept', async () => {
        const going = await context.newPage();
        await going.goto(page.url());
        await install(going);
        await going.evaluate(async (journal) => {
            const { store, put } = /** @type {any} */ (window).opened('last-act');
            await store.become_writer(() => {});
            addEventListener('pagehide', () => store.commit(1, [put(journal, 'a', 1)], []));
        }, JOURNAL);
        await going.reload();
        await install(going);
        const answers = await going.evaluate(async (journal) => {
            const { store, arrived } = /** @type {any} */ (window).opened('last-act');
            store.read_range(1, journal, '', '~');
            return arrived(1);
        }, JOURNAL);
        assert.deepEqual(answers, [['rows', 1, [['a', 1]]]]);
        await going.close();
    });

    test('a database of newer code is read by nobody and written by nobody', async () => {
        const answers = await page.evaluate(async (journal) => {
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
        const outcome = await page.evaluate(async ([address, journal]) => {
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
        }, [url, JOURNAL]);
        assert.equal(outcome.refused, 'the database is not empty');
        assert.equal(outcome.rows, 4); // with the epoch and the bar of the one before
        assert.ok(outcome.same);
        assert.deepEqual(outcome.stores.journal, [['a', 'Af8=']]);
    });

    test('a tab that finds no room at its start writes once there is some', async () => {
        const outcome = await page.evaluate(async ([journal]) => {
            const { store, arrived, put } = /** @type {any} */ (window).opened('no-room');
            const real = IDBObjectStore.prototype.put;
            const full = () => {
                throw new DOMException('no room', 'QuotaExceededError');
            };
            IDBObjectStore.prototype.put = full;
            await store.become_writer(() => {});
            const kept_at_start = store.keeps;
            store.commit(1, [put(journal, 'a', 1)], []);
            await arrived(1);
            IDBObjectStore.prototype.put = real;
            let told = 0;
            store.on_keeps = () => { told += 1; };
            store.commit(2, [put(journal, 'a', 1)], []);
            await arrived(2);
            store.read_range(3, journal, '', '~');
            return { kept_at_start, answers: await arrived(3), keeps: store.keeps, told };
        }, [JOURNAL]);
        assert.deepEqual(outcome, {
            kept_at_start: false,
            answers: [['failed', 1, 0], ['committed', 2], ['rows', 3, [['a', 1]]]],
            keeps: true,
            told: 1,
        });
    });

    test('the next writer after a write that was cut short begins a log of its own, once', async () => {
        const outcome = await page.evaluate(async ([journal]) => {
            const fillers = [];
            const real = IDBObjectStore.prototype.put;
            IDBObjectStore.prototype.put = function put(value, key) {
                if (String(key).startsWith('epoch-filler-')) fillers.push(key);
                return real.call(this, value, key);
            };
            const first = /** @type {any} */ (window).opened('cut-short');
            await first.store.become_writer(() => {});
            const without = fillers.length;
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
            await writer().become_writer(() => {});
            const after = fillers.length;
            await writer().become_writer(() => {});
            navigator.locks.request = locks;
            IDBObjectStore.prototype.put = real;
            const left = await new Promise((resolve) => {
                const opening = indexedDB.open('cut-short');
                opening.onsuccess = () => {
                    const keys = opening.result.transaction('meta').objectStore('meta').getAllKeys();
                    keys.onsuccess = () => resolve(keys.result.filter((key) => String(key).includes('filler')).length);
                };
            });
            return { without, after: after > 50, again: fillers.length - after, left };
        }, [JOURNAL]);
        assert.deepEqual(outcome, { without: 0, after: true, again: 0, left: 0 });
    });

    test('a database that was deleted under the page is not begun again with what is written next', async () => {
        await page.evaluate(async (journal) => {
            const { store, arrived, put } = /** @type {any} */ (window).opened('deleted');
            await store.become_writer(() => {});
            store.commit(1, [put(journal, 'a', 1)], []);
            await arrived(1);
            Object.assign(window, { deleted: { store, arrived, put } });
        }, JOURNAL);
        // As the browser's own "clear site data" does; it closes the connection of the page.
        const session = await context.newCDPSession(page);
        await session.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes: 'indexeddb' });
        const answers = await page.evaluate(async (journal) => {
            const { store, arrived, put } = /** @type {any} */ (window).deleted;
            await new Promise((later) => setTimeout(later, 300)); // `close` comes as a task of its own
            store.commit(2, [put(journal, 'b', 2)], []);
            store.commit(3, [put(journal, 'c', 3)], []);
            return arrived(3);
        }, JOURNAL);
        assert.deepEqual(answers.slice(1), [['failed', 2, 2], ['failed', 3, 2]]);
    });
});
