// The store port on IndexedDB: a batch is one strict transaction, answered only when it is
// complete. Requests are answered in order. Freezing after a fault is the program's decision.

import { ask_not_barred, hold_writer_lock, is_own_key, raise_epoch } from './store_lock.mjs';
import {
    Fault, PLACES, StoreError, answer_of, completed, fault_of, open_database,
} from './store_database.mjs';
import { UNFINISHED, fresh_database } from './current_database.mjs';
import { readable_rows } from './store_salvage.mjs';

/**
 * @typedef {import('./host_types.js').Put} Put
 * @typedef {import('./host_types.js').Removal} Removal
 * @typedef {import('./host_types.js').Row} Row
 * @typedef {import('./host_types.js').StoreAnswers} StoreAnswers
 * @typedef {import('./host_types.js').StoreHost} StoreHost
 */

const COMMIT_MS = 5000; // an edit; a second more for each megabyte of an import on a slow disk
const BYTES_A_MS = 1000;
const READ_MS = 60_000; // a big file on a slow disk
const BLOB = 3; // bb::Place
/** bb::Source */
const Source = { store: 0, salvage: 1, spare: 2 };

/** @implements {StoreHost} */
export class Store {
    #base;
    #name;
    #answers;
    /** @type {Promise<IDBDatabase>} */
    #database;
    /** While a recovered file goes into a fresh one: the one that it is recovered from. @type {Promise<IDBDatabase> | null} */
    #old = null;
    /** @type {number | null} this tab's epoch; null = another tab writes */
    #epoch = null;
    /** @type {Promise<ReadAhead | null> | null} what the first requests will ask for */
    #ahead = null;
    /** Where the second copy is, when there is one. @type {import('./spare.mjs').Spare | null} */
    spare = null;
    /** Finds the one that an earlier visit left. @type {() => import('./spare.mjs').Spare | null} */
    find_spare = () => null;
    /** Whether the first write of this tab went well. */
    keeps = true;
    /** Answers are given one after another in the order of the requests. */
    #last_answer = Promise.resolve();

    /**
     * @param {string} name of the database
     * @param {StoreAnswers} answers
     * @param {string} [base] of the names of the databases that a recovered file goes into
     */
    constructor(name, answers, base = name) {
        this.#base = base;
        this.#name = name;
        this.#answers = answers;
        this.#database = this.#opened();
        this.#database.catch(() => {}); // every request that needs it says so
    }

    /**
     * Reads all shards while the program is still loading. A shard's key is never written twice, but
     * another tab may have written a new file since: what was read counts only while the rows that
     * name the shards are the same when the program asks for them itself.
     */
    read_ahead() {
        this.#ahead = read_all(this.#database).catch(() => null);
    }

    /**
     * Resolves when it is known whether this tab writes, so that the program starts with that.
     * @param {(elsewhere: boolean) => void} tell whether another tab writes; again when that ends
     */
    async become_writer(tell) {
        await new Promise((known) => {
            hold_writer_lock(this.#base, async (elsewhere) => {
                try {
                    if (!elsewhere) this.#epoch = await raise_epoch(await this.#database);
                } catch {
                    this.keeps = false;
                    this.#epoch = 0; // a database that cannot be written says so at every commit
                }
                tell(elsewhere);
                known(undefined);
            });
        });
    }

    /**
     * @param {number} request @param {number} place @param {string} first_key @param {string} last_key
     * @param {number} [source]
     */
    read_range(request, place, first_key, last_key, source = Source.store) {
        const work = source === Source.store ? this.#read_range(place, first_key, last_key)
            : this.#read_to_recover(source, place, first_key, last_key);
        this.#answer(request, READ_MS, work, (rows) => this.#answers.rows_read(request, rows));
    }

    /** @param {number} place @param {string} first_key @param {string} last_key @returns {Promise<Row[]>} */
    #read_range(place, first_key, last_key) {
        return this.#read(place, async (store) => {
            if (first_key > last_key) return [];
            const range = IDBKeyRange.bound(first_key, last_key);
            const keys = answer_of(store.getAllKeys(range));
            const values = await answer_of(store.getAll(range));
            const rows = rows_of(await keys, values);
            if (PLACES[place] === 'meta') await this.#check_ahead(rows);
            return rows;
        });
    }

    /** @param {number} source @param {number} place @param {string} first_key @param {string} last_key @returns {Promise<Row[]>} */
    async #read_to_recover(source, place, first_key, last_key) {
        if (source === Source.spare) {
            const spare = this.spare ?? this.find_spare();
            await spare?.opened;
            return (await spare?.read_rows(place, first_key, last_key)) ?? [];
        }
        const database = this.#old ?? this.#database;
        return this.#read_of(database, place, async (store) => {
            const rows = await readable_rows(store, IDBKeyRange.bound(first_key, last_key));
            return rows_of(rows.map(([key]) => key), rows.map(([, value]) => value));
        });
    }

    /** See bb::StorePort::begin_anew. @param {number} request */
    begin_anew(request) {
        this.#answer(request, READ_MS, this.#begin_anew(), () => this.#answers.committed(request));
    }

    async #begin_anew() {
        this.#old ??= this.#database;
        const name = await fresh_database(this.#base);
        const fresh = await open_database(name);
        const begun = fresh.transaction('meta', 'readwrite', { durability: 'strict' });
        begun.objectStore('meta').put(new ArrayBuffer(0), UNFINISHED);
        await completed(begun);
        for (const { key, bytes } of await this.#all_pictures()) {
            // One at a time: together they may be more than fits into memory twice.
            const one = fresh.transaction('blob', 'readwrite');
            one.objectStore('blob').put(bytes.slice().buffer, key);
            await completed(one);
        }
        this.#epoch = await raise_epoch(fresh);
        this.#name = name;
        this.#ahead = null;
        this.#database = Promise.resolve(fresh);
    }

    /** Of store and second copy, as far as they can be read. @returns {Promise<Row[]>} */
    async #all_pictures() {
        const sources = [Source.spare, Source.salvage];
        const found = await Promise.all(sources.map((source) =>
            this.#read_to_recover(source, BLOB, '', '~').catch(() => []),
        ));
        return found.flat();
    }

    /** @param {number} request @param {number} place @param {string[]} keys */
    read_keys(request, place, keys) {
        const work = this.#read_keys(place, keys);
        this.#answer(request, READ_MS, work, (rows) => this.#answers.rows_read(request, rows));
    }

    /** @param {number} request @param {Put[]} puts @param {Removal[]} removals */
    commit(request, puts, removals) {
        this.#ahead = null; // the file is open by now
        const work = this.#write(puts, removals);
        const bytes = puts.reduce((sum, put) => sum + put.bytes.length, 0);
        const most = COMMIT_MS + bytes / BYTES_A_MS;
        this.#answer(request, most, work, () => this.#answers.committed(request));
    }

    async #opened() {
        const database = await open_database(this.#name);
        const gone = () => {
            this.#database = Promise.reject(new StoreError(Fault.closed, 'the database was closed'));
            this.#database.catch(() => {});
        };
        // A tab with newer code wants the database: it gets it, this one stops writing.
        database.onversionchange = () => {
            database.close();
            gone();
        };
        database.onclose = gone;
        return database;
    }

    /** @param {number} place @param {(store: IDBObjectStore) => Promise<Row[]>} work */
    #read(place, work) {
        return this.#read_of(this.#database, place, work);
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
        const ahead = PLACES[place] === 'shard' ? await this.#ahead : null;
        if (ahead && keys.every((key) => ahead.shards.has(key))) {
            const rows = rows_of(keys, keys.map((key) => ahead.shards.get(key)));
            for (const key of keys) ahead.shards.delete(key); // asked for once, then let go
            return rows;
        }
        return this.#read(place, async (store) => {
            const values = await Promise.all(keys.map((key) => answer_of(store.get(key))));
            return rows_of(keys, values);
        });
    }

    /** Forgets what was read ahead if the file is another by now. @param {Row[]} meta */
    async #check_ahead(meta) {
        const ahead = await this.#ahead;
        const active = meta.find(({ key }) => key === 'active');
        if (!ahead || !same_bytes(active?.bytes, ahead.active)) this.#ahead = null;
    }

    /** @param {Put[]} puts @param {Removal[]} removals */
    async #write(puts, removals) {
        const database = await this.#database;
        if (this.#epoch === null) throw new StoreError(Fault.blocked, 'another tab writes');
        const used = new Set([...puts, ...removals].map(({ place }) => PLACES[place]));
        const transaction = database.transaction([...used.add('meta')], 'readwrite', {
            durability: 'strict',
        });
        const done = completed(transaction);
        /** @type {IDBRequest | undefined} */
        let barred;
        try {
            barred = ask_not_barred(transaction.objectStore('meta'), this.#epoch);
            ask_all(transaction, puts, removals);
            // Nothing is asked in between, so a page that goes away now has said all it had to say.
            transaction.commit();
        } catch (reason) {
            // Left alone, the transaction would commit what was asked before this.
            const ended = done.catch(() => {});
            abort_if_open(transaction);
            await ended;
            throw reason;
        }
        await done.catch((reason) => {
            if (barred?.error?.name !== 'ConstraintError') throw reason;
            throw new StoreError(Fault.blocked, 'another tab has become the writer');
        });
        // Takes the buffers: nobody needs them any more. The copy is of the old database.
        if (!this.#old) this.spare?.follow({ puts, removals });
    }

    /**
     * @template T
     * @param {number} request @param {number} most milliseconds
     * @param {Promise<T>} work @param {(result: T) => void} tell
     */
    #answer(request, most, work, tell) {
        const outcome = in_time(work, most).then(
            (result) => () => tell(result),
            (reason) => () => this.#answers.failed(request, fault_of(reason)),
        );
        this.#last_answer = this.#last_answer.then(() => outcome).then((answer) => answer());
    }
}

/**
 * @typedef {object} ReadAhead
 * @property {Uint8Array | undefined} active the row that names the shards
 * @property {Map<IDBValidKey, unknown>} shards
 */

/**
 * Two transactions, so that the writer's own in `meta` need not wait for all shards. In this order:
 * what an unchanged row names was there all the time.
 * @param {Promise<IDBDatabase>} opened @returns {Promise<ReadAhead>}
 */
async function read_all(opened) {
    const database = await opened;
    const meta = database.transaction('meta', 'readonly').objectStore('meta');
    const row = await answer_of(meta.get('active'));
    const shard = database.transaction('shard', 'readonly').objectStore('shard');
    const keys = answer_of(shard.getAllKeys());
    const values = await answer_of(shard.getAll());
    return {
        active: row instanceof ArrayBuffer ? new Uint8Array(row) : undefined,
        shards: new Map((await keys).map((key, i) => [key, values[i]])),
    };
}

/** @param {Uint8Array | undefined} a @param {Uint8Array | undefined} b */
function same_bytes(a, b) {
    if (!a || !b) return a === b;
    return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** One that the browser has aborted itself cannot be aborted again. @param {IDBTransaction} transaction */
function abort_if_open(transaction) {
    try {
        transaction.abort();
    } catch {
        // Its `abort` is on its way, or was there.
    }
}

/** One burst. @param {IDBTransaction} transaction @param {Put[]} puts @param {Removal[]} removals */
function ask_all(transaction, puts, removals) {
    for (const { place, key, bytes } of puts) {
        transaction.objectStore(PLACES[place]).put(bytes.buffer, key);
    }
    for (const { place, first_key, last_key } of removals) {
        if (first_key > last_key) continue;
        transaction.objectStore(PLACES[place]).delete(IDBKeyRange.bound(first_key, last_key));
    }
}

/**
 * Sometimes neither `complete` nor `abort` ever comes.
 * @template T @param {Promise<T>} work @param {number} most milliseconds @returns {Promise<T>}
 */
function in_time(work, most) {
    /** @type {ReturnType<typeof setTimeout>} */
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(
            () => reject(new StoreError(Fault.timeout, 'no answer from the database')), most,
        );
    });
    return /** @type {Promise<T>} */ (Promise.race([work, late])).finally(() => clearTimeout(timer));
}

/** The epoch is this module's own. @param {IDBValidKey[]} keys @param {unknown[]} values @returns {Row[]} */
function rows_of(keys, values) {
    return keys.flatMap((key, i) => {
        const value = values[i];
        if (typeof key !== 'string' || is_own_key(key)) return [];
        if (!(value instanceof ArrayBuffer)) return [];
        return [{ key, bytes: new Uint8Array(value) }];
    });
}
