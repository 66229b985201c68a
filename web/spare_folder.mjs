// The folder of one spare copy in the origin's private file system, for the one worker that writes
// there. Files are opened for this worker alone.

import { ALL_COPIES, SLOTS, says_none } from './spare_names.mjs';
import { SLOT_SIZE, slot_bytes, slot_of } from './spare_log.mjs';

/** @typedef {import('./spare_log.mjs').Slot} Slot */

const LOCK = 'lock';
const LOCK_TRIES = 20; // a worker that was ended just now lets go of its files a little later
const LOCK_PAUSE = 150; // ms
const WRITTEN_TOGETHER = 1024 * 1024;

/** @param {number} number */
export const log_name = (number) => `log-${String(number).padStart(9, '0')}`;
/** @param {number} number */
export const row_name = (number) => `row-${String(number).padStart(9, '0')}`;

export function has_private_files() {
    return typeof FileSystemFileHandle === 'function' &&
        'createSyncAccessHandle' in FileSystemFileHandle.prototype &&
        typeof navigator.storage?.getDirectory === 'function';
}

/** @param {unknown} reason @param {string} name */
const is_fault = (reason, name) => reason instanceof DOMException && reason.name === name;

/** @param {FileSystemSyncAccessHandle} handle @param {Uint8Array} bytes @param {number} at */
export function write_all(handle, bytes, at) {
    const written = bytes.length === 0 ? 0 : handle.write(/** @type {Uint8Array<ArrayBuffer>} */ (bytes), { at });
    if (written !== bytes.length) throw new DOMException('no room', 'QuotaExceededError');
}

/** Many small parts are written together. @param {FileSystemSyncAccessHandle} handle @param {Uint8Array[]} parts @param {number} at @returns {number} the end */
export function write_parts(handle, parts, at) {
    const together = new Uint8Array(WRITTEN_TOGETHER);
    let filled = 0;
    const write_together = () => {
        write_all(handle, together.subarray(0, filled), at);
        at += filled;
        filled = 0;
    };
    for (const part of parts) {
        if (filled + part.length > together.length) write_together();
        if (part.length > together.length) {
            write_all(handle, part, at);
            at += part.length;
        } else {
            together.set(part, filled);
            filled += part.length;
        }
    }
    write_together();
    return at;
}

/** @param {FileSystemSyncAccessHandle} handle @param {number} at @param {number} length @returns {Uint8Array<ArrayBuffer>} shorter at the end */
export function read_part(handle, at, length) {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, handle.getSize() - at)));
    const read = bytes.length === 0 ? 0 : handle.read(bytes, { at });
    return read === bytes.length ? bytes : bytes.slice(0, read);
}

export class SpareFolder {
    #parent;
    #name;
    #folder;
    #lock;
    #next;

    /**
     * @param {FileSystemDirectoryHandle} parent @param {string} name
     * @param {FileSystemDirectoryHandle} folder @param {FileSystemSyncAccessHandle} lock
     * @param {number} next number of a file
     */
    constructor(parent, name, folder, lock, next) {
        this.#parent = parent;
        this.#name = name;
        this.#folder = folder;
        this.#lock = lock;
        this.#next = next;
    }

    /**
     * @param {string} database name @param {boolean} create
     * @returns {Promise<SpareFolder | 'none' | 'elsewhere'>}
     */
    static async open(database, create) {
        try {
            const root = await navigator.storage.getDirectory();
            const parent = await root.getDirectoryHandle(ALL_COPIES, { create });
            const name = encodeURIComponent(database);
            const folder = await parent.getDirectoryHandle(name, { create });
            const lock = await locked(folder);
            if (!lock) return 'elsewhere';
            return new SpareFolder(parent, name, folder, lock, (await last_number(folder)) + 1);
        } catch (reason) {
            if (says_none(reason)) return 'none';
            throw reason;
        }
    }

    next_number() {
        return this.#next++;
    }

    /** @param {string} name @param {boolean} create */
    async file(name, create) {
        const file = await this.#folder.getFileHandle(name, { create });
        return file.createSyncAccessHandle();
    }

    /** Written and kept when it resolves. @param {string} name @param {Uint8Array} bytes */
    async write(name, bytes) {
        const handle = await this.file(name, true);
        try {
            write_all(handle, bytes, 0);
            handle.truncate(bytes.length);
            handle.flush();
        } finally {
            handle.close();
        }
    }

    /** @param {string} name @returns {Promise<Uint8Array<ArrayBuffer> | null>} null when it is not there */
    async read(name) {
        try {
            const handle = await this.file(name, false);
            try {
                return read_part(handle, 0, handle.getSize());
            } finally {
                handle.close();
            }
        } catch {
            return null;
        }
    }

    /** What the slots name, the newest first. @returns {Promise<Slot[]>} */
    async slots() {
        const files = await Promise.all(SLOTS.map((name) => this.read(name)));
        const slots = files.flatMap((bytes) => (bytes && slot_of(bytes)) ?? []);
        return slots.sort((a, b) => b.serial - a.serial);
    }

    /** The two slots take turns, so that one of them is whole at any moment. @param {number} log number */
    async name_current(log) {
        const serial = ((await this.slots())[0]?.serial ?? 0) + 1;
        const slot = slot_bytes({ serial, log });
        const name = /** @type {string} */ (SLOTS[serial % SLOTS.length]);
        await this.write(name, slot);
        const kept = await this.read(name);
        if (kept?.length !== SLOT_SIZE || slot_of(kept)?.serial !== serial) throw new Error('slot not kept');
    }

    /** @param {(name: string) => boolean} wanted */
    async keep_only(wanted) {
        const own = new Set([LOCK, ...SLOTS]);
        const names = [];
        for await (const name of this.#folder.keys()) if (!own.has(name) && !wanted(name)) names.push(name);
        await this.remove(names);
    }

    /** What cannot be removed now is removed another time. @param {string[]} names */
    async remove(names) {
        for (const name of names) {
            await this.#empty(name).catch(() => {});
            await this.#folder.removeEntry(name).catch(() => {});
        }
    }

    /**
     * Chromium (156) never counts for the next start what is written through such handles, but takes off
     * all that a file holds when it is removed; below zero it counts 4 GB, and a small disk as full.
     * @param {string} name
     */
    async #empty(name) {
        const handle = await this.file(name, false);
        try {
            handle.truncate(0);
        } finally {
            handle.close();
        }
    }

    close() {
        this.#lock.close();
    }

    /** With everything in it; all its files must be closed. */
    async remove_all() {
        await this.keep_only(() => false);
        this.close();
        await this.#parent.removeEntry(this.#name, { recursive: true });
    }
}

/** @param {FileSystemDirectoryHandle} folder @returns {Promise<FileSystemSyncAccessHandle | null>} null: another worker has it */
async function locked(folder) {
    const file = await folder.getFileHandle(LOCK, { create: true });
    for (let tries = 0; tries < LOCK_TRIES; ++tries) {
        try {
            return await file.createSyncAccessHandle();
        } catch (reason) {
            if (!is_fault(reason, 'NoModificationAllowedError')) throw reason;
            await new Promise((resolve) => setTimeout(resolve, LOCK_PAUSE));
        }
    }
    return null;
}

/** @param {FileSystemDirectoryHandle} folder */
async function last_number(folder) {
    let last = 0;
    for await (const name of folder.keys()) last = Math.max(last, Number(/-(\d{9})$/.exec(name)?.[1] ?? 0));
    return last;
}
