// The worker that keeps the spare copy of one customer file. It is the only one that writes there.
//
// In:  {op: 'open', id, name}          once, first
//      {op: 'follow', puts, removals}  an acknowledged transaction; in the order of the transactions
//      {op, id, …}                     rebuild, is_level, exists, keys, read_range, read_keys, forget
// Out: {id, answer}
//      {state}                         whenever it changes, see spare.mjs
//      {last}                          of the copy that was found: its row `last`, before it is compared
//
// A batch is applied only to a copy that was level with IndexedDB when the batches began: batches
// that are missing in between would make a copy of something that never was.

import { Copy } from './spare_copy.mjs';
import { PLACES } from './store_database.mjs';
import { SpareFolder, has_private_files } from './spare_folder.mjs';
import { each_row } from './all_rows.mjs';
import { is_empty, is_level } from './spare_source.mjs';

/**
 * @typedef {import('./spare_copy.mjs').Batch} Batch
 * @typedef {import('./host_types.js').Row} Row
 * @typedef {'none' | 'following' | 'behind' | 'failed' | 'elsewhere'} State
 */

const worker = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (self));

const OPENING_MS = 1000; // for batches that were on their way when this worker began
const REBUILD_MS = 15_000; // somebody goes on typing meanwhile
const PAUSE_MS = 100;
const META = PLACES.indexOf('meta');

class Keeper {
    #name = '';
    /** @type {SpareFolder | null} */
    #folder = null;
    /** @type {Copy | null} */
    #copy = null;
    #following = false;
    /** @type {Batch[]} acknowledged, not yet applied */
    #queue = [];
    #arrived = () => {};

    /** @param {string} name of the database */
    async open(name) {
        this.#name = name;
        const found = await this.#open_folder(false);
        if (found !== 'open') return say(found);
        say('behind');
        this.#copy = await Copy.open(/** @type {SpareFolder} */ (this.#folder));
        if (!this.#copy) return say('none');
        worker.postMessage({ last: this.#copy.meta().get('last') ?? null });
        if (await this.#gets_level(this.#copy, OPENING_MS)) await this.#follow_from_now();
        else this.#queue = [];
    }

    /** @param {Batch} batch */
    arrives(batch) {
        this.#queue.push(batch);
        this.#arrived();
    }

    async apply_queue() {
        const batches = this.#queue.splice(0);
        if (!this.#following || !this.#copy || batches.length === 0) return;
        try {
            await this.#copy.append(batches);
            if (batches.some(is_compaction)) await this.#rewrite(this.#copy);
        } catch (reason) {
            this.#fail(reason);
        }
    }

    /** @returns {Promise<boolean>} whether there is a new copy and it follows */
    async rebuild() {
        // What was acknowledged before this is in IndexedDB and will be copied from there.
        this.#queue = [];
        this.#following = false;
        try {
            const found = await this.#open_folder(true);
            if (found !== 'open') return say(found), false;
            const folder = /** @type {SpareFolder} */ (this.#folder);
            this.#copy ??= await Copy.open(folder);
            say('behind');
            // An emptied database is a loss, and this may be all that is left: see forget().
            if (this.#copy && !this.#copy.empty && (await is_empty(this.#name))) return false;
            if (this.#copy?.sound) await this.#copy.keep_own();
            return await this.#rebuild_in(folder);
        } catch (reason) {
            this.#fail(reason);
            return false;
        }
    }

    async is_level() {
        await this.apply_queue();
        return this.#copy !== null && is_level(this.#name, this.#copy, []);
    }

    exists() {
        return this.#copy !== null;
    }

    /** @param {{place: number}} wanted @returns {Set<string>} */
    keys({ place }) {
        return this.#copy?.all_keys(place) ?? new Set();
    }

    /** @param {{place: number, first_key: string, last_key: string}} range @returns {Promise<Row[]>} */
    async read_range({ place, first_key, last_key }) {
        return this.#copy?.rows(place, this.#copy.keys(place, first_key, last_key)) ?? [];
    }

    /** @param {{place: number, keys: string[]}} wanted @returns {Promise<Row[]>} */
    async read_keys({ place, keys }) {
        return this.#copy?.rows(place, keys) ?? [];
    }

    async forget() {
        this.#following = false;
        this.#queue = [];
        if ((await this.#open_folder(false)) !== 'open') return false;
        this.#copy?.close();
        this.#copy = null;
        await this.#folder?.remove_all();
        this.#folder = null;
        say('none');
        return true;
    }

    /** @param {boolean} create @returns {Promise<'open' | 'none' | 'elsewhere'>} */
    async #open_folder(create) {
        if (this.#folder) return 'open';
        if (!has_private_files()) return 'none';
        const found = await SpareFolder.open(this.#name, create);
        if (typeof found === 'string') return found;
        this.#folder = found;
        return 'open';
    }

    /** @param {SpareFolder} folder */
    async #rebuild_in(folder) {
        const fresh = await Copy.create(folder);
        try {
            await each_row(this.#name, (puts) => fresh.add_rows(puts));
            if (!(await this.#gets_level(fresh, REBUILD_MS))) {
                this.#queue = [];
                await this.#take_back(fresh);
                return false;
            }
            await fresh.append(this.#queue.splice(0));
            await fresh.become_current();
        } catch (reason) {
            await this.#take_back(fresh);
            throw reason;
        }
        this.#copy?.close();
        this.#copy = fresh;
        await fresh.keep_own();
        await this.#follow_from_now();
        return true;
    }

    /** @param {Copy} fresh */
    async #take_back(fresh) {
        await fresh.discard();
        if (this.#copy?.sound) await this.#copy.keep_own();
    }

    async #follow_from_now() {
        this.#following = true;
        await this.apply_queue();
        if (this.#following) say('following');
    }

    /** Waits for batches that IndexedDB knows already. @param {Copy} copy @param {number} most milliseconds */
    async #gets_level(copy, most) {
        const until = performance.now() + most;
        for (;;) {
            if (await is_level(this.#name, copy, [...this.#queue])) return true;
            if (performance.now() > until) return false;
            await new Promise((resolve) => {
                this.#arrived = () => resolve(undefined);
                setTimeout(resolve, PAUSE_MS);
            });
        }
    }

    /** The journal that a compaction has made needless goes. @param {Copy} copy */
    async #rewrite(copy) {
        const fresh = await copy.rewritten();
        try {
            await fresh.become_current();
        } catch (reason) {
            await fresh.discard(copy);
            throw reason;
        }
        this.#copy = fresh;
        copy.close();
        await fresh.keep_own();
    }

    /** The copy stays as it was last kept, and can be read. @param {unknown} reason */
    #fail(reason) {
        console.warn('spare copy', reason);
        this.#following = false;
        this.#queue = [];
        say('failed');
    }
}

/** @param {Batch} batch */
const is_compaction = ({ puts }) => puts.some(({ place, key }) => place === META && key === 'active');

/** @param {State} state */
function say(state) {
    worker.postMessage({ state });
}

const keeper = new Keeper();
/** One thing after another. */
let last = Promise.resolve();

/** @param {any} message @returns {Promise<unknown>} */
async function outcome(message) {
    switch (message.op) {
        case 'open':
            return keeper.open(message.name);
        case 'rebuild':
            return keeper.rebuild();
        case 'is_level':
            return keeper.is_level();
        case 'exists':
            return keeper.exists();
        case 'keys':
            return keeper.keys(message);
        case 'read_range':
            return keeper.read_range(message);
        case 'read_keys':
            return keeper.read_keys(message);
        case 'forget':
            return keeper.forget();
    }
}

/** @param {any} message */
async function answer(message) {
    const given = await outcome(message).catch((reason) => {
        console.warn('spare copy', reason);
        say('failed');
        return null;
    });
    const buffers = Array.isArray(given) ? given.map(({ bytes }) => bytes.buffer) : [];
    worker.postMessage({ id: message.id, answer: given }, buffers);
}

worker.addEventListener('message', ({ data }) => {
    if (data.op === 'follow') {
        keeper.arrives(data);
        last = last.then(() => keeper.apply_queue());
    } else {
        last = last.then(() => answer(data));
    }
});
