// IDLE: what the whole browser uses while nothing happens.

import { show_customers } from '../ours/desk_page.mjs';
import { install_probe } from '../ours/probe.mjs';
import { processor_percent } from '../processes.mjs';
import { median } from '../table.mjs';

/** @typedef {import('./prepared.mjs').Bench} Bench */

const SECONDS = 8;

/** @param {Bench} bench @param {import('../data.mjs').Size} size */
export async function idling({ desk, prepared, report, quick }, size) {
    const origin = await prepared.ours(size);
    const blank = [], ours = [];
    for (let run = 0; run < (quick ? 1 : 3); ++run) {
        await desk.page();
        await new Promise((later) => setTimeout(later, 3000));
        blank.push(await processor_percent(desk.browser_id, SECONDS));
        const page = await desk.page();
        await install_probe(page);
        await page.goto(`${origin}/app/`);
        await show_customers(page, size.customers);
        await new Promise((later) => setTimeout(later, 5000));
        ours.push(await processor_percent(desk.browser_id, SECONDS));
    }
    const [idle, own] = [median(blank), median(ours)];
    report.add({ job: 'IDLE CPU of the whole browser', peer: 'about:blank', theirs: idle, ours: own, unit: '%', apart: true, must: idle.value + 1, aim: idle.value + 0.5 });
}
