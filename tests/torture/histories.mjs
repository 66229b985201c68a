// R7 has no browser: the unit test of random histories of merging, run as often as a release wants.

import { spawnSync } from 'node:child_process';
import { Figures } from './figures.mjs';

const RELEASE = 1_000_000;
const QUICK = 100_000;

/** @param {string} program the unit tests @param {boolean} quick @returns {Figures} */
export function merged_histories(program, quick) {
    const figures = new Figures('R7', '-');
    figures.runs = quick ? QUICK : RELEASE;
    console.log(`R7: ${figures.runs} random histories of merging`);
    const began = Date.now();
    const { status, stdout } = spawnSync(program, ['--no-colors', '--test-case=random histories*'], {
        env: { ...process.env, BUYERBOOK_MERGE_RUNS: String(figures.runs) }, encoding: 'utf8',
    });
    figures.notes.push(`devices end in the same file, ${Math.round((Date.now() - began) / 1000)} s`);
    if (status !== 0 || !/ 1 passed \| 0 failed/.test(stdout)) figures.fault('lost', stdout ?? `${program} did not run`);
    return figures;
}
