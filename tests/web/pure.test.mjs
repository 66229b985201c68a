// Parts of the page that need no browser: links, the raw export's bytes, the epoch.
import assert from 'node:assert/strict';
import test from 'node:test';
import { from_base64, to_base64 } from '../../web/raw_export.mjs';
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
