// What the page takes over from its documents worker: parts of any size, in pieces.
import assert from 'node:assert/strict';
import test from 'node:test';
import { Jobs } from '../../web/jobs.mjs';

/** A page and a worker that say what they were told. */
function desk() {
    /** @type {(answer: object) => void} */ let answered = () => {};
    globalThis.Worker = /** @type {any} */ (class {
        addEventListener(/** @type {string} */ kind, /** @type {(event: object) => void} */ hear) {
            if (kind === 'message') answered = (data) => hear({ data });
        }
        postMessage() {}
        terminate() {}
    });
    /** @type {[string, ...unknown[]][]} */ const told = [];
    const program = {
        job_piece: (/** @type {number} */ job, /** @type {number} */ whole, /** @type {Uint8Array} */ bytes) =>
            told.push(['piece', job, whole, Uint8Array.from(bytes)]),
        job_done: (/** @type {number} */ job, /** @type {boolean} */ ok, /** @type {Uint8Array} */ bytes) =>
            told.push(['done', job, ok, Uint8Array.from(bytes)]),
    };
    const jobs = new Jobs(/** @type {any} */ (program), /** @type {any} */ ({}), new URL('file:///worker.mjs'));
    jobs.start(7, 0, 0, new Uint8Array(1));
    return { jobs, told, answer: (/** @type {object} */ answer) => answered({ id: 7, ...answer }) };
}

/** @param {[string, ...unknown[]][]} told */
const is_over = async (told) => {
    while (told.at(-1)?.[0] !== 'done') await new Promise((later) => setTimeout(later));
};

/** @param {number} size */
const numbered = (size) => Uint8Array.from({ length: size }, (_, n) => n % 251);

test('parts come one after the other, the long ones in pieces, the last piece with the end', async () => {
    const { told, answer } = desk();
    const whole = numbered(600_003);
    answer({ ok: true, parts: [whole.subarray(0, 3), new Uint8Array(0), whole.subarray(3)] });
    await is_over(told);
    const bytes = told.map((one) => /** @type {Uint8Array} */ (one.at(-1)));
    assert.deepEqual(told.map(([what]) => what), ['piece', 'piece', 'piece', 'done']);
    assert.ok(told.slice(0, -1).every(([, job, size]) => job === 7 && size === whole.length));
    assert.ok(Buffer.concat(bytes).equals(whole));
});

test('a short answer comes at once, also one without anything', () => {
    const short = desk();
    short.answer({ ok: false, parts: [numbered(3), new Uint8Array(0)] });
    assert.deepEqual(short.told, [['done', 7, false, numbered(3)]]);
    const empty = desk();
    empty.answer({ ok: false, parts: [] });
    assert.deepEqual(empty.told, [['done', 7, false, new Uint8Array(0)]]);
});

/** A clock that each look at it moves on. @param {import('node:test').TestContext} t @param {number} by ms */
const slow_clock = (t, by) => {
    let now = 0;
    t.mock.method(performance, 'now', () => (now += by));
};

test('nothing more comes of a job that was cancelled between two pieces', async (t) => {
    slow_clock(t, 20);
    const { jobs, told, answer } = desk();
    answer({ ok: true, parts: [numbered(5_000_000)] });
    jobs.cancel(7);
    await new Promise((later) => setTimeout(later, 20));
    assert.deepEqual(told.map(([what]) => what), ['piece']);
});

test('pieces are taken over for some milliseconds at a stretch, and the page comes to its turn between', async (t) => {
    slow_clock(t, 4);
    const { told, answer } = desk();
    answer({ ok: true, parts: [numbered(2_000_000)] });
    assert.equal(told.length, 3); // the fourth would begin 12 ms after the first
    await is_over(told);
    assert.equal(told.length, 8);
});
