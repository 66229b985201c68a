// The store port on IndexedDB: a batch is one strict transaction, answered only when it is
// complete. Requests are answered in order. Freezing after a fault is the program's decision.

import { LOCK_KEY, is_hidden_key, rows_of } from './store_lock.mjs';
import { Connection } from './store_connection.mjs';
import { says_barred } from './store_fence.mjs';
import { ReadAhead } from './store_ahead.mjs';
import { Sealing } from './store_sealing.mjs';
import { Writer } from './store_writer.mjs';
import { abort_if_open, ask_all, in_time, size_of } from './store_requests.mjs';
import { Fault, PLACES, StoreError, answer_of, completed, fault_of } from './store_database.mjs';
import { are_same } from './are_same.mjs';
import { begin_fresh, keep_pictures } from './store_anew.mjs';
import { current_database } from './current_database.mjs';
import { keep_lock, kept_lock, remember_lock } from './kept_lock.mjs';
import { readable_keys, readable_rows } from './store_salvage.mjs';

/**
 * @typedef {import('./host_types.js').Put} Put
 * @typedef {import('./host_types.js').Removal} Removal
 * @typedef {import('./host_types.js').Row} Row
 * @typedef {import('./host_types.js').StoreAnswers} StoreAnswers
 * @typedef {import('./host_types.js').StoreHost} StoreHost
 * @typedef {import('./store_seal.mjs').Bytes} Bytes
 */

const COMMIT_MS = 5000; // an edit; a second more for each megabyte of an import on a slow disk
const BYTES_A_MS = 1000;
const READ_MS = 60_000; // a big file on a slow disk
/** Somebody may have to find a recovery key first. */
const RECOVER_MS = 30 * 60_000;
const NEVER_MS = 2 ** 31 - 1; // the longest that a timer takes
const META = 2; // bb::Place
const BLOB = 3;
/** bb::Source */
const Source = { store: 0, salvage: 1, spare: 2 };

/** @implements {StoreHost} */
export class Store {
    #base;
    #answers;
    #connection;
    /** While a recovered file goes into a fresh one: the one that it is recovered from. @type {Promise<IDBDatabase> | null} */
    #old = null;
    /** What the first requests will ask for. @type {ReadAhead | null} */
    #ahead = null;
    /** Nobody else sees rows sealed. */
    lock = new Sealing();
    /** Once for all that is read from it. @type {Promise<void> | null} */
    #unlocking_spare = null;
    /** Where the second copy is, when there is one. @type {import('./spare.mjs').Spare | null} */
    spare = null;
    /** Finds the one that an earlier visit left. @type {() => import('./spare.mjs').Spare | null} */
    find_spare = () => null;
    /** Answers are given one after another in the order of the requests. */
    #last_answer = Promise.resolve();

    /**
     * @param {string} name of the database
     * @param {StoreAnswers} answers
     * @param {string} [base] of the names of the databases that a recovered file goes into
     */
    constructor(name, answers, base = name) {
        this.#base = base;
        this.#answers = answers;
        this.writer = new Writer(base);
        this.#connection = new Connection(name, (database) => this.writer.takes_up(database));
    }

    /** Begins to read while the program is still loading. @returns {Promise<void>} when it goes on by itself */
    read_ahead() {
        this.#ahead = new ReadAhead(this.#connection);
        return this.#ahead.begun;
    }

    /** Resolves when the file can be read: at once, or when its lock is open. */
    async unlock() {
        await this.lock.unlock(await kept_lock(await this.#connection.database().catch(() => null), this.#base));
    }

    /**
     * A lock with another passcode. The file is open by then: that there is no place for it keeps nobody out.
     * @param {Bytes} row @param {Bytes} opened from which it was made
     * @returns {Promise<boolean>} false when the database has not got it: there the lock before goes on counting
     */
    async keep_lock(row, opened) {
        const database = await this.#connection.database().catch(() => null);
        const kept = await kept_lock(database, this.#base);
        const moved = (await current_database(this.#base)) !== this.#connection.name;
        // Meanwhile another tab has changed it: this one has not asked for what opens it now.
        if (moved || (kept && !are_same(kept, opened))) return location.reload(), true;
        // None is kept where the second copy alone had it.
        if (database && (await keep_lock(database, this.#base, row).then(() => true, () => false))) return true;
        remember_lock(this.#base, row);
        return false;
    }

    /**
     * Resolves when it is known whether this tab writes, so that the program starts with that.
     * @param {(elsewhere: boolean) => unknown} tell whether another tab writes; again when that ends
     * @param {() => void} [alone] no other tab does, which is known some time before this one can write
     */
    async become_writer(tell, alone = () => {}) {
        await this.writer.wait_for_turn(() => this.#connection.database(), tell, alone);
    }

    /** Lets another tab write, and have the second copy; this one never will again. */
    give_way() {
        this.spare?.end();
        this.writer.give_way();
    }

    /**
     * @param {number} request @param {number} place @param {string} first_key @param {string} last_key
     * @param {number} [source]
     */
    read_range(request, place, first_key, last_key, source = Source.store) {
        const work = source === Source.store ? this.#read_range(place, first_key, last_key)
            : this.#read_to_recover(source, place, first_key, last_key);
        const most = source === Source.store ? READ_MS : RECOVER_MS;
        this.#answer(request, most, work, (rows) => this.#answers.rows_read(request, rows));
    }

    /** @param {number} place @param {string} first_key @param {string} last_key @returns {Promise<Row[]>} */
    async #read_range(place, first_key, last_key) {
        if (first_key > last_key) return [];
        const { keys, values } = await this.#read_of(this.#connection.database(), place, async (store) => {
            const range = IDBKeyRange.bound(first_key, last_key);
            const keys = answer_of(store.getAllKeys(range));
            const values = await answer_of(store.getAll(range));
            return { keys: await keys, values };
        });
        if (place === META) await this.#check_ahead(values[keys.indexOf('active')]);
        return this.lock.opened(place, rows_of(keys, values));
    }

    /** @param {number} source @param {number} place @param {string} first_key @param {string} last_key @returns {Promise<Row[]>} */
    async #read_to_recover(source, place, first_key, last_key) {
        if (source === Source.spare) {
            const spare = this.spare ?? this.find_spare();
            await spare?.opened;
            if (spare && !this.lock.row) await (this.#unlocking_spare ??= this.#unlock_spare(spare));
            const rows = (await spare?.read_rows(place, first_key, last_key)) ?? [];
            return this.lock.opened(place, rows.filter(({ key }) => !is_hidden_key(key)));
        }
        const rows = await this.#read_of(this.#old ?? this.#connection.database(), place, (store) =>
            readable_rows(store, IDBKeyRange.bound(first_key, last_key)));
        return this.lock.opened(place, rows_of(rows.map(([key]) => key), rows.map(([, value]) => value)));
    }

    /** The copy of an encrypted file, when nothing else is left that says so. @param {import('./spare.mjs').Spare} spare */
    async #unlock_spare(spare) {
        await this.lock.unlock(/** @type {Bytes | null} */ (await spare.last_meta(LOCK_KEY)));
    }

    /** See bb::StorePort::begin_anew. @param {number} request */
    begin_anew(request) {
        this.#answer(request, NEVER_MS, this.#begin_anew(), () => this.#answers.committed(request));
    }

    /** Pictures may be many and the disk slow: each step of it has its time, not all together. */
    async #begin_anew() {
        const old = (this.#old ??= this.#connection.database());
        const { database: fresh } = await in_time(begin_fresh(this.#base, this.lock.row), READ_MS);
        await keep_pictures(fresh, this.#picture_sources(old), this.lock, READ_MS);
        await in_time(this.writer.move_to(fresh), READ_MS);
        this.#ahead = null;
        this.#connection = Connection.of(fresh);
    }

    /** The second copy knows of each of its rows whether it is what was written. @param {Promise<IDBDatabase>} old */
    #picture_sources(old) {
        const spare = this.spare ?? this.find_spare();
        const read_of = (/** @type {number} */ source) => (/** @type {string} */ key) =>
            this.#read_to_recover(source, BLOB, key, key);
        return [
            { keys: async () => (await spare?.keys(BLOB)) ?? [], read: read_of(Source.spare) },
            { keys: () => this.#read_of(old, BLOB, readable_keys), read: read_of(Source.salvage) },
        ];
    }

    /** @param {number} request @param {number} place @param {string[]} keys */
    read_keys(request, place, keys) {
        const work = this.#read_keys(place, keys);
        this.#answer(request, READ_MS, work, (rows) => this.#answers.rows_read(request, rows));
    }

    /** @param {number} request @param {Put[]} puts @param {Removal[]} removals */
    commit(request, puts, removals) {
        this.#ahead = null; // the file is open by now
        const answered = new AbortController();
        const work = this.#write(puts, removals, answered.signal);
        const bytes = puts.reduce((sum, put) => sum + size_of(put), 0);
        const most = COMMIT_MS + bytes / BYTES_A_MS;
        this.#answer(request, most, work, () => this.#answers.committed(request), answered);
    }

    /**
     * @template T
     * @param {Promise<IDBDatabase>} opened @param {number} place @param {(store: IDBObjectStore) => Promise<T>} work
     */
    async #read_of(opened, place, work) {
        const database = await opened;
        const transaction = database.transaction(PLACES[place], 'readonly');
        return work(transaction.objectStore(PLACES[place]));
    }

    /** @param {number} place @param {string[]} keys @returns {Promise<Row[]>} */
    async #read_keys(place, keys) {
        const ahead = PLACES[place] === 'shard' ? await this.#ahead?.take(keys) : null;
        const values = ahead ?? (await this.#read_of(this.#connection.database(), place, (store) =>
            Promise.all(keys.map((key) => answer_of(store.get(key))))));
        return this.lock.opened(place, rows_of(keys, values));
    }

    /** Forgets what was read ahead if the file is another by now. @param {unknown} active */
    async #check_ahead(active) {
        if (!(await this.#ahead?.is_of(active))) this.#ahead = null;
    }

    /** The program waits for one before it asks for the next. @param {Put[]} plain @param {Removal[]} removals @param {AbortSignal} given_up */
    async #write(plain, removals, given_up) {
        // Small ones are sealed before anything is waited for: the page may be going away.
        const sealed = this.lock.sealed(plain);
        const puts = sealed instanceof Promise ? await sealed : sealed;
        // Waited for only then: what is read after a write is asked for after it.
        if (this.writer.has_to_begin) await this.writer.begin(await this.#connection.database());
        const { fence } = this.writer;
        const used = new Set([...puts, ...removals].map(({ place }) => PLACES[place]));
        const transaction = await this.#connection.transaction([...used.add('meta')], 'readwrite', {
            durability: 'strict',
        });
        const done = completed(transaction);
        /** @type {IDBRequest | undefined} */
        let barred;
        try {
            barred = fence.ask(transaction.objectStore('meta'));
            // Of an edit nothing is left to ask: a page that goes away now has said all it had to say.
            ask_all(transaction, puts, removals, given_up);
        } catch (reason) {
            // Left alone, the transaction would commit what was asked before this.
            const ended = done.catch(() => {});
            abort_if_open(transaction);
            await ended;
            throw reason;
        }
        await done.catch((reason) => {
            if (barred && says_barred(barred))
                throw new StoreError(Fault.blocked, 'another tab has become the writer');
            fence.is_unsure();
            this.writer.has_failed();
            throw reason;
        });
        fence.has_passed();
        this.writer.has_kept();
        // Takes the buffers: nobody needs them any more. The copy is of the old database.
        if (!this.#old) this.spare?.follow({ puts, removals });
    }

    /**
     * @template T
     * @param {number} request @param {number} most milliseconds
     * @param {Promise<T>} work @param {(result: T) => void} tell @param {AbortController} [answered]
     */
    #answer(request, most, work, tell, answered) {
        const outcome = in_time(work, most).then(
            (result) => () => tell(result),
            (reason) => () => {
                answered?.abort(); // from here on the rows may be gone
                this.#answers.failed(request, fault_of(reason));
            },
        );
        this.#last_answer = this.#last_answer.then(() => outcome).then((answer) => answer());
    }
}
