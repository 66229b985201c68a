// The bytes of the spare copy: sums, frames that are whole or nothing, slots.
import assert from 'node:assert/strict';
import test from 'node:test';
import zlib from 'node:zlib';
import { crc32 } from '../../web/crc32.mjs';
import {
    FRAME_HEAD, LOG_HEAD, SLOT_SIZE, frame_changes, frame_length, is_log_head, log_head, packed_frame, slot_bytes, slot_of,
} from '../../web/spare_log.mjs';

/** @typedef {import('../../web/spare_log.mjs').Change} Change */

/** @type {Change[]} */
const CHANGES = [
    { kind: 'row', place: 0, key: '0000000000000001.0000', bytes: Uint8Array.of(1, 2, 3) },
    { kind: 'file', place: 1, key: '1/客户/2', file: 4_000_000_000, size: 1_000_000, crc: 0xfedcba98 },
    { kind: 'row', place: 2, key: '', bytes: new Uint8Array(0) },
    { kind: 'removal', place: 3, first_key: 'a', last_key: '~' },
];

/** @param {Change[]} changes */
const frame_of = (changes) => new Uint8Array(Buffer.concat(packed_frame(changes).parts));

/** @param {Uint8Array} frame */
function read(frame) {
    const [head, body] = [frame.slice(0, FRAME_HEAD), frame.slice(FRAME_HEAD)];
    return frame_length(head) === body.length ? frame_changes(head, body) : null;
}

test('the sum is that of zip, for every length, in one piece and in several', () => {
    assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926);
    const bytes = Uint8Array.from({ length: 300 }, (_, i) => (i * 7919 + (i >> 3)) & 255);
    for (let length = 0; length < 40; ++length) {
        const part = bytes.subarray(3, 3 + length);
        assert.equal(crc32(part), zlib.crc32(part));
    }
    for (let cut = 0; cut <= 300; cut += 7) {
        assert.equal(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut))), zlib.crc32(bytes));
    }
});

test('a frame comes back as it was, and tells where its rows lie', () => {
    const frame = frame_of(CHANGES);
    assert.deepEqual(read(frame), CHANGES);
    assert.deepEqual(read(frame_of([])), []);
    const { offsets } = packed_frame(CHANGES);
    const at = FRAME_HEAD + (offsets[0] ?? 0);
    assert.deepEqual([...frame.slice(at, at + 3)], [1, 2, 3]);
});

test('every bit that turned in a frame and every cut is noticed; so are zeros', () => {
    const frame = frame_of(CHANGES);
    for (let bit = 0; bit < frame.length * 8; ++bit) {
        const copy = frame.slice();
        copy[bit >> 3] ^= 1 << (bit & 7);
        assert.equal(read(copy), null, `bit ${bit}`);
    }
    for (let cut = FRAME_HEAD; cut < frame.length; ++cut) assert.equal(read(frame.slice(0, cut)), null);
    assert.equal(read(new Uint8Array(FRAME_HEAD)), null);
});

test('a frame whose sum is right and whose sense is not ours is not read', () => {
    const { parts } = packed_frame(CHANGES);
    const body = new Uint8Array(Buffer.concat(parts.slice(2)));
    for (const spoil of [(/** @type {Uint8Array} */ b) => { b[0] = 9; }, (/** @type {Uint8Array} */ b) => { b[2] = 255; }]) {
        const odd = body.slice();
        spoil(odd);
        const head = new Uint8Array(FRAME_HEAD);
        new DataView(head.buffer).setUint32(0, odd.length, true);
        new DataView(head.buffer).setUint32(4, crc32(odd, crc32(head.subarray(0, 4))), true);
        assert.equal(frame_changes(head, odd), null);
    }
});

test('heads and slots are known again, and nothing else is', () => {
    assert.equal(log_head().length, LOG_HEAD);
    assert.ok(is_log_head(log_head()));
    const slot = slot_bytes({ serial: 7, log: 300 });
    assert.equal(slot.length, SLOT_SIZE);
    assert.deepEqual(slot_of(slot), { serial: 7, log: 300 });
    for (let bit = 0; bit < SLOT_SIZE * 8; ++bit) {
        const copy = slot.slice();
        copy[bit >> 3] ^= 1 << (bit & 7);
        assert.equal(slot_of(copy), null);
        assert.ok(bit >= LOG_HEAD * 8 || !is_log_head(copy.slice(0, LOG_HEAD)));
    }
    for (const cut of [0, 1, SLOT_SIZE - 1]) assert.equal(slot_of(slot.slice(0, cut)), null);
});
