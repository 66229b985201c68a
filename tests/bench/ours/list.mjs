// Typing, sorting, editing and walking through the list of customers of our page, by the events that
// a keyboard makes, timed inside the page.

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{typed: string, ms: number, names: string[]}} Key */

/** @param {Page} page @param {{typed: string, hits: number}[]} keys what must be found @returns {Promise<Key[]>} */
export const type = (page, keys) => page.evaluate(async (keys) => {
    const { bench } = /** @type {any} */ (window);
    /** @type {HTMLElement} */ (document.querySelector('#mirror input[type=search]')).focus();
    await bench.quiet();
    const all = [];
    for (const { typed, hits } of keys) {
        await new Promise((later) => setTimeout(later, 60));
        all.push({ typed, ms: await bench.type(typed, hits), names: bench.names() });
    }
    return all;
}, keys);

/** Asks for the list and types as soon as its first rows are painted. @param {Page} page
 *  @param {number} customers @param {{typed: string, hits: number}} key @returns {Promise<number>} ms */
export const type_at_once = (page, customers, key) => page.evaluate(async ({ customers, typed, hits }) => {
    const { bench } = /** @type {any} */ (window);
    const shown = bench.seen(() => bench.says(bench.count_words(customers)) && bench.names().length > 5);
    const buttons = [...document.querySelectorAll('#mirror nav button')];
    /** @type {HTMLElement} */ (buttons.find((one) => one.textContent === '客户')).click();
    await shown;
    return bench.type(typed, hits);
}, { customers, ...key });

/** Sorts by the header of a column. @param {Page} page @param {string} column @param {string} direction of aria-sort */
export const sort = (page, column, direction) => page.evaluate(async ([column, direction]) => {
    const { bench } = /** @type {any} */ (window);
    const find = () => [...document.querySelectorAll('#mirror [role=columnheader]')]
        .find((one) => one.textContent === column);
    /** @type {HTMLElement} */ (find()).focus();
    await bench.quiet();
    const done = bench.seen(() => find()?.getAttribute('aria-sort') === direction);
    const start = performance.now();
    find()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }));
    const ms = (await done) - start;
    await bench.quiet();
    return { ms, names: bench.names() };
}, /** @type {[string, string]} */ ([column, direction]));

/** Opens customers one after the other with the arrow key. @param {Page} page @param {number} count */
export const walk = (page, count) => page.evaluate(async (count) => {
    const { bench } = /** @type {any} */ (window);
    const list = /** @type {HTMLElement} */ (document.querySelector('#mirror [role=grid]'));
    const head = () => document.querySelector('#mirror aside h2')?.textContent;
    list.focus();
    const times = [];
    let shown = 0;
    for (let n = 0; n < count; ++n) {
        await bench.quiet();
        const before = head();
        const done = bench.seen(() => head() !== undefined && head() !== before);
        const start = performance.now();
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown',
            { key: 'ArrowDown', code: 'ArrowDown', bubbles: true, cancelable: true }));
        times.push((await done) - start);
        shown = document.querySelectorAll('#mirror aside [role=tabpanel] *').length;
    }
    return { times, shown, words: document.querySelector('#mirror aside')?.textContent ?? '' };
}, count);

/** Edits the city of the open customer; its profile is in sight. @param {Page} page @param {number} count @returns {Promise<number[]>} ms until the transaction is complete */
export const save = (page, count) => page.evaluate(async (count) => {
    const { bench } = /** @type {any} */ (window);
    const find = () => /** @type {HTMLInputElement} */ (document.querySelector('#mirror aside input[aria-label="城市"]'));
    const times = [];
    for (let n = 0; n < count; ++n) {
        find().focus();
        await bench.quiet();
        const field = find();
        field.value = `Stadt ${n}`;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
        await bench.quiet();
        const done = bench.committed();
        const start = performance.now();
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }));
        times.push((await done) - start);
    }
    return times;
}, count);
