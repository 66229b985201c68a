// Every row of a customer file, from IndexedDB, in transactions short enough that nobody who edits has
// to wait for them.

import { PLACES, answer_of, open_database } from './store_database.mjs';
import { is_own_key } from './store_lock.mjs';

/** @typedef {import('./host_types.js').Put} Put */

const META = PLACES.indexOf('meta');
const JOURNAL = PLACES.indexOf('journal');
/** What names the rest first, the long journal last. */
export const COPY_ORDER = ['meta', 'shard', 'blob', 'journal'].map((place) => PLACES.indexOf(place));
/** Rows read at once: a blob may be some megabytes. */
const AT_ONCE = { small: 128, large: 8 };

/** @template T @param {string} name @param {(database: IDBDatabase) => Promise<T>} work @returns {Promise<T>} */
export async function with_database(name, work) {
    const database = await open_database(name);
    database.onversionchange = () => database.close();
    try {
        return await work(database);
    } finally {
        database.close();
    }
}

/**
 * Transactions go on meanwhile: what they changed must be applied to a copy after it.
 * @param {string} name @param {(puts: Put[]) => Promise<void>} take
 */
export function each_row(name, take) {
    return with_database(name, async (database) => {
        for (const place of COPY_ORDER) {
            const rows = place === META || place === JOURNAL ? AT_ONCE.small : AT_ONCE.large;
            /** @type {IDBKeyRange | null} */
            let range = null;
            for (let more = true; more;) {
                const store = database.transaction(PLACES[place] ?? '', 'readonly').objectStore(PLACES[place] ?? '');
                const asked = answer_of(store.getAllKeys(range, rows));
                const values = await answer_of(store.getAll(range, rows));
                const keys = await asked;
                const puts = keys.flatMap((key, i) => put_of(place, key, values[i]));
                if (puts.length > 0) await take(puts);
                more = keys.length === rows;
                if (more) range = IDBKeyRange.lowerBound(keys.at(-1), true);
            }
        }
    });
}

/** @param {number} place @param {IDBValidKey} key @param {unknown} value @returns {Put[]} */
export function put_of(place, key, value) {
    if (typeof key !== 'string' || is_own_key(key) || !(value instanceof ArrayBuffer)) return [];
    return [{ place, key, bytes: new Uint8Array(value) }];
}
