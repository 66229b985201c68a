// Which database holds the customer file. A recovered file goes into a fresh one, "buyerbook.2" after
// "buyerbook", and the old one is left as it was; so the newest that is finished is in use. Its name
// is also remembered outside: a database that has vanished is missed, and not replaced by an old one.

import { PLACES, answer_of, open_database } from './store_database.mjs';
import { page_folder } from './page_folder.mjs';

/** A row of meta while a database is being restored into; bb::unfinished_row. */
export const UNFINISHED = 'unfinished';

/** @param {string} base @param {string} name @returns {number} 1 for the base itself, 0 = another's */
export function number_of(base, name) {
    if (name === base) return 1;
    const rest = name.startsWith(`${base}.`) ? name.slice(base.length + 1) : '';
    return /^[1-9]\d{0,8}$/.test(rest) ? Number(rest) : 0;
}

/** @param {string} base @returns {Promise<string[]>} newest first */
export async function databases_of(base) {
    try {
        const all = await indexedDB.databases();
        const names = all.flatMap(({ name }) => (name && number_of(base, name) > 0 ? [name] : []));
        return names.sort((a, b) => number_of(base, b) - number_of(base, a));
    } catch {
        return []; // an old browser: it has one only
    }
}

/** @param {string} name @returns {Promise<boolean>} */
async function is_finished(name) {
    const database = await open_database(name);
    try {
        const meta = database.transaction(PLACES[2], 'readonly').objectStore(PLACES[2]);
        return (await answer_of(meta.getKey(UNFINISHED))) === undefined;
    } finally {
        database.close();
    }
}

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

/** @param {string} base such as "buyerbook" @returns {Promise<string>} */
export async function current_database(base) {
    const names = await databases_of(base);
    let found = base;
    for (const name of names) {
        // One alone is in use whatever it holds, and is not opened twice.
        if (names.length === 1 || (await is_finished(name).catch(() => true))) {
            found = name;
            break;
        }
    }
    const known = remembered(base);
    if (number_of(base, known) > number_of(base, found)) return known;
    try {
        if (found !== base) localStorage.setItem(remembered_under(base), found);
    } catch {
        // Then it is found by its number alone.
    }
    return found;
}

/** @param {string} base @returns {Promise<string>} a name that no database has or had */
export async function fresh_database(base) {
    const names = [...(await databases_of(base)), remembered(base), base];
    return `${base}.${Math.max(...names.map((name) => number_of(base, name))) + 1}`;
}
