// The two engines under Chromium's IndexedDB, and Firefox. Which one a profile really has is read from its files.

import fs from 'node:fs';
import path from 'node:path';
import { launch_firefox, no_firefox } from './firefox.mjs';

/**
 * @typedef {object} Engine
 * @property {string} name
 * @property {'LevelDB' | 'SQLite'} files
 * @property {string[]} flags
 * @property {import('../e2e/desk.mjs').Launch} [launch]
 * @property {string | false} [impossible] why it cannot be run here
 */

/** @type {Engine[]} */
export const ENGINES = [
    { name: 'present', flags: [], files: 'LevelDB' },
    {
        name: 'newer', files: 'SQLite',
        flags: ['--enable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout'],
    },
];

/** For R19; it is slow to start, so tools/test goes without it. @type {Engine} */
export const FIREFOX = {
    name: 'firefox', files: 'SQLite', flags: [], launch: launch_firefox, impossible: no_firefox(),
};

/** @param {string} folder @returns {string[]} every file below it */
export function files_below(folder) {
    if (!fs.existsSync(folder)) return [];
    const entries = fs.readdirSync(folder, { withFileTypes: true, recursive: true });
    return entries.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
}

/** What holds databases of the first party: the folders of older and of newer Chromium, and of Firefox.
 *  @param {string} profile @returns {string[]} folders that are there */
export function database_folders(profile) {
    const below = path.join(profile, 'Default');
    const places = [
        path.join(below, 'IndexedDB'), path.join(below, 'WebStorage'), path.join(profile, 'storage', 'default'),
    ];
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
    database_folders(profile).flatMap(files_below).filter((file) => /indexeddb|\/idb\//i.test(file));

/** @param {string} profile @returns {'LevelDB' | 'SQLite' | 'none'} what really lies there */
export function engine_of(profile) {
    const files = database_files(profile);
    if (files.some((file) => file.endsWith('-wal') || is_sqlite(file))) return 'SQLite';
    return files.some((file) => path.basename(file) === 'CURRENT') ? 'LevelDB' : 'none';
}
