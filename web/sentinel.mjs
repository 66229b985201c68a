// A few words about the customer file, kept outside its database: a database that is empty although
// the sentinel knows of customers was lost, not new. Its text is the program's. Never throws: where
// the browser refuses storage there is no sentinel.

import { page_folder } from './page_folder.mjs';

/** The sequence of a file of which no more is known than that something was acknowledged. */
export const SOMETHING_KEPT = 1;
const HEAD_MAGIC = 0x314c4242;
const SEQUENCE_AT = 6; // behind the magic and the version

/** The number of the last entry that a row `last` names (bb::JournalHead). @param {Uint8Array} row @returns {number} */
export function sequence_in(row) {
    const view = new DataView(row.buffer, row.byteOffset, row.byteLength);
    if (row.length < SEQUENCE_AT + 8 || view.getUint32(0, true) !== HEAD_MAGIC) return SOMETHING_KEPT;
    return Number(view.getBigUint64(SEQUENCE_AT, true));
}

/** What is remembered, and at least this sequence. @param {string} text @param {number} sequence @returns {string} */
export function with_sequence(text, sequence) {
    /** @type {{sequence?: number}} */
    let known = {};
    try {
        known = Object(JSON.parse(text));
    } catch {
        // Nothing, or nothing that can be read.
    }
    return JSON.stringify({ ...known, sequence: Math.max(known.sequence ?? 0, sequence) });
}

export class Sentinel {
    #key;

    /** @param {string} database name */
    constructor(database) {
        this.#key = `buyerbook-sentinel ${page_folder()} ${database}`;
    }

    /** @returns {string} '' when there is none */
    read() {
        try {
            return localStorage.getItem(this.#key) ?? '';
        } catch {
            return '';
        }
    }

    /** @param {string} text @returns {boolean} whether it is kept */
    write(text) {
        try {
            localStorage.setItem(this.#key, text);
            return true;
        } catch {
            return false; // the one before stands, which says less, but nothing wrong
        }
    }
}
