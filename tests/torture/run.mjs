// tools/torture: every campaign at the figures of a release, on both engines, and one table.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Desk } from '../e2e/desk.mjs';
import { CAMPAIGNS } from './campaigns.mjs';
import { Evidence } from './evidence.mjs';
import { ENGINES, FIREFOX } from './engines.mjs';
import { Figures, table_of } from './figures.mjs';
import { chance } from './chance.mjs';
import { furnished } from './furnished.mjs';
import { merged_histories } from './histories.mjs';

/** @typedef {import('./campaigns.mjs').Campaign} Campaign */
/** @typedef {import('./engines.mjs').Engine} Engine */

const { values: wanted } = parseArgs({
    options: {
        only: { type: 'string', multiple: true },
        engine: { type: 'string' },
        kills: { type: 'string' },
        times: { type: 'string' },
        quick: { type: 'boolean', default: false },
        seed: { type: 'string', default: String(Date.now() % 1_000_000) },
        histories: { type: 'string' }, // the program of the unit tests
    },
});

/** @param {Campaign} campaign @returns {number} */
function count_of(campaign) {
    if (wanted.kills && campaign.demand === 'R1') return Number(wanted.kills);
    if (wanted.times) return Number(wanted.times);
    return wanted.quick ? campaign.check : campaign.release;
}

/** One profile. @param {Campaign} campaign @param {Engine} engine @param {Figures} figures @param {number} count */
async function run_batch(campaign, engine, figures, count) {
    const { settings, expected, put_away, impossible } = furnished(campaign, engine);
    if (impossible) return void figures.notes.push(impossible);
    const desk = await Desk.open(settings);
    try {
        await campaign.run(desk, figures, count, luck);
        figures.proves_engine(engine, desk.profile);
        desk.expected = expected;
        desk.assert_quiet();
    } catch (reason) {
        const name = `${campaign.demand}-${engine.name}`;
        await desk.keep_evidence(name);
        const evidence = new Evidence(desk.profile);
        evidence.take();
        console.log(`the files it left: ${evidence.keep(name)}`);
        evidence.drop();
        figures.fault('torn', `broken off: ${String(reason).split('\n')[0]}`);
    } finally {
        await desk.close();
        put_away();
    }
}

/** @param {Campaign} campaign @param {Engine} engine @returns {Promise<Figures>} */
async function run_campaign(campaign, engine) {
    const figures = new Figures(campaign.demand, engine.name);
    const began = Date.now();
    console.log(`${campaign.demand} ${engine.name}: ${campaign.name}`);
    const most = campaign.batch ?? Infinity;
    for (let left = count_of(campaign); left > 0; left -= most) {
        await run_batch(campaign, engine, figures, Math.min(left, most));
        if (left > most) console.log(figures.so_far); // whoever breaks off a run of hours has this much
    }
    figures.notes.unshift(`${campaign.name}, ${Math.round((Date.now() - began) / 1000)} s`);
    console.log(table_of([figures]));
    return figures;
}

/** R15 is asserted by each test in the browser; here they are only counted. @returns {Figures} */
function quiet_tests() {
    const folder = fileURLToPath(new URL('../e2e', import.meta.url));
    const files = fs.readdirSync(folder).filter((name) => name.endsWith('.test.mjs'));
    const texts = files.map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
    const figures = new Figures('R15', '-');
    const count = texts.join('').match(/^\s*\w+_test\(/gm)?.length ?? 0;
    figures.notes.push(`not run here: asserted by each of ${count} tests of tests/e2e and by each run above`);
    return figures;
}

const luck = chance(Number(wanted.seed));
console.log(`seed ${wanted.seed}`);
const campaigns = CAMPAIGNS.filter(({ demand }) => !wanted.only || wanted.only.includes(demand));
const engines = [...ENGINES, FIREFOX].filter(({ name }) => !wanted.engine || wanted.engine === name);
/** @type {Figures[]} */
const all = [];
for (const campaign of campaigns) {
    for (const engine of engines) {
        if (engine !== FIREFOX || campaign.firefox) all.push(await run_campaign(campaign, engine));
    }
}
if (wanted.histories) all.push(merged_histories(wanted.histories, wanted.quick));
all.push(quiet_tests());
console.log(`\n${table_of(all)}`);
process.exit(all.some((figures) => figures.all.length > 0) ? 1 : 0);
