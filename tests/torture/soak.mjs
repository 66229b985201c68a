// R18: many edits in one page. The heap must not grow, and the journal must stay bounded.

import { keys_of } from './damage.mjs';
import { FIELDS, Model } from './model.mjs';
import { acknowledged, card_of, open_card, start_with_one, type_into } from './work.mjs';

/** @typedef {import('../e2e/desk.mjs').Desk} Desk */
/** @typedef {import('./figures.mjs').Figures} Figures */
/** @typedef {import('./chance.mjs').Chance} Chance */

const MOST_GROWTH = 1.05;
// A generation is due after 2,000 entries, and the journal of the one before stays until it is read back.
const MOST_ENTRIES = 2 * 2000 + 500;
const SETTLED = 0.2; // of the edits, after which the heap counts

/** @param {Desk} desk @returns {Promise<number>} bytes in use of JavaScript and the program's memory, after a collection */
async function heap_of(desk) {
    const session = await desk.context.newCDPSession(desk.page);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize = 0 } = /** @type {any} */ (await session.send('Runtime.getHeapUsage'));
    await session.detach();
    return usedSize + backingStorageSize;
}

/** @param {Desk} desk at the first start @param {Figures} figures @param {number} edits @param {Chance} chance */
export async function soak(desk, figures, edits, chance) {
    const model = new Model();
    await start_with_one(desk.page);
    let [settled, longest] = [0, 0];
    for (let i = 1; i <= edits; ++i) {
        const field = chance.one_of(FIELDS);
        await type_into(desk.page, field, model.edit(field));
        figures.runs += 1;
        if (i % 100 > 0) continue;
        await acknowledged(desk.page);
        model.acknowledge();
        longest = Math.max(longest, (await keys_of(desk.page, 'journal')).length);
        if (settled === 0 && i >= edits * SETTLED) settled = await heap_of(desk);
    }
    const last = await heap_of(desk);
    figures.notes.push(`heap ${(settled / 1e6).toFixed(1)} → ${(last / 1e6).toFixed(1)} MB, journal at most ${longest} rows`);
    if (settled > 0 && last > settled * MOST_GROWTH) figures.fault('unnoticed', 'the heap grows');
    if (longest > MOST_ENTRIES) figures.fault('unnoticed', `the journal grows to ${longest} rows`);
    await desk.page.reload();
    await open_card(desk.page);
    const verdict = model.judge(await card_of(desk.page));
    if (verdict !== 'sound') figures.fault(verdict, 'after the soak');
}
