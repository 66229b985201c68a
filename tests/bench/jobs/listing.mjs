// TYPE, SORT, SAVE and one customer's timeline, on the list of customers.

import { walk, save, sort, type } from '../ours/list.mjs';
import { show_customers } from '../ours/desk_page.mjs';
import { install_probe } from '../ours/probe.mjs';
import { median, percentile } from '../table.mjs';
import { DEXIE, FLEX, GRID, must_begin, must_equal } from './prepared.mjs';

/** @typedef {import('./prepared.mjs').Bench} Bench */
/** @typedef {import('../data.mjs').Size} Size */
/** @typedef {{typed: string, hits: number, names: string[]}} Wanted */

const WORDS = ['kawowe', 'hamburg', 'street', '陈静', 'berger', 'info@ta', 'lighting'];
const FEW_WORDS = 4;

/** @param {string[]} words @returns {string[]} what stands in the field after each key */
const keys_of = (words) => words.flatMap((word) => [...word].map((_, at) => word.slice(0, at + 1)));

const times = (/** @type {{ms: number}[]} */ keys) => keys.map(({ ms }) => ms);

/** @param {Bench} bench @param {Size} size */
async function our_page({ desk, prepared }, size) {
    const origin = await prepared.ours(size);
    const page = await desk.page();
    await install_probe(page);
    await page.goto(`${origin}/app/`);
    await show_customers(page, size.customers);
    return page;
}

/** @param {Bench} bench @param {Size} size @param {Wanted[]} wanted */
async function typed_in_ours(bench, size, wanted) {
    const page = await our_page(bench, size);
    const keys = await type(page, wanted.map(({ typed, hits }) => ({ typed, hits })));
    for (const [n, { names }] of wanted.entries())
        must_begin(keys[n].names, names, `found for ${keys[n].typed}`);
    return { page, keys };
}

/** @param {Bench} bench @param {Size} size @param {Wanted[]} wanted @param {'scan' | 'index' | 'grid'} way */
async function typed_in_peer({ desk, data }, size, wanted, way) {
    const page = await desk.peer(await desk.origin(), 'list.mjs', way === 'index' ? [GRID, FLEX] : [GRID]);
    const json = `${data.lists({ ...size, activities: 0 })}/customers.json`;
    const done = await page.evaluate(async ([json, keys, way]) => {
        const { peer } = /** @type {any} */ (window);
        await peer.show(json, way === 'grid');
        const built = way === 'index' ? peer.build_index() : 0;
        return { built, keys: await peer.type(keys, way), alone: way === 'scan' ? await peer.scan_only(keys) : [] };
    }, /** @type {[string, string[], string]} */ ([json, wanted.map(({ typed }) => typed), way]));
    if (way !== 'index')
        must_equal(done.keys.map((/** @type {Wanted} */ key) => key.hits), wanted.map(({ hits }) => hits), `found by ${way}`);
    return { ...done, page };
}

/** @param {Bench} bench @param {Size} size */
export async function typing(bench, size) {
    const { report, quick } = bench;
    const truth = bench.data.truth(size.customers);
    const wanted = keys_of(quick ? WORDS.slice(0, FEW_WORDS) : WORDS).map((typed) => truth.found(typed));
    const scan = await typed_in_peer(bench, size, wanted, 'scan');
    const grid = await typed_in_peer(bench, size, wanted, 'grid');
    const index = await typed_in_peer(bench, size, wanted, 'index');
    const ours = (await typed_in_ours(bench, size, wanted)).keys;
    const recall = index.keys.reduce((/** @type {number} */ sum, /** @type {Wanted} */ key, /** @type {number} */ n) =>
        sum + Math.min(1, key.hits / Math.max(1, wanted[n].hits)), 0) / wanted.length;
    const row = (/** @type {string} */ job, /** @type {string} */ peer, /** @type {any} */ keys, /** @type {number} */ share, /** @type {number} */ must, /** @type {number} */ aim) =>
        report.add({ job, peer, theirs: percentile(times(keys), share), ours: percentile(times(ours), share), must, aim });
    const flex = `FlexSearch forward (recall ${recall.toFixed(2)})`;
    row('TYPE → painted, p50', 'JS scan + AG Grid', scan.keys, 0.5, 1, 1);
    row('TYPE → painted, p50', flex, index.keys, 0.5, 1, 0.75);
    row('TYPE → painted, p95', 'JS scan + AG Grid', scan.keys, 0.95, 1, 1);
    row('TYPE → painted, p95', 'AG Grid quick filter', grid.keys, 0.95, 1, 0.25);
    row('worst key of a session', 'AG Grid quick filter', grid.keys, 1, 0.1, 0.05);
    report.add({ job: 'search work alone, p95', peer: 'JS scan', theirs: percentile(times(scan.alone), 0.95), ours: null, note: 'ours is not apart from its frame' });
    report.add({ job: 'ready to search after load', peer: 'FlexSearch forward', theirs: median([index.built]), ours: median([0]), must: 0.1, aim: 0.03, note: 'aim (inside OPEN)' });
    report.absent('pinyin initials: first use, each key', 'pinyin-pro');
}

const COLUMNS = [
    { ours: '下次跟进', field: 'next_follow_up', words: 'date', must: 0.2, aim: 0.08 },
    { ours: '公司名称', field: 'name', words: 'text', must: 0.2, aim: 0.08 },
];

/** @param {Bench} bench @param {Size} size */
export async function sorting(bench, size, runs = Math.max(3, bench.runs)) {
    const { desk, data, report } = bench;
    const truth = data.truth(size.customers);
    const theirs = await desk.peer(await desk.origin(), 'list.mjs', [GRID]);
    await theirs.evaluate((json) => /** @type {any} */ (window).peer.show(json, false),
        `${data.lists({ ...size, activities: 0 })}/customers.json`);
    /** @type {Record<string, {theirs: number[], ours: number[]}>} */
    const all = Object.fromEntries(COLUMNS.map(({ field }) => [field, { theirs: [], ours: [] }]));
    for (let run = 0; run < runs; ++run)
        for (const { field } of COLUMNS) {
            const sorted = await theirs.evaluate((field) => /** @type {any} */ (window).peer.sort(field, 'asc'), field);
            must_begin(sorted.names, truth.sorted(field), `AG Grid sorted by ${field}`);
            all[field].theirs.push(sorted.ms);
        }
    const ours = await our_page(bench, size);
    for (let run = 0; run < runs; ++run)
        for (const { ours: column, field } of COLUMNS) {
            const sorted = await sort(ours, column, 'ascending');
            must_begin(sorted.names, truth.sorted(field), `sorted by ${field}`);
            all[field].ours.push(sorted.ms);
        }
    for (const { field, words, must, aim } of COLUMNS)
        report.add({ job: `SORT ${size.customers / 1000}k: ${words}`, peer: 'AG Grid', theirs: median(all[field].theirs), ours: median(all[field].ours), must, aim });
    return all;
}

/** @param {Bench} bench @param {Size} size */
export async function saving(bench, size, count = bench.quick ? 30 : 100) {
    const { desk, prepared, report } = bench;
    const peer = await desk.peer(await prepared.peers(size), 'edit.mjs', [DEXIE]);
    const theirs = await peer.evaluate((count) => /** @type {any} */ (window).peer.save(count), count);
    const ours = await saved_in_ours(bench, size, count);
    report.add({ job: 'SAVE one edit, strict: median', peer: 'Dexie strict', theirs: median(theirs), ours: median(ours), must: 1, aim: 0.5 });
    report.add({ job: 'SAVE one edit, strict: p95', peer: 'Dexie strict', theirs: percentile(theirs, 0.95), ours: percentile(ours, 0.95), must: 1, aim: 0.8 });
}

/** @param {Bench} bench @param {Size} size @param {number} count */
export async function saved_in_ours(bench, size, count) {
    const page = await our_page(bench, size);
    await walk(page, 1);
    await page.getByRole('tab', { name: '资料' }).click();
    await page.getByRole('textbox', { name: '城市' }).waitFor();
    const times = await save(page, count);
    // It must be there the next day.
    const name = await page.locator('#mirror aside h2').textContent();
    await page.reload();
    await show_customers(page, size.customers);
    await page.getByRole('searchbox').first().fill(`${name}`);
    await page.getByRole('gridcell', { name: `${name}`, exact: true }).click();
    await page.getByRole('tab', { name: '资料' }).click();
    const box = page.getByRole('textbox', { name: '城市' });
    await box.waitFor();
    must_equal(await box.inputValue(), `Stadt ${count - 1}`, 'the last edit, after a reload');
    return times;
}

/** @param {Bench} bench @param {Size} size */
export async function timelines(bench, size, count = 30) {
    const { desk, data, prepared, report } = bench;
    const truth = data.truth(size.customers);
    const ids = truth.ids.slice(0, count);
    const peer = await desk.peer(await prepared.peers(size), 'edit.mjs', [DEXIE]);
    const theirs = await peer.evaluate((ids) => /** @type {any} */ (window).peer.timeline(ids), ids);
    must_equal(theirs.shown, size.activities / size.customers, 'activities of a customer in Dexie');
    const page = await our_page(bench, size);
    const ours = await walk(page, count + 1);
    const lines = [...ours.words.matchAll(/waiting for answer|已答应|to be called again|无结果/g)].length;
    must_equal(lines, size.activities / size.customers, 'activities in our timeline');
    const job = `one customer's timeline out of ${size.activities / 1000}k activities, painted`;
    report.add({ job, peer: 'Dexie indexed query, in a list', theirs: median(theirs.times.map((/** @type {any} */ one) => one.ms)), ours: median(ours.times.slice(1)), must: 1, aim: 0.2 });
    report.note(`Of that, the query alone took Dexie ${median(theirs.times.map((/** @type {any} */ one) => one.asked)).value.toFixed(2)} ms.`);
}
