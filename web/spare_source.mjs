// What the spare copy is made from and measured against: the rows in IndexedDB, read in transactions
// short enough that nobody who edits has to wait for them.

import { COPY_ORDER } from './spare_copy.mjs';
import { PLACES, answer_of, open_database } from './store_database.mjs';
import { is_own_key } from './store_lock.mjs';

/**
 * @typedef {import('./spare_copy.mjs').Batch} Batch
 * @typedef {import('./spare_copy.mjs').Copy} Copy
 * @typedef {import('./host_types.js').Put} Put
 */

const META = PLACES.indexOf('meta');
const JOURNAL = PLACES.indexOf('journal');
/** Rows read at once: a blob may be some megabytes. */
const AT_ONCE = { small: 128, large: 8 };

/** @template T @param {string} name @param {(database: IDBDatabase) => Promise<T>} work @returns {Promise<T>} */
async function with_database(name, work) {
    const database = await open_database(name);
    database.onversionchange = () => database.close();
    try {
        return await work(database);
    } finally {
        database.close();
    }
}

/** @param {string} name @returns {Promise<boolean>} no rows but the store's own */
export function is_empty(name) {
    return with_database(name, async (database) => {
        const transaction = database.transaction(PLACES, 'readonly');
        const keys = await Promise.all(PLACES.map((place) => answer_of(transaction.objectStore(place).getAllKeys())));
        return keys.flat().every(is_own_key);
    });
}

/**
 * While rows are copied, transactions go on: what they changed must be applied to the copy after it.
 * @param {string} name @param {(puts: Put[]) => Promise<void>} take
 */
export function copy_rows(name, take) {
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
function put_of(place, key, value) {
    if (typeof key !== 'string' || is_own_key(key) || !(value instanceof ArrayBuffer)) return [];
    return [{ place, key, bytes: new Uint8Array(value) }];
}

/**
 * Whether a copy would hold what IndexedDB holds once these batches were applied to it: the same keys
 * everywhere and the same bytes in `meta`. Rows of other places are written once under a key.
 * @param {string} name @param {Copy} copy @param {Batch[]} batches
 */
export async function is_level(name, copy, batches) {
    const { keys, meta } = await stored_state(name);
    const expected = PLACES.map((_, place) => copy.all_keys(place));
    const expected_meta = copy.meta();
    for (const { puts, removals } of batches) {
        for (const put of puts) {
            expected[put.place]?.add(put.key);
            if (put.place === META) expected_meta.set(put.key, put.bytes);
        }
        for (const { place, first_key, last_key } of removals) {
            for (const key of expected[place] ?? []) {
                if (key >= first_key && key <= last_key) expected[place]?.delete(key);
            }
        }
    }
    return keys.every((stored, place) => have_same_keys(stored, expected[place] ?? new Set())) &&
        [...meta].every(([key, bytes]) => are_same(bytes, expected_meta.get(key)));
}

/** At one moment. @param {string} name */
function stored_state(name) {
    return with_database(name, async (database) => {
        const transaction = database.transaction(PLACES, 'readonly');
        const asked = PLACES.map((place) => answer_of(transaction.objectStore(place).getAllKeys()));
        const values = await answer_of(transaction.objectStore('meta').getAll());
        const all_keys = await Promise.all(asked);
        const rows = (all_keys[META] ?? []).flatMap((key, i) => put_of(META, key, values[i]));
        return {
            keys: all_keys.map((keys) => new Set(keys.filter((key) => !is_own_key(key)).map(String))),
            meta: new Map(rows.map(({ key, bytes }) => [key, bytes])),
        };
    });
}

/** @param {Set<string>} a @param {Set<string>} b */
const have_same_keys = (a, b) => a.size === b.size && [...a].every((key) => b.has(key));

/** @param {Uint8Array} a @param {Uint8Array | undefined} b */
const are_same = (a, b) => a.length === b?.length && a.every((byte, i) => byte === b[i]);
