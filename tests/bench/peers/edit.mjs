// Single edits, and one customer's activities, with Dexie.

import { opened_database } from './customer_database.mjs';
import { painted, quiet } from './painted.mjs';

const database = opened_database();
await database.open();

/** Enter in a field keeps the customer with what stands there. @param {number} count @returns {Promise<number[]>} ms from the key until the transaction is complete */
async function save(count) {
    const customers = await database.customers.limit(count).toArray();
    const field = document.createElement('input');
    document.body.prepend(field);
    const times = [];
    for (const [n, customer] of customers.entries()) {
        field.focus();
        field.value = `Stadt ${n}`;
        await quiet();
        const saved = new Promise((done) => {
            field.onkeydown = async ({ key }) => {
                if (key !== 'Enter') return;
                await database.customers.put({ ...customer, city: field.value });
                done(performance.now());
            };
        });
        const start = performance.now();
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
        times.push((await saved) - start);
    }
    field.remove();
    const kept = await database.customers.get(customers[count - 1].id);
    if (kept.city !== `Stadt ${count - 1}`) throw new Error('the edit was not kept');
    return times;
}

/** Newest first, in a list on the screen. @param {string[]} ids of customers */
async function timeline(ids) {
    const place = document.getElementById('grid');
    if (!place) throw new Error('no place');
    const times = [];
    let [shown, words] = [0, ''];
    for (const id of ids) {
        await quiet();
        const start = performance.now();
        const found = await database.activities.where('customer').equals(id).toArray();
        found.sort((a, b) => (a.at < b.at ? 1 : -1));
        const asked = performance.now() - start;
        place.replaceChildren(...found.map(({ kind, summary, at, outcome }) => {
            const item = document.createElement('p');
            item.textContent = `${kind} ${summary} ${at} ${outcome}`;
            return item;
        }));
        times.push({ asked, ms: (await painted()) - start });
        shown = found.length;
        words = found.map(({ kind, summary, at, outcome }) => `${kind} ${summary} ${at} ${outcome}\n`).join('');
    }
    return { times, shown, words };
}

Object.assign(window, { peer: { save, timeline } });
