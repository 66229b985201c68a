// The made data: written once by build/native/tests/bench_data, kept in the cache under the content of
// that program, and told here as JavaScript knows it.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHROMIUM } from './desk.mjs';
import { Truth } from './truth.mjs';

/** @typedef {{customers: number, activities: number}} Size */

const HERE = fileURLToPath(new URL('.', import.meta.url));
const PAGE_ACTIVITIES = 50_000; // of one file; see data/lists.cpp

export class Data {
    /** By their customers. @type {Map<number, Truth>} */
    #truths = new Map();

    /** @param {string} cache @param {string} program @param {string} packages node_modules of the peers */
    constructor(cache, program, packages) {
        const key = createHash('sha256').update(fs.readFileSync(program)).digest('hex').slice(0, 16);
        this.folder = path.join(cache, `bench-data-${key}`);
        this.cache = cache;
        this.program = program;
        this.packages = packages;
        // What an older program made is not needed any more.
        for (const old of fs.existsSync(cache) ? fs.readdirSync(cache) : [])
            if (old.startsWith('bench-data-') && old !== path.basename(this.folder))
                fs.rmSync(path.join(cache, old), { recursive: true });
        fs.mkdirSync(this.folder, { recursive: true });
    }

    /** Made under another name first, so that a broken run leaves nothing that looks finished.
     *  @param {string} name @param {(target: string) => void} make @returns {string} the name */
    #once(name, make) {
        const target = path.join(this.folder, name);
        if (fs.existsSync(target)) return name;
        fs.rmSync(`${target}.part`, { recursive: true, force: true });
        make(`${target}.part`);
        fs.renameSync(`${target}.part`, target);
        return name;
    }

    /** What was written by these very sources and versions. @param {string} name
     *  @param {(target: string) => Promise<void>} make @returns {Promise<string>} the folder */
    async kept_profile(name, make) {
        const sources = ['jobs/prepared.mjs', 'peers/fill.mjs', 'peers/customer_database.mjs', 'package-lock.json'];
        const hash = createHash('sha256').update(execFileSync(CHROMIUM, ['--version']));
        for (const source of sources) hash.update(fs.readFileSync(path.join(HERE, source)));
        const target = path.join(this.folder, `profile-${name}-${hash.digest('hex').slice(0, 16)}`);
        if (fs.existsSync(target)) return target;
        // Those of another browser or of a broken run: each is some hundred megabytes.
        for (const old of fs.readdirSync(this.folder))
            if (old.startsWith(`profile-${name}-`)) fs.rmSync(path.join(this.folder, old), { recursive: true });
        await make(`${target}.part`);
        fs.renameSync(`${target}.part`, target);
        return target;
    }

    /** @param {Size} size @returns {string} rows of our database */
    store({ customers, activities }) {
        return this.#once(`store-${customers}-${activities}`, (target) =>
            execFileSync(this.program, ['store', target, String(customers), String(activities)]));
    }

    /** @param {Size} size @returns {string} a folder with customers.json, customers.csv, activities-0.json … */
    lists({ customers, activities }) {
        return this.#once(`lists-${customers}-${activities}`, (target) => {
            fs.mkdirSync(target);
            execFileSync(this.program, ['lists', target, String(customers), String(activities)]);
        });
    }

    /** @param {Size} size @returns {string[]} */
    activity_files(size) {
        const count = Math.ceil(size.activities / PAGE_ACTIVITIES);
        return Array.from({ length: count }, (_, n) => `${this.lists(size)}/activities-${n}.json`);
    }

    /** @returns {string} a folder with quotes and pictures */
    quotes() {
        return this.#once('quotes', (target) => {
            fs.mkdirSync(target);
            execFileSync(this.program, ['quotes', target]);
        });
    }

    /** The list for import as a workbook, by SheetJS. @param {number} customers @returns {string} */
    workbook(customers) {
        const csv = `${this.lists({ customers, activities: 0 })}/customers.csv`;
        return this.#once(`customers-${customers}.xlsx`, (target) => {
            const sheets = this.required('@e965/xlsx');
            const sheet = sheets.utils.aoa_to_sheet(this.cells(csv), { dense: true });
            const book = sheets.utils.book_new();
            sheets.utils.book_append_sheet(book, sheet, '客户');
            const bytes = sheets.write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true });
            fs.writeFileSync(target, bytes);
        });
    }

    /** @param {string} name of a package of the peers @returns {any} */
    required(name) {
        return createRequire(path.join(this.packages, 'x.js'))(name);
    }

    /** @param {string} name */
    path = (name) => path.join(this.folder, name);

    /** What reading a list for import must give: see checked() of peers/sheets.mjs.
     *  @param {number} customers @returns {{rows: number, cells: number, text: string}} */
    checked_cells(customers) {
        const csv = `${this.lists({ customers, activities: 0 })}/customers.csv`;
        const kept = this.#once(`checked-cells-${customers}.json`, (target) => {
            const rows = this.cells(csv);
            const text = createHash('sha256').update(rows.map((row) => row.join('')).join('')).digest('hex');
            const cells = rows.reduce((sum, row) => sum + row.length, 0);
            fs.writeFileSync(target, JSON.stringify({ rows: rows.length, cells, text }));
        });
        return JSON.parse(fs.readFileSync(this.path(kept), 'utf8'));
    }

    /** @param {string} csv @returns {string[][]} */
    cells(csv) {
        const text = fs.readFileSync(this.path(csv), 'utf8');
        return text.trimEnd().split('\n').map((row) =>
            [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
                quoted === undefined ? plain : quoted.replaceAll('""', '"')));
    }

    /** @param {number} customers @returns {Truth} */
    truth(customers) {
        const lists = this.lists({ customers, activities: 0 });
        const truth = this.#truths.get(customers) ??
            new Truth(this.path(`${lists}/customers.json`), this.path(`truth-${customers}.json`));
        this.#truths.set(customers, truth);
        return truth;
    }
}
