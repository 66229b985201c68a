// What the page must still know: the edits in their order, and up to which of them it has said
// "saved". After a kill the file must be one of the states from the last acknowledged edit on; any
// other state has lost an acknowledged one or holds a later edit without an earlier one.

export const FIELDS = ['城市', '地址', '传真', '负责人', '感兴趣的产品', '现有供应商', '指定地点', '付款方式', '备注'];

/** @typedef {Record<string, string>} State */

export class Model {
    /** @type {State} */
    #base = Object.fromEntries(FIELDS.map((name) => [name, '']));
    /** @type {{field: string, value: string}[]} made since the state that is known to be stored */
    #edits = [];
    #acknowledged = 0;
    #made = 0;

    /** @param {string} field @param {number} [length] at least @returns {string} a value that was never used before */
    edit(field, length = 0) {
        const value = `v${++this.#made}`.padEnd(length, '.');
        this.#edits.push({ field, value });
        return value;
    }

    /** Everything edited until now has been called saved. */
    acknowledge() {
        this.#acknowledged = this.#edits.length;
    }

    /** @returns {State} with every edit in it */
    get newest() {
        return this.#state_after(this.#edits.length);
    }

    /** @param {number} count of edits @returns {State} */
    #state_after(count) {
        const state = { ...this.#base };
        for (const { field, value } of this.#edits.slice(0, count)) state[field] = value;
        return state;
    }

    /**
     * Goes on from what was found.
     * @param {State} found @returns {'sound' | 'lost' | 'torn'}
     */
    judge(found) {
        const stands = this.#edits_in(found);
        const verdict = stands < 0 ? 'torn' : stands < this.#acknowledged ? 'lost' : 'sound';
        this.#base = found;
        this.#edits = [];
        this.#acknowledged = 0;
        return verdict;
    }

    /** @param {State} found @returns {number} how many edits it holds; −1 when it is none of the states */
    #edits_in(found) {
        const same = (/** @type {State} */ state) => FIELDS.every((name) => state[name] === found[name]);
        for (let count = this.#edits.length; count >= 0; --count) {
            if (same(this.#state_after(count))) return count;
        }
        return -1;
    }
}
