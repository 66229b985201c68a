// Whether the page of the passcode was opened by the program, out of a file that it had just read and
// found in order. To move a damaged one and delete what it comes from could delete what would heal it.

import { page_folder } from './page_folder.mjs';

/** @param {string} base @returns {string} key in sessionStorage, which belongs to one tab */
const noted_under = (base) => `buyerbook-lock-visit ${page_folder()} ${base}`;

/** @param {string} base */
export function begin_lock_visit(base) {
    sessionStorage.setItem(noted_under(base), '1');
    const address = new URL(location.href);
    address.searchParams.set('lock', '1');
    location.assign(address);
}

/** @param {string} base */
export const comes_from_program = (base) => sessionStorage.getItem(noted_under(base)) !== null;

/** Back to the program. @param {string} base */
export function end_lock_visit(base) {
    sessionStorage.removeItem(noted_under(base));
    const address = new URL(location.href);
    address.searchParams.delete('lock');
    location.replace(address);
}
