// R6: two to five tabs of one profile, worked on at random while tabs are closed, crash, sleep and
// load again. One tab writes at a time, nothing acknowledged is lost, and in the end all show the same.

import { eventually } from '../e2e/page.mjs';
import { pause } from './chance.mjs';
import { FIELDS, Model } from './model.mjs';
import { acknowledged, card_of, open_card, screen_of, start_with_one, type_into } from './work.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../e2e/desk.mjs').Desk} Desk */
/** @typedef {import('./chance.mjs').Chance} Chance */
/** @typedef {import('./figures.mjs').Figures} Figures */

const MOST_TABS = 5;
const NOTICE = '另一个标签页负责保存';
const TAKES_OVER_MS = 20_000;

class Tabs {
    model = new Model();
    /** @type {Page[]} */
    open = [];
    /** Asleep ones and how they are woken. @type {Map<Page, () => Promise<unknown>>} */
    asleep = new Map();

    /** @param {Desk} desk @param {Figures} figures @param {Chance} chance */
    constructor(desk, figures, chance) {
        this.desk = desk;
        this.figures = figures;
        this.chance = chance;
        this.open.push(desk.page);
    }

    /** @param {Page} page @returns {Promise<boolean>} whether this tab may write, by what it shows */
    async writes(page) {
        if (this.asleep.has(page)) return false;
        return (await page.getByText(NOTICE).count()) === 0;
    }

    /** @returns {Promise<Page>} the one that writes; there must be just one */
    async writer() {
        return eventually(async () => {
            const all = await Promise.all(this.open.map((page) => this.writes(page)));
            const writers = this.open.filter((_, i) => all[i]);
            if (writers.length > 1) this.figures.fault('torn', `${writers.length} writers`);
            if (writers.length === 0) throw new Error('no tab writes');
            return writers[0];
        }, TAKES_OVER_MS);
    }

    async opens() {
        if (this.open.length >= MOST_TABS) return;
        const page = await this.desk.context.newPage();
        this.open.push(page);
        await page.goto(this.desk.server.url);
        await screen_of(page);
    }

    /** When every tab can edit, any of them is taken here. */
    async edits() {
        const page = await this.writer();
        await this.shows_what_is_known(page);
        const field = this.chance.one_of(FIELDS);
        await type_into(page, field, this.model.edit(field));
        if (this.chance.below(4) === 0) return; // not waited for: whatever comes next may cut it
        await acknowledged(page);
        this.model.acknowledge();
    }

    /** @param {Page} page */
    async shows_what_is_known(page) {
        await open_card(page);
        const verdict = this.model.judge(await card_of(page));
        if (verdict !== 'sound') this.figures.fault(verdict, 'a tab shows another state');
    }

    /** @param {Page} page */
    #forget(page) {
        this.open = this.open.filter((one) => one !== page);
        this.asleep.delete(page);
    }

    async closes() {
        const page = this.chance.one_of(this.open);
        if (this.open.length < 2 || this.asleep.has(page)) return;
        this.#forget(page);
        await page.close();
    }

    async crashes() {
        const page = this.chance.one_of(this.open);
        if (this.open.length < 2 || this.asleep.has(page)) return;
        this.#forget(page);
        const session = await this.desk.context.newCDPSession(page);
        const gone = page.waitForEvent('crash');
        session.send('Page.crash').catch(() => {});
        await gone;
        await page.close();
    }

    /** A tab that is frozen keeps what it holds; one that writes is not frozen by Chromium itself. */
    async sleeps() {
        const page = this.chance.one_of(this.open);
        if (this.asleep.has(page) || (await this.writer()) === page) return;
        const session = await this.desk.context.newCDPSession(page);
        await session.send('Page.setWebLifecycleState', { state: 'frozen' });
        this.asleep.set(page, () => session.send('Page.setWebLifecycleState', { state: 'active' }));
    }

    async wakes() {
        for (const wake of this.asleep.values()) await wake();
        this.asleep.clear();
    }

    async reloads() {
        const page = this.chance.one_of(this.open);
        if (this.asleep.has(page)) return;
        await page.reload();
        await screen_of(page);
    }

    /** Every tab reads the file anew, and they agree. */
    async all_are_equal() {
        await this.wakes();
        await this.writer();
        const seen = [];
        for (const page of this.open) {
            await page.reload();
            await screen_of(page);
            await pause(200);
            await open_card(page);
            seen.push(JSON.stringify(await card_of(page)));
        }
        if (new Set(seen).size > 1) this.figures.fault('torn', 'tabs differ in the end');
    }
}

/** @typedef {'edits' | 'opens' | 'closes' | 'crashes' | 'sleeps' | 'wakes' | 'reloads'} Deed */

/** Edits are most of it. @type {Deed[]} */
const DEEDS = [
    'edits', 'edits', 'edits', 'edits', 'edits', 'edits', 'opens', 'opens', 'closes', 'crashes', 'sleeps',
    'wakes', 'reloads',
];

/** @param {Desk} desk at the first start @param {Figures} figures @param {number} deeds @param {Chance} chance */
export async function tabs(desk, figures, deeds, chance) {
    const all = new Tabs(desk, figures, chance);
    await start_with_one(desk.page);
    for (let i = 0; i < deeds; ++i) {
        const deed = chance.one_of(DEEDS);
        figures.runs += 1;
        figures.tell(`${i} ${deed}`);
        await all[deed]();
    }
    await all.all_are_equal();
    desk.page = all.open[0];
}
