// All shards, read while the program is still loading. A shard's key is never written twice, but
// another tab may have written a new file since: what was read counts only while the rows that name
// the shards are the same when the program asks for them itself. A big file is read by a worker: an
// answer of 100 MB keeps whoever takes it busy for a second, and the page has its program to start.

import { answer_of } from './store_database.mjs';

/** Shards in one answer: about as many megabytes. */
const PART = 8;
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
    const keys = await answer_of(shard.getAllKeys());
    /** @type {IDBValidKey[][]} */
    const some = [];
    for (let first = 0; first < keys.length; first += PART) some.push(keys.slice(first, first + PART));
    const read = keys.length < FEW ? some.map((keys) => read_part(shard, keys)) : read_by_worker(database.name, some);
    /** @type {Ahead['parts']} */
    const parts = new Map();
    for (const [n, part] of read.entries()) {
        const readable = part.catch(() => null);
        for (const key of some[n] ?? []) parts.set(key, readable);
    }
    return { active, parts };
}

/** @param {IDBObjectStore} shard @param {IDBValidKey[]} keys in their order @returns {Promise<Part>} */
async function read_part(shard, keys) {
    const values = await answer_of(shard.getAll(IDBKeyRange.bound(keys[0], keys.at(-1))));
    return new Map(keys.map((key, i) => [key, values[i]]));
}

/** @param {string} name of the database @param {IDBValidKey[][]} parts @returns {Promise<Part>[]} */
function read_by_worker(name, parts) {
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
    /** @param {MessageEvent<{part: number, values: unknown[]} | null>} event null = no more */
    worker.onmessage = ({ data }) => {
        if (data) return arrived[data.part]?.(data.values);
        end('not readable');
    };
    worker.postMessage({ name, parts });
    return parts.map((keys) =>
        new Promise((resolve, reject) => {
            arrived.push((values) => resolve(new Map(keys.map((key, i) => [key, values[i]]))));
            failed.push(reject);
        }));
}

/** @param {unknown} a @param {unknown} b */
function have_same_bytes(a, b) {
    if (!(a instanceof ArrayBuffer) || !(b instanceof ArrayBuffer)) return a === b;
    const [left, right] = [new Uint8Array(a), new Uint8Array(b)];
    return left.length === right.length && left.every((byte, i) => byte === right[i]);
}
