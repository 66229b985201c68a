// Parts of the page that need no browser: links, the raw export's bytes, the epoch.
import assert from 'node:assert/strict';
import test from 'node:test';
import { from_base64, to_base64 } from '../../web/raw_export.mjs';
import { SOMETHING_KEPT, sequence_in, with_sequence } from '../../web/sentinel.mjs';
import { epoch_number } from '../../web/store_lock.mjs';
import { safe_link } from '../../web/links.mjs';
import { Fault, StoreError, fault_of } from '../../web/store_database.mjs';

test('only links that cannot run anything are opened', () => {
    for (const good of ['https://a.b/c?d', 'http://x', 'mailto:a@b.c', 'tel:+86 138']) {
        assert.ok(safe_link(good), good);
    }
    for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc', 'blob:x', 'a b', '']) {
        assert.equal(safe_link(bad), null, bad);
    }
});

test('every byte comes back from base64, in blocks larger than one call takes', () => {
    const bytes = Uint8Array.from({ length: 100_003 }, (_, i) => (i * 7919) & 255);
    assert.deepEqual(from_base64(to_base64(bytes)), bytes);
});

test('an epoch is a plain number and anything else is none', () => {
    const stored = (/** @type {string} */ text) => new TextEncoder().encode(text).buffer;
    assert.equal(epoch_number(stored('41')), 41);
    for (const odd of [undefined, 41, stored(''), stored('4x'), stored('9'.repeat(30))]) {
        assert.equal(epoch_number(odd), 0);
    }
});

test('faults of the database have the names the program knows', () => {
    assert.equal(fault_of(new DOMException('', 'QuotaExceededError')), Fault.quota);
    assert.equal(fault_of(new DOMException('', 'VersionError')), Fault.newer_schema);
    assert.equal(fault_of(new DOMException('', 'InvalidStateError')), Fault.closed);
    assert.equal(fault_of(new DOMException('', 'UnknownError')), Fault.unknown);
    assert.equal(fault_of(new StoreError(Fault.timeout, '')), Fault.timeout);
    assert.equal(fault_of('anything'), Fault.unknown);
});

test('the sequence of a row is read where the program writes it, and anything else is something', () => {
    // As bb::JournalHead::encode() has it: magic, version, sequence, and what follows.
    const row = Uint8Array.from([0x42, 0x42, 0x4c, 0x31, 1, 0, 0x2c, 1, 0, 0, 0, 0, 0, 0, 9, 9]);
    assert.equal(sequence_in(row), 300);
    assert.equal(sequence_in(row.subarray(0, 13)), SOMETHING_KEPT);
    assert.equal(sequence_in(row.map((byte) => byte ^ 1)), SOMETHING_KEPT);
    assert.equal(sequence_in(new Uint8Array(0)), SOMETHING_KEPT);
});

test('a sentinel says the larger sequence of two, and all else that it said', () => {
    assert.equal(with_sequence('', 3), '{"sequence":3}');
    assert.equal(with_sequence('not JSON', 3), '{"sequence":3}');
    assert.equal(with_sequence('null', 3), '{"sequence":3}');
    assert.deepEqual(JSON.parse(with_sequence('{"sequence":7,"customers":5}', 3)), { sequence: 7, customers: 5 });
    assert.deepEqual(JSON.parse(with_sequence('{"sequence":2,"customers":5}', 3)), { sequence: 3, customers: 5 });
});
