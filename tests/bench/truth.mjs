// What must be found and in which order, worked out here without any of those that are timed. To read
// 100,000 customers and to put them into their orders takes this program seconds for each job: an
// answer once given is kept beside the made data.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { mark_of, order_mark_of, searched_text } from './peers/painted.mjs';

/** @typedef {{typed: string, hits: number, mark: number, order: number, names: string[]}} Found
 *  names: the first in the order of names; marks: see peers/painted.mjs */

const FIRST = 40; // rows of an answer: more than are in sight
const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Answers worked out by other sources are not these. */
function sources_hash() {
    const hash = createHash('sha256');
    for (const source of ['truth.mjs', 'peers/painted.mjs']) hash.update(fs.readFileSync(path.join(HERE, source)));
    return hash.digest('hex');
}

export class Truth {
    #made_by = sources_hash();
    #list;
    #file;
    /** @type {Record<string, any>} */
    #answers = {};
    /** Read when a question is new. @type {Customers | undefined} */
    #customers;

    /** @param {string} list customers.json of the made data @param {string} file where answers are kept */
    constructor(list, file) {
        this.#list = list;
        this.#file = file;
        if (!fs.existsSync(file)) return;
        const { made_by, answers } = JSON.parse(fs.readFileSync(file, 'utf8'));
        if (made_by === this.#made_by) this.#answers = answers;
    }

    /** @template T @param {string} question @param {(customers: Customers) => T} work_out @returns {T} */
    #answer(question, work_out) {
        if (question in this.#answers) return this.#answers[question];
        this.#customers ??= new Customers(JSON.parse(fs.readFileSync(this.#list, 'utf8')));
        const answer = work_out(this.#customers);
        this.#answers[question] = answer;
        fs.writeFileSync(`${this.#file}.part`, JSON.stringify({ made_by: this.#made_by, answers: this.#answers }));
        fs.renameSync(`${this.#file}.part`, this.#file);
        return answer;
    }

    /** @param {string} typed @returns {Found} */
    found = (typed) => this.#answer(`found ${typed}`, (customers) => customers.found(typed));

    /** @param {string} field @returns {string[]} names of the first */
    sorted = (field) => this.#answer(`sorted ${field}`, (customers) => customers.sorted(field));

    /** @param {number} count @returns {string[]} of the first ones in the order of their making */
    ids = (count) => this.#answer(`ids ${count}`, (customers) => customers.ids(count));
}

class Customers {
    /** @param {Record<string, any>[]} all */
    constructor(all) {
        this.all = all;
        this.texts = all.map(searched_text);
        this.by_name = this.#rows_by('name');
    }

    /** @param {string} typed @returns {Found} */
    found(typed) {
        const rows = this.by_name.filter((row) => this.texts[row].includes(typed));
        return { typed, hits: rows.length, mark: mark_of(rows), order: order_mark_of(rows), names: this.#first(rows) };
    }

    /** @param {string} field @returns {string[]} */
    sorted(field) {
        return this.#first(field === 'name' ? this.by_name : this.#rows_by(field));
    }

    /** @param {number} count @returns {string[]} */
    ids = (count) => this.all.slice(0, count).map(({ id }) => id);

    /** @param {Uint32Array} rows */
    #first = (rows) => [...rows.subarray(0, FIRST)].map((row) => this.all[row].name);

    /** Equal ones in the order of their making. @param {string} field */
    #rows_by(field) {
        const keys = this.all.map((one) => one[field].toLowerCase());
        const order = (/** @type {number} */ a, /** @type {number} */ b) =>
            keys[a] < keys[b] ? -1 : keys[a] > keys[b] ? 1 : a - b;
        return Uint32Array.from(keys.keys()).sort(order);
    }
}
