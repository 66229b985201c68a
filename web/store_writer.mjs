// Whether this tab writes the database, and as which writer: it waits for the lock, takes an epoch
// when it has it, and fences each commit. See store_lock.mjs and store_fence.mjs.

import { EPOCH_KEY, end_epoch, epoch_number, hold_writer_lock, raise_epoch } from './store_lock.mjs';
import { Fault, StoreError, answer_of } from './store_database.mjs';
import { Fence } from './store_fence.mjs';
import { begin_fresh_log, remember_cut_short, was_cut_short } from './store_fresh_log.mjs';

export class Writer {
    #name;
    /** @type {number | null} this tab's; null = another tab writes, 0 = this one, to a database that cannot be written */
    #epoch = null;
    /** Of that epoch. @type {Fence | null} */
    #fence = null;
    /** The one that this tab writes. @type {IDBDatabase | null} */
    #database = null;
    /** Whether writes of this tab go well, and who hears when they do after all. */
    keeps = true;
    on_keeps = () => {};
    #end_turn = () => {};
    #turn = new Promise((ended) => {
        this.#end_turn = () => ended(undefined);
    });
    #has_given_way = false;

    /** @param {string} name of the database for which the tabs take turns, and that of its lock */
    constructor(name) {
        this.#name = name;
    }

    /**
     * Resolves when it is known whether this tab writes.
     * @param {() => Promise<IDBDatabase>} opened asked for when it does
     * @param {(elsewhere: boolean) => unknown} tell whether another tab writes; again when that ends
     * @param {() => void} alone no other tab does, which is known some time before this one can write
     */
    async wait_for_turn(opened, tell, alone) {
        await new Promise((known) => {
            hold_writer_lock(this.#name, async (elsewhere) => {
                if (this.#has_given_way) return;
                if (!elsewhere) {
                    alone();
                    await this.#begin_if_it_can_be_written(opened);
                }
                await tell(elsewhere);
                known(undefined);
            }, this.#turn);
        });
    }

    /** Lets another tab write. This one never will again. */
    give_way() {
        this.#has_given_way = true;
        this.#end_turn();
    }

    /** Of a database that a recovered file goes into. @param {IDBDatabase} fresh */
    async move_to(fresh) {
        this.#writes(fresh, (await raise_epoch(fresh)).epoch);
    }

    /** Whether a database that was opened again is still the one of this tab. @param {IDBDatabase} database */
    async takes_up(database) {
        const meta = database.transaction('meta', 'readonly').objectStore('meta');
        const epoch = epoch_number(await answer_of(meta.get(EPOCH_KEY)));
        const same = epoch > 0 && (this.#epoch ?? epoch) <= epoch;
        if (same && this.#epoch !== null) {
            await begin_fresh_log(database);
            this.#fence?.is_unsure();
            this.#database = database;
        }
        return same;
    }

    /** There was no room when the tab began; perhaps there is now. */
    get has_to_begin() {
        return this.#epoch === 0;
    }

    /** What a commit asks in its transaction; throws where another tab writes. @returns {Fence} */
    get fence() {
        if (!this.#fence) throw new StoreError(Fault.blocked, 'another tab writes');
        return this.#fence;
    }

    /** @param {IDBDatabase} database */
    async begin(database) {
        const { epoch, unclean } = await raise_epoch(database);
        if (unclean || was_cut_short(this.#name)) await begin_fresh_log(database);
        remember_cut_short(this.#name, false);
        this.#writes(database, epoch);
    }

    /** @param {IDBDatabase} database @param {number} epoch */
    #writes(database, epoch) {
        this.#epoch = epoch;
        this.#fence = new Fence(epoch);
        this.#database = database;
    }

    /** After a commit that went well. */
    has_kept() {
        if (this.keeps) return;
        this.keeps = true;
        this.on_keeps();
    }

    /** After one that did not: the next writer begins a new log. */
    has_failed() {
        remember_cut_short(this.#name, true);
    }

    /** The page goes: what is asked for after this may not be heard any more. */
    let_go() {
        if (!this.#database || !this.#epoch) return;
        try {
            end_epoch(this.#database, this.#epoch);
        } catch {
            // The next writer takes this one for killed, which costs it a moment.
        }
    }

    /** A database that cannot be written says so at every commit. @param {() => Promise<IDBDatabase>} opened */
    async #begin_if_it_can_be_written(opened) {
        try {
            await this.begin(await opened());
        } catch {
            this.keeps = false;
            this.#epoch = 0;
        }
    }
}
