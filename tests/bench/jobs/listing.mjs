// SORT, SAVE and one customer's timeline, on the list of customers.

import { attempt, from, has_failed } from '../attempt.mjs';
import { show_customers } from '../ours/desk_page.mjs';
import { save, sort, walk } from '../ours/list.mjs';
import { install_probe } from '../ours/probe.mjs';
import { median, once, percentile } from '../table.mjs';
import { DEXIE, FILLING, GRID, must_begin, must_equal } from './prepared.mjs';

/** @typedef {import('./prepared.mjs').Bench} Bench */
/** @typedef {import('../attempt.mjs').Failure} Failure */
/** @typedef {import('../data.mjs').Size} Size */

/** @param {Bench} bench @param {Size} size */
export async function our_page({ desk, prepared }, size) {
    const origin = await prepared.ours(size);
    const page = await desk.page();
    await install_probe(page);
    await page.goto(`${origin}/app/`);
    await show_customers(page, size.customers);
    return page;
}

const COLUMNS = [
    { ours: '下次跟进', field: 'next_follow_up', words: 'date' },
    { ours: '公司名称', field: 'name', words: 'text' },
];

/** @param {Bench} bench @param {Size} size @param {number} runs @returns {Promise<number[][]>} ms by column */
async function sorted_by_peer({ desk, data }, size, runs) {
    const truth = data.truth(size.customers);
    const page = await desk.peer(await desk.origin(), 'list.mjs', [GRID]);
    await page.evaluate((json) => /** @type {any} */ (window).peer.show(json, false),
        `${data.lists({ ...size, activities: 0 })}/customers.json`);
    const times = COLUMNS.map(() => /** @type {number[]} */ ([]));
    for (let run = 0; run < runs; ++run)
        for (const [n, { field }] of COLUMNS.entries()) {
            const sorted = await page.evaluate((field) => /** @type {any} */ (window).peer.sort(field, 'asc'), field);
            must_begin(sorted.names, truth.sorted(field), `AG Grid sorted by ${field}`);
            times[n].push(sorted.ms);
        }
    return times;
}

/** @param {Bench} bench @param {Size} size @param {number} runs @returns {Promise<number[][]>} ms by column */
export async function sorted_by_ours(bench, size, runs) {
    const truth = bench.data.truth(size.customers);
    const page = await our_page(bench, size);
    const times = COLUMNS.map(() => /** @type {number[]} */ ([]));
    for (let run = 0; run < runs; ++run)
        for (const [n, { ours, field }] of COLUMNS.entries()) {
            const sorted = await sort(page, ours, 'ascending');
            must_begin(sorted.names, truth.sorted(field), `sorted by ${field}`);
            times[n].push(sorted.ms);
        }
    return times;
}

/** @param {Bench} bench @param {Size} size */
export async function sorting(bench, size) {
    const theirs = await attempt(() => sorted_by_peer(bench, size, bench.runs));
    const ours = await attempt(() => sorted_by_ours(bench, size, bench.runs));
    for (const [n, { words }] of COLUMNS.entries())
        bench.report.add({
            job: `SORT ${size.customers / 1000}k: ${words}`, peer: 'AG Grid', theirs: from(theirs, (all) => median(all[n])),
            ours: from(ours, (all) => median(all[n])), must: 0.2, aim: 0.08,
        });
}

/** @param {Bench} bench @param {Size} size @param {number} count @returns {Promise<number[]>} ms */
async function saved_by_peer({ desk, prepared }, size, count) {
    const page = await desk.peer(await prepared.peers(size), 'edit.mjs', [DEXIE]);
    return page.evaluate((count) => /** @type {any} */ (window).peer.save(count), count);
}

/** @param {(number[] | Failure)[]} turns @returns {number[] | Failure} */
const together = (turns) => turns.find(has_failed) ?? turns.filter((turn) => !has_failed(turn)).flat();

/** A disk has slow minutes: both take turns. @param {Bench} bench @param {Size} size */
export async function saving(bench, size, turns = bench.quick ? 1 : 6, count = 25) {
    /** @type {(number[] | Failure)[]} */ const by_peer = [];
    /** @type {(number[] | Failure)[]} */ const by_ours = [];
    for (let turn = 0; turn < turns; ++turn) {
        by_peer.push(await attempt(() => saved_by_peer(bench, size, count), FILLING));
        by_ours.push(await attempt(() => saved_in_ours(bench, size, count), FILLING));
    }
    const theirs = together(by_peer);
    const ours = together(by_ours);
    const { report } = bench;
    const job = 'SAVE one edit, strict: Enter in its field → transaction complete';
    for (const { share, words, aim } of [{ share: 0.5, words: 'median', aim: 0.5 }, { share: 0.95, words: 'p95', aim: 0.8 }]) {
        const figure = (/** @type {number[]} */ times) => percentile(times, share);
        report.add({ job: `${job}, ${words}`, peer: 'Dexie strict', theirs: from(theirs, figure), ours: from(ours, figure), must: 1, aim });
    }
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

/** Two things of one instant may stand in either order. @param {string} words */
const lines_of = (words) => words.split('\n').sort();

/** @param {Bench} bench @param {Size} size */
export async function timelines(bench, size, count = 30) {
    const { desk, data, prepared, report } = bench;
    const each = size.activities / size.customers;
    const theirs = await attempt(async () => {
        const ids = data.truth(size.customers).ids(count);
        const page = await desk.peer(await prepared.peers(size), 'edit.mjs', [DEXIE]);
        const done = await page.evaluate((ids) => /** @type {any} */ (window).peer.timeline(ids), ids);
        must_equal(done.shown, each, 'activities of a customer in Dexie');
        return /** @type {{times: {ms: number, asked: number}[], words: string}} */ (done);
    }, FILLING);
    const ours_asked = await attempt(async () => {
        if (has_failed(theirs)) throw new Error('nothing to compare with');
        const page = await desk.peer(await desk.origin(), '../ours/search.mjs');
        const done = await page.evaluate(([size, count]) => /** @type {any} */ (window).peer.timelines(size, count),
            /** @type {[Size, number]} */ ([size, count]));
        must_equal(lines_of(done.words), lines_of(theirs.words), 'the lines of a timeline');
        return /** @type {{linking: number, ms: number}} */ (done);
    }, FILLING);
    const ours = await attempt(async () => {
        const done = await walk(await our_page(bench, size), count + 1);
        const lines = [...done.words.matchAll(/waiting for answer|已答应|to be called again|无结果/g)].length;
        must_equal(lines, each, 'activities in our timeline');
        return done.times.slice(1);
    }, FILLING);
    const words = `one customer's timeline out of ${size.activities / 1000}k activities`;
    report.add({
        job: `${words}: query, newest first`, peer: 'Dexie indexed query',
        theirs: from(theirs, ({ times }) => median(times.map(({ asked }) => asked))), ours: from(ours_asked, ({ ms }) => once(ms)), must: 1, aim: 0.2,
    });
    report.add({
        job: `${words}: linking all of them, in slices after the first frame`, peer: 'none: its index is in the store',
        theirs: null, ours: from(ours_asked, ({ linking }) => once(linking)),
    });
    report.add({
        job: `${words}: painted (ours with the whole screen)`, peer: 'Dexie, in a list of its own',
        theirs: from(theirs, ({ times }) => median(times.map(({ ms }) => ms))), ours: from(ours, median),
    });
}
