// What the browser says of its storage: whether it may throw ours away, and how full it is.

/** @typedef {{persisted: boolean, usage: number, quota: number}} StorageState  in bytes; 0 = not told */

/** Some browsers ask the user, so: after a press. @returns {Promise<boolean>} whether storage is kept now */
export async function ask_persist() {
    try {
        return (await navigator.storage?.persist?.()) ?? false;
    } catch {
        return false;
    }
}

/** @returns {Promise<StorageState>} */
export async function storage_state() {
    const [persisted, estimate] = await Promise.all([
        told(() => navigator.storage?.persisted?.()),
        told(() => navigator.storage?.estimate?.()),
    ]);
    return {
        persisted: persisted ?? false,
        usage: estimate?.usage ?? 0,
        quota: estimate?.quota ?? 0,
    };
}

/** @template T @param {() => Promise<T> | undefined} ask @returns {Promise<T | undefined>} */
async function told(ask) {
    try {
        return await ask();
    } catch {
        return undefined;
    }
}
