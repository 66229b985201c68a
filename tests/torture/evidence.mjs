// What a killed browser left behind, before the next one touched it: when something is missing then,
// the cause must be looked for in these files.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const KEPT_IN = path.join(os.tmpdir(), 'buyerbook-torture-evidence');
/** In a profile of Chromium or Firefox; the rest of it are caches. */
const STORES = ['Default/IndexedDB', 'Default/WebStorage', 'Default/Local Storage', 'Default/File System', 'storage'];

export class Evidence {
    #copy;

    /** @param {string} profile of the browser */
    constructor(profile) {
        this.profile = profile;
        this.#copy = `${profile}-as-killed`;
    }

    /** In place of what was taken before. */
    take() {
        this.drop();
        fs.mkdirSync(this.#copy);
        for (const store of STORES) {
            const from = path.join(this.profile, store);
            if (fs.existsSync(from)) fs.cpSync(from, path.join(this.#copy, store), { recursive: true });
        }
    }

    /** For good. @param {string} name of what went wrong @returns {string} where it is */
    keep(name) {
        const place = path.join(KEPT_IN, `${name.replaceAll(/[^\p{L}\d]+/gu, '-')}-${Date.now()}`);
        fs.cpSync(this.#copy, place, { recursive: true });
        return place;
    }

    drop() {
        fs.rmSync(this.#copy, { recursive: true, force: true, maxRetries: 5 });
    }
}
