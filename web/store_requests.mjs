// Asking IndexedDB: all of a transaction in one burst, and not for ever.

import { Fault, PLACES, StoreError } from './store_database.mjs';

/**
 * @typedef {import('./host_types.js').Put} Put
 * @typedef {import('./host_types.js').Removal} Removal
 */

/** One that the browser has aborted itself cannot be aborted again. @param {IDBTransaction} transaction */
export function abort_if_open(transaction) {
    try {
        transaction.abort();
    } catch {
        // Its `abort` is on its way, or was there.
    }
}

/** One burst. @param {IDBTransaction} transaction @param {Put[]} puts @param {Removal[]} removals */
export function ask_all(transaction, puts, removals) {
    for (const { place, key, bytes } of puts) {
        transaction.objectStore(PLACES[place]).put(bytes.buffer, key);
    }
    for (const { place, first_key, last_key } of removals) {
        if (first_key > last_key) continue;
        transaction.objectStore(PLACES[place]).delete(IDBKeyRange.bound(first_key, last_key));
    }
}

/**
 * Sometimes neither `complete` nor `abort` ever comes.
 * @template T @param {Promise<T>} work @param {number} most milliseconds @returns {Promise<T>}
 */
export function in_time(work, most) {
    /** @type {ReturnType<typeof setTimeout>} */
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(
            () => reject(new StoreError(Fault.timeout, 'no answer from the database')), most,
        );
    });
    return /** @type {Promise<T>} */ (Promise.race([work, late])).finally(() => clearTimeout(timer));
}
