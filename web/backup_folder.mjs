// Automatic copies into a folder that the user chose, by the File System Access API. The browser
// keeps the folder's handle; leave to write there may have to be given again after a restart, on a
// press. Only files whose names begin with `buyerbook-auto-` are listed, written or removed.

import { answer_of, completed } from './store_database.mjs';
import { page_folder } from './page_folder.mjs';

const DATABASE = 'buyerbook-folder';
const PLACE = 'handle';
const OURS = 'buyerbook-auto-';
const UNFINISHED = '.part';
const BLOCK = 4 * 1024 * 1024; // read back at once
const TO_WRITE = { mode: 'readwrite' };

/**
 * What the type checker's library does not know yet.
 * @typedef {FileSystemDirectoryHandle & {
 *     queryPermission?: (how: object) => Promise<PermissionState>,
 *     requestPermission?: (how: object) => Promise<PermissionState>,
 * }} Folder
 * @typedef {FileSystemFileHandle & {move?: (name: string) => Promise<void>}} MovableFile
 * @typedef {{showDirectoryPicker?: (options: object) => Promise<Folder>}} Picker
 */

const picker = () => /** @type {Picker} */ (/** @type {unknown} */ (globalThis)).showDirectoryPicker;

export const available = () => typeof picker() === 'function';

/** Needs the user's press. @returns {Promise<string | null>} the folder's name; null when none was chosen */
export async function choose() {
    try {
        const folder = await picker()?.({ id: 'buyerbook', mode: 'readwrite', startIn: 'documents' });
        if (!folder) return null;
        await with_handles('readwrite', (store) => store.put(folder, page_folder()));
        return folder.name;
    } catch (reason) {
        if (reason instanceof DOMException && reason.name === 'AbortError') return null;
        throw reason;
    }
}

/** @returns {Promise<{name: string, permission: PermissionState} | null>} null when no folder is chosen */
export async function state() {
    const folder = await kept_folder();
    return folder && { name: folder.name, permission: await permission_of(folder) };
}

/** Asks for leave to write; needs the user's press. @returns {Promise<boolean>} */
export async function allow() {
    const folder = await kept_folder();
    if (!folder) return false;
    return !folder.requestPermission || (await folder.requestPermission(TO_WRITE)) === 'granted';
}

/** The files in it stay. */
export async function forget() {
    await with_handles('readwrite', (store) => store.delete(page_folder()));
}

/** @returns {Promise<string[]>} whole copies, by name */
export async function list() {
    const folder = await ready_folder();
    /** @type {string[]} */
    const names = [];
    for await (const [name, entry] of folder.entries()) {
        if (entry.kind === 'file' && is_ours(name) && !name.endsWith(UNFINISHED)) names.push(name);
    }
    return names.sort();
}

/**
 * Resolves when the file holds these bytes, read back; the file that had the name before stays until
 * then where the browser can move files.
 * @param {string} name @param {Uint8Array<ArrayBuffer>} bytes
 */
export async function write(name, bytes) {
    if (!is_ours(name) || name.endsWith(UNFINISHED)) throw new Error(`no name of ours: ${name}`);
    const folder = await ready_folder();
    const unfinished = await written(folder, name + UNFINISHED, bytes);
    try {
        if (await moved(unfinished, name)) {
            await check_same(await folder.getFileHandle(name), bytes);
            return;
        }
    } catch (reason) {
        await folder.removeEntry(name + UNFINISHED).catch(() => {});
        throw reason;
    }
    await written(folder, name, bytes);
    await folder.removeEntry(name + UNFINISHED).catch(() => {});
}

/** @param {string[]} names */
export async function remove(names) {
    const folder = await ready_folder();
    for (const name of names.filter(is_ours)) {
        await folder.removeEntry(name).catch((reason) => {
            if (reason?.name !== 'NotFoundError') throw reason;
        });
    }
}

/** @param {string} name */
const is_ours = (name) => name.startsWith(OURS);

/** A file that is not what was written is worse than none. @param {Folder} folder @param {string} name @param {Uint8Array<ArrayBuffer>} bytes */
async function written(folder, name, bytes) {
    const file = await folder.getFileHandle(name, { create: true });
    try {
        const stream = await file.createWritable();
        try {
            await stream.write(bytes);
        } catch (reason) {
            await stream.abort().catch(() => {});
            throw reason;
        }
        await stream.close();
        await check_same(file, bytes);
    } catch (reason) {
        await folder.removeEntry(name).catch(() => {});
        throw reason;
    }
    return file;
}

/** @param {MovableFile} file @param {string} name @returns {Promise<boolean>} false where the browser cannot */
async function moved(file, name) {
    if (!file.move) return false;
    try {
        await file.move(name);
        return true;
    } catch {
        return false; // there, but not for folders of the user, or not over a file that exists
    }
}

/** @param {FileSystemFileHandle} handle @param {Uint8Array} bytes */
async function check_same(handle, bytes) {
    const file = await handle.getFile();
    let same = file.size === bytes.length;
    for (let at = 0; same && at < bytes.length; at += BLOCK) {
        const block = new Uint8Array(await file.slice(at, at + BLOCK).arrayBuffer());
        const meant = bytes.subarray(at, at + BLOCK);
        same = block.length === meant.length && block.every((byte, i) => byte === meant[i]);
    }
    if (!same) throw new Error(`${handle.name}: what was read back is not what was written`);
}

/** @returns {Promise<Folder>} */
async function ready_folder() {
    const folder = await kept_folder();
    if (!folder) throw new Error('no folder is chosen');
    return folder;
}

/** @returns {Promise<Folder | null>} */
async function kept_folder() {
    return (await with_handles('readonly', (store) => store.get(page_folder()))) ?? null;
}

/** @param {Folder} folder @returns {Promise<PermissionState>} */
async function permission_of(folder) {
    return (await folder.queryPermission?.(TO_WRITE)) ?? 'granted';
}

/** @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest} ask */
async function with_handles(mode, ask) {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(PLACE);
    const database = await answer_of(opening);
    try {
        const transaction = database.transaction(PLACE, mode);
        const done = completed(transaction);
        const answer = await answer_of(ask(transaction.objectStore(PLACE)));
        await done;
        return answer;
    } finally {
        database.close();
    }
}
