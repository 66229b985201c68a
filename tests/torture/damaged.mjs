// R4 and R5: the stored file is injured between two runs. Either the page still shows everything, or
// it says that something is wrong; it never goes on quietly with less.

import fs from 'node:fs';
import { download, go } from '../e2e/page.mjs';
import { FILE_INJURIES, injure_row, keys_of, put_rows_back, stored_rows } from './damage.mjs';
import {
    acknowledged, card_of, customers_of, open_card, preview_list, restore_backup, screen_of, start_with_one, take_list,
    type_into, write_list,
} from './work.mjs';

/** @typedef {import('../e2e/desk.mjs').Desk} Desk */
/** @typedef {import('./figures.mjs').Figures} Figures */

const MARK = 'Leuchtturmstrasse-4711';
const FIELD = '地址';
const ROWS = 60;
const HEAVY_ROWS = 2500;
const HEAVY_REMARK = 900;
const COMPACTED_MS = 60_000;

const ON_DISK_MS = 7000; // localStorage is written behind, the second copy too

/** @typedef {{customers: number, address: string}} Expected */
/** @typedef {{right: boolean, seen: string}} Verdict */

/**
 * What the page makes of an injured file: the one place that says what is right. Everything is there,
 * or the recovery screen is, which puts it together again or names what is missing.
 * @param {Desk} desk just started @param {Expected} expected @returns {Promise<Verdict>}
 */
export async function expect_recovery(desk, expected) {
    const screen = await screen_of(desk.page);
    if (screen === 'recovery') return recovered(desk, expected);
    if (screen === 'first start') return { right: false, seen: 'first start' };
    const whole = await is_whole(desk, expected);
    return whole === '' ? { right: true, seen: 'everything there' } : { right: false, seen: `${whole}, nothing said` };
}

const RESTORED_OR_NOT_MS = 45_000;

/** @param {Desk} desk at the recovery screen @param {Expected} expected @returns {Promise<Verdict>} */
async function recovered(desk, expected) {
    const { page } = desk;
    const restore = page.getByRole('button', { name: '用找到的内容恢复' });
    await restore.waitFor();
    const named = (await page.getByText(/没有找到/).count()) > 0;
    if (!(await restore.isEnabled())) return { right: named, seen: 'noticed, nothing found' };
    await restore.click();
    const refused = page.getByText(/恢复没有完成/).first();
    await page.getByRole('navigation').or(refused).first().waitFor({ timeout: RESTORED_OR_NOT_MS });
    // A browser that cannot open any database of the page says so, and hands out what was found.
    const how = (await refused.isVisible()) ? await exported_elsewhere(desk) : 'restored';
    const whole = await is_whole(desk, expected);
    if (whole === '') return { right: true, seen: `noticed, everything ${how}` };
    return { right: named, seen: `noticed, ${how} with ${whole}; the gap is ${named ? 'named' : 'not named'}` };
}

/** What the recovery screen found goes into a browser that was never used. @param {Desk} desk @returns {Promise<string>} */
async function exported_elsewhere(desk) {
    const { file } = await download(desk.page, '导出找到的内容', desk.file);
    await desk.kill();
    await desk.start_browser(`elsewhere-${Date.now()}`);
    await restore_backup(desk.page, file);
    return 'exported and restored elsewhere';
}

/** @param {Desk} desk with the workspace open @param {Expected} expected @returns {Promise<string>} what differs; '' = nothing */
async function is_whole(desk, expected) {
    await go(desk.page, '客户');
    const customers = await customers_of(desk.page);
    if (customers !== expected.customers) return `${customers} customers`;
    await open_card(desk.page);
    const address = (await card_of(desk.page))[FIELD];
    return address === expected.address ? '' : `${FIELD} "${address}"`;
}

/** Some customers, the last edit with a text that can be found in the files. @param {Desk} desk @returns {Promise<Expected>} */
async function prepare(desk) {
    await start_with_one(desk.page);
    const file = desk.file('list.csv');
    write_list(file, 'few', ROWS);
    await desk.page.keyboard.press('Escape');
    await preview_list(desk.page, file, ROWS);
    await take_list(desk.page, ROWS);
    await acknowledged(desk.page);
    await open_card(desk.page);
    await type_into(desk.page, FIELD, MARK);
    await acknowledged(desk.page);
    return { customers: ROWS + 1, address: MARK };
}

const IN_USE = /Singleton(Lock|Cookie|Socket)$/; // belongs to a browser, not to its profile

/** Kills the browser. @param {Desk} desk @returns {Promise<string>} a copy of its profile */
async function copied_profile(desk) {
    const kept = desk.file('kept');
    await desk.page.waitForTimeout(ON_DISK_MS);
    await desk.kill();
    fs.cpSync(desk.profile, kept, { recursive: true, filter: (file) => !IN_USE.test(file) });
    return kept;
}

/** @param {string} profile of a browser that does not run @param {string} kept */
function put_back(profile, kept) {
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    fs.cpSync(kept, profile, { recursive: true });
}

/** @param {Figures} figures @param {string} what @param {Verdict} verdict */
function judge(figures, what, verdict) {
    figures.runs += 1;
    console.log(`${figures.demand} ${figures.engine}: ${what}: ${verdict.seen}`);
    if (!verdict.right) figures.fault('unnoticed', `${what}: ${verdict.seen}`);
}

/** R4, files. @param {Desk} desk at the first start @param {Figures} figures */
export async function damaged_files(desk, figures) {
    const expected = await prepare(desk);
    const { profile } = desk;
    const kept = await copied_profile(desk);
    for (const [what, injure] of Object.entries(FILE_INJURIES)) {
        put_back(profile, kept);
        if (!injure(profile, MARK)) continue;
        await desk.start_browser();
        judge(figures, what, await expect_recovery(desk, expected));
        await desk.kill();
    }
    put_back(profile, kept);
    await desk.start_browser();
}

/** A page of the origin that leaves the program asleep. @param {Desk} desk */
const sleep_beside_it = (desk) => desk.page.goto(`${desk.server.url}?rescue=1`);

/** R4, rows: a bit of each kind of row, and each kind of row gone.
 *  @param {Desk} desk at the first start @param {Figures} figures @param {number} most rows of a place */
export async function damaged_rows(desk, figures, most = 6) {
    const expected = await prepare(desk);
    await sleep_beside_it(desk);
    const sound = await stored_rows(desk.page);
    for (const place of ['journal', 'meta']) {
        const keys = await keys_of(desk.page, place);
        const step = Math.max(1, Math.ceil(keys.length / most));
        for (let n = keys.length - 1; n >= 0; n -= step) {
            for (const how of /** @type {const} */ (['flip', 'remove'])) {
                const key = await injure_row(desk.page, place, how, n);
                await desk.page.goto(desk.server.url);
                judge(figures, `${how} ${place} ${key}`, await expect_recovery(desk, expected));
                await sleep_beside_it(desk);
                await put_rows_back(desk.page, sound);
            }
        }
    }
}

/** R5: a shard of the newest generation. The one before it and the journal hold everything.
 *  @param {Desk} desk at the first start @param {Figures} figures */
export async function damaged_generation(desk, figures) {
    const expected = await prepare(desk);
    expected.customers += await compacted_twice(desk);
    await sleep_beside_it(desk);
    const shards = await keys_of(desk.page, 'shard');
    const newest = shards.map((key) => key.split(/[/.]/)[0]).toSorted().at(-1) ?? '';
    const key = await injure_row(desk.page, 'shard', 'flip', 0, newest);
    await desk.page.goto(desk.server.url);
    figures.runs += 1;
    const verdict = await expect_recovery(desk, expected);
    const seen = `${shards.length} shards, ${key} flipped: ${verdict.seen}`;
    if (verdict.seen === 'everything there') figures.notes.push(seen);
    else figures.fault('lost', `${seen}; the generation before and the journal hold all of it`);
}

/** Two long imports with a start between them: two generations and a journal. @param {Desk} desk @returns {Promise<number>} customers added */
async function compacted_twice(desk) {
    for (const stem of ['first', 'second']) {
        const file = desk.file('long.csv');
        write_list(file, stem, HEAVY_ROWS, HEAVY_REMARK);
        await go(desk.page, '客户');
        await desk.page.keyboard.press('Escape');
        await desk.page.getByRole('searchbox').first().fill('');
        const before = (await keys_of(desk.page, 'shard')).join();
        await preview_list(desk.page, file, HEAVY_ROWS);
        await take_list(desk.page, HEAVY_ROWS);
        await acknowledged(desk.page);
        const end = Date.now() + COMPACTED_MS;
        while ((await keys_of(desk.page, 'shard')).join() === before) {
            if (Date.now() > end) throw new Error('no compaction came');
            await desk.page.waitForTimeout(200);
        }
        await desk.page.waitForTimeout(1000);
        await acknowledged(desk.page);
        await desk.restart_browser();
        await desk.page.getByRole('navigation').waitFor();
        await desk.page.waitForTimeout(1000);
    }
    return 2 * HEAVY_ROWS;
}
