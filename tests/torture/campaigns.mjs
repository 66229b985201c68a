// Every scenario with what it needs, so that the tests and tools/torture run the same ones.

import { aborts, tamper_with_writes } from './aborts.mjs';
import { backups } from './backups.mjs';
import { BATCH, kills } from './kills.mjs';
import { damaged_files, damaged_generation, damaged_rows } from './damaged.mjs';
import { disk_full } from './disk_full.mjs';
import { soak } from './soak.mjs';
import { tabs } from './tabs.mjs';
import { updating } from './updating.mjs';

/** @typedef {import('../e2e/desk.mjs').Desk} Desk */
/** @typedef {import('../e2e/desk.mjs').Settings} Settings */
/** @typedef {import('./figures.mjs').Figures} Figures */
/** @typedef {import('./chance.mjs').Chance} Chance */

/**
 * @typedef {object} Campaign
 * @property {string} demand of reliability, such as R1
 * @property {string} name
 * @property {number} release how often it is done for a release, on each engine
 * @property {number} check how often in tools/test
 * @property {boolean} [firefox] is done there too, for R19
 * @property {boolean} [engine_matters] tools/test does it on both engines; others are the same above them
 * @property {number} [batch] that one profile takes at most
 * @property {(desk: Desk, figures: Figures, count: number, chance: Chance) => Promise<void>} run
 * @property {Settings} [settings]
 * @property {boolean} [own_host] a copy of dist/ that it may change
 * @property {boolean} [small_disk] its profile lies on one
 * @property {RegExp[]} [expected] on the console
 */

/** @type {Campaign[]} */
export const CAMPAIGNS = [
    {
        demand: 'R1', name: 'the browser is killed while it writes', release: 500, check: 25, batch: BATCH, firefox: true,
        engine_matters: true,
        run: (desk, figures, count, chance) => kills(desk, figures, { kills: count, chance }),
    },
    {
        demand: 'R2', name: 'IndexedDB fails at each call of an edit', release: 3, check: 1,
        run: (desk, figures, count) => aborts(desk, figures, count),
        settings: { init: [tamper_with_writes] },
    },
    {
        demand: 'R4', name: 'the files of the database are injured', release: 1, check: 1, engine_matters: true,
        run: (desk, figures) => damaged_files(desk, figures), expected: [/spare copy|offline use/],
    },
    {
        demand: 'R4', name: 'rows of the database are injured', release: 40, check: 2,
        run: (desk, figures, count) => damaged_rows(desk, figures, count),
    },
    {
        demand: 'R5', name: 'the newest generation is injured', release: 1, check: 1, firefox: true, engine_matters: true,
        run: (desk, figures) => damaged_generation(desk, figures),
    },
    {
        demand: 'R3', name: 'the disk is full', release: 20, check: 2, engine_matters: true,
        run: disk_full, settings: { init: [tamper_with_writes] }, small_disk: true, expected: [/spare copy/],
    },
    {
        demand: 'R6', name: 'tabs are edited, closed, crashed, frozen, loaded, killed', release: 10_000, check: 60, batch: 500,
        run: tabs, firefox: true, expected: [/crash/i],
    },
    {
        demand: 'R10', name: 'a backup is restored elsewhere', release: 100, check: 2, run: backups, firefox: true,
    },
    {
        demand: 'R16', name: 'updated and set back, uploads cut', release: 100, check: 2, run: updating,
        own_host: true, expected: [/does not belong to build|offline use|service worker/i],
    },
    { demand: 'R18', name: 'a soak', release: 20_000, check: 0, run: soak },
];
