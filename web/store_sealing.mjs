// The lock of an encrypted customer file, as the store has it: its rows are sealed on their way in and
// opened on their way out. Of a file that is not encrypted they pass as they are.

import { UNFINISHED } from './current_database.mjs';
import { Fault, PLACES, StoreError } from './store_database.mjs';

/**
 * @typedef {import('./host_types.js').Put} Put
 * @typedef {import('./host_types.js').Row} Row
 * @typedef {import('./store_seal.mjs').Bytes} Bytes
 * @typedef {{seal: import('./seal.mjs').Seal, row: Bytes, passcode: string}} Unlocked with the row of the lock
 */

export class Sealing {
    /** @type {Unlocked | null} */
    #unlocked = null;
    /** Asks until the lock is open. @type {(row: Bytes) => Promise<Unlocked>} */
    ask = async () => {
        throw new StoreError(Fault.closed, 'nobody to ask for the passcode');
    };

    /** Resolves when it is open. @param {Bytes | null} row null = the file is not encrypted */
    async unlock(row) {
        if (row) this.#unlocked = await this.ask(row);
    }

    /** null = the file is not encrypted, or its lock not open yet. @returns {Bytes | null} */
    get row() {
        return this.#unlocked?.row ?? null;
    }

    /** null as above. @returns {string | null} */
    get passcode() {
        return this.#unlocked?.passcode ?? null;
    }

    /** @param {number} place @param {Row[]} rows @returns {Row[] | Promise<Row[]>} */
    opened(place, rows) {
        if (!this.#unlocked) return rows;
        // A row of the page's own, which has no content.
        const marks = PLACES[place] === 'meta' ? rows.filter(({ key }) => key === UNFINISHED) : [];
        const sealed = rows.filter((row) => !marks.includes(row));
        return this.#unlocked.seal.opened(place, sealed).then((opened) => [...opened, ...marks]);
    }

    /** Small ones at once: the page may be going away. @param {Put[]} puts @returns {Put[] | Promise<Put[]>} */
    sealed(puts) {
        return this.#unlocked ? this.#unlocked.seal.sealed(puts) : puts;
    }
}
