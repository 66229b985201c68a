// All shards, read while the program is still loading. A shard's key is never written twice, but
// another tab may have written a new file since: what was read counts only while the rows that name
// the shards are the same when the program asks for them itself.

import { answer_of } from './store_database.mjs';

/**
 * @typedef {object} Ahead
 * @property {unknown} active the row that names the shards
 * @property {Map<IDBValidKey, unknown>} shards
 */

export class ReadAhead {
    /** @type {Promise<Ahead | null>} */
    #found;

    /** @param {Promise<IDBDatabase>} opened */
    constructor(opened) {
        this.#found = read_all(opened).catch(() => null);
    }

    /**
     * Asked for once, then let go.
     * @param {string[]} keys @returns {Promise<unknown[] | null>} their values; null when one is not there
     */
    async take(keys) {
        const found = await this.#found;
        if (!found || !keys.every((key) => found.shards.has(key))) return null;
        const values = keys.map((key) => found.shards.get(key));
        for (const key of keys) found.shards.delete(key);
        return values;
    }

    /** @param {unknown} active as it is stored by now @returns {Promise<boolean>} whether what was read still counts */
    async is_of(active) {
        const found = await this.#found;
        return found !== null && have_same_bytes(active, found.active);
    }
}

/**
 * Two transactions, so that the writer's own in `meta` need not wait for all shards. In this order:
 * what an unchanged row names was there all the time.
 * @param {Promise<IDBDatabase>} opened @returns {Promise<Ahead>}
 */
async function read_all(opened) {
    const database = await opened;
    const meta = database.transaction('meta', 'readonly').objectStore('meta');
    const active = await answer_of(meta.get('active'));
    const shard = database.transaction('shard', 'readonly').objectStore('shard');
    const keys = answer_of(shard.getAllKeys());
    const values = await answer_of(shard.getAll());
    return { active, shards: new Map((await keys).map((key, i) => [key, values[i]])) };
}

/** @param {unknown} a @param {unknown} b */
function have_same_bytes(a, b) {
    if (!(a instanceof ArrayBuffer) || !(b instanceof ArrayBuffer)) return a === b;
    const [left, right] = [new Uint8Array(a), new Uint8Array(b)];
    return left.length === right.length && left.every((byte, i) => byte === right[i]);
}
