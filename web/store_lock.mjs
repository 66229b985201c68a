// One writing tab for each database: it holds a Web Lock for as long as it lives. A tab that gets
// the lock raises the epoch in the database, so that a writer that slept through losing its lock
// (frozen, then woken) finds a newer epoch than its own and cannot write any more.

import { answer_of, completed } from './store_database.mjs';

export const EPOCH_KEY = 'epoch';

/**
 * @param {string} name of the database
 * @param {(elsewhere: boolean) => void} tell whether another tab writes
 */
export async function hold_writer_lock(name, tell) {
    if (!navigator.locks) return tell(false); // an insecure origin: one tab is all one can hope for
    const lock = `buyerbook-writer ${location.pathname} ${name}`;
    const for_life = () => new Promise(() => tell(false));
    const got_it = await navigator.locks.request(lock, { ifAvailable: true }, (held) => {
        return held ? for_life() : false;
    });
    if (got_it === false) {
        tell(true);
        navigator.locks.request(lock, for_life);
    }
}

/** @param {unknown} stored @returns {number} */
export function epoch_number(stored) {
    const text = stored instanceof ArrayBuffer ? new TextDecoder().decode(stored) : '';
    return /^\d{1,15}$/.test(text) ? Number(text) : 0;
}

/** Takes the next epoch for this tab. @param {IDBDatabase} database @returns {Promise<number>} */
export async function raise_epoch(database) {
    const transaction = database.transaction('meta', 'readwrite', { durability: 'strict' });
    const done = completed(transaction);
    const meta = transaction.objectStore('meta');
    const epoch = epoch_number(await answer_of(meta.get(EPOCH_KEY))) + 1;
    meta.put(new TextEncoder().encode(String(epoch)).buffer, EPOCH_KEY);
    await done;
    return epoch;
}
