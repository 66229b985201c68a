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

Object.assign(window, { peer: { load, search } });
