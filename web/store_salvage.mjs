// Reading what a damaged database still gives: row by row, so that one that the browser cannot read
// takes no other with it.

/** @typedef {import('./host_types.js').Row} Row */

/**
 * @param {IDBObjectStore} store @param {IDBKeyRange | undefined} [range]
 * @returns {Promise<[string, ArrayBuffer][]>}
 */
export async function readable_rows(store, range) {
    const keys = await kept(store.getAllKeys(range), []);
    const values = await Promise.all(keys.map((key) => kept(store.get(key), undefined)));
    return keys.flatMap((key, i) => {
        const value = values[i];
        /** @type {[string, ArrayBuffer][]} */
        const row = typeof key === 'string' && value instanceof ArrayBuffer ? [[key, value]] : [];
        return row;
    });
}

/** @param {IDBObjectStore} store @returns {Promise<string[]>} */
export async function readable_keys(store) {
    const keys = await kept(store.getAllKeys(), []);
    return keys.flatMap((key) => (typeof key === 'string' ? [key] : []));
}

/** @template T @param {IDBRequest<T>} request @param {T} otherwise @returns {Promise<T>} */
function kept(request, otherwise) {
    return new Promise((resolve) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = (event) => {
            event.preventDefault(); // the transaction goes on
            event.stopPropagation();
            resolve(otherwise);
        };
    });
}
