// Which database is in use, when IndexedDB or localStorage say it and when only the second copies do.
import assert from 'node:assert/strict';
import test, { before, describe } from 'node:test';
import { spare_desk } from './spare_desk.mjs';

describe('the database in use', () => {
    const desk = spare_desk();
    before(() => desk.page.evaluate(install, desk.url));

    /** Puts databases and copies of any kind into the page. @param {string} address */
    async function install(address) {
        const load = (/** @type {string} */ name) => import(new URL(name, address).href);
        const { current_database, fresh_database, UNFINISHED } = await load('current_database.mjs');
        const { open_database, completed } = await load('store_database.mjs');
        const { Sentinel } = await load('sentinel.mjs');

        /** @param {string} name @param {'journal' | 'meta'} [place] @param {string} [key] of its only row */
        async function database(name, place, key) {
            const made = await open_database(name);
            if (place) {
                const transaction = made.transaction(place, 'readwrite');
                transaction.objectStore(place).put(new ArrayBuffer(1), key);
                await completed(transaction);
            }
            made.close();
        }

        /** As far as it is seen without a worker. @param {string} name @param {string} file of the copy @param {string} content */
        async function copy(name, file = 'slot-1', content = 'of a log') {
            const all = await (await navigator.storage.getDirectory()).getDirectoryHandle('buyerbook', { create: true });
            const folder = await all.getDirectoryHandle(encodeURIComponent(name), { create: true });
            const stream = await (await folder.getFileHandle(file, { create: true })).createWritable();
            await stream.write(content);
            await stream.close();
        }

        /** With another private file system, or a count of how often it is asked for. @template T @param {() => Promise<unknown>} instead @param {() => Promise<T>} work */
        async function with_files(instead, work) {
            const { prototype } = StorageManager;
            const real = prototype.getDirectory;
            prototype.getDirectory = /** @type {any} */ (instead);
            try {
                return await work();
            } finally {
                prototype.getDirectory = real;
            }
        }

        const forget = () => localStorage.clear();
        Object.assign(window, {
            bench: { current_database, fresh_database, UNFINISHED, Sentinel, database, copy, with_files, forget },
        });
    }

    /** @template T @param {(b: any) => Promise<T>} work @returns {Promise<T>} */
    const on_page = (work) => desk.page.evaluate(`(${work})(window.bench)`);

    test('with databases and localStorage gone, the newest finished copy says which one it was', async () => {
        const outcome = await on_page(async (b) => {
            await b.copy('gone');
            await b.copy('gone.2');
            await b.copy('gone.10');
            await b.copy('gone.11', 'log-000000001'); // its worker was ended before it was a copy
            await b.copy('gone.12', 'slot-0', '');
            const first = await b.current_database('gone');
            const remembered = Object.values(localStorage);
            b.forget();
            return { first, remembered, fresh: await b.fresh_database('gone') };
        });
        assert.deepEqual(outcome, { first: 'gone.10', remembered: ['gone.10'], fresh: 'gone.13' });
    });

    test('the copy that a worker has made is one that is found', async () => {
        await desk.on_bench('real.2', async (bench) => {
            await bench.open();
            await bench.edit();
            await bench.spare.rebuild();
        });
        const other = await desk.context.newPage(); // the bench holds its database open
        await desk.page.close();
        desk.page = other;
        await other.goto(`${desk.url}icons/icon.svg`);
        await other.evaluate(install, desk.url);
        const found = await on_page(async (b) => {
            await new Promise((resolve) => {
                indexedDB.deleteDatabase('real.2').onsuccess = resolve;
            });
            b.forget();
            const name = await b.current_database('real');
            b.forget();
            return name;
        });
        assert.equal(found, 'real.2');
    });

    test('a new user has no copy, starts no worker and creates nothing', async () => {
        const outcome = await on_page(async (b) => {
            const { Worker } = window;
            let workers = 0;
            Object.assign(window, {
                Worker: class {
                    constructor() {
                        workers += 1;
                    }
                },
            });
            const name = await b.current_database('fresh');
            Object.assign(window, { Worker });
            const databases = (await indexedDB.databases()).filter((one) => one.name === 'fresh').length;
            const remembered = localStorage.length;
            return { name, workers, databases, remembered };
        });
        assert.deepEqual(outcome, { name: 'fresh', workers: 0, databases: 0, remembered: 0 });
    });

    test('sample data and the own file keep to their own copies', async () => {
        const outcome = await on_page(async (b) => {
            await b.copy('apart.2');
            await b.copy('apart-sample.3');
            const names = [await b.current_database('apart'), await b.current_database('apart-sample'), await b.current_database('apa')];
            b.forget();
            return names;
        });
        assert.deepEqual(outcome, ['apart.2', 'apart-sample.3', 'apa']);
    });

    test('a database with entries, a sentinel and what is remembered come before any copy', async () => {
        const outcome = await on_page(async (b) => {
            await b.copy('used.2');
            await b.database('used', 'journal', '1');
            const used = await b.current_database('used');

            await b.copy('known.2');
            await b.database('known');
            new b.Sentinel('known').write('{"sequence":3}');
            let asked = 0;
            const known = await b.with_files(async () => {
                asked += 1;
            }, () => b.current_database('known'));

            await b.copy('later.3');
            localStorage.setItem('buyerbook-database /icons/ later', 'later.4');
            const later = await b.current_database('later');
            b.forget();
            return { used, known, asked, later };
        });
        assert.deepEqual(outcome, { used: 'used', known: 'known', asked: 0, later: 'later.4' });
    });

    test('the copy of a database that is not finished does not win', async () => {
        const outcome = await on_page(async (b) => {
            await b.copy('half');
            await b.copy('half.2');
            await b.database('half');
            await b.database('half.2', 'meta', b.UNFINISHED);
            const beside_the_first = await b.current_database('half');
            await b.database('moved.3', 'meta', 'last');
            await b.database('moved.4', 'meta', b.UNFINISHED);
            await b.copy('moved.4');
            const beside_another = await b.current_database('moved');
            b.forget();
            return { beside_the_first, beside_another };
        });
        assert.deepEqual(outcome, { beside_the_first: 'half', beside_another: 'moved.3' });
    });

    test('files that hang or fail keep nobody from starting, and the next start sees the copy', async () => {
        const outcome = await on_page(async (b) => {
            await b.copy('hangs.2');
            const begun = performance.now();
            const first = await b.with_files(() => new Promise(() => {}), () => b.current_database('hangs'));
            const waited = performance.now() - begun;
            await b.database('hangs', 'meta', 'epoch'); // as that start makes it
            const failed = await b.with_files(() => Promise.reject(new DOMException('no', 'UnknownError')), () => b.current_database('hangs'));
            const next = await b.current_database('hangs');
            b.forget();
            return { first, waited, failed, next };
        });
        assert.deepEqual([outcome.first, outcome.failed, outcome.next], ['hangs', 'hangs', 'hangs.2']);
        assert.ok(outcome.waited < 5000, `${outcome.waited} ms`);
    });
});
