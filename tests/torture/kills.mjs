// R1: the browser is killed while it writes: an edit, an import, a compaction, a backup. After each
// kill everything acknowledged must be there, and an import all there or not at all.

import { is_saved, go, press } from '../e2e/page.mjs';
import { pause } from './chance.mjs';
import { Evidence } from './evidence.mjs';
import { FIELDS, Model } from './model.mjs';
import {
    acknowledged, card_of, customers_of, open_card, preview_list, screen_of, start_with_one, take_list,
    type_into, write_list,
} from './work.mjs';

/** @typedef {import('../e2e/desk.mjs').Desk} Desk */
/** @typedef {import('./chance.mjs').Chance} Chance */
/** @typedef {import('./figures.mjs').Figures} Figures */

const SOON = 300; // ms within which a kill follows
const LIST_ROWS = 400;
const HEAVY_ROWS = 2500; // with their remarks more than the 2 MB of journal that make a compaction due
const HEAVY_REMARK = 900;

/** One customer file that is killed again and again. */
class Victim {
    model = new Model();
    /** Numbers of customers that are right now: one, or two while an import is under way. */
    counts = [1];
    #lists = 0;

    /** @param {Desk} desk @param {Figures} figures @param {Chance} chance */
    constructor(desk, figures, chance) {
        this.desk = desk;
        this.figures = figures;
        this.chance = chance;
        this.evidence = new Evidence(desk.profile);
    }

    get page() {
        return this.desk.page;
    }

    /** Whatever is still being done when the browser goes, fails; that is meant. @param {Promise<unknown>} work */
    async killed_during(work) {
        const ended = work.catch(() => {});
        await pause(this.chance.below(SOON));
        await this.desk.kill();
        await ended;
    }

    /** @param {string} what */
    async starts_again(what) {
        this.figures.tell(what);
        this.figures.runs += 1;
        this.evidence.take();
        const faults = this.figures.all.length;
        const can_go_on = await this.#is_whole(what);
        if (this.figures.all.length > faults) console.log(`what it had left: ${this.evidence.keep(what)}`);
        return can_go_on;
    }

    /** @param {string} what was being done */
    async #is_whole(what) {
        await this.desk.start_browser();
        const screen = await screen_of(this.page);
        if (screen !== 'workspace') {
            this.figures.fault(screen === 'recovery' ? 'torn' : 'lost', `${what}: ${screen}`);
            return false;
        }
        this.figures.openings.push(await this.page.evaluate(() => performance.now()));
        await go(this.page, '客户');
        const count = await customers_of(this.page);
        if (!this.counts.includes(count)) {
            const kind = count < Math.min(...this.counts) ? 'lost' : 'torn';
            this.figures.fault(kind, `${what}: ${count} customers instead of ${this.counts.join(' or ')}`);
        }
        this.counts = [count];
        await open_card(this.page);
        const verdict = this.model.judge(await card_of(this.page));
        if (verdict !== 'sound') this.figures.fault(verdict, `${what}: the fields of a customer`);
        return true;
    }

    async edit() {
        const field = this.chance.one_of(FIELDS);
        await type_into(this.page, field, this.model.edit(field));
    }

    /** Some edits that were awaited, then some that nobody waits for. */
    async edits() {
        await this.edit();
        await acknowledged(this.page);
        this.model.acknowledge();
        await this.killed_during(this.#hurried_edits());
    }

    async #hurried_edits() {
        for (let i = 0; i < 20; ++i) {
            await this.edit();
            if (this.chance.below(3) > 0) continue;
            await acknowledged(this.page);
            this.model.acknowledge();
        }
    }

    /** @param {number} rows @param {number} [weight] */
    async #previewed(rows, weight) {
        const file = this.desk.file('list.csv');
        write_list(file, `list ${++this.#lists} at ${Date.now()}`, rows, weight);
        await this.page.keyboard.press('Escape');
        await preview_list(this.page, file, rows);
        this.counts = [this.counts[0], this.counts[0] + rows];
    }

    async import() {
        await this.#previewed(LIST_ROWS);
        await this.killed_during(take_list(this.page, LIST_ROWS).then(() => this.#saved_import()));
    }

    async #saved_import() {
        await this.page.getByRole('status').filter({ hasText: '已导入' }).waitFor();
        await acknowledged(this.page);
        this.counts = this.counts.slice(-1);
    }

    /** The journal has become long, so that the page compacts as soon as it is idle. */
    async compaction() {
        await this.#previewed(HEAVY_ROWS, HEAVY_REMARK);
        await take_list(this.page, HEAVY_ROWS);
        await this.#saved_import();
        await this.killed_during(this.page.waitForTimeout(2 * SOON));
    }

    async backup() {
        await go(this.page, '设置');
        await this.killed_during(press(this.page, '下载备份').then(() => is_saved(this.page)));
    }
}

/** @typedef {'edits' | 'import' | 'compaction' | 'backup'} Writing */

/** Of ten kills. @type {Writing[]} */
const SHARES = ['edits', 'import', 'edits', 'backup', 'edits', 'compaction', 'edits', 'import', 'edits', 'edits'];
export const BATCH = 25; // kills of one profile

/**
 * @param {Desk} desk at the first start @param {Figures} figures
 * @param {{kills: number, chance: Chance}} how
 */
export async function kills(desk, figures, { kills: count, chance }) {
    const victim = new Victim(desk, figures, chance);
    await start_with_one(desk.page);
    try {
        for (let i = 0; i < count; ++i) {
            const writing = SHARES[i % SHARES.length];
            await victim[writing]();
            if (!(await victim.starts_again(`kill ${i} in ${writing}`))) return;
        }
    } finally {
        victim.evidence.drop();
    }
}
