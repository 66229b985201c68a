// R6: two to five tabs of one browser. Every one of them is edited, at random, while tabs are opened,
// closed, crash, freeze (the one that writes too) and load again, and while the browser is killed. One
// tab writes at a time, nothing that was called saved is lost, and in the end all show the same.

import { eventually } from '../e2e/page.mjs';
import { pause } from './chance.mjs';
import { FIELDS } from './model.mjs';
import { SharedModel } from './shared_model.mjs';
import { acknowledged, card_of, open_card, screen_of, start_with_one, type_into } from './work.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../e2e/desk.mjs').Desk} Desk */
/** @typedef {import('./chance.mjs').Chance} Chance */
/** @typedef {import('./figures.mjs').Figures} Figures */

const MOST_TABS = 5;
const NOTICE = '另一个标签页负责保存';
const CATCHES_UP_MS = 20_000;

class Tabs {
    model = new SharedModel();
    /** @type {Page[]} */
    open = [];
    /** Frozen ones and how they are woken. @type {Map<Page, () => Promise<unknown>>} */
    asleep = new Map();
    /** @type {Page | null} it says nothing yet */
    starting = null;

    /** @param {Desk} desk @param {Figures} figures @param {Chance} chance */
    constructor(desk, figures, chance) {
        this.desk = desk;
        this.figures = figures;
        this.chance = chance;
        this.open.push(desk.page);
    }

    get awake() {
        return this.open.filter((page) => !this.asleep.has(page) && page !== this.starting);
    }

    /** @returns {Promise<Page[]>} tabs that say they write; never more than one */
    async writers() {
        const follows = await Promise.all(this.awake.map((page) => page.getByText(NOTICE).count()));
        const writers = this.awake.filter((_, i) => follows[i] === 0);
        if (writers.length > 1) this.figures.fault('torn', `${writers.length} writers`);
        return writers;
    }

    /** The browser's own word for it. @returns {Promise<void>} */
    async one_lock_is_held() {
        const held = await this.awake[0].evaluate(async () =>
            (await navigator.locks.query()).held?.filter(({ name }) => name?.includes('buyerbook-writer')).length);
        if (held !== 1) this.figures.fault('torn', `${held} locks of the writer`);
    }

    async opens() {
        if (this.open.length >= MOST_TABS) return;
        const page = await this.desk.context.newPage();
        await this.#starts(page, page.goto(this.desk.server.url));
        this.open.push(page);
    }

    /** Now and then another tab is edited meanwhile. @param {Page} page @param {Promise<unknown>} started */
    async #starts(page, started) {
        this.starting = page;
        started.catch(() => {}); // heard below, should the edit fail first
        if (this.awake.length > 0 && this.chance.below(2) === 0) await this.edits();
        await started;
        await this.is_at_the_card(page);
        this.starting = null;
    }

    /** @param {Page} page */
    async is_at_the_card(page) {
        const screen = await screen_of(page);
        if (screen !== 'workspace') {
            this.desk.page = page; // the picture is taken of it
            throw new Error(`a tab shows the ${screen}`);
        }
        await open_card(page);
    }

    /** In any tab. */
    async edits() {
        const page = this.chance.one_of(this.awake);
        const field = this.chance.one_of(FIELDS);
        const value = this.model.edit(field);
        if (this.desk.settings.launch) await page.bringToFront(); // Firefox gives keys to no other tab
        await type_into(page, field, value);
        const shown = (await card_of(page))[field];
        if (shown !== value) throw new Error(`typed ${value} into ${field}, which shows "${shown}"`);
        // Not always waited for: whatever comes next may cut it. While the writer is frozen nobody saves.
        if (this.chance.below(4) === 0 || (await this.writers()).length === 0) return;
        await acknowledged(page);
        this.model.acknowledge(field, value);
    }

    /** Some tab shows what was called saved, by whichever tab that was. */
    async looks() {
        if ((await this.writers()).length === 0) return;
        const page = this.chance.one_of(this.awake);
        const wrong = await this.#wrong_for_long(page);
        if (wrong.length > 0) this.figures.fault('lost', `a tab shows ${wrong.join(', ')}`);
    }

    /** A tab may lag behind. @param {Page} page @returns {Promise<string[]>} */
    async #wrong_for_long(page) {
        const end = Date.now() + CATCHES_UP_MS;
        for (;;) {
            const wrong = this.model.wrong_in(await card_of(page));
            if (wrong.length === 0 || Date.now() > end) return wrong;
            await pause(100);
        }
    }

    /** @param {Page} page */
    #forget(page) {
        this.open = this.open.filter((one) => one !== page);
        this.asleep.delete(page);
    }

    /** @returns {Page | null} one that others are left without */
    #dispensable() {
        const page = this.chance.one_of(this.awake);
        return this.awake.length < 2 ? null : page;
    }

    async closes() {
        const page = this.#dispensable();
        if (!page) return;
        this.#forget(page);
        await page.close();
    }

    async crashes() {
        const page = this.#dispensable();
        if (!page) return;
        this.#forget(page);
        const session = await this.desk.context.newCDPSession(page);
        const gone = page.waitForEvent('crash');
        session.send('Page.crash').catch(() => {});
        await gone;
        await page.close();
    }

    /** The writing tab too, as a browser would not do of itself to a tab that holds a lock. */
    async freezes() {
        const page = this.#dispensable();
        if (!page) return;
        const session = await this.desk.context.newCDPSession(page);
        await session.send('Page.setWebLifecycleState', { state: 'frozen' });
        this.asleep.set(page, () => session.send('Page.setWebLifecycleState', { state: 'active' }));
    }

    async wakes() {
        for (const wake of this.asleep.values()) await wake();
        this.asleep.clear();
    }

    async reloads() {
        const page = this.chance.one_of(this.awake);
        await this.#starts(page, page.reload());
    }

    async kills() {
        await this.desk.kill_browser();
        this.asleep.clear();
        this.open = [this.desk.page];
        await this.is_at_the_card(this.desk.page);
    }

    /** Everything has come to rest: there is one writer, nobody waits for it, and all show the same; also when read anew. */
    async all_are_equal() {
        await this.wakes();
        await eventually(async () => {
            if ((await this.writers()).length !== 1) throw new Error('no tab writes');
        }, CATCHES_UP_MS);
        await this.one_lock_is_held();
        for (const page of this.open) await acknowledged(page);
        await this.#show_the_same('tabs at rest');
        for (const page of this.open) {
            await page.reload();
            await this.is_at_the_card(page);
        }
        await this.#show_the_same('tabs loaded again');
    }

    /** @param {string} what */
    async #show_the_same(what) {
        for (const page of this.open) {
            const wrong = await this.#wrong_for_long(page);
            if (wrong.length > 0) this.figures.fault('lost', `${what} show ${wrong.join(', ')}`);
        }
        const differ = async () =>
            new Set(await Promise.all(this.open.map(async (page) => JSON.stringify(await card_of(page))))).size > 1;
        const end = Date.now() + CATCHES_UP_MS;
        while (await differ()) {
            if (Date.now() > end) return this.figures.fault('torn', `${what} differ`);
            await pause(100);
        }
    }
}

/** @typedef {'edits' | 'looks' | 'opens' | 'closes' | 'crashes' | 'freezes' | 'wakes' | 'reloads' | 'kills'} Deed */

/** How often of some forty. @type {[Deed, number][]} */
const SHARES = [
    ['edits', 22], ['looks', 6], ['opens', 5], ['closes', 2], ['crashes', 1], ['freezes', 2], ['wakes', 3],
    ['reloads', 2], ['kills', 1],
];
const DEEDS = SHARES.flatMap(([deed, share]) => /** @type {Deed[]} */ (Array(share).fill(deed)));

/** @param {Desk} desk at the first start @param {Figures} figures @param {number} deeds @param {Chance} chance */
export async function tabs(desk, figures, deeds, chance) {
    const all = new Tabs(desk, figures, chance);
    await start_with_one(desk.page);
    // Only Chromium lets a test freeze and crash its tabs.
    const possible = desk.settings.launch ? DEEDS.filter((deed) => deed !== 'freezes' && deed !== 'crashes') : DEEDS;
    for (let i = 0; i < deeds; ++i) {
        const deed = i === 0 ? 'opens' : chance.one_of(possible);
        figures.runs += 1;
        figures.tell(`${i} ${deed}, ${all.open.length} tabs`);
        await all[deed]();
        if (deed === 'looks') await all.one_lock_is_held();
    }
    await all.all_are_equal();
    desk.page = all.open[0];
}
