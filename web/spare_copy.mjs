// One spare copy: a log that is read once and then appended to, and a file for each shard and blob.
// Rows are found by an index in memory. What a frame names is on disk before the frame is.

import { FRAME_HEAD, LOG_HEAD, frame_changes, frame_length, is_log_head, log_head, packed_frame } from './spare_log.mjs';
import { COPY_ORDER } from './all_rows.mjs';
import { PLACES } from './store_database.mjs';
import { crc32 } from './crc32.mjs';
import { log_name, read_part, row_name, write_all, write_parts } from './spare_folder.mjs';

/**
 * @typedef {import('./host_types.js').Row} Row
 * @typedef {import('./host_types.js').Put} Put
 * @typedef {import('./host_types.js').Removal} Removal
 * @typedef {import('./spare_log.mjs').Change} Change
 * @typedef {import('./spare_folder.mjs').SpareFolder} SpareFolder
 * @typedef {{puts: Put[], removals: Removal[]}} Batch
 * @typedef {{at: number, length: number} | {file: number, size: number, crc: number}} Entry
 */

const IN_FILES = new Set([PLACES.indexOf('shard'), PLACES.indexOf('blob')]);
const META = PLACES.indexOf('meta');
const FRAME_ROWS = 128;

export class Copy {
    #folder;
    #log;
    #handle;
    #end = LOG_HEAD;
    /** @type {Map<string, Entry>[]} by place */
    #index = PLACES.map(() => new Map());
    /** The log was sound to its end when it was opened. */
    sound = true;

    /** @param {SpareFolder} folder @param {number} log number @param {FileSystemSyncAccessHandle} handle of the log */
    constructor(folder, log, handle) {
        this.#folder = folder;
        this.#log = log;
        this.#handle = handle;
    }

    /** An empty one, which is nobody's copy until become_current(). @param {SpareFolder} folder */
    static async create(folder) {
        const log = folder.next_number();
        const handle = await folder.file(log_name(log), true);
        const copy = new Copy(folder, log, handle);
        write_all(handle, log_head(), 0);
        return copy;
    }

    /** The current copy up to its first unsound frame. @param {SpareFolder} folder @returns {Promise<Copy | null>} */
    static async open(folder) {
        for (const { log } of await folder.slots()) {
            const handle = await folder.file(log_name(log), false).catch(() => null);
            if (!handle) continue;
            const copy = new Copy(folder, log, handle);
            if (copy.#read_log()) return copy;
            copy.close();
        }
        return null;
    }

    get empty() {
        return this.#index.every((rows) => rows.size === 0);
    }

    /** Takes all batches or, after a cut, none of them; kept when it resolves. @param {Batch[]} batches */
    async append(batches) {
        await this.#add(batches);
        this.#handle.flush();
    }

    /** Of a copy that is being made: kept with become_current(). @param {Put[]} puts */
    async add_rows(puts) {
        await this.#add([{ puts, removals: [] }]);
    }

    /** @param {Batch[]} batches */
    async #add(batches) {
        /** @type {Change[]} */
        const changes = [];
        for (const { puts, removals } of batches) {
            for (const put of puts) changes.push(await this.#put_change(put));
            for (const removal of removals) changes.push({ kind: 'removal', ...removal });
        }
        this.#write_frame(changes);
    }

    /** The same rows under a log that holds nothing else. @returns {Promise<Copy>} */
    async rewritten() {
        const fresh = await Copy.create(this.#folder);
        try {
            for (const changes of this.#row_changes()) fresh.#write_frame(changes);
            return fresh;
        } catch (reason) {
            await fresh.discard(this);
            throw reason;
        }
    }

    /** From now on this copy is the one that is opened; whatever else lies in the folder goes. */
    async become_current() {
        this.#handle.flush();
        await this.#folder.name_current(this.#log);
        await this.keep_own();
    }

    /** Removes what a writer that was cut off has left. */
    async keep_own() {
        const own = new Set([log_name(this.#log), ...this.#files().map(row_name)]);
        await this.#folder.keep_only((name) => own.has(name));
    }

    /** Takes back an unfinished copy. @param {Copy | null} kept whose row files may be shared */
    async discard(kept = null) {
        this.close();
        const shared = new Set(kept ? kept.#files() : []);
        const files = this.#files().filter((file) => !shared.has(file));
        await this.#folder.remove([log_name(this.#log), ...files.map(row_name)]);
    }

    close() {
        this.#handle.close();
    }

    /** @param {number} place @param {string} first_key @param {string} last_key both included @returns {string[]} in order */
    keys(place, first_key, last_key) {
        const keys = [...(this.#index[place]?.keys() ?? [])];
        return keys.filter((key) => key >= first_key && key <= last_key).sort();
    }

    /** @param {number} place @returns {Set<string>} */
    all_keys(place) {
        return new Set(this.#index[place]?.keys());
    }

    /** Rows that are not there, or not what was written, are left out. @param {number} place @param {string[]} keys @returns {Promise<Row[]>} */
    async rows(place, keys) {
        /** @type {Row[]} */
        const rows = [];
        for (const key of keys) {
            const bytes = await this.#row(place, key);
            if (bytes) rows.push({ key, bytes });
        }
        return rows;
    }

    /** @returns {Map<string, Uint8Array>} */
    meta() {
        const rows = new Map();
        for (const [key, entry] of this.#index[META] ?? []) if ('at' in entry) rows.set(key, this.#inline(entry));
        return rows;
    }

    #read_log() {
        if (!is_log_head(read_part(this.#handle, 0, LOG_HEAD))) return false;
        const size = this.#handle.getSize();
        while (this.#end < size) {
            const head = read_part(this.#handle, this.#end, FRAME_HEAD);
            const start = this.#end + FRAME_HEAD;
            const length = head.length === FRAME_HEAD ? frame_length(head) : Infinity;
            const body = length <= size - start ? read_part(this.#handle, start, length) : null;
            const changes = body?.length === length ? frame_changes(head, body) : null;
            if (!changes) {
                this.sound = false;
                return true;
            }
            for (const change of changes) {
                this.#take(change, start + (change.kind === 'row' ? change.bytes.byteOffset : 0));
            }
            this.#end = start + length;
        }
        return true;
    }

    /** @param {Put} put @returns {Promise<Change>} */
    async #put_change({ place, key, bytes }) {
        if (!IN_FILES.has(place)) return { kind: 'row', place, key, bytes };
        const file = this.#folder.next_number();
        await this.#folder.write(row_name(file), bytes);
        return { kind: 'file', place, key, file, size: bytes.length, crc: crc32(bytes) };
    }

    /** @param {Change[]} changes */
    #write_frame(changes) {
        const { parts, offsets } = packed_frame(changes);
        const at = write_parts(this.#handle, parts, this.#end);
        // What an unsound tail held before must not be read as frames behind this one.
        this.#handle.truncate(at);
        const start = this.#end + FRAME_HEAD;
        changes.forEach((change, i) => this.#take(change, start + (offsets[i] ?? 0)));
        this.#end = at;
    }

    /** @param {Change} change @param {number} at where the bytes of a row lie in the log */
    #take(change, at) {
        const rows = this.#index[change.place];
        if (!rows) return; // a place of a newer program
        if (change.kind === 'row') {
            rows.set(change.key, { at, length: change.bytes.length });
        } else if (change.kind === 'file') {
            const { file, size, crc } = change;
            rows.set(change.key, { file, size, crc });
        } else {
            for (const key of this.keys(change.place, change.first_key, change.last_key)) rows.delete(key);
        }
    }

    /**
     * In frames of a size that can be read back; the journal last, so that a byte that turns there
     * costs the journal from there on and nothing else.
     * @returns {Generator<Change[]>}
     */
    *#row_changes() {
        for (const place of COPY_ORDER) {
            const entries = [...(this.#index[place] ?? [])];
            for (let i = 0; i < entries.length; i += FRAME_ROWS) {
                yield entries.slice(i, i + FRAME_ROWS).map(([key, entry]) => 'file' in entry
                    ? { kind: 'file', place, key, ...entry }
                    : { kind: 'row', place, key, bytes: this.#inline(entry) });
            }
        }
    }

    #files() {
        return this.#index.flatMap((rows) => [...rows.values()].flatMap((entry) => ('file' in entry ? entry.file : [])));
    }

    /** @param {{at: number, length: number}} entry */
    #inline({ at, length }) {
        return read_part(this.#handle, at, length);
    }

    /** @param {number} place @param {string} key @returns {Promise<Uint8Array | null>} */
    async #row(place, key) {
        const entry = this.#index[place]?.get(key);
        if (!entry) return null;
        if ('at' in entry) return this.#inline(entry);
        const bytes = await this.#folder.read(row_name(entry.file));
        return bytes?.length === entry.size && crc32(bytes) === entry.crc ? bytes : null;
    }
}
