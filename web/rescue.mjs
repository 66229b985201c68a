// Everything of this program that lies in the browser, for ?rescue=1: the database in use, those that
// recoveries have left behind, and second copies, also of a database that is gone.

import { PLACES, database_name } from './store_database.mjs';
import { copies_of, databases_of } from './current_database.mjs';
import { Spare } from './spare.mjs';
import { raw_file } from './raw_export.mjs';

const LAST_KEY = '\uffff';

/** Opens none of them. @returns {Promise<{databases: string[], copies: string[]}>} by name, the sample data's last */
export async function kept_files() {
    const bases = [database_name(false), database_name(true)];
    const [databases, copies] = await Promise.all([
        Promise.all(bases.map(databases_of)),
        Promise.all(bases.map((base) => copies_of(base).catch(() => []))),
    ]);
    return { databases: databases.flat(), copies: copies.flat() };
}

/** The second copy in the form of the raw export. @param {string} name of its database @returns {Promise<Blob>} */
export async function export_raw_copy(name) {
    const spare = new Spare(name, () => {});
    try {
        const state = await spare.opened;
        if (!(await spare.exists())) throw new Error(`the second copy cannot be read: ${state}`);
        return await raw_file(name, async (place) => {
            const rows = await spare.read_rows(PLACES.indexOf(place), '', LAST_KEY);
            return rows.map(({ key, bytes }) => [key, bytes]);
        });
    } finally {
        spare.end();
    }
}
