// IMPORT of lists: to cells, to rows that have been checked on the screen, into the database.

import { choose_file, empty_page, take_rows } from '../ours/import.mjs';
import { read_sheet, worker_page } from '../ours/documents.mjs';
import { forget_peak, peak_megabytes, renderer } from '../processes.mjs';
import { median, once } from '../table.mjs';
import { must_equal } from './prepared.mjs';

/** @typedef {import('./prepared.mjs').Bench} Bench */
/** @typedef {{file: string, customers: number, words: string, peer: string, script: string,
 *  call: string, must: number, aim: number}} List */

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
    const id = renderer(desk.browser_id);
    forget_peak(id);
    const read = await page.evaluate(([call, address]) => /** @type {any} */ (window).peer[call](address), [list.call, `/data/${list.file}`]);
    return { ...read, peak: peak_megabytes(id) };
}

/** To cells, by our worker. @param {Bench} bench @param {List} list */
async function read_by_ours({ desk }, list) {
    const page = await worker_page(desk);
    const address = `${new URL(page.url()).origin}/data/${list.file}`;
    return read_sheet(page, address, list.file.split('/').at(-1) ?? '');
}

/** Through the page, to rows on the screen and into the database. @param {Bench} bench @param {List} list */
async function through_page({ desk, data }, list) {
    const page = await empty_page(desk);
    const id = renderer(desk.browser_id);
    forget_peak(id);
    const chosen = await choose_file(page, data.path(list.file), list.customers);
    const peak = peak_megabytes(id);
    const written = await take_rows(page, list.customers);
    return { ...chosen, peak, written };
}

/** @param {Bench} bench @param {number} customers */
export async function importing(bench, customers) {
    const { report, prepared } = bench;
    for (const list of lists(bench, customers)) {
        const runs = list.customers > 10_000 && bench.quick ? 1 : 3;
        const [peer, cells, page] = [[], [], []].map(() => /** @type {any[]} */ ([]));
        for (let run = 0; run < runs; ++run) {
            peer.push(await read_by_peer(bench, list));
            cells.push(await read_by_ours(bench, list));
            page.push(await through_page(bench, list));
            for (const what of ['rows', 'cells', 'text'])
                must_equal(cells[run][what], peer[run][what], `${what} of ${list.words}`);
        }
        const of = (/** @type {any[]} */ all, name = 'ms') => median(all.map((one) => one[name]));
        const { peer: name, must, aim } = list;
        report.add({ job: `${list.words}: file → cells`, peer: name, theirs: of(peer), ours: of(cells), must, aim });
        report.add({ job: `${list.words}: file → every row checked, painted`, peer: `${name} (cells only)`, theirs: of(peer), ours: of(page), must, aim });
        if (list.call !== 'read_workbook' || list.customers !== customers) continue;
        report.add({ job: 'that import: peak RSS', peer: name, theirs: of(peer, 'peak'), ours: of(page, 'peak'), unit: 'MB', must: 0.7, aim: 0.4 });
        report.add({ job: 'that import: longest block of the page', peer: name, theirs: of(peer), ours: of(page, 'longest'), apart: true, must: 200, aim: 50 });
        const written = prepared.written({ customers: list.customers, activities: 0 });
        report.add({ job: 'write 100k imported customers', peer: 'Dexie bulkPut, 6 indexes', theirs: written.length ? once(written[0]) : null, ours: of(page, 'written'), must: 0.2, aim: 0.08 });
    }
}
