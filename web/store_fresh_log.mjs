// After a write that a full disk or the end of the browser has cut short, Chromium's older engine
// (LevelDB) opens its log again and goes on behind the torn end. It reads no log of that kind a
// second time: at the next start it throws away every database of the page. A log that has grown long
// enough is done with and deleted, so it is made to grow, by rows that go again at once. With other
// engines this does no harm.

import { FILLER } from './store_lock.mjs';
import { completed } from './store_database.mjs';
import { page_folder } from './page_folder.mjs';

const ROWS = 110;
const ROW_BYTES = 50_000; // more would be kept in files beside the log; together more than its 4 MB

/** @param {IDBDatabase} database @returns {Promise<void>} when what is written next goes into another log */
export async function begin_fresh_log(database) {
    const filling = database.transaction('meta', 'readwrite', { durability: 'strict' });
    for (let i = 0; i < ROWS; ++i) {
        filling.objectStore('meta').put(new ArrayBuffer(ROW_BYTES), `${FILLER}${i}`);
    }
    await completed(filling);
    const emptying = database.transaction('meta', 'readwrite', { durability: 'strict' });
    emptying.objectStore('meta').delete(IDBKeyRange.bound(FILLER, `${FILLER}~`));
    await completed(emptying);
}

/** @param {string} base @returns {string} key in localStorage */
const remembered_under = (base) => `buyerbook-cut-short ${page_folder()} ${base}`;

/** A page that ends before there is room leaves the torn log to the next one. @param {string} base @param {boolean} so */
export function remember_cut_short(base, so) {
    try {
        if (so) localStorage.setItem(remembered_under(base), '1');
        else localStorage.removeItem(remembered_under(base));
    } catch {
        // The second copy remains.
    }
}

/** @param {string} base */
export function was_cut_short(base) {
    try {
        return localStorage.getItem(remembered_under(base)) !== null;
    } catch {
        return false;
    }
}
