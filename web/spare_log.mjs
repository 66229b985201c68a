// The bytes of the spare copy's files. A log is a head and frames; a frame is what one or several
// acknowledged transactions changed, and counts as a whole or not at all. All numbers are u32 and
// little-endian unless said otherwise.
//
//     log      magic (8), version
//     frame    length of the changes, CRC-32 of that length and the changes, changes
//     change   u8 kind, u8 place, then by kind
//              row      key, length, bytes
//              file     key, number of the file, its size, its CRC-32
//              removal  first key, last key
//     slot     magic (8), version, serial, number of the log, CRC-32 of all that
//
// A key is its length in bytes and UTF-8.

import { crc32 } from './crc32.mjs';

const LOG_MAGIC = 'BUYERSP\x1a';
const SLOT_MAGIC = 'BUYERSL\x1a';
const VERSION = 1;
export const LOG_HEAD = 12;
export const FRAME_HEAD = 8;
export const SLOT_SIZE = 24;
const KIND = { row: 1, file: 2, removal: 3 };

/**
 * @typedef {{kind: 'row', place: number, key: string, bytes: Uint8Array}} RowChange
 * @typedef {{kind: 'file', place: number, key: string, file: number, size: number, crc: number}} FileChange
 * @typedef {{kind: 'removal', place: number, first_key: string, last_key: string}} RemovalChange
 * @typedef {RowChange | FileChange | RemovalChange} Change
 * @typedef {{serial: number, log: number}} Slot
 */

/** @param {...(number | string)} parts texts with their lengths, numbers as u32 */
function packed(...parts) {
    const texts = parts.map((part) => (typeof part === 'string' ? new TextEncoder().encode(part) : null));
    const size = texts.reduce((sum, text) => sum + 4 + (text?.length ?? 0), 0);
    const bytes = new Uint8Array(size);
    const view = new DataView(bytes.buffer);
    let at = 0;
    parts.forEach((part, i) => {
        const text = texts[i];
        view.setUint32(at, text ? text.length : Number(part), true);
        if (text) bytes.set(text, at + 4);
        at += 4 + (text?.length ?? 0);
    });
    return bytes;
}

/** @param {Change} change @returns {Uint8Array[]} */
function change_parts(change) {
    const start = Uint8Array.of(KIND[change.kind], change.place);
    switch (change.kind) {
        case 'row':
            return [start, packed(change.key, change.bytes.length), change.bytes];
        case 'file':
            return [start, packed(change.key, change.file, change.size, change.crc)];
        case 'removal':
            return [start, packed(change.first_key, change.last_key)];
    }
}

/**
 * A frame in parts to be written one behind the other: big rows are not copied together.
 * @param {Change[]} changes
 * @returns {{parts: Uint8Array[], offsets: number[]}} where each row's bytes lie behind the frame's head
 */
export function packed_frame(changes) {
    /** @type {Uint8Array[]} */
    const parts = [];
    /** @type {number[]} */
    const offsets = [];
    let size = 0;
    for (const change of changes) {
        let last = size;
        for (const part of change_parts(change)) {
            parts.push(part);
            last = size;
            size += part.length;
        }
        offsets.push(last);
    }
    const length = packed(size);
    const crc = parts.reduce((sum, part) => crc32(part, sum), crc32(length));
    return { parts: [length, packed(crc), ...parts], offsets };
}

/** @param {Uint8Array} head @returns {number} of the changes behind it */
export const frame_length = (head) => new DataView(head.buffer, head.byteOffset).getUint32(0, true);

/** @param {Uint8Array} head @param {Uint8Array} body @returns {Change[] | null} null when the frame is not what was written */
export function frame_changes(head, body) {
    const crc = new DataView(head.buffer, head.byteOffset).getUint32(4, true);
    if (crc32(body, crc32(head.subarray(0, 4))) !== crc) return null;
    try {
        return [...read_changes(body)];
    } catch {
        return null; // of another program: its sum is right and its sense is not ours
    }
}

/** @param {Uint8Array} body @returns {Generator<Change>} rows are views of the body */
function* read_changes(body) {
    const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
    let at = 0;
    const number = () => view.getUint32((at += 4) - 4, true);
    const bytes = () => {
        const length = number();
        if (length > body.length - at) throw new RangeError('cut');
        return body.subarray(at, (at += length));
    };
    const text = () => new TextDecoder().decode(bytes());
    while (at < body.length) {
        const kind = view.getUint8(at++);
        const place = view.getUint8(at++);
        if (kind === KIND.row) {
            yield { kind: 'row', place, key: text(), bytes: bytes() };
        } else if (kind === KIND.file) {
            yield { kind: 'file', place, key: text(), file: number(), size: number(), crc: number() };
        } else if (kind === KIND.removal) {
            yield { kind: 'removal', place, first_key: text(), last_key: text() };
        } else {
            throw new RangeError('of a newer program');
        }
    }
}

/** @param {string} magic */
const ascii = (magic) => Uint8Array.from(magic, (c) => c.charCodeAt(0));

/** @param {string} magic @param {...number} numbers */
function with_magic(magic, ...numbers) {
    return Uint8Array.of(...ascii(magic), ...packed(VERSION, ...numbers));
}

export const log_head = () => with_magic(LOG_MAGIC);

/** @param {Uint8Array} bytes */
export function is_log_head(bytes) {
    return bytes.length === LOG_HEAD && log_head().every((byte, i) => byte === bytes[i]);
}

/** @param {Slot} slot */
export function slot_bytes({ serial, log }) {
    const bytes = with_magic(SLOT_MAGIC, serial, log);
    return Uint8Array.of(...bytes, ...packed(crc32(bytes)));
}

/** @param {Uint8Array} bytes @returns {Slot | null} */
export function slot_of(bytes) {
    if (bytes.length !== SLOT_SIZE) return null;
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const slot = { serial: view.getUint32(12, true), log: view.getUint32(16, true) };
    return slot_bytes(slot).every((byte, i) => byte === bytes[i]) ? slot : null;
}
