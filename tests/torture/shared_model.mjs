// What several tabs must still know. Each field by itself: the last value that was called saved, or
// one typed later that nobody has been told about; values are never used twice.

import { FIELDS } from './model.mjs';

/** @typedef {import('./model.mjs').State} State */

export class SharedModel {
    /** @type {Map<string, string>} */
    #saved = new Map(FIELDS.map((field) => [field, '']));
    /** @type {Map<string, string[]>} */
    #later = new Map(FIELDS.map((field) => [field, []]));
    #made = 0;

    /** @param {string} field @returns {string} a new value, about to be typed into a tab */
    edit(field) {
        const value = `t${++this.#made}`;
        this.#later.get(field)?.push(value);
        return value;
    }

    /** No value from before can come back: its stamp is older. @param {string} field @param {string} value */
    acknowledge(field, value) {
        this.#saved.set(field, value);
        this.#later.set(field, []);
    }

    /** @param {State} found @returns {string[]} fields with a value that must not stand there */
    wrong_in(found) {
        return FIELDS.flatMap((field) => {
            const right = [this.#saved.get(field), ...(this.#later.get(field) ?? [])];
            return right.includes(found[field]) ? [] : [`${field} "${found[field]}" instead of "${right.join('" or "')}"`];
        });
    }
}
