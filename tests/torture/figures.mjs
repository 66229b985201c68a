// What a campaign counts, and the one table it ends with.

import { engine_of } from './engines.mjs';

/** @typedef {'lost' | 'torn' | 'unnoticed'} Fault */

const COLUMNS = ['demand', 'engine', 'runs', 'lost', 'torn', 'unnoticed', 'notes'];

export class Figures {
    runs = 0;
    /** @type {Record<Fault, string[]>} what happened, one text for each */
    faults = { lost: [], torn: [], unnoticed: [] };
    /** @type {number[]} ms from the start of the page until it can be worked with */
    openings = [];
    /** @type {string[]} */
    notes = [];

    /** @param {string} demand such as R1 @param {string} engine */
    constructor(demand, engine) {
        this.demand = demand;
        this.engine = engine;
    }

    /** A step of a long campaign, for whoever waits. @param {string} what */
    tell(what) {
        if (process.env.BUYERBOOK_TORTURE_LOUD) console.log(`${new Date().toISOString().slice(11, 19)} ${what}`);
    }

    /** @param {Fault} kind @param {string} what */
    fault(kind, what) {
        this.faults[kind].push(what);
        console.log(`${this.demand} ${this.engine}: ${kind}: ${what}`);
    }

    /** A flag that does nothing would test the same engine twice. @param {import('./engines.mjs').Engine} engine @param {string} profile */
    proves_engine(engine, profile) {
        const found = engine_of(profile);
        this.engine = `${engine.name} (${found})`;
        if (found !== engine.files) this.fault('unnoticed', `the files of the profile are of: ${found}`);
    }

    /** @returns {string} the row of the table, in a line by itself */
    get so_far() {
        const { lost, torn, unnoticed } = this.faults;
        return `${this.demand} ${this.engine}: ${this.runs} runs, ${lost.length} lost, ${torn.length} torn, ${unnoticed.length} unnoticed so far`;
    }

    /** @returns {string[]} every fault, for a test to compare with none */
    get all() {
        return Object.entries(this.faults).flatMap(([kind, texts]) => texts.map((text) => `${kind}: ${text}`));
    }

    /** @returns {string[]} */
    get row() {
        const { lost, torn, unnoticed } = this.faults;
        const notes = [...this.notes];
        if (this.openings.length > 0) notes.push(openings_in_words(this.openings));
        return [
            this.demand, this.engine, ...[this.runs, lost.length, torn.length, unnoticed.length].map(String),
            notes.join('; '),
        ];
    }
}

/** @param {number[]} openings ms */
function openings_in_words(openings) {
    const sorted = openings.toSorted((a, b) => a - b);
    const at = (/** @type {number} */ share) => (sorted[Math.floor(share * (sorted.length - 1))] / 1000).toFixed(1);
    return `opens in ${at(0.5)} s, at most ${at(1)} s`;
}

/** @param {Figures[]} figures @returns {string} */
export function table_of(figures) {
    const rows = [COLUMNS, ...figures.map((one) => one.row)];
    const widths = COLUMNS.map((_, i) => Math.max(...rows.map((row) => row[i].length)));
    return rows.map((row) => row.map((cell, i) => cell.padEnd(widths[i])).join('  ').trimEnd()).join('\n');
}
