// Origins with the made data in them: ours with the store's rows, the peers' with a Dexie database.
// Each is filled once a run, whoever asks first; a quick run has the biggest of the peers' from before.

import { Desk } from '../desk.mjs';
import { settle } from '../ours/desk_page.mjs';

/** @typedef {import('../data.mjs').Size} Size */
/** @typedef {{desk: import('../desk.mjs').Desk, data: import('../data.mjs').Data,
 *  report: import('../table.mjs').Report, runs: number, quick: boolean, prepared: Prepared}} Bench */

export const DEXIE = 'dexie/dist/dexie.min.js';
export const GRID = 'ag-grid-community/dist/ag-grid-community.min.js';
/** s, for a measurement that may have to fill its database first. */
export const FILLING = 1500;
export const FLEX = 'flexsearch/dist/flexsearch.bundle.min.js';

/** @param {Size} size */
const key_of = ({ customers, activities }) => `${customers}-${activities}`;

/**
 * What the peers hold, written by Dexie. @param {import('../desk.mjs').Desk} desk @param {string} origin
 * @param {import('../data.mjs').Data} data @param {Size} size @returns {Promise<number>} ms, for the customers
 */
async function fill(desk, origin, data, size) {
    const page = await desk.peer(origin, 'fill.mjs', [DEXIE]);
    const json = `${data.lists(size)}/customers.json`;
    const files = data.activity_files(size);
    return page.evaluate(async ([json, files]) => {
        const { peer } = /** @type {any} */ (window);
        const ms = await peer.write_customers(json);
        await peer.write_image(json);
        await peer.write_activities(files);
        return ms;
    }, /** @type {[string, string[]]} */ ([json, files]));
}

/**
 * Dexie writes 100,000 customers for most of a minute. A quick run takes that for data as well: made
 * once, each page of the peers opened once as after a day's work, and kept as a profile of this browser.
 * @param {import('../data.mjs').Data} data @param {Record<string, string>} mounts @param {Size} size
 * @returns {Promise<string>} a folder
 */
export const filled_profile = (data, mounts, size) =>
    data.kept_profile(`peers-${key_of(size)}`, async (target) => {
        const desk = await Desk.open(mounts);
        try {
            await fill(desk, desk.kept_origin, data, size);
            for (const module of ['open_records.mjs', 'open_image.mjs'])
                await desk.peer(desk.kept_origin, module, [DEXIE, GRID]);
        } catch (reason) {
            await desk.close();
            throw reason;
        }
        await desk.close(target);
    });

export class Prepared {
    #desk;
    #data;
    #kept;
    /** By whose and which size; one that failed is not tried again. @type {Map<string, Promise<any>>} */
    #made = new Map();

    /** @param {import('../desk.mjs').Desk} desk @param {import('../data.mjs').Data} data
     *  @param {Size} [kept] what the profile has already, of filled_profile() */
    constructor(desk, data, kept) {
        this.#desk = desk;
        this.#data = data;
        this.#kept = kept && key_of(kept);
        if (kept) this.#made.set(`peers ${key_of(kept)}`, Promise.resolve({ origin: desk.kept_origin, ms: NaN }));
    }

    /** Whether the peers' data of this size came with the profile. @param {Size} size */
    keeps = (size) => this.#kept === key_of(size);

    /** @template T @param {string} name @param {() => Promise<T>} make @returns {Promise<T>} */
    #once(name, make) {
        const made = this.#made.get(name) ?? make();
        this.#made.set(name, made);
        return made;
    }

    /** @param {Size} size @returns {Promise<string>} origin */
    ours(size) {
        return this.#once(`ours ${key_of(size)}`, async () => {
            const origin = await this.#desk.origin();
            await settle(await this.#desk.page(), origin, this.#data.store(size));
            return origin;
        });
    }

    /** @param {Size} size @returns {Promise<{origin: string, ms: number}>} and the time of writing the customers */
    #filled(size) {
        return this.#once(`peers ${key_of(size)}`, async () => {
            const origin = await this.#desk.origin();
            const ms = await fill(this.#desk, origin, this.#data, size);
            return { origin, ms };
        });
    }

    /** @param {Size} size @returns {Promise<string>} origin */
    peers = async (size) => (await this.#filled(size)).origin;
    /** What Dexie took to write the customers; NaN when they were kept. @param {Size} size @returns {Promise<number>} ms */
    written = async (size) => (await this.#filled(size)).ms;
}

/** Wrong results are not timed. @param {unknown} got @param {unknown} wanted @param {string} what */
export function must_equal(got, wanted, what) {
    const [a, b] = [got, wanted].map((one) => JSON.stringify(one));
    if (a !== b) throw new Error(`${what}: ${a?.slice(0, 300)} instead of ${b?.slice(0, 300)}`);
}

/** @param {string[]} got names in sight @param {string[]} wanted @param {string} what */
export function must_begin(got, wanted, what) {
    const some = Math.min(got.length, wanted.length, 10);
    if (some === 0 && wanted.length > 0) throw new Error(`${what}: nothing in sight`);
    must_equal(got.slice(0, some), wanted.slice(0, some), what);
}
