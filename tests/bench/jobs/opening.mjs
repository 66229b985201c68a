// OPEN: from the navigation until everything is loaded and the first rows are painted; and what the
// page then holds in memory.

import { collect_garbage, peer_address } from '../desk.mjs';
import { open_once, watch_opening } from '../ours/open.mjs';
import { install_probe } from '../ours/probe.mjs';
import { proportional_megabytes, renderer, resident_megabytes } from '../processes.mjs';
import { median, once } from '../table.mjs';
import { DEXIE, GRID, must_begin, must_equal } from './prepared.mjs';

/** @typedef {import('./prepared.mjs').Bench} Bench */
/** @typedef {import('../desk.mjs').Page} Page */
/** @typedef {{at_paint: number, after: number}} Memory */

/** @param {Bench} bench @param {string} origin @param {string} module @param {number} customers */
async function open_peer({ desk }, origin, module, customers) {
    const page = await desk.page();
    await page.goto(peer_address(origin, module, [DEXIE, GRID]));
    await page.waitForFunction(() => 'peer' in window);
    const opened = await page.evaluate(() => /** @type {any} */ (window).peer);
    must_equal(opened.count, customers, `${module}: customers in the grid`);
    must_equal(opened.names.length > 5, true, `${module}: rows in sight`);
    return { page, time: opened.time };
}

/** @param {Bench} bench @param {string} origin @param {import('../data.mjs').Size} size @param {string[]} names */
async function open_ours({ desk }, origin, size, names) {
    const page = await desk.page();
    await install_probe(page);
    await watch_opening(page, size.customers);
    const opened = await open_once(page, origin);
    must_begin(opened.names, names, 'customers after opening');
    return { page, ...opened };
}

/** @param {Bench} bench @param {Page} page @returns {Promise<Memory>} MB */
async function memory({ desk }, page) {
    const id = renderer(desk.browser_id);
    const at_paint = resident_megabytes(id);
    await collect_garbage(page);
    return { at_paint, after: proportional_megabytes(id) };
}

/** @param {Bench} bench @param {import('../data.mjs').Size} size */
export async function times_of_opening(bench, size, runs = bench.runs, clever = true) {
    const [ours, peers] = [await bench.prepared.ours(size), await bench.prepared.peers(size)];
    const names = bench.data.truth(size.customers).sorted('name');
    /** @type {Record<string, number[]>} */
    const times = { first: [], list: [], records: [], image: [] };
    /** @type {Record<string, Memory>} */
    const memories = {};
    // The first of each warms the disk and the caches of compiled code up, and is not counted.
    for (let run = -1; run < runs; ++run) {
        const records = await open_peer(bench, peers, 'open_records.mjs', size.customers);
        if (run >= 0) times.records.push(records.time);
        if (run === 0) memories.records = await memory(bench, records.page);
        if (clever) {
            const image = await open_peer(bench, peers, 'open_image.mjs', size.customers);
            if (run >= 0) times.image.push(image.time);
        }
        const opened = await open_ours(bench, ours, size, names);
        if (run >= 0) times.first.push(opened.first);
        if (run >= 0) times.list.push(opened.list);
        if (run === 0) memories.ours = await memory(bench, opened.page);
    }
    return { times, memories };
}

/** @param {Bench} bench @param {import('../data.mjs').Size} size */
export async function opening(bench, size) {
    const { report } = bench;
    const { times, memories } = await times_of_opening(bench, size);
    const count = `${size.customers / 1000}k`;
    const [records, image, first] = [times.records, times.image, times.first].map(median);
    report.add({ job: `OPEN ${count}: all loaded, first rows painted`, peer: 'Dexie + AG Grid', theirs: records, ours: first, must: 0.45, aim: 0.25 });
    report.add({ job: 'the same', peer: 'one JSON image + AG Grid', theirs: image, ours: first, must: 0.7, aim: 0.4 });
    report.add({ job: 'OPEN, then at once the list of customers painted', peer: 'Dexie + AG Grid', theirs: records, ours: median(times.list) });
    report.add({ job: 'memory after GC (PSS)', peer: 'Dexie + AG Grid', theirs: once(memories.records.after), ours: once(memories.ours.after), unit: 'MB', must: 1, aim: 0.75 });
    report.add({ job: 'RSS at paint', peer: 'Dexie + AG Grid', theirs: once(memories.records.at_paint), ours: once(memories.ours.at_paint), unit: 'MB', aim: 0.6, must: 1 });
}
