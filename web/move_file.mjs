// Moves the customer file into a fresh database, row by row, to encrypt it or to stop that. The one it
// comes from is not changed, and counts until every row of the new one was read back and compared.

import { LOCK_KEY, have_others, raise_epoch } from './store_lock.mjs';
import { PLACES, answer_of, completed, open_database } from './store_database.mjs';
import { Spare } from './spare.mjs';
import { are_same } from './are_same.mjs';
import { UNFINISHED } from './current_database.mjs';
import { begin_fresh } from './store_anew.mjs';
import { copied_databases } from './spare_names.mjs';
import { each_row } from './all_rows.mjs';
import { in_time } from './store_requests.mjs';

const DELETION_MS = 60_000; // a big copy on a slow disk

/**
 * @typedef {import('./host_types.js').Put} Put
 * @typedef {import('./seal.mjs').Seal} Seal
 * @typedef {object} Move
 * @property {string} base of the names of databases
 * @property {string} from the database in use
 * @property {Seal | null} open what opens its rows
 * @property {Seal | null} seal what the rows of the new one are sealed with
 * @property {Uint8Array | null} lock row of the new one
 */

/**
 * Only for the tab that writes. Rejects when a row cannot be read or the browser cannot keep the new
 * ones; then the file is where it was.
 * @param {Move} move @param {(rows: number) => void} told how many are written
 * @returns {Promise<string>} the new database, in use from now on
 */
export async function move_file(move, told) {
    await bar_older_tabs(move.from);
    const { name, database } = await begin_fresh(move.base, move.lock);
    try {
        let written = 0;
        await each_plain(move, async (puts) => {
            await put_all(database, await sealed(move.seal, puts));
            told(written += puts.length);
        });
        let same = 0;
        await each_plain(move, async (puts) => {
            await check_same(database, move.seal, puts);
            same += puts.length;
        });
        if (same !== written) throw new Error(`${written} rows were written and ${same} compared`);
        // What is edited there would be left behind.
        if (await have_others(move.base)) throw new Error('another tab has opened the file meanwhile');
        await finish(database);
        return name;
    } catch (reason) {
        database.close();
        await delete_database(name).catch(() => {}); // made by this very call
        throw reason;
    } finally {
        database.close();
    }
}

/**
 * With its second copy: on the user's own demand only.
 * @param {string} name @returns {Promise<boolean>} false when something of the second copy may still be there
 */
export async function delete_file(name) {
    const gone = await delete_copy(name);
    await delete_database(name); // last: to open the copy is to open the database
    return gone;
}

/** What counts is what lies there afterwards. @param {string} name @returns {Promise<boolean>} */
async function delete_copy(name) {
    const spare = new Spare(name, () => {});
    await in_time(spare.opened.then(() => spare.forget()), DELETION_MS).catch(() => false);
    spare.end();
    return in_time(copied_databases(), DELETION_MS).then((names) => !names.includes(name), () => false);
}

/** A tab that sleeps must not wake up and write into what was moved. @param {string} name */
async function bar_older_tabs(name) {
    const database = await open_database(name);
    await raise_epoch(database);
    database.close();
}

/** @param {Move} move @param {(puts: Put[]) => Promise<void>} take */
function each_plain({ from, open }, take) {
    return each_row(from, async (stored) => {
        const rows = stored.filter(({ key }) => key !== LOCK_KEY && key !== UNFINISHED);
        if (rows.length > 0) await take(open ? await opened(open, rows) : rows);
    });
}

/** @param {Seal} seal @param {Put[]} rows of one place */
async function opened(seal, rows) {
    const [{ place }] = rows;
    const plain = await seal.opened(place, rows);
    if (plain.length !== rows.length) throw new Error('a row does not open');
    return plain.map((row) => ({ place, ...row }));
}

/** @param {Seal | null} seal @param {Put[]} rows */
const sealed = async (seal, rows) => (seal ? seal.sealed(rows) : rows);

/** @param {IDBDatabase} database @param {Put[]} puts of one place */
async function put_all(database, puts) {
    const store = PLACES[puts[0].place];
    const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
    for (const { key, bytes } of puts) transaction.objectStore(store).put(bytes.slice().buffer, key);
    await completed(transaction);
}

/** @param {IDBDatabase} database @param {Seal | null} seal @param {Put[]} meant of one place */
async function check_same(database, seal, meant) {
    const [{ place }] = meant;
    const store = database.transaction(PLACES[place], 'readonly').objectStore(PLACES[place]);
    const values = await Promise.all(meant.map(({ key }) => answer_of(store.get(key))));
    const stored = meant.map(({ key }, i) => ({ place, key, bytes: new Uint8Array(values[i]) }));
    const read = seal ? await opened(seal, stored) : stored;
    const same = meant.every(({ bytes }, i) => are_same(bytes, read[i].bytes));
    if (!same) throw new Error('what was read back is not what was written');
}

/** @param {IDBDatabase} database */
async function finish(database) {
    const transaction = database.transaction('meta', 'readwrite', { durability: 'strict' });
    transaction.objectStore('meta').delete(UNFINISHED);
    await completed(transaction);
}

/** Waits for tabs that still have it open. @param {string} name @returns {Promise<void>} */
function delete_database(name) {
    return new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
    });
}
