// One writing tab for each database: it holds a Web Lock for as long as it lives. A tab that gets
// the lock raises the epoch in the database and bars the one before: see store_fence.mjs.

import { ask_by_bar, bar_epoch, forget_bar, is_fence_key } from './store_fence.mjs';
import { answer_of, completed } from './store_database.mjs';
import { abort_if_open } from './store_requests.mjs';

export const EPOCH_KEY = 'epoch';
/** Of rows that come and go; see store_fresh_log.mjs. */
export const FILLER = 'epoch-filler-';
/** There while a tab writes, and after one that was not given the time to take it away. */
const IN_USE = 'epoch-in-use';
/** A tab that slept through so many others is not woken any more. */
const BARS_KEPT = 1000;

/** Rows that are the store's own. @param {IDBValidKey} key */
export const is_own_key = (key) =>
    key === EPOCH_KEY || key === IN_USE ||
    (typeof key === 'string' && (is_fence_key(key) || key.startsWith(FILLER)));

/** Of an encrypted file: see store_seal.mjs. The second copy has it too. */
export const LOCK_KEY = 'lock';

/** Rows that the program does not see. @param {IDBValidKey} key */
export const is_hidden_key = (key) => is_own_key(key) || key === LOCK_KEY;

/**
 * Those of the program, without the page's own.
 * @param {IDBValidKey[]} keys @param {unknown[]} values @returns {import('./host_types.js').Row[]}
 */
export function rows_of(keys, values) {
    return keys.flatMap((key, i) => {
        const value = values[i];
        if (typeof key !== 'string' || is_hidden_key(key)) return [];
        if (!(value instanceof ArrayBuffer)) return [];
        return [{ key, bytes: new Uint8Array(value) }];
    });
}

/** A database is the origin's, under whatever address of it a page is. @param {string} name */
const lock_of = (name) => `buyerbook-writer ${name}`;

/** Asked by the writing tab. @param {string} name @returns {Promise<boolean>} whether other tabs have the file open */
export async function have_others(name) {
    const { pending = [] } = (await navigator.locks?.query()) ?? {};
    return pending.some((request) => request.name === lock_of(name));
}

/**
 * @param {string} name of the database
 * @param {(elsewhere: boolean) => unknown} tell whether another tab writes; the lock is held until it has ended
 * @param {Promise<unknown>} [until] how long this one may, at most for its life
 */
export async function hold_writer_lock(name, tell, until = new Promise(() => {})) {
    if (!navigator.locks) return tell(false); // an insecure origin: one tab is all one can hope for
    const lock = lock_of(name);
    const hold = async () => {
        await tell(false);
        await until;
    };
    const got_it = await navigator.locks.request(lock, { ifAvailable: true }, (held) => {
        return held ? hold() : false;
    });
    if (got_it === false) {
        tell(true);
        navigator.locks.request(lock, hold);
    }
}

/** @param {unknown} stored @returns {number} */
export function epoch_number(stored) {
    const text = stored instanceof ArrayBuffer ? new TextDecoder().decode(stored) : '';
    return /^\d{1,15}$/.test(text) ? Number(text) : 0;
}

/**
 * Takes the next epoch for this tab.
 * @param {IDBDatabase} database
 * @returns {Promise<{epoch: number, unclean: boolean}>} unclean: the writer before was killed, or crashed
 */
export async function raise_epoch(database) {
    const transaction = database.transaction('meta', 'readwrite', { durability: 'strict' });
    const done = completed(transaction);
    try {
        const taken = await take_epoch(transaction.objectStore('meta'));
        await done;
        return taken;
    } catch (reason) {
        done.catch(() => {});
        abort_if_open(transaction); // half of it would let the one before write on
        throw reason;
    }
}

/** @param {IDBObjectStore} meta */
async function take_epoch(meta) {
    const epoch = epoch_number(await answer_of(meta.get(EPOCH_KEY))) + 1;
    const unclean = (await answer_of(meta.getKey(IN_USE))) !== undefined;
    await bar_epoch(meta, epoch - 1);
    meta.put(new ArrayBuffer(0), IN_USE);
    meta.put(new TextEncoder().encode(String(epoch)).buffer, EPOCH_KEY);
    if (epoch > BARS_KEPT) forget_bar(meta, epoch - BARS_KEPT);
    return { epoch, unclean };
}

/** The last act of a tab that writes. @param {IDBDatabase} database @param {number} epoch */
export function end_epoch(database, epoch) {
    const transaction = database.transaction('meta', 'readwrite');
    ask_by_bar(transaction.objectStore('meta'), epoch);
    transaction.objectStore('meta').delete(IN_USE);
    transaction.commit();
}
