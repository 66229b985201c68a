// The connection to the database. The browser gives it up where the disk fails under it, as a full one
// does; the next request then makes another, if the database is still the same one.

import { Fault, StoreError, fault_of, open_database } from './store_database.mjs';

export class Connection {
    #takes_up;
    /** @type {Promise<IDBDatabase>} */
    #database;
    #given_up = false;

    /**
     * Opens it at once; every request that needs it says when that fails.
     * @param {string} name
     * @param {(database: IDBDatabase) => Promise<boolean>} takes_up whether one that was opened again is the
     *     same: one that is gone is not begun again with whatever is written next
     * @param {Promise<IDBDatabase>} [opened] when it is open already
     */
    constructor(name, takes_up, opened) {
        /** Of the database. */
        this.name = name;
        this.#takes_up = takes_up;
        this.#database = opened ?? this.#opened();
        this.#database.catch(() => {});
    }

    /** @param {IDBDatabase} opened one that was made just now */
    static of(opened) {
        const connection = new Connection(opened.name, async () => true, Promise.resolve(opened));
        connection.#watch(opened);
        return connection;
    }

    /** @returns {Promise<IDBDatabase>} */
    database() {
        if (!this.#given_up) return this.#database;
        this.#given_up = false;
        this.#database = this.#opened_again();
        this.#database.catch(() => {
            this.#given_up = true; // there may be room for it later
        });
        return this.#database;
    }

    /**
     * Where the browser has given it up and has not said so yet, of one that is made now.
     * @param {string[]} places @param {IDBTransactionMode} mode @param {IDBTransactionOptions} [options]
     * @returns {Promise<IDBTransaction>}
     */
    async transaction(places, mode, options) {
        const database = await this.database();
        try {
            return database.transaction(places, mode, options);
        } catch (reason) {
            if (fault_of(reason) !== Fault.closed) throw reason;
            if ((await this.#database) === database) this.#given_up = true;
            return (await this.database()).transaction(places, mode, options);
        }
    }

    async #opened() {
        const database = await open_database(this.name);
        this.#watch(database);
        return database;
    }

    async #opened_again() {
        const database = await this.#opened();
        try {
            if (await this.#takes_up(database)) return database;
        } catch (reason) {
            database.close();
            throw reason;
        }
        database.close();
        throw new StoreError(Fault.closed, 'the database is another one by now');
    }

    /** @param {IDBDatabase} database */
    #watch(database) {
        // A tab with newer code wants the database: it gets it, this one stops writing.
        database.onversionchange = () => {
            database.close();
            this.#database = Promise.reject(new StoreError(Fault.closed, 'the database was closed'));
            this.#database.catch(() => {});
        };
        database.onclose = () => {
            this.#given_up = true;
        };
    }
}
