// A writer that slept through losing its lock cannot write any more, on a real IndexedDB.
import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { JOURNAL, store_desk } from './store_desk.mjs';

describe('the fence between tabs', () => {
    const desk = store_desk();

    /** What has happened to a writer before it sleeps: edits, of which one may not be answered. */
    const LIVES = [
        { edits: 0 }, { edits: 1 }, { edits: 63 }, { edits: 64 }, { edits: 130 },
        { edits: 2, fails: true }, { edits: 2, unheard: true },
    ];
    for (const { edits, fails = false, unheard = false } of LIVES)
        test(`a writer of ${edits} edits${fails ? ', one of which failed,' : ''}${unheard ? ' and of one not heard of' : ''} ` +
            'cannot write any more once it is overtaken', async () => {
            const name = `fence-${edits}-${fails}-${unheard}`;
            const { before, after } = await desk.page.evaluate(async ([address, name, edits, fails, unheard, journal]) => {
                const { raise_epoch } = await import(new URL('store_lock.mjs', address).href);
                const { open_database } = await import(new URL('store_database.mjs', address).href);
                const { store, arrived, put } = /** @type {any} */ (window).opened(name);
                await store.become_writer(() => {});
                let asked = 0;
                const edit = () => store.commit(asked, [put(journal, `${asked++}`.padStart(5, '0'), 1)], []);
                const real = IDBObjectStore.prototype.put;
                if (fails) {
                    IDBObjectStore.prototype.put = function (...parts) {
                        const request = real.apply(this, parts);
                        this.transaction.abort();
                        return request;
                    };
                    edit();
                    await arrived(asked);
                    IDBObjectStore.prototype.put = real;
                }
                for (let i = 0; i < edits; ++i) {
                    edit();
                    await arrived(asked);
                }
                const before = [...(await arrived(asked))];
                const plain = IDBDatabase.prototype.transaction;
                if (unheard) {
                    IDBDatabase.prototype.transaction = function (...parts) {
                        const transaction = plain.apply(this, /** @type {any} */ (parts));
                        return Object.defineProperty(transaction, 'oncomplete', { set: () => {} });
                    };
                    edit();
                    await new Promise((asked) => setTimeout(asked));
                    IDBDatabase.prototype.transaction = plain;
                }
                const overtake = async () => raise_epoch(await open_database(name)); // what another tab does
                await overtake();
                edit();
                await arrived(asked);
                await overtake(); // and one more after it
                edit();
                await arrived(asked);
                store.commit(asked++, [], [{ place: journal, first_key: '0', last_key: '9' }]);
                store.read_range(asked++, journal, '', '~');
                return { before, after: (await arrived(asked)).slice(-4) };
            }, /** @type {[string, string, number, boolean, boolean, number]} */ ([desk.url, name, edits, fails, unheard, JOURNAL]));
            assert.deepEqual(before.map(([kind]) => kind), [...(fails ? ['failed'] : []), ...Array(edits).fill('committed')]);
            assert.deepEqual(after.slice(0, 3).map(([kind, , fault]) => [kind, fault]), Array(3).fill(['failed', 1]));
            assert.equal(after[3][2].length, edits + Number(unheard));
        });

    test('taking over fails as a whole: the writer before goes on, and is stopped by the next try', async () => {
        const answers = await desk.page.evaluate(async ([address, journal]) => {
            const { raise_epoch } = await import(new URL('store_lock.mjs', String(address)).href);
            const { open_database } = await import(new URL('store_database.mjs', String(address)).href);
            const { store, arrived, put } = /** @type {any} */ (window).opened('half-taken');
            await store.become_writer(() => {});
            const database = await open_database('half-taken');
            const real = IDBObjectStore.prototype.put;
            let asked = 0;
            const edit = async () => {
                store.commit(asked, [put(Number(journal), String(asked), 1)], []);
                await arrived(++asked);
            };
            await edit();
            for (let fails_at = 0, failed = true; failed; ++fails_at) {
                let puts = 0;
                IDBObjectStore.prototype.put = function (...parts) {
                    if (puts++ === fails_at) throw new DOMException('no room', 'QuotaExceededError');
                    return real.apply(this, parts);
                };
                failed = await raise_epoch(database).then(() => false, () => true);
                IDBObjectStore.prototype.put = real;
                await edit();
            }
            return arrived(asked);
        }, [desk.url, JOURNAL]);
        assert.deepEqual(answers.map(([kind]) => kind), [...Array(5).fill('committed'), 'failed']);
    });

    test('the rows of the fence do not become many', async () => {
        const most = await desk.page.evaluate(async ([address, journal]) => {
            const { open_database } = await import(new URL('store_database.mjs', String(address)).href);
            const rows = async () => {
                const database = await open_database('few-rows');
                const keys = database.transaction('meta').objectStore('meta').getAllKeys();
                await new Promise((done) => { keys.onsuccess = done; });
                database.close();
                return keys.result.length;
            };
            const { store, arrived, put } = /** @type {any} */ (window).opened('few-rows');
            await store.become_writer(() => {});
            let most = 0;
            for (let i = 0; i < 300; ++i) {
                store.commit(i, [put(Number(journal), String(i), 1)], []);
                await arrived(i + 1);
                most = Math.max(most, await rows());
            }
            return most;
        }, [desk.url, JOURNAL]);
        assert.ok(most > 30 && most < 80, `${most} rows`);
    });
});
