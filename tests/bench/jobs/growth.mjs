// How our page grows: 1,000 to 100,000 customers, and a million activities.

import { sort, type } from '../ours/list.mjs';
import { show_customers } from '../ours/desk_page.mjs';
import { install_probe } from '../ours/probe.mjs';
import { median, percentile } from '../table.mjs';
import { saved_in_ours } from './listing.mjs';
import { times_of_opening } from './opening.mjs';

/** @typedef {import('./prepared.mjs').Bench} Bench */

const SIZES = [[1000, 0], [10_000, 0], [100_000, 0], [100_000, 1_000_000]];
const RUNS = 3;

/** @param {Bench} bench */
export async function growth(bench) {
    const { desk, data, prepared, report } = bench;
    for (const [customers, activities] of SIZES) {
        const size = { customers, activities };
        const words = `${customers / 1000}k customers, ${activities / 1000}k activities`;
        const { times } = await times_of_opening(bench, size, RUNS, false);
        const page = await desk.page();
        await install_probe(page);
        await page.goto(`${await prepared.ours(size)}/app/`);
        await show_customers(page, customers);
        const truth = data.truth(customers);
        const keys = [...'hamburg'].map((_, n) => truth.found('hamburg'.slice(0, n + 1)));
        const typed = (await type(page, keys)).map(({ ms }) => ms);
        await type(page, [{ typed: '', hits: customers }]);
        const sorted = [];
        for (let run = 0; run < RUNS; ++run) {
            sorted.push((await sort(page, '下次跟进', 'ascending')).ms);
            await sort(page, '公司名称', 'ascending');
        }
        const saved = await saved_in_ours(bench, size, 20);
        report.add({ job: `OPEN at ${words}`, peer: 'Dexie + AG Grid', theirs: median(times.records), ours: median(times.first) });
        report.add({ job: `TYPE p95 at ${words}`, peer: '', theirs: null, ours: percentile(typed, 0.95) });
        report.add({ job: `SORT by date at ${words}`, peer: '', theirs: null, ours: median(sorted) });
        report.add({ job: `SAVE at ${words}`, peer: '', theirs: null, ours: median(saved) });
    }
}
