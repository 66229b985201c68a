// The stored file as it lies in IndexedDB, for when the program itself cannot run. One JSON file
// (.bbraw.json): every row of every store with its key and its bytes in base64. Nothing is
// interpreted, so nothing that is stored can be lost on the way.
//
//     {"format": "buyerbook-raw", "version": 1, "database": …, "exported_at": …,
//      "stores": {"journal": [["key", "base64"], …], "shard": […], "meta": […], "blob": […]}}
//
// It is put back with restore_raw() into an empty database; the page offers that at ?rescue=1.

import { PLACES, answer_of, completed, open_database } from './store_database.mjs';

const FORMAT = 'buyerbook-raw';
const CHUNK = 0x8000; // bytes that String.fromCharCode takes at once

/** @param {Uint8Array} bytes */
export function to_base64(bytes) {
    let text = '';
    for (let at = 0; at < bytes.length; at += CHUNK) {
        text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
    }
    return btoa(text);
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
export function from_base64(text) {
    return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
}

/** @param {unknown} value */
function bytes_of(value) {
    if (value instanceof ArrayBuffer) return new Uint8Array(value);
    return new TextEncoder().encode(JSON.stringify(value) ?? '');
}

/**
 * @param {string} name of the database
 * @param {(place: string) => Promise<[string, Uint8Array][]>} rows_of
 * @returns {Promise<Blob>}
 */
export async function raw_file(name, rows_of) {
    const head = { format: FORMAT, version: 1, database: name, exported_at: new Date().toISOString() };
    const parts = [`${JSON.stringify(head).slice(0, -1)},\n"stores": {`];
    for (const [i, place] of PLACES.entries()) {
        const rows = (await rows_of(place)).map(([key, bytes]) => JSON.stringify([key, to_base64(bytes)]));
        parts.push(`${i > 0 ? ',' : ''}\n${JSON.stringify(place)}: [\n${rows.join(',\n')}\n]`);
    }
    parts.push('\n}}\n');
    return new Blob(parts, { type: 'application/json' });
}

/** @param {string} name of the database @returns {Promise<Blob>} */
export async function export_raw(name) {
    const database = await open_database(name);
    try {
        return await raw_file(name, async (place) => {
            const store = database.transaction(place, 'readonly').objectStore(place);
            const keys = answer_of(store.getAllKeys());
            const values = await answer_of(store.getAll());
            return (await keys).map((key, row) => [String(key), bytes_of(values[row])]);
        });
    } finally {
        database.close();
    }
}

/** @returns {Promise<number>} rows in all stores */
async function count_rows(/** @type {IDBDatabase} */ database) {
    const transaction = database.transaction(PLACES, 'readonly');
    const counts = PLACES.map((place) => answer_of(transaction.objectStore(place).count()));
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

/**
 * Puts an export back, all of it or nothing. Only into an empty database: nothing is overwritten.
 * @param {string} name of the database @param {string} text of the export
 * @returns {Promise<number>} rows restored
 */
export async function restore_raw(name, text) {
    const file = JSON.parse(text);
    if (file?.format !== FORMAT || file.version !== 1) throw new Error('not a .bbraw.json export');
    const database = await open_database(name);
    try {
        if ((await count_rows(database)) > 0) throw new Error('the database is not empty');
        const transaction = database.transaction(PLACES, 'readwrite', { durability: 'strict' });
        const done = completed(transaction);
        let rows = 0;
        for (const place of PLACES) {
            for (const [key, bytes] of file.stores[place] ?? []) {
                transaction.objectStore(place).put(from_base64(bytes).buffer, key);
                rows += 1;
            }
        }
        await done;
        return rows;
    } finally {
        database.close();
    }
}
