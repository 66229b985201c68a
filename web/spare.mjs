// The second copy of the customer file, in the origin's private file system: it follows the
// acknowledged transactions of the store, for the day on which IndexedDB is damaged. Made by the
// writing tab only. Nothing here throws or makes the page wait: a copy that cannot be kept says so by
// its state.
//
//     none        there is no copy yet, or the browser has no private files
//     following   the copy holds everything that is acknowledged
//     behind      there is a copy of an older state: it can be read, and rebuild() brings it level
//     failed      a write failed (no room, files gone): the copy stays as it was and can be read
//     elsewhere   another tab has the copy

/**
 * @typedef {import('./host_types.js').Put} Put
 * @typedef {import('./host_types.js').Removal} Removal
 * @typedef {import('./host_types.js').Row} Row
 * @typedef {'none' | 'following' | 'behind' | 'failed' | 'elsewhere'} SpareState
 */

const META = 2; // bb::Place

export class Spare {
    #name;
    #told;
    /** @type {SpareState} */
    #state = 'none';
    /** @type {Worker | null} */
    #worker = null;
    /** @type {Map<number, (answer: any) => void>} */
    #waiting = new Map();
    #last_id = 0;
    #opening = true;
    /** @type {Promise<boolean> | null} */
    #rebuilding = null;
    /** Resolves when the state of the copy that was found is known. @type {Promise<SpareState>} */
    opened;
    #tell_last = (/** @type {Uint8Array | null} */ _) => {};
    /** Resolves sooner: the row `last` of the copy that was found. @type {Promise<Uint8Array | null>} */
    last_found = new Promise((found) => (this.#tell_last = found));

    /** @param {string} name of the database @param {(state: SpareState) => void} told of each change */
    constructor(name, told) {
        this.#name = name;
        this.#told = told;
        this.opened = this.#start();
    }

    state() {
        return this.#state;
    }

    /**
     * Takes the buffers of an acknowledged transaction away: nobody may use them after this.
     * @param {{puts: Put[], removals: Removal[]}} batch
     */
    follow({ puts, removals }) {
        const takes = this.#opening || this.#rebuilding || this.#state === 'following';
        if (!takes || !this.#worker) return;
        try {
            const whole = puts.map((put) => (is_whole(put.bytes) ? put : { ...put, bytes: put.bytes.slice() }));
            const buffers = new Set(whole.map(({ bytes }) => bytes.buffer));
            this.#worker.postMessage({ op: 'follow', puts: whole, removals }, [...buffers]);
        } catch {
            this.#broken(); // a batch that is missing must not be followed by others
        }
    }

    /**
     * Copies everything anew from IndexedDB; the old copy stays until the new one is whole. Refuses when
     * IndexedDB is empty and the copy is not. Only for a file that was found to be in order.
     * @returns {Promise<boolean>}
     */
    rebuild() {
        if (!this.#worker) this.opened = this.#start();
        this.#rebuilding ??= this.#ask('rebuild').then((done) => {
            this.#rebuilding = null;
            return done ?? false;
        });
        return this.#rebuilding;
    }

    /** Whether the copy holds what IndexedDB holds: keys, and the bytes of `meta`. @returns {Promise<boolean>} */
    async is_level() {
        return (await this.#ask('is_level')) ?? false;
    }

    /** @returns {Promise<boolean>} a copy that can be read */
    async exists() {
        return (await this.#ask('exists')) ?? false;
    }

    /** Without their rows, which may be many megabytes. @param {number} place @returns {Promise<string[]>} in order */
    async keys(place) {
        return [...((await this.#ask('keys', { place })) ?? [])].sort();
    }

    /** @param {number} place @param {string} first_key @param {string} last_key @returns {Promise<Row[]>} */
    async read_rows(place, first_key, last_key) {
        return (await this.#ask('read_range', { place, first_key, last_key })) ?? [];
    }

    /** @param {number} place @param {string[]} keys @returns {Promise<Row[]>} */
    async read_keys(place, keys) {
        return (await this.#ask('read_keys', { place, keys })) ?? [];
    }

    /** @param {string} key `last` or `active` @returns {Promise<Uint8Array | null>} */
    async last_meta(key) {
        const [row] = await this.read_keys(META, [key]);
        return row?.bytes ?? null;
    }

    /** Deletes the copy: on the user's own demand only. @returns {Promise<boolean>} */
    async forget() {
        return (await this.#ask('forget')) ?? false;
    }

    /** Lets go of the files; the copy stays. */
    end() {
        this.#worker?.terminate();
        this.#worker = null;
        this.#answer_nothing();
    }

    /** @returns {Promise<SpareState>} */
    async #start() {
        this.#opening = true;
        try {
            const worker = new Worker(new URL('spare_worker.mjs', import.meta.url), { type: 'module' });
            worker.addEventListener('message', ({ data }) => this.#heard(data));
            worker.addEventListener('error', () => this.#broken());
            worker.addEventListener('messageerror', () => this.#broken());
            this.#worker = worker;
        } catch {
            this.#broken();
        }
        await this.#ask('open', { name: this.#name });
        this.#opening = false;
        this.#tell_last(null); // unless it was told
        return this.#state;
    }

    /** @param {string} op @param {object} [what] @returns {Promise<any>} null when nobody answers any more */
    #ask(op, what = {}) {
        return new Promise((resolve) => {
            if (!this.#worker) return resolve(null);
            const id = ++this.#last_id;
            this.#waiting.set(id, resolve);
            this.#worker.postMessage({ op, id, ...what });
        });
    }

    /** @param {{state: SpareState} | {last: Uint8Array | null} | {id: number, answer: unknown}} message */
    #heard(message) {
        if ('state' in message) return this.#say(message.state);
        if ('last' in message) return this.#tell_last(message.last);
        this.#waiting.get(message.id)?.(message.answer);
        this.#waiting.delete(message.id);
    }

    #broken() {
        this.end();
        this.#say('failed');
    }

    #answer_nothing() {
        for (const resolve of this.#waiting.values()) resolve(null);
        this.#waiting.clear();
    }

    /** @param {SpareState} state */
    #say(state) {
        if (state === this.#state) return;
        this.#state = state;
        this.#told(state);
    }
}

/** @param {Uint8Array} bytes */
const is_whole = (bytes) => bytes.byteLength === bytes.buffer.byteLength;
