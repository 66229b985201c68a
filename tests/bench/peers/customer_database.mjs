// The customers in Dexie, the usual wrapper of IndexedDB: a record each and six indexes; and once
// more as one JSON image.

const { Dexie } = /** @type {any} */ (window);

export function opened_database() {
    const database = new Dexie('peer', { chromeTransactionDurability: 'strict' });
    database.version(1).stores({
        customers: 'id, name, country, grade, stage, next_follow_up, email',
        activities: 'id, customer',
        images: 'name',
    });
    return database;
}
