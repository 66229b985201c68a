// TYPE: from a key in the search to the rows painted, and the search work alone.

import { attempt, from } from '../attempt.mjs';
import { type, type_at_once } from '../ours/list.mjs';
import { install_probe } from '../ours/probe.mjs';
import { median, once, percentile } from '../table.mjs';
import { our_page } from './listing.mjs';
import { FLEX, GRID, must_begin, must_equal } from './prepared.mjs';

/** @typedef {import('./prepared.mjs').Bench} Bench */
/** @typedef {import('../data.mjs').Size} Size */
/** @typedef {import('../truth.mjs').Found} Found */
/** @typedef {{typed: string, ms: number, mark: number}} Key */
/** @typedef {'scan' | 'index' | 'grid'} Way */
/** @typedef {Awaited<ReturnType<typeof typed_in_peer>> | import('../attempt.mjs').Failure} Typed */

const WORDS = ['kawowe', 'hamburg', 'street', '陈静', 'berger', 'info@ta', 'lighting'];
const FEW_WORDS = 4; // of fewer, the first keys are too big a share
const ROUNDS = 3; // of the search alone

/** @param {string[]} words @returns {string[]} what stands in the field after each key */
const keys_of = (words) => words.flatMap((word) => [...word].map((_, at) => word.slice(0, at + 1)));

/** @param {{ms: number}[]} keys */
const times = (keys) => keys.map(({ ms }) => ms);

/** @param {Bench} bench @param {Size} size @param {Found[]} wanted */
async function typed_in_ours(bench, size, wanted) {
    const page = await our_page(bench, size);
    const keys = await type(page, wanted.map(({ typed, hits }) => ({ typed, hits })));
    for (const [n, { names }] of wanted.entries())
        must_begin(keys[n].names, names, `found for ${keys[n].typed}`);
    return keys;
}

/** What the first key takes that is asked for at once, beyond the same key later.
 *  @param {Bench} bench @param {Size} size @param {Found} key @returns {Promise<number>} ms */
async function readied_in_ours({ desk, prepared }, size, { typed, hits }) {
    const page = await desk.page();
    await install_probe(page);
    await page.goto(`${await prepared.ours(size)}/app/`);
    await page.getByRole('navigation').waitFor();
    const first = await type_at_once(page, size.customers, { typed, hits });
    const again = [];
    for (let run = 0; run < 3; ++run) {
        const [, key] = await type(page, [{ typed: '', hits: size.customers }, { typed, hits }]);
        again.push(key.ms);
    }
    return Math.max(0, first - median(again).value);
}

/** @param {Bench} bench @param {Size} size @param {Found[]} wanted @param {Way} way */
async function typed_in_peer({ desk, data }, size, wanted, way) {
    const page = await desk.peer(await desk.origin(), 'list.mjs', way === 'index' ? [GRID, FLEX] : [GRID]);
    const json = `${data.lists({ ...size, activities: 0 })}/customers.json`;
    const done = await page.evaluate(async ([json, keys, way, rounds]) => {
        const { peer } = /** @type {any} */ (window);
        await peer.show(json, way === 'grid');
        const built = way === 'index' ? peer.build_index() : 0;
        const typed = await peer.type(keys, way);
        const again = way === 'index' ? await peer.type(['', keys[0], '', keys[0]], way) : [];
        const alone = [];
        for (let round = 0; way === 'scan' && round < rounds; ++round) alone.push(...peer.scan_only(keys));
        const ready = built + Math.max(0, typed[0].ms - (again[3]?.ms ?? 0));
        return { ready, alone, keys: typed, accuracy: way === 'index' ? peer.accuracy(keys) : null };
    }, /** @type {[string, string[], Way, number]} */ ([json, wanted.map(({ typed }) => typed), way, ROUNDS]));
    // An index may find something else: how much of it is right is told in its name.
    if (way === 'index') return done;
    const right = wanted.map(({ mark }) => mark);
    must_equal(done.keys.map((/** @type {Key} */ key) => key.mark), right, `found by ${way}`);
    return done;
}

/** @param {Bench} bench @param {Size} size @param {Found[]} wanted @returns {Promise<number[]>} ms */
async function searched_in_ours({ desk }, size, wanted) {
    const page = await desk.peer(await desk.origin(), '../ours/search.mjs');
    const found = await page.evaluate(([customers, keys, rounds]) => {
        const { peer } = /** @type {any} */ (window);
        peer.load(customers);
        return Array.from({ length: rounds }, () => peer.search(keys));
    }, /** @type {[number, string[], number]} */ ([size.customers, wanted.map(({ typed }) => typed), ROUNDS]));
    for (const round of found)
        must_equal(round.map((/** @type {any} */ key) => key.order), wanted.map(({ order }) => order), 'rows found in order');
    return times(found.flat());
}

/** The peer that builds an index first, for half a minute.
 *  @param {Bench} bench @param {Size} size @param {Found[]} wanted @param {(...parts: any[]) => void} row */
async function indexed(bench, size, wanted, row) {
    const index = await attempt(() => typed_in_peer(bench, size, wanted, 'index'));
    const ready = await attempt(() => readied_in_ours(bench, size, wanted[0]));
    const accuracy = from(index, (done) => done.accuracy);
    const shares = 'failed' in accuracy ? '' : ` (recall ${accuracy.recall.toFixed(2)}, precision ${accuracy.precision.toFixed(2)})`;
    row('TYPE → painted, p50', `FlexSearch forward${shares} + AG Grid`, index, 0.5, 1, 0.75);
    bench.report.add({
        job: 'ready to search: the first key at once, beyond the same key later', peer: 'FlexSearch forward, with building',
        theirs: from(index, (done) => once(done.ready)), ours: from(ready, once), must: 0.1, aim: 0.03,
    });
}

/** @param {Bench} bench @param {Size} size */
export async function typing(bench, size) {
    const { report, quick } = bench;
    const truth = bench.data.truth(size.customers);
    const wanted = keys_of(quick ? WORDS.slice(0, FEW_WORDS) : WORDS).map((typed) => truth.found(typed));
    const scan = await attempt(() => typed_in_peer(bench, size, wanted, 'scan'));
    const grid = await attempt(() => typed_in_peer(bench, size, wanted, 'grid'));
    const ours = await attempt(() => typed_in_ours(bench, size, wanted));
    const alone = await attempt(() => searched_in_ours(bench, size, wanted));

    /** @param {string} words @param {string} peer @param {Typed} theirs @param {number} share @param {number} must @param {number} aim */
    const row = (words, peer, theirs, share, must, aim) => report.add({
        job: words, peer, theirs: from(theirs, ({ keys }) => percentile(times(keys), share)),
        ours: from(ours, (keys) => percentile(times(keys), share)), must, aim,
    });
    const [by_scan, by_grid] = ['JS scan + AG Grid', 'AG Grid quick filter'];
    row('TYPE → painted, p50', by_scan, scan, 0.5, 1, 1);
    if (!quick) await indexed(bench, size, wanted, row);
    row('TYPE → painted, p95', by_scan, scan, 0.95, 1, 1);
    row('TYPE → painted, p95', by_grid, grid, 0.95, 1, 0.25);
    row('worst key of a session', by_grid, grid, 1, 0.1, 0.05);
    report.add({
        job: 'search work alone, p95 (ours: to rows in their order)', peer: 'JS scan',
        theirs: from(scan, (done) => percentile(times(done.alone), 0.95)),
        ours: from(alone, (keys) => percentile(keys, 0.95)), must: 0.5, aim: 0.2,
    });
    report.absent('pinyin initials: first use, each key', 'pinyin-pro');
}
