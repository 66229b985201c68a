// Injuries done to a stored customer file: to its files between two runs of the browser, and to its
// rows through a page of the same origin.

import fs from 'node:fs';
import path from 'node:path';
import { database_files, database_folders, is_sqlite } from './engines.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @param {string[]} files @returns {string} */
const largest = (files) => files.toSorted((a, b) => fs.statSync(b).size - fs.statSync(a).size)[0];

/** Where rows lie: LevelDB's log, the SQLite file or its log. @param {string} profile @returns {string} */
function rows_file(profile) {
    const files = database_files(profile).filter((file) => /\.(log|ldb|sst|wal)$|-wal$/.test(file) || is_sqlite(file));
    return largest(files);
}

/** @param {string} file @param {(bytes: Buffer) => Buffer | void} change */
function rewrite(file, change) {
    const bytes = fs.readFileSync(file);
    fs.writeFileSync(file, change(bytes) ?? bytes);
}

/** @param {string} profile @param {RegExp} name @returns {number} files taken away */
function remove(profile, name) {
    const found = database_files(profile).filter((file) => name.test(path.basename(file)));
    for (const file of found) fs.rmSync(file);
    return found.length;
}

/** Where an entry of the journal stands: the text of a value that was typed. @param {Buffer} bytes @param {string} text */
const place_of = (bytes, text) => Math.max(bytes.indexOf(text), bytes.indexOf(Buffer.from(text, 'utf16le')));

/**
 * Done to the files of a browser that does not run. Each tells whether there was anything to injure.
 * @type {Record<string, (profile: string, text: string) => boolean>}
 */
export const FILE_INJURIES = {
    'tail cut': (profile) => {
        rewrite(rows_file(profile), (bytes) => bytes.subarray(0, Math.floor(bytes.length * 0.7)));
        return true;
    },
    'block overwritten': (profile, text) => {
        rewrite(rows_file(profile), (bytes) => {
            const at = Math.max(0, place_of(bytes, text));
            bytes.fill(0xa5, at - (at % 512), at - (at % 512) + 512);
        });
        return true;
    },
    'one bit flipped': (profile, text) => {
        let found = false;
        for (const file of database_files(profile)) {
            rewrite(file, (bytes) => {
                const at = place_of(bytes, text);
                if (at < 0) return;
                found = true;
                bytes[at] ^= 1;
            });
        }
        return found;
    },
    'CURRENT gone': (profile) => remove(profile, /^CURRENT$/) > 0,
    'MANIFEST gone': (profile) => remove(profile, /^MANIFEST-/) > 0,
    'write-ahead log gone': (profile) => remove(profile, /(\.log|-wal)$/) > 0,
    'all gone': (profile) => {
        for (const folder of database_folders(profile)) fs.rmSync(folder, { recursive: true });
        return true;
    },
};

/**
 * In a page of the origin that does not run the program: changes one row, which one is told by a
 * number modulo their count.
 * @param {Page} page @param {string} place @param {'flip' | 'remove'} how @param {number} number @param {string} [only] beginning of the keys
 * @returns {Promise<string | null>} the row's key; null = there is none
 */
export const injure_row = (page, place, how, number, only = '') =>
    page.evaluate(([store, manner, n, beginning]) => new Promise((done, failed) => {
        const opening = indexedDB.open('buyerbook');
        opening.onsuccess = () => {
            const transaction = opening.result.transaction(String(store), 'readwrite');
            const rows = transaction.objectStore(String(store));
            let injured = /** @type {string | null} */ (null);
            rows.getAllKeys().onsuccess = (event) => {
                const all = /** @type {IDBRequest<string[]>} */ (event.target).result;
                const keys = all.filter((key) => key.startsWith(String(beginning)) && !/^epoch/.test(key));
                if (keys.length === 0) return;
                injured = keys[Number(n) % keys.length];
                if (manner === 'remove') return void rows.delete(injured);
                rows.get(injured).onsuccess = (answer) => {
                    const bytes = new Uint8Array(/** @type {IDBRequest<ArrayBuffer>} */ (answer.target).result);
                    bytes[Math.floor(bytes.length * 0.6)] ^= 4;
                    rows.put(bytes.buffer, String(injured));
                };
            };
            transaction.oncomplete = () => {
                opening.result.close();
                done(injured);
            };
            transaction.onabort = () => failed(transaction.error);
        };
        opening.onerror = () => failed(opening.error);
    }), [place, how, number, only]);

/** @param {Page} page @param {string} place @returns {Promise<string[]>} keys of its rows, without the store's own */
export const keys_of = (page, place) =>
    page.evaluate((store) => new Promise((done, failed) => {
        const opening = indexedDB.open('buyerbook');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
            const asked = opening.result.transaction(store).objectStore(store).getAllKeys();
            asked.onsuccess = () => {
                opening.result.close();
                done(asked.result.map(String).filter((key) => !/^epoch/.test(key)));
            };
        };
    }), place);

/** Every row of the file, in the form of the raw export. @param {Page} page @returns {Promise<string>} */
export const stored_rows = (page) =>
    page.evaluate(async () => {
        const { export_raw } = await import(new URL('modules/raw_export.mjs', location.href).href);
        return (await export_raw('buyerbook')).text();
    });

/** The file is as it was when stored_rows() read it. @param {Page} page @param {string} rows */
export const put_rows_back = (page, rows) =>
    page.evaluate(async (text) => {
        const { restore_raw } = await import(new URL('modules/raw_export.mjs', location.href).href);
        await new Promise((emptied, failed) => {
            const opening = indexedDB.open('buyerbook');
            opening.onsuccess = () => {
                const stores = [...opening.result.objectStoreNames];
                const transaction = opening.result.transaction(stores, 'readwrite');
                for (const store of stores) transaction.objectStore(store).clear();
                transaction.oncomplete = () => {
                    opening.result.close();
                    emptied(0);
                };
                transaction.onabort = () => failed(transaction.error);
            };
        });
        await restore_raw('buyerbook', text);
    }, rows);
