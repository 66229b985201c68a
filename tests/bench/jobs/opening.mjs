// OPEN: from the navigation until everything is loaded and the first rows are painted; and what the
// page then holds in memory.

import { Samples, attempt } from '../attempt.mjs';
import { collect_garbage } from '../desk.mjs';
import { open_once, watch_opening } from '../ours/open.mjs';
import { install_probe } from '../ours/probe.mjs';
import { proportional_megabytes, renderer, resident_megabytes } from '../processes.mjs';
import { median, once } from '../table.mjs';
import { DEXIE, FILLING, GRID, must_begin, must_equal } from './prepared.mjs';

/** @typedef {import('./prepared.mjs').Bench} Bench */
/** @typedef {import('../desk.mjs').Page} Page */
/** @typedef {{at_paint: number, after: number}} Memory */
/** @typedef {{first: number, list: number, memory: Memory | null}} Opened ms */

/** @param {Bench} bench @param {import('../data.mjs').Size} size @param {string} module @param {boolean} weigh
 *  @returns {Promise<Opened>} */
async function open_peer(bench, { customers, ...size }, module, weigh) {
    const origin = await bench.prepared.peers({ customers, ...size });
    const page = await bench.desk.peer(origin, module, [DEXIE, GRID]);
    const opened = await page.evaluate(() => /** @type {any} */ (window).peer);
    must_equal(opened.count, customers, `${module}: customers in the grid`);
    must_equal(opened.names.length > 5, true, `${module}: rows in sight`);
    return { first: opened.time, list: opened.time, memory: weigh ? await memory(bench, page) : null };
}

/** @param {Bench} bench @param {import('../data.mjs').Size} size @param {string[]} names @param {boolean} weigh
 *  @returns {Promise<Opened>} */
async function open_ours(bench, size, names, weigh) {
    const origin = await bench.prepared.ours(size);
    const page = await bench.desk.page();
    await install_probe(page);
    await watch_opening(page, size.customers);
    const opened = await open_once(page, origin);
    must_begin(opened.names, names, 'customers after opening');
    return { ...opened, memory: weigh ? await memory(bench, page) : null };
}

/** @param {Bench} bench @param {Page} page @returns {Promise<Memory>} MB */
async function memory({ desk }, page) {
    const id = await renderer(page, desk.browser_id);
    const at_paint = resident_megabytes(id);
    await collect_garbage(page);
    return { at_paint, after: proportional_megabytes(id) };
}

/** @param {Bench} bench @param {import('../data.mjs').Size} size @param {number} [runs] @param {boolean} [clever] the hand-made peer too */
export async function openings(bench, size, runs = bench.quick ? 1 : bench.runs, clever = true) {
    const names = bench.data.truth(size.customers).sorted('name');
    /** @type {Record<'records' | 'image' | 'ours', Samples<Opened>>} */
    const all = { records: new Samples(), image: new Samples(), ours: new Samples() };
    // The first of each warms the disk and the caches of compiled code up, and is not counted. A kept
    // profile's pages were opened before it was kept; ours is opened while it settles.
    const unmeasured = bench.prepared.keeps(size) ? 0 : 1;
    if (unmeasured === 0) await attempt(() => bench.prepared.ours(size), FILLING);
    for (let run = -unmeasured; run < runs; ++run) {
        const weigh = run === 0;
        await all.records.take(() => open_peer(bench, size, 'open_records.mjs', weigh), FILLING);
        if (clever) await all.image.take(() => open_peer(bench, size, 'open_image.mjs', weigh));
        await all.ours.take(() => open_ours(bench, size, names, weigh), FILLING);
    }
    for (const one of Object.values(all)) one.values.splice(0, unmeasured);
    return all;
}

/** @param {Samples<Opened>} samples @param {'first' | 'list'} what */
export const opened_in = (samples, what) => samples.figure((all) => median(all.map((one) => one[what])));

/** @param {Samples<Opened>} samples @param {keyof Memory} what */
const held = (samples, what) => samples.figure((all) => once(all[0].memory?.[what] ?? NaN));

/** @param {Bench} bench @param {import('../data.mjs').Size} size */
export async function opening(bench, size) {
    const { report } = bench;
    const { records, image, ours } = await openings(bench, size);
    const job = `OPEN ${size.customers / 1000}k: all loaded, first rows painted`;
    const peer = 'Dexie + AG Grid';
    const [theirs, first, list] = [opened_in(records, 'list'), opened_in(ours, 'first'), opened_in(ours, 'list')];
    report.add({ job, peer, theirs, ours: first, must: 0.45, aim: 0.25 });
    report.add({ job, peer: 'one JSON image + AG Grid', theirs: opened_in(image, 'list'), ours: first, must: 0.7, aim: 0.4 });
    report.add({ job: 'OPEN, then at once the list of customers painted', peer, theirs, ours: list });
    /** @param {string} job @param {keyof Memory} what @param {number} aim */
    const weight = (job, what, aim) =>
        report.add({ job, peer, theirs: held(records, what), ours: held(ours, what), unit: 'MB', must: 1, aim });
    weight('memory after GC (PSS)', 'after', 0.75);
    weight('RSS at paint', 'at_paint', 0.6);
}
