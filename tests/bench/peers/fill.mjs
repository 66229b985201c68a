// Puts the made data into the peers' database, and times that for the customers.

import { opened_database } from './customer_database.mjs';
import { fetch_json } from './painted.mjs';

const database = opened_database();

/** As an import would: everything in one strict transaction. @param {string} name @returns {Promise<number>} ms */
async function write_customers(name) {
    const customers = await fetch_json(name);
    await database.customers.clear();
    const start = performance.now();
    await database.customers.bulkPut(customers);
    return performance.now() - start;
}

/** @param {string} name */
async function write_image(name) {
    const blob = await (await fetch(`/data/${name}`)).blob();
    await database.images.put({ name: 'customers', blob });
}

/** @param {string[]} names */
async function write_activities(names) {
    for (const name of names) await database.activities.bulkPut(await fetch_json(name));
}

Object.assign(window, {
    peer: { write_customers, write_image, write_activities, count: () => database.customers.count() },
});
