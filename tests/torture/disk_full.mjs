// R3: the disk under the profile fills up while the page is used. One write may fail; then nothing
// more is tried. Once there is room again, a press saves everything that was typed meanwhile; and a
// browser that was killed instead has everything that had been acknowledged.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { press } from '../e2e/page.mjs';
import { tampering } from './aborts.mjs';
import { pause } from './chance.mjs';
import { FIELDS, Model } from './model.mjs';
import { acknowledged, card_of, open_card, screen_of, start_with_one, type_into } from './work.mjs';

/** @typedef {import('../e2e/desk.mjs').Desk} Desk */
/** @typedef {import('./figures.mjs').Figures} Figures */

const DISK_MB = 400;
const FILLER = 'filler';
const LONG_TEXT = 20_000; // bytes, so that a full disk is met soon
const MOST_EDITS = 40;
const MOST_PRESSES = 4; // of one who has made room

/** A small disk of its own, which needs the rights to mount one. @param {string} folder @returns {(() => void) | null} how it ends; null = not possible */
export function mount_small_disk(folder) {
    const image = `${folder}.img`;
    try {
        fs.mkdirSync(folder, { recursive: true });
        fs.writeFileSync(image, '');
        fs.truncateSync(image, DISK_MB << 20);
        execFileSync('mkfs.ext4', ['-q', '-F', '-m', '0', image], { stdio: 'pipe' });
        execFileSync('mount', ['-o', 'loop', image, folder], { stdio: 'pipe' });
    } catch {
        fs.rmSync(image, { force: true });
        return null;
    }
    return () => {
        execFileSync('umount', ['-l', folder]);
        fs.rmSync(image, { force: true });
    };
}

/** @param {string} disk */
function fill_up(disk) {
    const file = fs.openSync(path.join(disk, FILLER), 'a');
    try {
        for (const size of [1 << 20, 1 << 12, 1]) {
            const block = Buffer.alloc(size, 7);
            try {
                for (;;) if (fs.writeSync(file, block) < size) break;
            } catch {
                // Full for blocks of this size.
            }
        }
    } finally {
        fs.closeSync(file);
    }
}

/** ext4 hands out freed blocks only after its own journal is through. @param {string} disk */
function make_room(disk) {
    fs.rmSync(path.join(disk, FILLER));
    execFileSync('sync', ['-f', disk]);
}

/** @param {Desk} desk @returns {Promise<boolean>} the page says that something is not stored */
const says_not_saved = async (desk) => (await desk.page.getByText(/处修改没有存进浏览器/).count()) > 0;

/** The page says that it goes on, and then everything is saved. @param {Desk} desk @param {Model} model */
async function goes_on(desk, model) {
    await press(desk.page, '空间已腾出，继续保存');
    await acknowledged(desk.page);
    model.acknowledge();
    await type_into(desk.page, FIELDS[0], model.edit(FIELDS[0]));
    await acknowledged(desk.page);
    model.acknowledge();
}

/** @param {Desk} desk at the first start, its profile on a small disk, tampered with @param {Figures} figures @param {number} times */
export async function disk_full(desk, figures, times) {
    const disk = String(desk.settings.profiles);
    const model = new Model();
    await start_with_one(desk.page);
    for (let i = 0; i < times; ++i) {
        figures.runs += 1;
        const failed = await edits_until_told(desk, model, disk);
        figures.tell(`told, then tried: ${failed}`);
        if (failed === null) figures.fault('unnoticed', 'the disk never was full for the page');
        else if (failed > 0) figures.fault('torn', `${failed} writes after the one that failed`);
        make_room(disk);
        const goes_on_here = i % 2 === 0 && failed !== null;
        if (goes_on_here) await goes_on(desk, model);
        // Twice: an engine may fail only over what was written behind the torn end.
        for (const start of ['first', 'second']) {
            const what = `${goes_on_here ? 'gone on' : 'killed'}, ${start} start`;
            await desk.kill_browser();
            if (!(await everything_is_there(desk, model, figures, what))) return;
            await type_into(desk.page, FIELDS[1], model.edit(FIELDS[1]));
            const presses = await saved_after_all(desk);
            if (presses > 0) figures.notes.push(`${what}: saved by ${presses} presses, the disk was slow`);
            model.acknowledge();
        }
    }
}

/** A disk that has just been full may take longer than the page waits for it. @param {Desk} desk
 *  @returns {Promise<number>} presses that it took */
async function saved_after_all(desk) {
    const again = desk.page.getByRole('button', { name: '空间已腾出，继续保存' });
    for (let presses = 0; presses <= MOST_PRESSES; ++presses) {
        const saved = acknowledged(desk.page).then(() => true, () => false);
        const told = again.waitFor().then(() => false, () => false);
        if (await Promise.race([saved, told])) return presses;
        await again.click();
        // It may be back before anybody saw it gone.
        await again.waitFor({ state: 'hidden', timeout: 2000 }).catch(() => {});
    }
    const { bavail, bsize } = fs.statfsSync(String(desk.settings.profiles));
    const free = `${Math.round((bavail * bsize) / (1 << 20))} MB free`;
    throw new Error(`not saved after ${MOST_PRESSES} presses, ${free}: ${await desk.page.getByRole('alert').allInnerTexts()}`);
}

/**
 * @param {Desk} desk just started @param {Model} model @param {Figures} figures @param {string} what
 * @returns {Promise<boolean>} whether it can go on
 */
async function everything_is_there(desk, model, figures, what) {
    const { page } = desk;
    const screen = await screen_of(page);
    if (screen === 'first start') figures.fault('lost', `${what}: ${screen}`);
    if (screen === 'first start') return false;
    if (screen === 'recovery') {
        figures.notes.push(`${what}: the engine had thrown the database away, restored`);
        await press(page, '用找到的内容恢复');
        await page.getByRole('navigation').waitFor();
    }
    await open_card(page);
    const verdict = model.judge(await card_of(page));
    if (verdict !== 'sound') figures.fault(verdict, what);
    return true;
}

/**
 * @param {Desk} desk @param {Model} model @param {string} disk
 * @returns {Promise<number | null>} writes tried after the page said that one failed; null = none did
 */
async function edits_until_told(desk, model, disk) {
    for (let i = 0; i < MOST_EDITS; ++i) {
        fill_up(disk); // each time: the browser may have let something go
        const field = FIELDS[i % 3];
        await type_into(desk.page, field, model.edit(field, LONG_TEXT));
        const saved = acknowledged(desk.page).then(() => true, () => false);
        const told = desk.page.getByText(/处修改没有存进浏览器/).first().waitFor().then(() => false, () => true);
        if (await Promise.race([saved, told])) {
            model.acknowledge();
            continue;
        }
        break;
    }
    if (!(await says_not_saved(desk))) return null;
    const { transactions } = await tampering(desk.page);
    for (const field of FIELDS.slice(0, 2)) await type_into(desk.page, field, model.edit(field));
    await pause(500);
    return (await tampering(desk.page)).transactions - transactions;
}
