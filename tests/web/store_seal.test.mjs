// Encryption at rest: the lock, its recovery key, and sealed rows that stand for nothing but themselves.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import test, { describe } from 'node:test';
import { gcm } from '@noble/ciphers/aes.js';
import { Seal } from '../../web/seal.mjs';
import { change_passcode, change_recovery_key, is_sealed_row, make_lock, open_lock, open_row, seal_row } from '../../web/store_seal.mjs';
import { new_recovery_key, recovery_symbols } from '../../web/recovery_key.mjs';

const BYTES = Uint8Array.from({ length: 1000 }, (_, i) => i & 255);

/** @param {Uint8Array} bytes @param {number} at @param {number} mask */
function flipped(bytes, at, mask) {
    const copy = bytes.slice();
    copy[at] ^= mask;
    return copy;
}

describe('recovery keys', () => {
    test('they are long, all different, and in groups that can be read out', () => {
        const keys = Array.from({ length: 500 }, new_recovery_key);
        assert.equal(new Set(keys).size, 500);
        for (const key of keys) assert.match(key, /^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
        assert.equal(new Set(keys.join('').replaceAll('-', '')).size, 32);
    });

    test('typing is forgiven: case, spaces, dashes, full width, O and 0, I and L and 1', () => {
        const key = new_recovery_key();
        const symbols = recovery_symbols(key);
        assert.equal(symbols?.length, 27);
        const full_width = key.replace(/[^-]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
        for (const typed of [
            key.toLowerCase(), key.replaceAll('-', ''), ` ${key.replaceAll('-', ' – ')}\n`,
            key.replaceAll('0', 'o').replaceAll('1', 'l'), key.replaceAll('0', 'O').replaceAll('1', 'I'), full_width,
        ]) {
            assert.equal(recovery_symbols(typed), symbols, typed);
        }
    });

    test('every single wrong symbol and every pair changed over is noticed', () => {
        const key = new_recovery_key().replaceAll('-', '');
        for (let i = 0; i < key.length; ++i) {
            for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
                if (other === key[i]) continue;
                assert.equal(recovery_symbols(key.slice(0, i) + other + key.slice(i + 1)), null);
            }
            const [a, b] = [key[i], key[i + 1]];
            if (!b || a === b || ['0Z', 'Z0'].includes(a + b)) continue;
            assert.equal(recovery_symbols(key.slice(0, i) + b + a + key.slice(i + 2)), null, `${key} ${i}`);
        }
        for (const none of ['', 'passcode', key.slice(1), `${key}0`, key.replace(/.$/, 'U')]) {
            assert.equal(recovery_symbols(none), null);
        }
    });
});

describe('the lock', () => {
    test('passcode and recovery key open it, anything else does not', async () => {
        const { row, key, recovery } = await make_lock('１２３４ é');
        const sealed = await seal_row(key, 0, 'a', BYTES);
        for (const text of ['1234 e\u0301', recovery, recovery.toLowerCase().replaceAll('-', '')]) {
            const opened = await open_lock(row, text);
            assert.ok(opened, text);
            assert.deepEqual(await open_row(opened, 0, 'a', sealed), BYTES);
        }
        for (const text of ['1234 e', '', new_recovery_key(), recovery.slice(1)]) assert.equal(await open_lock(row, text), null, text);
    });

    test('another passcode opens the same rows, the old one no longer, the recovery key still', async () => {
        const { row, key, recovery } = await make_lock('old');
        const sealed = await seal_row(key, 0, 'a', BYTES);
        const changed = await change_passcode(row, key, 'new');
        assert.equal(await open_lock(changed, 'old'), null);
        for (const text of ['new', recovery]) {
            const opened = await open_lock(changed, text);
            assert.ok(opened);
            assert.deepEqual(await open_row(opened, 0, 'a', sealed), BYTES);
        }
        assert.ok(await open_lock(row, 'old'), 'the row that was given is left alone');
    });

    test('another recovery key opens the same rows, the one before no longer, the passcode still', async () => {
        const { row, key, recovery } = await make_lock('kept');
        const sealed = await seal_row(key, 0, 'a', BYTES);
        const changed = await change_recovery_key(row, key);
        assert.equal(await open_lock(changed.row, recovery), null);
        for (const text of ['kept', changed.recovery]) {
            const opened = await open_lock(changed.row, text);
            assert.deepEqual(opened && (await open_row(opened, 0, 'a', sealed)), BYTES);
        }
    });

    test('a passcode that looks like a recovery key is a passcode all the same', async () => {
        const looks = new_recovery_key();
        const { row } = await make_lock(looks);
        assert.ok(await open_lock(row, looks));
    });

    test('a changed or foreign lock row opens with nothing, and costs no minute of work', async () => {
        const { row, recovery } = await make_lock('x');
        const rounds = (/** @type {number} */ count) => {
            const copy = row.slice();
            new DataView(copy.buffer).setUint32(12, count, true);
            return copy;
        };
        const wrong = [row.slice(1), row.slice(0, -1), new Uint8Array(0), new Uint8Array(row.length), rounds(0), rounds(99_999), rounds(0xffffffff)];
        for (const at of [0, 8, 10, 11, 15]) wrong.push(flipped(row, at, 0x80));
        for (const odd of wrong) {
            assert.equal(await open_lock(odd, recovery), null);
            assert.equal(await open_lock(odd, 'x'), null);
        }
        for (let at = 92; at < row.length; at += 5) assert.equal(await open_lock(flipped(row, at, 1), recovery), null, `${at}`);
        for (let at = 16; at < 92; at += 15) assert.equal(await open_lock(flipped(row, at, 1), 'x'), null, `${at}`);
    });
});

describe('sealed rows', () => {
    test('what is sealed at once and what the browser seals opens alike', async () => {
        const { key } = await make_lock('x');
        const raw = new Uint8Array(await crypto.subtle.exportKey('raw', key));
        const seal = new Seal(key, raw, gcm);
        const put = (/** @type {number} */ size) => ({ place: 1, key: `${size}`, bytes: new Uint8Array(size).fill(size & 255) });
        for (const sizes of [[0, 1, 1000], [65_536], [65_537], [40_000, 40_000]]) {
            const puts = sizes.map(put);
            const sealed = seal.sealed(puts);
            assert.equal(sealed instanceof Promise, sizes.reduce((a, b) => a + b) > 65_536, 'small ones are sealed at once');
            const rows = (await sealed).map(({ key: row_key, bytes }) => ({ key: row_key, bytes }));
            assert.deepEqual(await seal.opened(1, rows), puts.map(({ key: row_key, bytes }) => ({ key: row_key, bytes })));
            for (const { key: row_key, bytes } of rows) assert.ok(await open_row(key, 1, row_key, bytes));
            assert.deepEqual(await seal.opened(0, rows), []);
        }
    });

    test('rows of every size come back, and a row is sealed anew each time', async () => {
        const { key } = await make_lock('x');
        for (const size of [0, 1, 16, 48 * 1024, 1 << 20]) {
            const bytes = crypto.randomFillSync(new Uint8Array(Math.min(size, 65_536)));
            const whole = Uint8Array.from({ length: size }, (_, i) => bytes[i % 65_536] ?? 0);
            const sealed = await seal_row(key, 1, 'k', whole);
            assert.equal(sealed.length, size + 32);
            assert.ok(is_sealed_row(sealed));
            assert.deepEqual(await open_row(key, 1, 'k', sealed), whole);
            assert.notDeepEqual(await seal_row(key, 1, 'k', whole), sealed);
        }
    });

    test('a row does not open in the place of another, nor under another lock', async () => {
        const { key } = await make_lock('x');
        const { key: other } = await make_lock('x');
        const sealed = await seal_row(key, 1, 'a', BYTES);
        for (const [place, row_key] of /** @type {[number, string][]} */ ([[1, 'b'], [0, 'a'], [1, 'a/'], [1, ''], [11, 'a']])) {
            assert.equal(await open_row(key, place, row_key, sealed), null);
        }
        assert.equal(await open_row(other, 1, 'a', sealed), null);
    });

    test('any bit that turned, any cut, and a row that was never sealed: refused', async () => {
        const { key } = await make_lock('x');
        const sealed = await seal_row(key, 1, 'a', BYTES);
        for (let at = 0; at < sealed.length; ++at) {
            assert.equal(await open_row(key, 1, 'a', flipped(sealed, at, 1 << (at % 8))), null, `${at}`);
        }
        for (const cut of [0, 3, 4, 15, 16, 31, 32, sealed.length - 1]) {
            assert.equal(await open_row(key, 1, 'a', sealed.slice(0, cut)), null, `${cut}`);
        }
        assert.ok(!is_sealed_row(BYTES));
        assert.equal(await open_row(key, 1, 'a', BYTES), null);
    });
});
