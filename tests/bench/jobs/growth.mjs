// How our page grows: a hundredth, a tenth and all of the customers, and ten activities for each.

import { attempt, from } from '../attempt.mjs';
import { type } from '../ours/list.mjs';
import { median, percentile } from '../table.mjs';
import { our_page, saved_in_ours, sorted_by_ours } from './listing.mjs';
import { opened_in, openings } from './opening.mjs';
import { FILLING, must_begin } from './prepared.mjs';

/** @typedef {import('./prepared.mjs').Bench} Bench */
/** @typedef {import('../data.mjs').Size} Size */

const RUNS = 3;
const EDITS = 20;
const WORD = 'hamburg';

/** @param {Bench} bench @param {Size} size @returns {Promise<number[]>} ms */
async function typed(bench, size) {
    const truth = bench.data.truth(size.customers);
    const wanted = [...WORD].map((_, n) => truth.found(WORD.slice(0, n + 1)));
    const keys = await type(await our_page(bench, size), wanted.map(({ typed, hits }) => ({ typed, hits })));
    for (const [n, { names }] of wanted.entries()) must_begin(keys[n].names, names, `found for ${keys[n].typed}`);
    return keys.map(({ ms }) => ms);
}

/** @param {Bench} bench @param {number} all customers */
export async function growth(bench, all) {
    const sizes = [[all / 100, 0], [all / 10, 0], [all, 0], [all, all * 10]];
    for (const [customers, activities] of sizes) {
        const size = { customers, activities };
        const at = `at ${customers / 1000}k customers, ${activities / 1000}k activities`;
        const { records, ours } = await openings(bench, size, RUNS, false);
        const keys = await attempt(() => typed(bench, size));
        const sorted = await attempt(() => sorted_by_ours(bench, size, RUNS));
        const saved = await attempt(() => saved_in_ours(bench, size, EDITS), FILLING);
        const [theirs, opened] = [opened_in(records, 'list'), opened_in(ours, 'first')];
        bench.report.add({ job: `OPEN ${at}`, peer: 'Dexie + AG Grid', theirs, ours: opened });
        const own = { peer: '', theirs: null };
        bench.report.add({ job: `TYPE p95 ${at}`, ...own, ours: from(keys, (times) => percentile(times, 0.95)) });
        bench.report.add({ job: `SORT by date ${at}`, ...own, ours: from(sorted, (times) => median(times[0])) });
        bench.report.add({ job: `SAVE ${at}`, ...own, ours: from(saved, median) });
    }
}
