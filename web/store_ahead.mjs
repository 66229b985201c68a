// All shards, read while the program is still loading. A shard's key is never written twice, but
// another tab may have written a new file since: what was read counts only while the rows that name
// the shards are the same when the program asks for them itself. A big file is read by a worker: an
// answer of 100 MB keeps whoever takes it busy for a second, and the page has its program to start.
// It begins before the page has opened the database, where the start before found the file big.

import { answer_of } from './store_database.mjs';
import { are_same } from './are_same.mjs';
import { in_parts, named_shards } from './store_shards.mjs';
import { page_folder } from './page_folder.mjs';

/** With fewer shards a worker takes longer to start than the page to read. */
const FEW = 24;
const WORKER_MS = 20_000; // after that the page reads for itself

/**
 * @typedef {Map<IDBValidKey, unknown>} Part shards by key
 * @typedef {object} Ahead
 * @property {unknown} active the row that names the shards
 * @property {Map<IDBValidKey, Promise<Part | null>>} parts by the key of each shard; null = not readable
 */

export class ReadAhead {
    /** @type {Promise<Ahead | null>} */
    #found;

    /** It is known what there is, and the rest comes by itself. */
    begun;

    /** @param {import('./store_connection.mjs').Connection} connection */
    constructor(connection) {
        const all = was_big(connection.name) ? read_by_worker(connection.name) : read_by_page(connection.database());
        this.#found = all.catch(() => null);
        this.begun = this.#found.then(() => {});
    }

    /**
     * Asked for once, then let go.
     * @param {string[]} keys @returns {Promise<unknown[] | null>} their values; null when one is not there
     */
    async take(keys) {
        const found = await this.#found;
        if (!found) return null;
        const parts = await Promise.all(keys.map((key) => found.parts.get(key) ?? null));
        if (!keys.every((key, i) => parts[i]?.get(key) instanceof ArrayBuffer)) return null;
        const values = keys.map((key, i) => parts[i]?.get(key));
        keys.forEach((key, i) => parts[i]?.delete(key));
        return values;
    }

    /** @param {unknown} active as it is stored by now @returns {Promise<boolean>} whether what was read still counts */
    async is_of(active) {
        const found = await this.#found;
        return found !== null && have_same_bytes(active, found.active);
    }
}

/** @param {string} name @returns {string} key in localStorage */
const remembered_under = (name) => `buyerbook-big ${page_folder()} ${name}`;

/** Of the start before. @param {string} name */
function was_big(name) {
    try {
        return localStorage.getItem(remembered_under(name)) !== null;
    } catch {
        return false;
    }
}

/** @param {string} name @param {boolean} big */
function remember_size(name, big) {
    try {
        if (!big) localStorage.removeItem(remembered_under(name));
        else if (!was_big(name)) localStorage.setItem(remembered_under(name), '1');
    } catch {
        // The page finds out by itself, and then it takes longer.
    }
}

/** @param {unknown} active @param {IDBValidKey[][]} keys of each part @param {Promise<Part>[]} read @returns {Ahead} */
function ahead_of(active, keys, read) {
    /** @type {Ahead['parts']} */
    const parts = new Map();
    for (const [n, part] of read.entries()) {
        const readable = part.catch(() => null);
        for (const key of keys[n] ?? []) parts.set(key, readable);
    }
    return { active, parts };
}

/** @param {Promise<IDBDatabase>} opened @returns {Promise<Ahead>} */
async function read_by_page(opened) {
    const database = await opened;
    const { active, shard, keys } = await named_shards(database);
    if (keys.length >= FEW) return read_by_worker(database.name);
    const parts = in_parts(keys);
    return ahead_of(active, parts, parts.map((keys) => read_part(shard, keys)));
}

/** @param {IDBObjectStore} shard @param {IDBValidKey[]} keys in their order @returns {Promise<Part>} */
async function read_part(shard, keys) {
    const values = await answer_of(shard.getAll(IDBKeyRange.bound(keys[0], keys.at(-1))));
    return new Map(keys.map((key, i) => [key, values[i]]));
}

/** @param {string} name of the database @returns {Promise<Ahead>} as soon as it is known what there is */
function read_by_worker(name) {
    const worker = new Worker(new URL('store_ahead_worker.mjs', import.meta.url), { type: 'module' });
    /** @type {((values: unknown[]) => void)[]} */
    const arrived = [];
    /** @type {((reason: unknown) => void)[]} */
    const failed = [];
    const end = (/** @type {unknown} */ reason) => {
        clearTimeout(timer);
        for (const fail of failed) fail(reason); // those that have arrived stay as they are
        worker.terminate();
    };
    const timer = setTimeout(() => end('too late'), WORKER_MS);
    worker.onerror = (event) => {
        event.preventDefault(); // nothing is lost by it
        end(event.message);
    };
    worker.postMessage(name);
    return new Promise((found, not_found) => {
        failed.push(not_found);
        /** @param {MessageEvent<{active: unknown, parts: IDBValidKey[][]} | {part: number, values: unknown[]} | null>} event */
        worker.onmessage = ({ data }) => {
            if (!data) return end('not readable');
            if ('part' in data) return arrived[data.part]?.(data.values);
            remember_size(name, data.parts.flat().length >= FEW);
            found(ahead_of(data.active, data.parts, data.parts.map((keys) =>
                new Promise((resolve, reject) => {
                    arrived.push((values) => resolve(new Map(keys.map((key, i) => [key, values[i]]))));
                    failed.push(reject);
                }))));
        };
    });
}

/** @param {unknown} a @param {unknown} b */
function have_same_bytes(a, b) {
    if (!(a instanceof ArrayBuffer) || !(b instanceof ArrayBuffer)) return a === b;
    return are_same(new Uint8Array(a), new Uint8Array(b));
}
