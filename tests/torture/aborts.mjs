// R2: IndexedDB fails at every request and at every commit that the store makes for an edit: it
// throws, it aborts, or it never answers. Afterwards the file is as before or as after the edit, the
// page has said so within five seconds, and it has not tried to write again.

import assert from 'node:assert/strict';
import { acknowledged, card_of, open_card, screen_of, start_with_one, type_into } from './work.mjs';

/** @typedef {import('../e2e/desk.mjs').Desk} Desk */
/** @typedef {import('./figures.mjs').Figures} Figures */
/** @typedef {'throws' | 'aborts' | 'quota' | 'is silent' | 'hangs'} Manner */

const FIELD = '城市';
const SAYS_SO_MS = 5000;
const SLACK_MS = 4000; // the machine is shared; the page's own clock is what the five seconds are of

/** Runs in the page: counts what is asked of IndexedDB for writing, and lets one call fail. */
export function tamper_with_writes() {
    const state = { calls: 0, transactions: 0, fail_at: -1, manner: '' };
    Object.assign(window, { tampering: state });
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...wanted) {
        if (wanted[1] === 'readwrite') state.transactions += 1;
        return begin.apply(this, wanted);
    };
    /** Open as long as something is asked. @param {IDBTransaction} transaction */
    const keep_open = (transaction) => {
        const store = transaction.objectStore('meta');
        const ask = () => { store.get('').onsuccess = ask; };
        ask();
    };
    /** @param {IDBTransaction} transaction @param {() => unknown} work @param {boolean} commits */
    const failing = (transaction, work, commits) => {
        switch (state.manner) {
            case 'throws': throw new DOMException('made by the test', 'UnknownError');
            case 'quota': throw new DOMException('made by the test', 'QuotaExceededError');
            case 'is silent':
                transaction.oncomplete = transaction.onabort = null;
                return work();
            case 'hangs':
                keep_open(transaction);
                Object.defineProperty(transaction, 'commit', { value: () => {} });
                return commits ? undefined : work();
            default: { // 'aborts'
                if (commits) transaction.abort(); // after it nothing can be aborted any more
                const answer = work();
                transaction.abort();
                return answer;
            }
        }
    };
    const places = /** @type {[any, string][]} */ ([
        [IDBObjectStore.prototype, 'put'], [IDBObjectStore.prototype, 'add'],
        [IDBObjectStore.prototype, 'delete'], [IDBTransaction.prototype, 'commit'],
    ]);
    for (const [owner, name] of places) {
        const plain = owner[name];
        owner[name] = function (/** @type {unknown[]} */ ...words) {
            const work = () => plain.apply(this, words);
            const call = state.calls++;
            if (call !== state.fail_at) return work();
            return failing(name === 'commit' ? this : this.transaction, work, name === 'commit');
        };
    }
}

/** @typedef {{calls: number, transactions: number, fail_at: number, manner: string}} Tampering */

/** @param {import('playwright-core').Page} page @returns {Promise<Tampering>} */
export const tampering = (page) => page.evaluate(() => /** @type {any} */ (window).tampering);

/** The next call but `later` fails. @param {import('playwright-core').Page} page @param {number} later @param {Manner} manner */
const fail_next = (page, later, manner) =>
    page.evaluate(([after, how]) => {
        const state = /** @type {any} */ (window).tampering;
        state.fail_at = state.calls + Number(after);
        state.manner = how;
    }, [later, manner]);

/** @param {import('playwright-core').Page} page @returns {Promise<void>} the banner and the status say that it is not saved */
const says_not_saved = (page) =>
    page.getByText(/处修改没有存进浏览器/).first().waitFor({ timeout: SAYS_SO_MS + SLACK_MS });

/** How many calls the page makes for one edit. @param {Desk} desk @returns {Promise<number>} */
async function calls_of_an_edit(desk) {
    const before = (await tampering(desk.page)).calls;
    await type_into(desk.page, FIELD, 'counted');
    await acknowledged(desk.page);
    const after = (await tampering(desk.page)).calls;
    assert.ok(after - before >= 4, 'the fence, the entry, which is the last, the commit');
    return after - before;
}

/** @param {Desk} desk @param {Figures} figures @param {number} call @param {Manner} manner */
async function fails_once(desk, figures, call, manner) {
    const { page } = desk;
    const what = `call ${call} ${manner}`;
    const before = (await card_of(page))[FIELD];
    const after = `${manner} at ${call}`;
    figures.runs += 1;
    await fail_next(page, call, manner);
    await type_into(page, FIELD, after);
    try {
        await says_not_saved(page);
    } catch {
        figures.fault('unnoticed', `${what}: no banner`);
    }
    if (await page.getByRole('heading', { name: '程序出错，已停止' }).isVisible()) {
        figures.fault('unnoticed', `${what}: the page fell over`);
    } else {
        const { transactions } = await tampering(page);
        await type_into(page, '传真', 'after the failure');
        await page.waitForTimeout(400);
        const again = (await tampering(page)).transactions - transactions;
        if (again > 0) figures.fault('torn', `${what}: ${again} more writes were tried`);
    }
    await page.reload();
    if ((await screen_of(page)) !== 'workspace') return figures.fault('torn', `${what}: ${await screen_of(page)}`);
    await open_card(page);
    const card = await card_of(page);
    if (![before, after].includes(card[FIELD])) figures.fault('torn', `${what}: ${card[FIELD]}`);
    if (card['传真'] !== '') figures.fault('torn', `${what}: an edit was written after the failure`);
}

/** @type {Manner[]} */
const QUICK = ['aborts', 'throws', 'quota'];
/** These take the page its five seconds. @type {Manner[]} */
const SLOW = ['hangs', 'is silent'];

/** @param {Desk} desk at the first start, tampered with @param {Figures} figures @param {number} manners of the quick ones */
export async function aborts(desk, figures, manners) {
    await start_with_one(desk.page);
    const calls = await calls_of_an_edit(desk);
    figures.notes.push(`${calls} calls an edit`);
    for (const manner of QUICK.slice(0, manners)) {
        for (let call = 0; call < calls; ++call) await fails_once(desk, figures, call, manner);
    }
    for (const manner of SLOW) await fails_once(desk, figures, calls - 1, manner);
}
