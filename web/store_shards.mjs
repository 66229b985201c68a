// Which shards there are, and in what parts they are read ahead: by the page, or by a worker beside it.

import { answer_of } from './store_database.mjs';

/** Shards in one answer: about as many megabytes. */
const PART = 8;

/**
 * The row that names the shards, and their keys. Two transactions, so that the writer's own in `meta` need
 * not wait for all shards. In this order: what an unchanged row names was there all the time.
 * @param {IDBDatabase} database
 */
export async function named_shards(database) {
    const meta = database.transaction('meta', 'readonly').objectStore('meta');
    const active = await answer_of(meta.get('active'));
    const shard = database.transaction('shard', 'readonly').objectStore('shard');
    return { active, shard, keys: await answer_of(shard.getAllKeys()) };
}

/** @param {IDBValidKey[]} keys @returns {IDBValidKey[][]} */
export function in_parts(keys) {
    /** @type {IDBValidKey[][]} */
    const parts = [];
    for (let first = 0; first < keys.length; first += PART) parts.push(keys.slice(first, first + PART));
    return parts;
}
