// Where the lock row of an encrypted customer file lies: in its database, from where the second copy
// has it too, and in localStorage, because a file without its lock is lost. The row opens nothing
// without passcode or recovery key.

import { PLACES, answer_of, completed } from './store_database.mjs';
import { from_base64, to_base64 } from './raw_export.mjs';
import { LOCK_KEY, is_own_key } from './store_lock.mjs';
import { is_sealed_row } from './store_seal.mjs';
import { page_folder } from './page_folder.mjs';

/** @typedef {import('./store_seal.mjs').Bytes} Bytes */

const META = PLACES[2];

/** @param {string} base @returns {string} key in localStorage */
const remembered_under = (base) => `buyerbook-lock ${page_folder()} ${base}`;

/**
 * @param {IDBDatabase | null} database null when it cannot be opened @param {string} base
 * @returns {Promise<Bytes | null>} null when the file is not encrypted
 */
export async function kept_lock(database, base) {
    const found = database && (await stored_lock(database).catch(() => null));
    if (found?.row) return found.row;
    // Plain rows are not encrypted, whatever is remembered from before.
    return found?.plain ? null : remembered(base);
}

/** Durable when it resolves. @param {IDBDatabase} database @param {string} base @param {Bytes} row */
export async function keep_lock(database, base, row) {
    const transaction = database.transaction(META, 'readwrite', { durability: 'strict' });
    transaction.objectStore(META).put(row.slice().buffer, LOCK_KEY);
    await completed(transaction);
    remember_lock(base, row);
}

/** @param {string} base @param {Bytes | null} row null forgets it */
export function remember_lock(base, row) {
    try {
        if (row) localStorage.setItem(remembered_under(base), to_base64(row));
        else localStorage.removeItem(remembered_under(base));
    } catch {
        // Then the database and the second copy have it alone.
    }
}

/** @param {IDBDatabase} database */
async function stored_lock(database) {
    const meta = database.transaction(META, 'readonly').objectStore(META);
    const asked = answer_of(meta.getAllKeys());
    const values = await answer_of(meta.getAll());
    const keys = await asked;
    const rows = values.map((value) => (value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array()));
    const plain = rows.some((row, i) => !is_own_key(keys[i]) && !is_sealed_row(row));
    return { row: rows[keys.indexOf(LOCK_KEY)] ?? null, plain };
}

/** Known at once, before the database is open. @param {string} base */
export const is_remembered = (base) => remembered(base) !== null;

/** @param {string} base @returns {Bytes | null} */
function remembered(base) {
    try {
        const text = localStorage.getItem(remembered_under(base));
        return text ? from_base64(text) : null;
    } catch {
        return null;
    }
}
