// Reads the shards of a big customer file beside the page, see store_ahead.mjs.
//
// In:  name              once: of the database
// Out: {active, parts}   first: the row that names the shards, and the keys of each part
//      {part, values}    the rows of a part, in the order of its keys; undefined = not there
//      null              no more: everything was told, or something could not be read

import { answer_of, open_database } from './store_database.mjs';
import { in_parts, named_shards } from './store_shards.mjs';

const worker = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** What a shard's key says behind its generation: the program asks in this order. @param {IDBValidKey} key */
const place_of = (key) => String(key).slice(String(key).indexOf('/') + 1);

/** @param {IDBValidKey} a @param {IDBValidKey} b */
const by_place = (a, b) => (place_of(a) < place_of(b) ? -1 : 1);

/** @param {string} name */
async function read(name) {
    const database = await open_database(name);
    database.onversionchange = () => database.close();
    const { active, shard, keys } = await named_shards(database);
    const parts = in_parts(keys.sort(by_place));
    worker.postMessage({ active, parts });
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

/** @param {MessageEvent<string>} event */
worker.onmessage = async ({ data: name }) => {
    await read(name).catch(() => {});
    worker.postMessage(null);
    worker.close();
};
