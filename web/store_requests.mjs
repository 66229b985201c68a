// Asking IndexedDB: a transaction in bursts that the page does not feel, and not for ever.

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

const BURST_BYTES = 1_000_000; // some 20 ms of the page

/** @param {Put} put @returns {number} bytes */
export const size_of = (put) => put.size ?? put.bytes.length;

/**
 * Asks for all of a batch and for its commit. Of a big one the next burst follows when the one before
 * is there, so that the page can draw in between. One that goes away hears no answers: then at once.
 * @param {IDBTransaction} transaction @param {Put[]} puts @param {Removal[]} removals
 * @param {AbortSignal} given_up nobody waits for it any more: what was not asked by then never is
 */
export function ask_all(transaction, puts, removals, given_up) {
    let next = 0;
    const ask_burst = () => {
        if (given_up.aborted) return abort_if_open(transaction);
        /** @type {IDBRequest | undefined} */
        let last;
        for (let bytes = 0; next < puts.length && (bytes < BURST_BYTES || is_going()); ++next) {
            const { place, key } = puts[next];
            last = transaction.objectStore(PLACES[place]).put(puts[next].bytes.buffer, key);
            bytes += size_of(puts[next]);
        }
        if (last && next < puts.length) {
            last.onsuccess = () => {
                try {
                    ask_burst();
                } catch {
                    abort_if_open(transaction);
                }
            };
            return;
        }
        for (const { place, first_key, last_key } of removals) {
            if (first_key > last_key) continue;
            transaction.objectStore(PLACES[place]).delete(IDBKeyRange.bound(first_key, last_key));
        }
        transaction.commit();
    };
    ask_burst();
}

// Workers read the store with this module, too, and have no document.
const is_going = () =>
    /** @type {{ document?: { visibilityState: string } }} */ (globalThis).document?.visibilityState === 'hidden';

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
