// The page's search by itself (tests/bench/search/search.cpp), in a page without anything else.

import { order_mark_of } from '../peers/painted.mjs';

const { default: start } = await import(new URL('/search/search.mjs', location.href).href);
const program = await start();

/** As after loading: the list has been shown once. @param {number} customers */
function load(customers) {
    program._make(customers);
    program._find(program.stringToNewUTF8(''));
}

/** Each key from the text to the rows in their order. @param {string[]} keys */
const search = (keys) => keys.map((typed) => {
    const start = performance.now();
    const count = program._find(program.stringToNewUTF8(typed));
    const ms = performance.now() - start;
    const at = program._found() / 4;
    return { typed, ms, order: order_mark_of(program.HEAPU32.slice(at, at + count)) };
});

/** What happened with the first customers, newest first: ms for each, ms for linking all activities to
 *  their customers before, and the words of the last. One is too short for the clock of a page.
 *  @param {import('../data.mjs').Size} size @param {number} count */
function timelines({ customers, activities }, count) {
    program._make(customers);
    program._make_activities(activities, customers);
    const begun = performance.now();
    program._link_activities();
    const linked = performance.now();
    let words = 0;
    for (let customer = 0; customer < count; ++customer) words = program._timeline(customer);
    return {
        linking: linked - begun, ms: (performance.now() - linked) / count, words: program.UTF8ToString(words),
    };
}

Object.assign(window, { peer: { load, search, timelines } });
