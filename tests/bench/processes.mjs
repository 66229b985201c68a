// What the browser's processes use, as the kernel counts it.

import fs from 'node:fs';

const TICKS_A_SECOND = 100; // of /proc/*/stat, on every Linux that browsers run on

/** @param {number} id @param {string} name @returns {string} empty when the process is gone */
function read(id, name) {
    try {
        return fs.readFileSync(`/proc/${id}/${name}`, 'utf8');
    } catch {
        return '';
    }
}

/** Fields after the command's name, which may hold anything. @param {number} id */
const fields_of = (id) => read(id, 'stat').replace(/^.*\) /s, '').split(' ');

function children() {
    /** @type {Map<number, number[]>} */
    const found = new Map();
    for (const id of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number)) {
        const parent = Number(fields_of(id)[1]);
        found.set(parent, [...(found.get(parent) ?? []), id]);
    }
    return found;
}

/** Its descendants, nearest first. @param {number} id @param {string} [word] of their command lines */
export function processes_below(id, word = '') {
    const of = children();
    const found = [...(of.get(id) ?? [])];
    for (let at = 0; at < found.length; ++at) found.push(...(of.get(found[at]) ?? []));
    return found.filter((one) => read(one, 'cmdline').includes(word));
}

/** @param {number} id */
function ticks(id) {
    const all = fields_of(id);
    return Number(all[11]) + Number(all[12]) || 0;
}

/**
 * The renderer of a page: the one that is busy while the page is. The process of a page that was closed
 * before may be there still, and be the bigger one.
 * @param {import('playwright-core').Page} page @param {number} browser
 */
export async function renderer(page, browser) {
    const all = processes_below(browser, '--type=renderer').map((id) => ({ id, before: ticks(id) }));
    await page.evaluate(() => {
        const end = performance.now() + 400;
        while (performance.now() < end);
    });
    const worked = all.map(({ id, before }) => ({ id, ticks: ticks(id) - before }));
    return worked.sort((a, b) => b.ticks - a.ticks)[0].id;
}

/** @param {number} id @param {string} file @param {string} name */
function kilobytes(id, file, name) {
    return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(read(id, file))?.[1] ?? 0);
}

/** Its share of what processes share counted in. @param {number} id @returns {number} MB */
export const proportional_megabytes = (id) => kilobytes(id, 'smaps_rollup', 'Pss') / 1024;
/** @param {number} id @returns {number} MB */
export const resident_megabytes = (id) => kilobytes(id, 'status', 'VmRSS') / 1024;
/** The most since forget_peak(). @param {number} id @returns {number} MB */
export const peak_megabytes = (id) => kilobytes(id, 'status', 'VmHWM') / 1024;
/** @param {number} id */
export const forget_peak = (id) => fs.writeFileSync(`/proc/${id}/clear_refs`, '5');

/** Of the browser with all its processes. @param {number} browser @param {number} seconds @returns {Promise<number>} percent of a core */
export async function processor_percent(browser, seconds) {
    const used = () => {
        const ids = [browser, ...processes_below(browser)];
        return ids.map(ticks).reduce((sum, one) => sum + one, 0);
    };
    const before = used();
    await new Promise((later) => setTimeout(later, seconds * 1000));
    return ((used() - before) / TICKS_A_SECOND / seconds) * 100;
}
