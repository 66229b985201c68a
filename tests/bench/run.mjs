// The bench: our page and its peers in one run of one browser, on the same data. Prints a table of
// figures beside the goals; slow is no failure, a wrong result leaves its job out of the table.
//
//     run.mjs --cache DIR --packages DIR --program FILE --search DIR [--quick] [--only JOB,JOB] [--write]
//             [--customers N]   fewer, to see quickly whether everything works

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Data } from './data.mjs';
import { Desk } from './desk.mjs';
import { Prepared, filled_profile } from './jobs/prepared.mjs';
import { opening } from './jobs/opening.mjs';
import { documents } from './jobs/documents.mjs';
import { growth } from './jobs/growth.mjs';
import { idling } from './jobs/idling.mjs';
import { importing } from './jobs/importing.mjs';
import { saving, sorting, timelines } from './jobs/listing.mjs';
import { transfer } from './jobs/transfer.mjs';
import { typing } from './jobs/typing.mjs';
import { plain_words } from './attempt.mjs';
import { Report } from './table.mjs';

/** @typedef {import('./jobs/prepared.mjs').Bench} Bench */

const HERE = fileURLToPath(new URL('.', import.meta.url));
const TREE = path.join(HERE, '../..');
const { values } = parseArgs({
    options: {
        cache: { type: 'string', default: '' },
        packages: { type: 'string', default: '' },
        program: { type: 'string', default: '' },
        search: { type: 'string', default: '' },
        quick: { type: 'boolean', default: false },
        customers: { type: 'string', default: '100000' },
        only: { type: 'string' },
        write: { type: 'boolean', default: false },
    },
});

const MANY = { customers: Number(values.customers), activities: 0 };
/** As many for each customer as in a full run: to write them all takes the peer more than a minute. */
const FEWER = { customers: MANY.customers / 40, activities: MANY.customers / 4 };

/** In this order. @type {Record<string, (bench: Bench) => Promise<unknown>>} */
const JOBS = {
    open: (bench) => opening(bench, MANY),
    type: (bench) => typing(bench, MANY),
    sort: (bench) => sorting(bench, MANY),
    save: (bench) => saving(bench, MANY),
    timeline: (bench) => timelines(bench, bench.quick ? FEWER : { ...MANY, activities: MANY.customers * 10 }),
    import: (bench) => importing(bench, MANY.customers),
    documents,
    sizes: transfer,
    idle: (bench) => idling(bench, MANY),
    growth: (bench) => growth(bench, MANY.customers),
};

const data = new Data(values.cache, values.program, values.packages);
const mounts = {
    '/app/': process.env.BUYERBOOK_DIST ?? path.join(TREE, 'dist'),
    '/web/': path.join(TREE, 'web'), // modules that fill the database
    '/bench/': HERE,
    '/data/': data.folder,
    '/npm/': values.packages,
    '/search/': values.search,
};
const kept = values.quick ? MANY : undefined;
const desk = await Desk.open(mounts, kept && (await filled_profile(data, mounts, kept)));
const report = new Report();
/** @type {Bench} */
const bench = {
    desk, data, report, quick: values.quick, runs: values.quick ? 3 : 7, prepared: new Prepared(desk, data, kept),
};
const wanted = values.only?.split(',') ?? Object.keys(JOBS).filter((name) => !values.quick || name !== 'growth');
const began = Date.now();
const seconds = () => Math.round((Date.now() - began) / 1000);
const busy = os.loadavg()[0];
for (const [name, job] of Object.entries(JOBS)) {
    if (!wanted.includes(name)) continue;
    console.error(`== ${name} (${seconds()} s)`);
    try {
        await job(bench);
    } catch (reason) {
        report.note(`${name} was not timed: ${plain_words(reason)}`);
        if (process.env.BUYERBOOK_BENCH_TRACE) console.error(reason);
    }
}
const version = desk.context.browser()?.version() ?? '';
await desk.close();
const day = new Date().toISOString().slice(0, 10);
const minutes = Math.ceil((Date.now() - began) / 60_000);
const head = `${day}, ${values.quick ? 'quick run' : 'full run'} of ${minutes} min, Chromium ${version} headless with software WebGL, ` +
    `${os.cpus().length} cores (${os.cpus()[0]?.model.trim()}), load ${busy.toFixed(1)} at the start and ` +
    `${os.loadavg()[0].toFixed(1)} at the end: above the number of cores, other work took part of the time.`;
const table = report.markdown(head);
console.error(`== done (${seconds()} s)`);
console.log(table);
if (values.write) write_into_readme(table);

/** Between its markers. @param {string} table */
function write_into_readme(table) {
    const file = path.join(TREE, 'README.md');
    const old = fs.readFileSync(file, 'utf8');
    const whole = old.replace(/(?<=<!-- bench -->\n)[^]*(?=<!-- \/bench -->)/, () => `${table}\n`);
    fs.writeFileSync(file, whole);
}
