// Keeps a writer from writing that slept through losing its lock (frozen, then woken): each of its
// transactions adds a row that the next writer has put there before, and fails as a whole where it
// stands already. No answer is waited for, so a transaction can be committed at once, also by a page
// that is just going away.
//
// The row is that of the next turn of this writer: rows that only come cost half of one that comes and
// goes at each edit. While it is not known whether the last turn was kept, so that no later writer can
// know the next one either, it is the bar of the whole epoch, taken away again at once.

import { answer_of } from './store_database.mjs';

const BAR = 'epoch-over-';
/** Those before are swept away once in so many. */
const TURNS_KEPT = 64;

/** @param {number} number @returns {string} in the order of numbers */
const digits = (number) => String(number).padStart(15, '0');
/** @param {number} epoch */
const bar_of = (epoch) => BAR + digits(epoch);
/** @param {number} epoch @param {number} turn */
const turn_of = (epoch, turn) => `${bar_of(epoch)}-${digits(turn)}`;
/** @param {number} epoch @param {number} turn */
const turns_before = (epoch, turn) => IDBKeyRange.bound(bar_of(epoch), turn_of(epoch, turn), true, true);

/** @param {string} key */
export const is_fence_key = (key) => key.startsWith(BAR);

/** Asks by the bar of the epoch. @param {IDBObjectStore} meta @param {number} epoch @returns {IDBRequest} */
export function ask_by_bar(meta, epoch) {
    const request = meta.add(new ArrayBuffer(0), bar_of(epoch));
    meta.delete(bar_of(epoch));
    return request;
}

/** Of an epoch that is over, whatever its writer asks with. @param {IDBObjectStore} meta @param {number} epoch */
export async function bar_epoch(meta, epoch) {
    const kept = await answer_of(meta.getAllKeys(turns_before(epoch, Number.MAX_SAFE_INTEGER)));
    const last = Number(String(kept.at(-1) ?? '0').split('-').at(-1));
    meta.put(new ArrayBuffer(0), bar_of(epoch));
    meta.put(new ArrayBuffer(0), turn_of(epoch, last + 1));
    meta.delete(turns_before(epoch, last));
}

/** From here on it is not kept from writing. @param {IDBObjectStore} meta @param {number} epoch */
export function forget_bar(meta, epoch) {
    meta.delete(IDBKeyRange.bound(bar_of(epoch), `${bar_of(epoch)}~`));
}

/** Where the disk fails, a transaction ends before its requests do: these have no error then, not even none.
 *  @param {IDBRequest} asked of a fence @returns {boolean} whether a later tab has become the writer */
export const says_barred = (asked) => asked.readyState === 'done' && asked.error?.name === 'ConstraintError';

/** Of a writer, for its life. */
export class Fence {
    #epoch;
    /** The last one kept; null when that is not known any more. @type {number | null} */
    #turn = 0;
    #under_way = false;

    /** @param {number} epoch */
    constructor(epoch) {
        this.#epoch = epoch;
    }

    /** Makes a transaction fail when a later tab has become the writer. @param {IDBObjectStore} meta
     *  @returns {IDBRequest} whose error says so */
    ask(meta) {
        if (this.#under_way) this.is_unsure();
        this.#under_way = true;
        if (this.#turn === null) return ask_by_bar(meta, this.#epoch);
        const next = this.#turn + 1;
        const request = meta.add(new ArrayBuffer(0), turn_of(this.#epoch, next));
        if (next % TURNS_KEPT === 0) meta.delete(turns_before(this.#epoch, next));
        return request;
    }

    /** The transaction that was asked for last is complete. */
    has_passed() {
        this.#under_way = false;
        if (this.#turn !== null) ++this.#turn;
    }

    /** One may be kept or not. */
    is_unsure() {
        this.#turn = null;
    }
}
