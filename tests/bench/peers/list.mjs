// Typing into a search and sorting, with AG Grid showing what was found.

import { COLUMNS, names_in_sight, shown_grid } from './grid.mjs';
import { fetch_json, mark_of, painted, quiet, searched_text } from './painted.mjs';

/** @typedef {{typed: string, ms: number, mark: number}} Key */

/** Over the text that ours looks into, and nothing else. */
const QUICK_FILTER = {
    columnDefs: [
        ...COLUMNS.map((column) => ({ ...column, getQuickFilterText: () => '' })),
        { colId: 'text', field: 'text', hide: true },
    ],
    includeHiddenColumnsInQuickFilter: true,
    cacheQuickFilter: true,
};

/** @type {any[]} */ let customers = [];
/** @type {string[]} */ let texts = [];
/** @type {any} */ let api;
/** @type {any} */ let index;

/** @param {string} name @param {boolean} quick_filter whether the grid itself filters, over our searched text */
async function show(name, quick_filter) {
    customers = await fetch_json(name);
    texts = customers.map(searched_text);
    customers.forEach((customer, row) => (customer.row = row));
    if (quick_filter) customers.forEach((customer, row) => (customer.text = texts[row]));
    api = await shown_grid(customers, quick_filter ? QUICK_FILTER : {});
    await quiet(500);
}

/** Nothing is kept of the index's own ranking: rows come in their own order. @returns {number} ms */
function build_index() {
    const { FlexSearch } = /** @type {any} */ (window);
    const start = performance.now();
    index = new FlexSearch.Index({ tokenize: 'forward' });
    texts.forEach((text, row) => index.add(row, text));
    return performance.now() - start;
}

const WAYS = {
    scan: (/** @type {string} */ typed) => customers.filter((_, row) => texts[row].includes(typed)),
    index: (/** @type {string} */ typed) =>
        index.search(typed, { limit: customers.length }).sort((a, b) => a - b)
            .map((row) => customers[row]),
};

/** Of the customers that the grid shows, whether in sight or not. @returns {number[]} */
function rows_shown() {
    /** @type {number[]} */
    const rows = [];
    api.forEachNodeAfterFilter((/** @type {any} */ node) => rows.push(node.data.row));
    return rows;
}

/** @param {string} typed @param {'scan' | 'index' | 'grid'} way */
function search(typed, way) {
    if (way === 'grid') api.setGridOption('quickFilterText', typed);
    else api.setGridOption('rowData', typed ? WAYS[way](typed) : customers);
}

/** Keys one after the other, each when all is quiet. @param {string[]} keys @param {'scan' | 'index' | 'grid'} way @returns {Promise<Key[]>} */
async function type(keys, way) {
    const all = [];
    for (const typed of keys) {
        await quiet();
        const start = performance.now();
        search(typed, way);
        const ms = (await painted()) - start;
        all.push({ typed, ms, mark: mark_of(rows_shown()) });
    }
    return all;
}

/** The search without showing anything. @param {string[]} keys @returns {Key[]} */
const scan_only = (keys) => keys.map((typed) => {
    const start = performance.now();
    const found = WAYS.scan(typed);
    return { typed, ms: performance.now() - start, mark: mark_of(found.map(({ row }) => row)) };
});

/** Of what the scan finds, and of what the index finds, the shares that both find; the mean of all keys. @param {string[]} keys */
function accuracy(keys) {
    const shares = keys.map((typed) => {
        const [right, found] = [WAYS.scan(typed), WAYS.index(typed)].map((all) => new Set(all.map(({ row }) => row)));
        const both = [...found].filter((row) => right.has(row)).length;
        return { recall: right.size ? both / right.size : 1, precision: found.size ? both / found.size : 1 };
    });
    const mean = (/** @type {'recall' | 'precision'} */ what) =>
        shares.reduce((sum, one) => sum + one[what], 0) / shares.length;
    return { recall: mean('recall'), precision: mean('precision') };
}

/** @param {string} column @param {'asc' | 'desc'} direction */
async function sort(column, direction) {
    api.applyColumnState({ defaultState: { sort: null } });
    await quiet(200);
    const start = performance.now();
    api.applyColumnState({ state: [{ colId: column, sort: direction }], defaultState: { sort: null } });
    const ms = (await painted()) - start;
    await quiet(200);
    return { ms, names: names_in_sight() };
}

Object.assign(window, { peer: { show, build_index, type, scan_only, accuracy, sort } });
