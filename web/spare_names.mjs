// Which second copies lie in the private file system: a look at its folders, for which no worker is
// started and no file is opened to write.
//
//     buyerbook/<name of the database>/slot-0, slot-1, …    see spare_folder.mjs

/** Holds a folder for each database that has a copy. */
export const ALL_COPIES = 'buyerbook';
/** Files that name the log of a copy; one that was never finished has none. */
export const SLOTS = ['slot-0', 'slot-1'];

/** Of what is not there, or of private files that a page must not have. @param {unknown} reason */
export const says_none = (reason) =>
    reason instanceof DOMException && (reason.name === 'NotFoundError' || reason.name === 'SecurityError');

/** Rejects where that cannot be known. @returns {Promise<[string, FileSystemDirectoryHandle][]>} by database */
async function folders() {
    /** @type {[string, FileSystemDirectoryHandle][]} */
    const found = [];
    if (typeof navigator.storage?.getDirectory !== 'function') return found;
    try {
        const root = await navigator.storage.getDirectory();
        for await (const [name, folder] of (await root.getDirectoryHandle(ALL_COPIES)).entries()) {
            found.push([decodeURIComponent(name), /** @type {FileSystemDirectoryHandle} */ (folder)]);
        }
    } catch (reason) {
        if (!says_none(reason)) throw reason;
    }
    return found;
}

/** Rejects where that cannot be known. @returns {Promise<string[]>} databases of whose copy anything lies there */
export const copied_databases = async () => (await folders()).map(([name]) => name);

/** As above. @returns {Promise<string[]>} databases of which there is a finished copy */
export async function restorable_databases() {
    const all = await folders();
    const finished = await Promise.all(all.map(([, folder]) => is_finished(folder)));
    return all.flatMap(([name], i) => (finished[i] ? [name] : []));
}

/** @param {FileSystemDirectoryHandle} folder @returns {Promise<boolean>} */
async function is_finished(folder) {
    const sizes = await Promise.all(SLOTS.map((slot) => size_of(folder, slot)));
    return sizes.some((size) => size > 0); // without content it was about to be written for the first time
}

/** @param {FileSystemDirectoryHandle} folder @param {string} name @returns {Promise<number>} 0 = not there */
async function size_of(folder, name) {
    try {
        return (await (await folder.getFileHandle(name)).getFile()).size;
    } catch {
        return 0;
    }
}
