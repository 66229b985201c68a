// Encryption at rest. Every row is sealed with one random data key; the lock row keeps that key
// twice: under the passcode, and under a recovery key that is printed and put away. All numbers are
// little-endian.
//
//     lock row     magic (8), u16 version, u8 key derivation (1 = PBKDF2-SHA256), u8 zero,
//                  u32 iterations, salt of the passcode (16), nonce (12), the key sealed under the
//                  passcode (48), salt of the recovery key (16), nonce (12), the same under it (48)
//     sealed row   magic (4), nonce (12), AES-256-GCM sealed bytes (+ 16), bound to place and key
//
// A row cannot be passed off as another one. That an older state of a row, or none, stands in its
// place is noticed by the hashes of the customer file, not here.

import { new_recovery_key, recovery_symbols } from './recovery_key.mjs';

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

const LOCK_MAGIC = ascii('BUYERLK\x1a');
const ROW_MAGIC = ascii('BBS\x1a');
const VERSION = 1;
const PBKDF2_SHA256 = 1;
const ITERATIONS = 600_000;
const ITERATIONS_TAKEN = { least: 100_000, most: 10_000_000 };
const NONCE = 12;
const TAG = 16;
const KEPT_KEY = { salt: 16, sealed: NONCE + 32 + TAG };
const AT = { version: 8, derivation: 10, zero: 11, iterations: 12, passcode: 16, recovery: 92 };
const LOCK_SIZE = 168;
const AES = { name: 'AES-GCM', length: 256 };

/** @param {string} text */
function ascii(text) {
    return Uint8Array.from(text, (c) => c.charCodeAt(0));
}

/** @param {number} count */
const random = (count) => crypto.getRandomValues(new Uint8Array(count));
/** @param {string} text */
const utf8 = (text) => new TextEncoder().encode(text);
/** @param {Uint8Array} bytes @param {Uint8Array} magic */
const begins_with = (bytes, magic) => magic.every((byte, i) => bytes[i] === byte);

/**
 * A new lock. The recovery key is shown this once and kept nowhere.
 * @param {string} passcode
 * @returns {Promise<{row: Bytes, key: CryptoKey, recovery: string}>}
 */
export async function make_lock(passcode) {
    const recovery = new_recovery_key();
    const key = await crypto.subtle.generateKey(AES, true, ['encrypt', 'decrypt']);
    const row = new Uint8Array(LOCK_SIZE);
    row.set(LOCK_MAGIC);
    const view = new DataView(row.buffer);
    view.setUint16(AT.version, VERSION, true);
    view.setUint8(AT.derivation, PBKDF2_SHA256);
    await keep_under_passcode(row, key, passcode);
    await keep_under_recovery_key(row, key, recovery);
    return { row, key, recovery };
}

/**
 * @param {Uint8Array} row @param {string} text a passcode or a recovery key
 * @returns {Promise<CryptoKey | null>} the data key; null when the text does not open the lock
 */
export async function open_lock(row, text) {
    const iterations = lock_iterations(row);
    if (iterations === null) return null;
    const symbols = recovery_symbols(text);
    if (symbols) {
        const salt = salt_at(row, AT.recovery);
        const key = await kept(row, AT.recovery, await recovery_key(symbols, salt));
        if (key) return key;
    }
    const salt = salt_at(row, AT.passcode);
    return kept(row, AT.passcode, await passcode_key(text, salt, iterations));
}

/**
 * The rows stay as they are, only the lock is another; the recovery key goes on opening it.
 * @param {Uint8Array} row @param {CryptoKey} key that the lock gave @param {string} passcode the new one
 * @returns {Promise<Bytes>} the new lock row
 */
export async function change_passcode(row, key, passcode) {
    const changed = row.slice();
    await keep_under_passcode(changed, key, passcode);
    return changed;
}

/**
 * Another recovery key; the one before opens this lock no more.
 * @param {Uint8Array} row @param {CryptoKey} key that the lock gave
 * @returns {Promise<{row: Bytes, recovery: string}>}
 */
export async function change_recovery_key(row, key) {
    const changed = row.slice();
    const recovery = new_recovery_key();
    await keep_under_recovery_key(changed, key, recovery);
    return { row: changed, recovery };
}

/** @param {Uint8Array} bytes */
export const is_sealed_row = (bytes) => begins_with(bytes, ROW_MAGIC);

/** @param {CryptoKey} key @param {number} place @param {string} row_key @param {Bytes} bytes @returns {Promise<Bytes>} */
export async function seal_row(key, place, row_key, bytes) {
    const iv = random(NONCE);
    const how = { name: AES.name, iv, additionalData: bound_to(place, row_key) };
    return row_of(iv, new Uint8Array(await crypto.subtle.encrypt(how, key, bytes)));
}

/**
 * The same by a cipher that answers at once.
 * @param {number} place @param {string} row_key
 * @param {(nonce: Bytes, bound: Bytes) => Uint8Array} encrypt the row by AES-256-GCM
 * @returns {Bytes}
 */
export function sealed_row(place, row_key, encrypt) {
    const nonce = random(NONCE);
    return row_of(nonce, encrypt(nonce, bound_to(place, row_key)));
}

/**
 * @param {CryptoKey} key @param {number} place @param {string} row_key @param {Bytes} sealed
 * @returns {Promise<Bytes | null>} null when it is another row, changed, or of another lock
 */
export async function open_row(key, place, row_key, sealed) {
    if (!is_sealed_row(sealed)) return null;
    const start = ROW_MAGIC.length + NONCE;
    const iv = sealed.slice(ROW_MAGIC.length, start);
    const how = { name: AES.name, iv, additionalData: bound_to(place, row_key) };
    const bytes = await decrypted(how, key, sealed.subarray(start));
    return bytes && new Uint8Array(bytes);
}

/** @param {number} place @param {string} row_key */
const bound_to = (place, row_key) => utf8(`${place}/${row_key}`);

/** @param {Bytes} nonce @param {Uint8Array} sealed @returns {Bytes} */
function row_of(nonce, sealed) {
    const row = new Uint8Array(ROW_MAGIC.length + NONCE + sealed.length);
    row.set(ROW_MAGIC);
    row.set(nonce, ROW_MAGIC.length);
    row.set(sealed, ROW_MAGIC.length + NONCE);
    return row;
}

/** @param {AesGcmParams} how @param {CryptoKey} key @param {Bytes} bytes */
const decrypted = (how, key, bytes) => crypto.subtle.decrypt(how, key, bytes).catch(() => null);

/** @param {Uint8Array} row @returns {number | null} null when it is no lock of ours */
function lock_iterations(row) {
    if (row.length !== LOCK_SIZE || !begins_with(row, LOCK_MAGIC)) return null;
    const view = new DataView(row.buffer, row.byteOffset);
    const known = view.getUint16(AT.version, true) === VERSION &&
        view.getUint8(AT.derivation) === PBKDF2_SHA256 && view.getUint8(AT.zero) === 0;
    const iterations = view.getUint32(AT.iterations, true);
    const taken = iterations >= ITERATIONS_TAKEN.least && iterations <= ITERATIONS_TAKEN.most;
    return known && taken ? iterations : null;
}

/** @param {Bytes} row @param {CryptoKey} key @param {string} passcode */
async function keep_under_passcode(row, key, passcode) {
    const salt = random(KEPT_KEY.salt);
    new DataView(row.buffer).setUint32(AT.iterations, ITERATIONS, true);
    await keep(row, AT.passcode, salt, await passcode_key(passcode, salt, ITERATIONS), key);
}

/** @param {Bytes} row @param {CryptoKey} key @param {string} recovery */
async function keep_under_recovery_key(row, key, recovery) {
    const salt = random(KEPT_KEY.salt);
    const symbols = /** @type {string} */ (recovery_symbols(recovery));
    await keep(row, AT.recovery, salt, await recovery_key(symbols, salt), key);
}

/** @param {Bytes} row @param {number} at @param {Bytes} salt @param {CryptoKey} under @param {CryptoKey} key */
async function keep(row, at, salt, under, key) {
    const iv = random(NONCE);
    const raw = await crypto.subtle.exportKey('raw', key);
    const sealed = await crypto.subtle.encrypt({ name: AES.name, iv, additionalData: LOCK_MAGIC }, under, raw);
    row.set(salt, at);
    row.set(iv, at + KEPT_KEY.salt);
    row.set(new Uint8Array(sealed), at + KEPT_KEY.salt + NONCE);
}

/** @param {Uint8Array} row @param {number} at @param {CryptoKey} under @returns {Promise<CryptoKey | null>} */
async function kept(row, at, under) {
    const start = at + KEPT_KEY.salt;
    const iv = row.slice(start, start + NONCE);
    const sealed = row.slice(start + NONCE, start + KEPT_KEY.sealed);
    const raw = await decrypted({ name: AES.name, iv, additionalData: LOCK_MAGIC }, under, sealed);
    return raw && crypto.subtle.importKey('raw', raw, AES, true, ['encrypt', 'decrypt']);
}

/** @param {Uint8Array} row @param {number} at */
const salt_at = (row, at) => row.slice(at, at + KEPT_KEY.salt);

/** @param {string} passcode @param {Bytes} salt @param {number} iterations */
async function passcode_key(passcode, salt, iterations) {
    const typed = utf8(passcode.normalize('NFKC'));
    const secret = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
    const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
    return crypto.subtle.deriveKey(how, secret, AES, false, ['encrypt', 'decrypt']);
}

/** It is random and long enough: nothing is won by slowing it down. @param {string} symbols @param {Bytes} salt */
async function recovery_key(symbols, salt) {
    const secret = await crypto.subtle.importKey('raw', utf8(symbols), 'HKDF', false, ['deriveKey']);
    const how = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8('buyerbook recovery') };
    return crypto.subtle.deriveKey(how, secret, AES, false, ['encrypt', 'decrypt']);
}
