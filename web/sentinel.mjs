// A few words about the customer file, kept outside its database: a database that is empty although
// the sentinel knows of customers was lost, not new. Its text is the program's. Never throws: where
// the browser refuses storage there is no sentinel.

import { page_folder } from './page_folder.mjs';

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
