// Origins with the made data in them: ours with the store's rows, the peers' with a Dexie database.
// Each is filled once a run, whoever asks first.

import { settle } from '../ours/desk_page.mjs';

/** @typedef {import('../data.mjs').Size} Size */
/** @typedef {{desk: import('../desk.mjs').Desk, data: import('../data.mjs').Data,
 *  report: import('../table.mjs').Report, runs: number, quick: boolean, prepared: Prepared}} Bench */

export const DEXIE = 'dexie/dist/dexie.min.js';
export const GRID = 'ag-grid-community/dist/ag-grid-community.min.js';
export const FLEX = 'flexsearch/dist/flexsearch.bundle.min.js';

/** @param {Size} size */
const key_of = ({ customers, activities }) => `${customers}-${activities}`;

export class Prepared {
    #desk;
    #data;
    /** @type {Map<string, string>} */
    #ours = new Map();
    /** @type {Map<string, string>} */
    #peers = new Map();
    /** ms that Dexie took to write the customers, by size. @type {Map<string, number[]>} */
    writing = new Map();

    /** @param {import('../desk.mjs').Desk} desk @param {import('../data.mjs').Data} data */
    constructor(desk, data) {
        this.#desk = desk;
        this.#data = data;
    }

    /** @param {Size} size @returns {Promise<string>} origin */
    async ours(size) {
        const known = this.#ours.get(key_of(size));
        if (known) return known;
        const origin = await this.#desk.origin();
        await settle(await this.#desk.page(), origin, this.#data.store(size));
        this.#ours.set(key_of(size), origin);
        return origin;
    }

    /** @param {Size} size @returns {Promise<string>} origin */
    async peers(size) {
        const known = this.#peers.get(key_of(size));
        if (known) return known;
        const origin = await this.#desk.origin();
        const page = await this.#desk.peer(origin, 'fill.mjs', [DEXIE]);
        const json = `${this.#data.lists(size)}/customers.json`;
        const files = this.#data.activity_files(size);
        const time = await page.evaluate(async ([json, files]) => {
            const { peer } = /** @type {any} */ (window);
            const time = await peer.write_customers(json);
            await peer.write_image(json);
            await peer.write_activities(files);
            return time;
        }, /** @type {[string, string[]]} */ ([json, files]));
        this.writing.set(key_of(size), [time]);
        this.#peers.set(key_of(size), origin);
        return origin;
    }

    /** @param {Size} size */
    written = (size) => this.writing.get(key_of(size)) ?? [];
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
