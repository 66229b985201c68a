// Which database holds the customer file. A recovered file goes into a fresh one, "buyerbook.2" after
// "buyerbook", and the old one is left as it was; so the newest that is finished is in use. Its name
// is also remembered outside: a database that has vanished is missed, and not replaced by an old one.
// Where that is forgotten too, the second copies still bear the names of the databases.

import { PLACES, answer_of } from './store_database.mjs';
import { Sentinel } from './sentinel.mjs';
import { copied_databases, restorable_databases } from './spare_names.mjs';
import { in_time } from './store_requests.mjs';
import { page_folder } from './page_folder.mjs';
import { with_database } from './all_rows.mjs';

/** A row of meta while a database is being restored into; bb::unfinished_row. */
export const UNFINISHED = 'unfinished';

const COPIES_MS = 2000; // a private file system that hangs does not keep the page from starting

/** @param {string} base @param {string} name @returns {number} 1 for the base itself, 0 = another's */
export function number_of(base, name) {
    if (name === base) return 1;
    const rest = name.startsWith(`${base}.`) ? name.slice(base.length + 1) : '';
    return /^[1-9]\d{0,8}$/.test(rest) ? Number(rest) : 0;
}

/** @param {string} base @param {string[]} names @returns {string[]} those of the base, newest first */
const newest_first = (base, names) =>
    names.filter((name) => number_of(base, name) > 0).sort((a, b) => number_of(base, b) - number_of(base, a));

/** @param {string} base @returns {Promise<string[]>} newest first */
export async function databases_of(base) {
    try {
        return newest_first(base, (await indexedDB.databases()).map(({ name = '' }) => name));
    } catch {
        return []; // an old browser: it has one only
    }
}

/** Rejects where that cannot be known. @param {string} base @returns {Promise<string[]>} databases with a second copy, or some of it */
export const copies_of = async (base) => newest_first(base, await in_time(copied_databases(), COPIES_MS));

/** @param {string} name @returns {Promise<boolean>} */
const is_finished = (name) => with_database(name, async (database) => {
    const meta = database.transaction(PLACES[2], 'readonly').objectStore(PLACES[2]);
    return (await answer_of(meta.getKey(UNFINISHED))) === undefined;
});

/** @param {string} name @returns {Promise<boolean>} as a start makes it where there was none */
const has_no_entries = (name) => with_database(name, async (database) => {
    const [journal, shard] = PLACES;
    const transaction = database.transaction([journal, shard], 'readonly');
    const counts = [journal, shard].map((place) => answer_of(transaction.objectStore(place).count()));
    return (await Promise.all(counts)).every((count) => count === 0);
});

/** @param {string} base @returns {string} key in localStorage */
const remembered_under = (base) => `buyerbook-database ${page_folder()} ${base}`;

/** @param {string} base */
function remembered(base) {
    try {
        return localStorage.getItem(remembered_under(base)) ?? base;
    } catch {
        return base;
    }
}

/** @param {string} base @param {string} name */
function remember(base, name) {
    try {
        localStorage.setItem(remembered_under(base), name);
    } catch {
        // Then it is found by its number alone.
    }
}

/** @param {string} base @param {string[]} names newest first */
async function newest_finished(base, names) {
    // One alone is in use whatever it holds, and is not opened twice.
    if (names.length === 1) return names[0];
    for (const name of names) if (await is_finished(name).catch(() => true)) return name;
    return base;
}

/**
 * Databases that only a second copy is left of, where no database says which one is in use: there is none, or
 * the first one as a start has made it that did not see the copies. Most have that one and a sentinel, which
 * say so at once.
 * @param {string} base @param {string[]} names of databases @returns {Promise<string[]>} newest first
 */
async function only_copied(base, names) {
    const known = remembered(base) !== base || new Sentinel(base).read() !== '';
    if (names.length > 0 && known) return [];
    const copies = await in_time(restorable_databases(), COPIES_MS).catch(() => []);
    // A database that is there and was passed over is unfinished, whatever its copy is.
    const gone = newest_first(base, copies).filter((name) => !names.includes(name));
    if (gone.length === 0 || !names.includes(base)) return gone;
    return (await has_no_entries(base).catch(() => false)) ? gone : [];
}

/** @param {string} base such as "buyerbook" @returns {Promise<string>} */
export async function current_database(base) {
    const names = await databases_of(base);
    const found = await newest_finished(base, names);
    const copied = found === base ? await only_copied(base, names) : [];
    const [name] = newest_first(base, [found, remembered(base), ...copied]);
    if (name !== base) remember(base, name);
    return name;
}

/** @param {string} base @returns {Promise<string>} a name that no database has or had, and no copy */
export async function fresh_database(base) {
    const copies = await copies_of(base).catch(() => []);
    const names = [...(await databases_of(base)), ...copies, remembered(base), base];
    return `${base}.${Math.max(...names.map((name) => number_of(base, name))) + 1}`;
}
