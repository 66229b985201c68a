// What is read of the store while the program still loads.
import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { META, SHARD, store_desk } from './store_desk.mjs';

describe('reading ahead', () => {
    const desk = store_desk();

    test('shards read ahead are those that the rows of the file name by now', async () => {
        const told = await desk.page.evaluate(async ([shard, meta]) => {
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

    test('the shards of a big file are read ahead by a worker, and by the page where that fails', async () => {
        const told = await desk.page.evaluate(async ([shard]) => {
            const first = /** @type {any} */ (window).opened('big');
            await first.store.become_writer(() => {});
            const keys = Array.from({ length: 40 }, (_, i) => `g${String(i).padStart(2, '0')}`);
            first.store.commit(1, keys.map((key, i) => first.put(shard, key, i)), []);
            await first.arrived(1);

            const { Worker } = window;
            const get = IDBObjectStore.prototype.get;
            let workers = 0;
            let shards_got = 0;
            IDBObjectStore.prototype.get = function (key) {
                if (this.name === 'shard') shards_got += 1;
                return get.call(this, key);
            };
            /** @type {any[]} */ const told = [];
            for (const fails of [false, true]) {
                workers = shards_got = 0;
                Object.assign(window, {
                    Worker: class extends Worker {
                        constructor(/** @type {any} */ address, /** @type {any} */ settings) {
                            super(fails ? new URL('none.mjs', address) : address, settings);
                            workers += 1;
                        }
                    },
                });
                const { store, arrived } = /** @type {any} */ (window).opened('big');
                store.read_ahead();
                store.read_keys(1, shard, keys);
                const [[, , rows]] = await arrived(1);
                const right = rows.every((/** @type {any[]} */ [key, byte], /** @type {number} */ i) =>
                    key === keys[i] && byte === i);
                told.push({ rows: rows.length, right, workers, shards_got });
            }
            IDBObjectStore.prototype.get = get;
            Object.assign(window, { Worker });
            return told;
        }, [SHARD]);
        assert.deepEqual(told, [
            { rows: 40, right: true, workers: 1, shards_got: 0 },
            { rows: 40, right: true, workers: 1, shards_got: 40 },
        ]);
    });

    test('a file that was big at the start before is read before the page has its database', async () => {
        const told = await desk.page.evaluate(async ([shard]) => {
            const first = /** @type {any} */ (window).opened('known');
            await first.store.become_writer(() => {});
            // The first of the file was packed anew: it lies behind the others, and is asked for first.
            const places = Array.from({ length: 40 }, (_, i) => String(i).padStart(2, '0'));
            const keys = places.map((place, i) => (i === 0 ? `g2/${place}` : `g1/${place}`));
            first.store.commit(1, keys.map((key, i) => first.put(shard, key, i)), []);
            await first.arrived(1);

            const { Worker } = window;
            const list = IDBObjectStore.prototype.getAllKeys;
            let listed = 0;
            /** @type {any[][]} */ let all_heard = [];
            IDBObjectStore.prototype.getAllKeys = function (...range) {
                listed += 1;
                return list.apply(this, range);
            };
            Object.assign(window, {
                Worker: class extends Worker {
                    constructor(/** @type {any} */ address, /** @type {any} */ settings) {
                        super(address, settings);
                        /** @type {any[]} */ const heard = []; // of this one: another may still be reading
                        all_heard.push(heard);
                        this.addEventListener('message', ({ data }) => heard.push(data?.parts?.[0] ?? data?.part));
                    }
                },
            });
            /** @type {any[]} */ const told = [];
            const start = async (/** @type {number} */ request, /** @type {string[]} */ asked) => {
                listed = 0;
                all_heard = [];
                const { store, arrived } = /** @type {any} */ (window).opened('known');
                store.read_ahead();
                store.read_keys(request, shard, asked);
                const [[, , rows]] = await arrived(1);
                told.push({ first: rows[0], heard: all_heard.at(0)?.slice(0, 2), listed });
            };
            await start(1, keys.slice(0, 2));
            await start(2, keys.slice(0, 2));
            first.store.commit(2, [], keys.slice(2).map((key) => ({ place: shard, first_key: key, last_key: key })));
            await first.arrived(2);
            await start(3, keys.slice(0, 2));
            await start(4, keys.slice(0, 2));
            IDBObjectStore.prototype.getAllKeys = list;
            Object.assign(window, { Worker });
            return told;
        }, [SHARD]);
        const first = ['g2/00', 0];
        const part = ['g2/00', 'g1/01', 'g1/02', 'g1/03', 'g1/04', 'g1/05', 'g1/06', 'g1/07'];
        assert.deepEqual(told, [
            { first, heard: [part, 0], listed: 1 },
            { first, heard: [part, 0], listed: 0 },
            { first, heard: [['g2/00', 'g1/01'], 0], listed: 0 },
            { first, heard: undefined, listed: 1 },
        ]);
    });
});
