// A fresh database beside the one in use, which counts as the customer file only once it is finished.

import { LOCK_KEY } from './store_lock.mjs';
import { UNFINISHED, fresh_database } from './current_database.mjs';
import { PLACES, completed, open_database } from './store_database.mjs';

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
 * One at a time: together they may be more than fits into memory twice.
 * @param {IDBDatabase} database @param {import('./host_types.js').Row[]} pictures
 * @param {import('./store_sealing.mjs').Sealing} lock
 */
export async function keep_pictures(database, pictures, lock) {
    for (const { key, bytes } of pictures) {
        const [put] = await lock.sealed([{ place: BLOB, key, bytes: bytes.slice() }]);
        const one = database.transaction(PLACES[BLOB], 'readwrite');
        one.objectStore(PLACES[BLOB]).put(put.bytes.buffer, key);
        await completed(one);
    }
}
