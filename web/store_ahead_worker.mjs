// Reads the shards of a big customer file beside the page, see store_ahead.mjs.
//
// In:  {name, parts}    once: the database, and the keys of each part
// Out: {part, values}   the rows of a part, in the order of its keys; undefined = not there
//      null             no more: everything was told, or something could not be read

import { answer_of, open_database } from './store_database.mjs';

const worker = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** @param {string} name @param {IDBValidKey[][]} parts */
async function read(name, parts) {
    const database = await open_database(name);
    database.onversionchange = () => database.close();
    const shard = database.transaction('shard', 'readonly').objectStore('shard');
    const ask = (/** @type {number} */ part) => {
        const answer = Promise.all((parts[part] ?? []).map((key) => answer_of(shard.get(key))));
        answer.catch(() => {}); // heard below, in its turn
        return answer;
    };
    // Two parts on their way: one comes from the disk while the other is unpacked. Asked for all at
    // once, all would arrive at the end.
    let coming = ask(0);
    for (const part of parts.keys()) {
        const next = ask(part + 1);
        const values = await coming;
        worker.postMessage({ part, values }, values.filter((value) => value instanceof ArrayBuffer));
        coming = next;
    }
}

/** @param {MessageEvent<{name: string, parts: IDBValidKey[][]}>} event */
worker.onmessage = async ({ data: { name, parts } }) => {
    await read(name, parts).catch(() => {});
    worker.postMessage(null);
    worker.close();
};
