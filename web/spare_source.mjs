// What the spare copy is measured against: the rows in IndexedDB.

import { PLACES, answer_of } from './store_database.mjs';
import { are_same } from './are_same.mjs';
import { is_hidden_key, is_own_key } from './store_lock.mjs';
import { put_of, with_database } from './all_rows.mjs';

/**
 * @typedef {import('./spare_copy.mjs').Batch} Batch
 * @typedef {import('./spare_copy.mjs').Copy} Copy
 */

const META = PLACES.indexOf('meta');

/** @param {string} name @returns {Promise<boolean>} no rows of the program */
export function is_empty(name) {
    return with_database(name, async (database) => {
        const transaction = database.transaction(PLACES, 'readonly');
        const keys = await Promise.all(PLACES.map((place) => answer_of(transaction.objectStore(place).getAllKeys())));
        return keys.flat().every(is_hidden_key);
    });
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
