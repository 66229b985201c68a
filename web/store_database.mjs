// The IndexedDB database of a customer file: opening it, and what its faults mean. No indexes; four
// stores of bytes under text keys, in the order of bb::Place.

export const PLACES = ['journal', 'shard', 'meta', 'blob'];
export const VERSION = 1;

/** bb::StoreFault */
export const Fault = { quota: 0, blocked: 1, closed: 2, unknown: 3, timeout: 4, newer_schema: 5 };

/** @param {boolean} sample @returns {string} sample data lives in a database of its own */
export const database_name = (sample) => (sample ? 'buyerbook-sample' : 'buyerbook');

/** An answer that names its fault. */
export class StoreError extends Error {
    /** @param {number} fault @param {string} message */
    constructor(fault, message) {
        super(message);
        this.fault = fault;
    }
}

/** @param {unknown} reason @returns {number} a Fault */
export function fault_of(reason) {
    if (reason instanceof StoreError) return reason.fault;
    const name = reason instanceof DOMException ? reason.name : '';
    if (name === 'QuotaExceededError') return Fault.quota;
    if (name === 'VersionError') return Fault.newer_schema;
    if (name === 'InvalidStateError') return Fault.closed;
    return Fault.unknown;
}

/**
 * Never deletes anything. Another tab with older code may hold the database open: then the promise
 * waits for it, and `on_blocked` is told.
 * @param {string} name @param {() => void} on_blocked
 * @returns {Promise<IDBDatabase>}
 */
export function open_database(name, on_blocked = () => {}) {
    return new Promise((resolve, reject) => {
        const request = indexedDB.open(name, VERSION);
        request.onupgradeneeded = () => {
            for (const place of PLACES) {
                if (!request.result.objectStoreNames.contains(place)) {
                    request.result.createObjectStore(place);
                }
            }
        };
        request.onblocked = on_blocked;
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
}

/** @param {IDBTransaction} transaction @returns {Promise<void>} durable when it resolves */
export function completed(transaction) {
    return new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        // Faults of the commit itself fire only `abort`.
        transaction.onabort = () =>
            reject(transaction.error ?? new StoreError(Fault.unknown, 'aborted'));
    });
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
export function answer_of(request) {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
}
