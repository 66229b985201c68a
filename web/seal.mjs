// The data key of an encrypted customer file in use: seals what goes into the store, opens what comes
// out of it. Small rows are sealed at once, in JavaScript: the browser's own cipher answers later, and
// a page that is just going away would not live to hear it. Large ones go to the browser's, which is
// a hundred times as fast.

import { open_row, seal_row, sealed_row } from './store_seal.mjs';

/**
 * @typedef {import('./host_types.js').Put} Put
 * @typedef {import('./host_types.js').Row} Row
 * @typedef {import('./store_seal.mjs').Bytes} Bytes
 * @typedef {(key: Uint8Array, nonce: Uint8Array, bound: Uint8Array) => {encrypt(plain: Uint8Array): Bytes}} Gcm
 */

const AT_ONCE = 64 * 1024; // bytes of a transaction: some milliseconds of this thread

export class Seal {
    #key;
    #raw;
    #gcm;

    /** @param {CryptoKey} key @param {Uint8Array} raw the same @param {Gcm} gcm */
    constructor(key, raw, gcm) {
        this.#key = key;
        this.#raw = raw;
        this.#gcm = gcm;
    }

    /** @param {CryptoKey} key @returns {Promise<Seal>} */
    static async of(key) {
        const raw = new Uint8Array(await crypto.subtle.exportKey('raw', key));
        const { gcm } = await import('./ciphers/aes.js');
        return new Seal(key, raw, gcm);
    }

    /** @param {Put[]} puts @returns {Put[] | Promise<Put[]>} the same, sealed; at once when they are small */
    sealed(puts) {
        const size = puts.reduce((sum, { bytes }) => sum + bytes.length, 0);
        if (size <= AT_ONCE) return puts.map((put) => ({ ...put, bytes: this.#sealed_at_once(put) }));
        return Promise.all(puts.map(async (put) => ({
            ...put, bytes: await seal_row(this.#key, put.place, put.key, put.bytes),
        })));
    }

    /** Rows that do not open are left out, like those that the browser cannot read. @param {number} place @param {Row[]} rows @returns {Promise<{key: string, bytes: Bytes}[]>} */
    async opened(place, rows) {
        const all = await Promise.all(rows.map(async ({ key, bytes }) => {
            const opened = await open_row(this.#key, place, key, /** @type {Bytes} */ (bytes));
            return opened ? [{ key, bytes: opened }] : [];
        }));
        return all.flat();
    }

    /** @param {Put} put @returns {Bytes} */
    #sealed_at_once({ place, key, bytes }) {
        return sealed_row(place, key, (nonce, bound) => this.#gcm(this.#raw, nonce, bound).encrypt(bytes));
    }
}
