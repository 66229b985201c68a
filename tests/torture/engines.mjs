// The two engines under Chromium's IndexedDB. Which one a profile really has is read from its files.

import fs from 'node:fs';
import path from 'node:path';

/** @typedef {{name: string, flags: string[], files: 'LevelDB' | 'SQLite'}} Engine */

/** @type {Engine[]} */
export const ENGINES = [
    { name: 'present', flags: [], files: 'LevelDB' },
    {
        name: 'newer', files: 'SQLite',
        flags: ['--enable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout'],
    },
];

/** @param {string} folder @returns {string[]} every file below it */
export function files_below(folder) {
    if (!fs.existsSync(folder)) return [];
    const entries = fs.readdirSync(folder, { withFileTypes: true, recursive: true });
    return entries.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
}

/** What holds databases of the first party: the folder of older and of newer Chromium.
 *  @param {string} profile @returns {string[]} folders that are there */
export function database_folders(profile) {
    const below = path.join(profile, 'Default');
    const places = [path.join(below, 'IndexedDB'), path.join(below, 'WebStorage')];
    return places.filter((folder) => fs.existsSync(folder));
}

/** @param {string} file @returns {boolean} by its first bytes */
export function is_sqlite(file) {
    const head = Buffer.alloc(15);
    const open = fs.openSync(file, 'r');
    fs.readSync(open, head, 0, 15, 0);
    fs.closeSync(open);
    return head.toString('latin1') === 'SQLite format 3';
}

/** @param {string} profile @returns {string[]} the files of IndexedDB, of either engine */
export const database_files = (profile) =>
    database_folders(profile).flatMap(files_below).filter((file) => /indexeddb/i.test(file));

/** @param {string} profile @returns {'LevelDB' | 'SQLite' | 'none'} what really lies there */
export function engine_of(profile) {
    const files = database_files(profile);
    if (files.some((file) => file.endsWith('-wal') || is_sqlite(file))) return 'SQLite';
    return files.some((file) => path.basename(file) === 'CURRENT') ? 'LevelDB' : 'none';
}
