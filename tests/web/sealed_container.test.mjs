// The sealed backup container: round trips, every kind of damage, and an independent reading of it.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import test from 'node:test';
import { container_kind, open_sealed, seal } from '../../web/sealed_container.mjs';

const HEADER = 32;
const FIRST_CHUNK = 40;
const CHUNK = 65_536;
const CHUNK_SIZE = 9 + CHUNK + 16;
const PASSPHRASE = '口令 pass-phrase Å';

/** @param {number} size */
const content_of = (size) => Uint8Array.from({ length: size }, (_, i) => (i * 7919 + (i >> 8)) & 255);

/** Keys are derived slowly on purpose: once for each salt is enough where the passphrase stays. */
function derive_once(/** @type {import('node:test').TestContext} */ t) {
    const { subtle } = globalThis.crypto;
    const real = subtle.deriveKey.bind(subtle);
    /** @type {Map<string, Promise<CryptoKey>>} */
    const keys = new Map();
    t.mock.method(subtle, 'deriveKey', (/** @type {any} */ how, /** @type {any[]} */ ...rest) => {
        const name = `${how.iterations} ${Buffer.from(how.salt).toString('hex')}`;
        const key = keys.get(name) ?? /** @type {any} */ (real)(how, ...rest);
        keys.set(name, key);
        return key;
    });
    return keys;
}

/** @param {Uint8Array} container @param {number} at @param {number} mask */
function flipped(container, at, mask) {
    const copy = container.slice();
    copy[at] ^= mask;
    return copy;
}

/** As sealed, but with another header whose check is right. @param {Uint8Array} container @param {(view: DataView) => void} change */
function with_header(container, change) {
    const copy = container.slice();
    change(new DataView(copy.buffer));
    const hash = crypto.createHash('sha256').update(copy.subarray(0, HEADER)).digest();
    copy.set(hash.subarray(0, 8), HEADER);
    return copy;
}

/** @param {Uint8Array} container @param {string} [passphrase] */
async function fault(container, passphrase = PASSPHRASE) {
    const outcome = await open_sealed(container, passphrase);
    assert.deepEqual(Object.keys(outcome), ['fault']);
    return 'fault' in outcome && outcome.fault;
}

test('every size comes back', async () => {
    for (const size of [0, 1, 65_535, 65_536, 65_537, 1 << 20]) {
        const content = content_of(size);
        const container = await seal(content, PASSPHRASE);
        const chunks = Math.max(1, Math.ceil(size / CHUNK));
        assert.equal(container.length, FIRST_CHUNK + chunks * 25 + size);
        assert.deepEqual(await open_sealed(container, PASSPHRASE), { content });
    }
});

test('a view into other memory is sealed and opened as what it shows', async () => {
    const memory = content_of(1000);
    const container = await seal(memory.subarray(100, 200), PASSPHRASE);
    const shifted = new Uint8Array(container.length + 7);
    shifted.set(container, 7);
    const outcome = await open_sealed(shifted.subarray(7), PASSPHRASE);
    assert.deepEqual(outcome, { content: memory.slice(100, 200) });
});

test('it opens with other tools, by its description alone', async () => {
    const content = content_of(CHUNK * 2 + 5);
    const file = Buffer.from(await seal(content, PASSPHRASE));
    assert.equal(file.toString('latin1', 0, 8), 'BUYERBK\x1a');
    assert.deepEqual([file.readUInt16LE(8), file[10], file[11], file.readUInt32LE(12)], [1, 1, 0, 600_000]);
    const header = file.subarray(0, HEADER);
    assert.deepEqual(file.subarray(32, 40), crypto.createHash('sha256').update(header).digest().subarray(0, 8));
    const key = crypto.pbkdf2Sync(PASSPHRASE.normalize('NFKC'), file.subarray(16, 32), 600_000, 32, 'sha256');
    const pieces = [];
    for (let at = FIRST_CHUNK, number = 0; at < file.length; ++number) {
        const head = file.subarray(at, at + 9);
        const length = head.readUInt32LE(5);
        assert.deepEqual([head.readUInt32LE(0), head[4]], [number, number === 2 ? 1 : 0]);
        const nonce = Buffer.alloc(12);
        nonce.writeUInt32LE(number);
        const cipher = crypto.createDecipheriv('aes-256-gcm', key, nonce);
        cipher.setAAD(Buffer.concat([header, head]));
        cipher.setAuthTag(file.subarray(at + 9 + length, at + 25 + length));
        pieces.push(cipher.update(file.subarray(at + 9, at + 9 + length)), cipher.final());
        at += 25 + length;
    }
    assert.ok(Buffer.concat(pieces).equals(content));
});

test('two containers of one content have nothing in common', async () => {
    const [a, b] = await Promise.all([seal(content_of(99), 'a'), seal(content_of(99), 'a')]);
    assert.notDeepEqual(a.slice(16, 32), b.slice(16, 32));
    assert.notDeepEqual(a.slice(49), b.slice(49));
});

test('a wrong passphrase is said to be one, and another way of composing it is not wrong', async () => {
    const container = await seal(content_of(100), 'Å１');
    assert.equal(await fault(container, 'Å2'), 'passphrase');
    assert.equal(await fault(container, ''), 'passphrase');
    assert.ok('content' in (await open_sealed(container, 'A\u030a1')));
});

test('a file that is none, plain, newer, or asks for a useless number of rounds is refused', async () => {
    const container = await seal(content_of(100), PASSPHRASE);
    for (const none of [new Uint8Array(0), content_of(500), container.slice(0, 8), container.slice(1)]) {
        assert.equal(container_kind(none), 'foreign');
        assert.equal(await fault(none), 'foreign');
    }
    assert.equal(container_kind(container), 'sealed');
    const plain = with_header(container, (view) => view.setUint8(10, 0));
    assert.equal(container_kind(plain), 'plain');
    assert.equal(await fault(plain), 'foreign');
    assert.equal(await fault(with_header(container, (view) => view.setUint16(8, 2, true))), 'newer');
    assert.equal(await fault(with_header(container, (view) => view.setUint8(10, 2))), 'newer');
    for (const iterations of [0, 99_999, 10_000_001, 0xffffffff]) {
        const odd = with_header(container, (view) => view.setUint32(12, iterations, true));
        assert.equal(await fault(odd), 'damaged');
    }
});

test('a torn header is told apart from a wrong passphrase', async () => {
    const container = await seal(content_of(100), PASSPHRASE);
    for (let at = 12; at < FIRST_CHUNK; ++at) assert.equal(await fault(flipped(container, at, 4)), 'damaged', `${at}`);
});

test('cut anywhere, it is damaged', async () => {
    const container = await seal(content_of(CHUNK * 3 + 10), PASSPHRASE);
    const ends = [FIRST_CHUNK, ...[1, 2, 3].map((n) => FIRST_CHUNK + n * CHUNK_SIZE)];
    const cuts = ends.flatMap((end) => [end - 1, end, end + 1, end + 8, end + 9, end + 10]);
    for (const cut of [11, 20, 31, 32, 33, ...cuts, container.length - 1]) {
        assert.equal(await fault(container.slice(0, cut)), 'damaged', `cut at ${cut}`);
    }
    const longer = new Uint8Array(container.length + 1);
    longer.set(container);
    assert.equal(await fault(longer), 'damaged');
});

test('chunks in another order, twice, left out, of another container or with another end are refused', async (t) => {
    derive_once(t);
    const container = await seal(content_of(CHUNK * 3 + 10), PASSPHRASE);
    const other = await seal(content_of(CHUNK * 3 + 10), PASSPHRASE);
    const chunks = (/** @type {Uint8Array} */ from) =>
        [0, 1, 2, 3].map((n) => from.slice(FIRST_CHUNK + n * CHUNK_SIZE, FIRST_CHUNK + (n + 1) * CHUNK_SIZE));
    const joined = (/** @type {Uint8Array[]} */ ...parts) => new Uint8Array(Buffer.concat(parts));
    const head = container.slice(0, FIRST_CHUNK);
    const [a, b, c, d] = chunks(container);
    const renumbered = (/** @type {Uint8Array} */ chunk, /** @type {number} */ number, last = chunk[4]) => {
        const copy = chunk.slice();
        copy[0] = number;
        copy[4] = last;
        return copy;
    };
    assert.ok('content' in (await open_sealed(joined(head, a, b, c, d), PASSPHRASE)));
    const wrong = {
        reordered: joined(head, a, c, b, d),
        'reordered and renumbered': joined(head, a, renumbered(c, 1), renumbered(b, 2), d),
        twice: joined(head, a, b, b, c, d),
        'twice and renumbered': joined(head, a, b, renumbered(b, 2), renumbered(c, 3), renumbered(d, 4)),
        'left out': joined(head, a, b, d),
        'left out and renumbered': joined(head, a, b, renumbered(d, 2)),
        'ended early': joined(head, a, b, renumbered(c, 2, 1)),
        'not ended': joined(head, a, b, c, renumbered(d, 3, 0)),
        'of another container': joined(head, a, chunks(other)[1], c, d),
    };
    for (const [name, made] of Object.entries(wrong)) assert.equal(await fault(made), 'damaged', name);
    assert.equal(await fault(joined(head, renumbered(a, 0, 1))), 'passphrase', 'the first chunk alone');
});

test('two hundred bits turned anywhere, one at a time: refused', async (t) => {
    const keys = derive_once(t);
    const content = content_of(CHUNK * 2 + 4000);
    const container = await seal(content, PASSPHRASE);
    for (let i = 0; i < 200; ++i) {
        const at = i < 60 ? i : crypto.randomInt(container.length);
        const bit = crypto.randomInt(8);
        const found = await fault(flipped(container, at, 1 << bit));
        const told = at < FIRST_CHUNK ? ['foreign', 'damaged'] : ['damaged', 'passphrase'];
        assert.ok(told.includes(String(found)), `bit ${bit} of ${at}: ${found}`);
        if (at >= FIRST_CHUNK + CHUNK_SIZE) assert.equal(found, 'damaged', `bit ${bit} of ${at}`);
    }
    assert.equal(keys.size, 1);
    assert.deepEqual(await open_sealed(container, PASSPHRASE), { content });
});
