// IMPORT of lists: to cells, to rows that have been checked on the screen, into the database.

import { Samples, attempt, from } from '../attempt.mjs';
import { show_customers } from '../ours/desk_page.mjs';
import { choose_file, empty_page, take_rows } from '../ours/import.mjs';
import { read_sheet, worker_page } from '../ours/documents.mjs';
import { forget_peak, peak_megabytes, renderer } from '../processes.mjs';
import { median, once } from '../table.mjs';
import { FILLING, must_equal } from './prepared.mjs';

/** @typedef {import('./prepared.mjs').Bench} Bench */
/** @typedef {{file: string, customers: number, words: string, peer: string, script: string,
 *  call: string, must: number, aim: number}} List */
/** @typedef {{ms: number, rows: number, cells: number, text: string, peak: number}} Read */
/** @typedef {{ms: number, longest: number, peak: number, written: number}} Passed through the page */

const SHEETS = '@e965/xlsx/dist/xlsx.full.min.js';

/** @param {Bench} bench @param {number} customers of the longest @returns {List[]} */
function lists({ data }, customers) {
    const [few, many] = [customers / 10, customers];
    const sheets = { peer: 'SheetJS, tuned', script: SHEETS, call: 'read_workbook', must: 0.4, aim: 0.2 };
    return [
        { ...sheets, file: data.workbook(few), customers: few, words: `IMPORT xlsx ${few / 1000}k × 25` },
        { ...sheets, file: data.workbook(many), customers: many, words: `IMPORT xlsx ${many / 1000}k × 25` },
        {
            file: `${data.lists({ customers: many, activities: 0 })}/customers.csv`, customers: many,
            words: `IMPORT csv ${many / 1000}k × 25`, peer: 'Papa Parse', script: 'papaparse/papaparse.min.js',
            call: 'read_text', must: 0.5, aim: 0.2,
        },
    ];
}

/** To cells, by the peer. @param {Bench} bench @param {List} list */
async function read_by_peer({ desk }, list) {
    const page = await desk.peer(await desk.origin(), 'sheets.mjs', [list.script]);
    const id = await renderer(page, desk.browser_id);
    forget_peak(id);
    const read = await page.evaluate(([call, address]) => /** @type {any} */ (window).peer[call](address), [list.call, `/data/${list.file}`]);
    return { ...read, peak: peak_megabytes(id) };
}

/** To cells, by our worker. @param {Bench} bench @param {List} list */
async function read_by_ours({ desk }, list) {
    const page = await worker_page(desk);
    const address = `${new URL(page.url()).origin}/data/${list.file}`;
    const id = await renderer(page, desk.browser_id);
    forget_peak(id);
    const read = await read_sheet(page, address, list.file.split('/').at(-1) ?? '');
    return { ...read, peak: peak_megabytes(id) };
}

/** Through the page, to rows on the screen and, in a full run, into the database, where they are the next
 *  day too. @param {Bench} bench @param {List} list @returns {Promise<Passed>} */
async function through_page({ desk, data, quick }, list) {
    const page = await empty_page(desk);
    const id = await renderer(page, desk.browser_id);
    forget_peak(id);
    const chosen = await choose_file(page, data.path(list.file), list.customers);
    const peak = peak_megabytes(id);
    if (quick) return { ...chosen, peak, written: NaN };
    const written = await take_rows(page, list.customers);
    await page.reload();
    await show_customers(page, list.customers);
    return { ...chosen, peak, written };
}

/** @param {Bench} bench @param {List} list @param {number} runs @param {boolean} shown */
async function imported(bench, list, runs, shown) {
    const right = bench.data.checked_cells(list.customers);
    /** @type {Samples<Read>} */ const peer = new Samples();
    /** @type {Samples<Read>} */ const cells = new Samples();
    /** @type {Samples<Passed>} */ const page = new Samples();
    const right_cells = async (/** @type {string} */ who, /** @type {Promise<any>} */ reading) => {
        const read = await reading;
        for (const what of /** @type {const} */ (['rows', 'cells', 'text']))
            must_equal(read[what], right[what], `${what} of ${list.words}, ${who}`);
        return read;
    };
    for (let run = 0; run < runs; ++run) {
        await peer.take(() => right_cells(list.peer, read_by_peer(bench, list)));
        await cells.take(() => right_cells('ours', read_by_ours(bench, list)));
        if (shown) await page.take(() => through_page(bench, list));
    }
    return { peer, cells, page };
}

/** @template T @param {Samples<T>} samples @param {(one: T) => number} of */
const median_of = (samples, of) => samples.figure((all) => median(all.map(of)));

/** @param {Bench} bench @param {number} customers */
export async function importing(bench, customers) {
    const { report } = bench;
    for (const list of lists(bench, customers)) {
        const many = list.customers === customers;
        // What the page does with the cells has no goal, and is nearly the same for each of them.
        const shown = !bench.quick || (many && list.call === 'read_workbook');
        const { peer, cells, page } = await imported(bench, list, bench.quick ? 1 : 3, shown);
        const { peer: name, must, aim } = list;
        const theirs = median_of(peer, ({ ms }) => ms);
        report.add({
            job: `${list.words}: file → cells`, peer: name,
            theirs, ours: median_of(cells, ({ ms }) => ms), must, aim,
        });
        if (!shown) continue;
        report.add({
            job: `${list.words}: file → every row checked, painted`, peer: `${name} (cells only)`,
            theirs, ours: median_of(page, ({ ms }) => ms),
        });
        if (list.call === 'read_workbook' && many) await tell_more(bench, list, { peer, cells, page });
    }
}

/** Of the longest workbook. @param {Bench} bench @param {List} list
 *  @param {{peer: Samples<Read>, cells: Samples<Read>, page: Samples<Passed>}} samples */
async function tell_more({ report, prepared, quick }, { peer: name, customers }, { peer, cells, page }) {
    const theirs = median_of(peer, ({ peak }) => peak);
    report.add({
        job: 'that import: peak RSS, to cells', peer: name, theirs,
        ours: median_of(cells, ({ peak }) => peak), unit: 'MB', must: 0.7, aim: 0.4,
    });
    report.add({
        job: 'that import: peak RSS, every row checked', peer: `${name} (cells only)`, theirs,
        ours: median_of(page, ({ peak }) => peak), unit: 'MB',
    });
    report.add({
        job: 'that import: longest block of the page', peer: name, theirs: median_of(peer, ({ ms }) => ms),
        ours: median_of(page, ({ longest }) => longest), apart: true, must: 200, aim: 50,
    });
    if (quick) return; // the peer's customers were written before
    const filled = await attempt(() => prepared.written({ customers, activities: 0 }), FILLING);
    report.add({
        job: `write ${customers / 1000}k imported customers`, peer: 'Dexie bulkPut, 6 indexes',
        theirs: from(filled, once), ours: median_of(page, ({ written }) => written), must: 0.2, aim: 0.08,
    });
}
