// A fresh database beside the one in use, which counts as the customer file only once it is finished.

import { LOCK_KEY } from './store_lock.mjs';
import { UNFINISHED, fresh_database } from './current_database.mjs';
import { Fault, PLACES, completed, fault_of, open_database } from './store_database.mjs';
import { in_time } from './store_requests.mjs';

const BLOB = 3;

/**
 * @param {string} base @param {Uint8Array | null} lock row of an encrypted file
 * @returns {Promise<{name: string, database: IDBDatabase}>} begun, with nothing in it
 */
export async function begin_fresh(base, lock) {
    const name = await fresh_database(base);
    const database = await open_database(name);
    const begun = database.transaction('meta', 'readwrite', { durability: 'strict' });
    begun.objectStore('meta').put(new ArrayBuffer(0), UNFINISHED);
    if (lock) begun.objectStore('meta').put(lock.slice().buffer, LOCK_KEY);
    await completed(begun);
    return { name, database };
}

/**
 * @typedef {object} PictureSource
 * @property {() => Promise<string[]>} keys
 * @property {(key: string) => Promise<import('./host_types.js').Row[]>} read none when it cannot be read
 */

/**
 * One at a time: together they may be more than fits into memory. One that no source gives is left out.
 * @param {IDBDatabase} database @param {PictureSource[]} sources the first that has a picture gives it
 * @param {import('./store_sealing.mjs').Sealing} lock @param {number} most milliseconds for each step
 */
export async function keep_pictures(database, sources, lock, most) {
    const kept = new Set();
    for (const { keys, read } of sources) {
        for (const key of await found_in_time(keys(), most)) {
            if (kept.has(key)) continue;
            const [picture] = await found_in_time(read(key), most);
            if (!picture) continue;
            await in_time(keep_picture(database, picture, lock), most);
            kept.add(key);
        }
    }
}

/** @param {IDBDatabase} database @param {import('./host_types.js').Row} picture @param {import('./store_sealing.mjs').Sealing} lock */
async function keep_picture(database, { key, bytes }, lock) {
    const [put] = await lock.sealed([{ place: BLOB, key, bytes: bytes.slice() }]);
    const one = database.transaction(PLACES[BLOB], 'readwrite');
    one.objectStore(PLACES[BLOB]).put(put.bytes.buffer, key);
    await completed(one);
}

/**
 * What cannot be read is not there; a browser that does not answer at all is another matter.
 * @template T @param {Promise<T[]>} work @param {number} most milliseconds @returns {Promise<T[]>}
 */
async function found_in_time(work, most) {
    try {
        return await in_time(work, most);
    } catch (reason) {
        if (fault_of(reason) === Fault.timeout) throw reason;
        return [];
    }
}
