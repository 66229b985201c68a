// IDLE: what the whole browser uses while nothing happens.

import { Samples, has_failed } from '../attempt.mjs';
import { processor_percent } from '../processes.mjs';
import { median } from '../table.mjs';
import { our_page } from './listing.mjs';
import { FILLING } from './prepared.mjs';

/** @typedef {import('./prepared.mjs').Bench} Bench */

const SECONDS = 8;

/** @param {number} ms */
const later = (ms) => new Promise((done) => setTimeout(done, ms));

/** @param {import('../desk.mjs').Desk} desk */
async function blank_page(desk) {
    await desk.page();
    await later(3000);
    return processor_percent(desk.browser_id, SECONDS);
}

/** @param {Bench} bench @param {import('../data.mjs').Size} size */
async function our_list(bench, size) {
    await our_page(bench, size);
    await later(5000);
    return processor_percent(bench.desk.browser_id, SECONDS);
}

/** @param {Bench} bench @param {import('../data.mjs').Size} size */
export async function idling(bench, size) {
    /** @type {Samples<number>} */ const blank = new Samples();
    /** @type {Samples<number>} */ const ours = new Samples();
    for (let run = 0; run < (bench.quick ? 1 : 3); ++run) {
        await blank.take(() => blank_page(bench.desk));
        await ours.take(() => our_list(bench, size), FILLING);
    }
    const theirs = blank.figure(median);
    const goals = has_failed(theirs) ? {} : { must: theirs.value + 1, aim: theirs.value + 0.5 };
    bench.report.add({
        job: 'IDLE CPU of the whole browser', peer: 'about:blank', theirs, ours: ours.figure(median),
        unit: '%', apart: true, ...goals,
    });
}
