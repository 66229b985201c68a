// The spare copy, damaged or without room: of damage it reads the sound part, and never writes on it.
import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { spare_desk } from './spare_desk.mjs';

/** Before the worker's own text: its writes fail once so many were made as a message allows. */
const FAILING = `
    let left = Infinity;
    new BroadcastChannel('writes-left').onmessage = ({ data }) => { left = data; };
    const real = FileSystemSyncAccessHandle.prototype.write;
    FileSystemSyncAccessHandle.prototype.write = function (...parts) {
        if (--left < 0) throw new DOMException('full', 'QuotaExceededError');
        return real.apply(this, parts);
    };
`;

describe('the damaged spare copy', () => {
    const desk = spare_desk();
    const { on_bench, with_worker } = desk;

    test('a torn tail, and a byte that turned in the log: the sound part is read, and never written on', async () => {
        const { outcomes } = await on_bench('damaged', async (bench) => {
            await bench.open();
            await bench.compaction();
            const outcomes = [];
            const damages = { // of a log whose edits begin at `start`
                tail: (bytes) => bytes.slice(0, -1),
                'long tail': (bytes, start) => bytes.slice(0, (start + bytes.length) >> 1),
                zeros: (bytes, start) => bytes.fill(0, (start + bytes.length) >> 1),
                rubbish: (bytes) => Uint8Array.from({ length: bytes.length + 500 }, (_, i) => bytes[i] ?? Math.random() * 256),
                byte: (bytes, start) => { bytes[(start + bytes.length) >> 1] ^= 4; return bytes; },
            };
            for (const [name, damage] of Object.entries(damages)) {
                const built = await bench.spare.rebuild();
                const start = await bench.log_size();
                const from = bench.history.length - 1;
                for (let i = 0; i < 30; ++i) {
                    await bench.edit();
                    await bench.spare.exists(); // a frame for each
                }
                bench.spare.end();
                await bench.spoil(await bench.log(), (bytes) => damage(bytes, start));
                const state = await bench.open();
                const at = await bench.position();
                await bench.edit();
                const later = await bench.position();
                outcomes.push({ name, built, state, from, at, last: from + 30, moved: later - at });
            }
            const rebuilt = await bench.spare.rebuild();
            outcomes.push({ rebuilt, same: (await bench.copied()) === bench.history.at(-1) });
            return { outcomes };
        });
        const [tail, long_tail, zeros, rubbish, byte, end] = outcomes;
        assert.equal(tail.at, tail.last - 1);
        for (const cut of [tail, long_tail, zeros, byte]) {
            assert.ok(cut.built && cut.at > cut.from && cut.at < cut.last, JSON.stringify(cut));
            assert.equal(cut.state, 'behind');
            assert.equal(cut.moved, 0);
        }
        // Rubbish behind a whole log takes nothing away.
        assert.deepEqual([rubbish.state, rubbish.at, rubbish.moved], ['following', rubbish.last, 1]);
        assert.deepEqual(end, { rebuilt: true, same: true });
    });

    test('a byte that turned where the log begins costs the journal from there on, and no shard', async () => {
        const outcome = await on_bench('snapshot', async (bench) => {
            await bench.open();
            await bench.compaction();
            for (let i = 0; i < 300; ++i) await bench.edit();
            await bench.spare.rebuild();
            const outcomes = [];
            for (const how of ['rebuilt', 'compacted']) {
                const journal = (await bench.spare.read_rows(0, '', '~')).map(({ key }) => key);
                const [shards, meta] = [(await bench.spare.read_rows(1, '', '~')).length, (await bench.spare.read_rows(2, '', '~')).length];
                bench.spare.end();
                await bench.spoil(await bench.log(), (bytes) => { bytes[(bytes.length * 0.7) | 0] ^= 4; return bytes; });
                const state = await bench.open();
                const left = (await bench.spare.read_rows(0, '', '~')).map(({ key }) => key);
                const others = (await bench.spare.read_rows(1, '', '~')).length === shards && (await bench.spare.read_rows(2, '', '~')).length === meta;
                outcomes.push({ how, state, others, prefix: left.every((key, i) => key === journal[i]), some: left.length > 100 && left.length < journal.length });
                await bench.spare.rebuild();
                // A batch that names a compaction and takes nothing of the journal away.
                await bench.commit([{ place: 2, key: 'active', bytes: Uint8Array.of(1) }]);
                await bench.spare.exists();
            }
            return outcomes;
        });
        const expected = { state: 'behind', others: true, prefix: true, some: true };
        assert.deepEqual(outcome, [{ how: 'rebuilt', ...expected }, { how: 'compacted', ...expected }]);
    });

    test('a row file that decayed or is gone is left out, the others are read', async () => {
        const outcome = await on_bench('files', async (bench) => {
            await bench.open();
            await bench.compaction();
            await bench.spare.rebuild();
            bench.spare.end();
            const [first, second] = (await bench.files()).filter((name) => name.startsWith('row-'));
            await bench.spoil(first, (bytes) => { bytes[77] ^= 1; return bytes; });
            await (await bench.folder()).removeEntry(second);
            await bench.open();
            const rows = await bench.spare.read_rows(1, '', '~');
            const rebuilt = await bench.spare.rebuild();
            return { keys: rows.map(({ key }) => key), rebuilt, same: (await bench.copied()) === bench.history.at(-1) };
        });
        assert.deepEqual(outcome, { keys: ['00000001/customers/2'], rebuilt: true, same: true });
    });

    test('one slot that is torn does not matter; with both gone there is no copy', async () => {
        const outcome = await on_bench('slots', async (bench) => {
            await bench.open();
            await bench.edit();
            await bench.spare.rebuild();
            await bench.spare.rebuild();
            const found = [];
            for (const file of ['slot-1', 'slot-0']) {
                bench.spare.end();
                await bench.spoil(file, (bytes) => bytes.slice(0, 11)); // the older one, then the newer one
                found.push(await bench.open(), await bench.position());
            }
            return [...found, await bench.spare.rebuild(), (await bench.copied()) === bench.history.at(-1)];
        });
        assert.deepEqual(outcome, ['following', 0, 'none', -1, true, true]);
    });

    test('a write that fails at any point stops the copy, and leaves it whole; a new try heals it', { timeout: 120_000 }, async () => {
        await with_worker(FAILING, async (tab) => {
            const outcomes = await on_bench('full', async (bench) => {
                const writes = new BroadcastChannel('writes-left');
                const allow = async (count) => {
                    writes.postMessage(count);
                    await new Promise((resolve) => setTimeout(resolve, 60));
                };
                await bench.open();
                await bench.edit();
                await bench.compaction();
                await bench.spare.rebuild();
                const found = [];
                for (let count = 0; count < 40; count += count < 12 ? 1 : 4) {
                    const from = bench.history.length - 1;
                    await allow(count);
                    const whole = count % 2 === 1; // a rebuild, or a compaction between edits
                    if (whole) await bench.spare.rebuild();
                    else for (const step of [bench.edit, bench.compaction, bench.edit]) await step();
                    await bench.spare.exists();
                    const state = bench.spare.state();
                    const at = await bench.position();
                    bench.spare.end();
                    const opened = await bench.open();
                    const later = await bench.position();
                    const rebuilt = await bench.spare.rebuild();
                    const files = (await bench.files()).filter((name) => name.startsWith('log-')).length;
                    found.push({ count, state, at, later, from, opened, rebuilt, files, same: (await bench.copied()) === bench.history.at(-1) });
                }
                return found;
            }, tab);
            for (const found of outcomes) {
                assert.ok(found.at >= found.from && found.later === found.at, JSON.stringify(found));
                assert.deepEqual([found.rebuilt, found.same, found.files], [true, true, 1], JSON.stringify(found));
                if (found.count < 6) assert.equal(found.state, 'failed', JSON.stringify(found));
            }
        });
    });

    test('a disk without room: failed, and the page goes on', async () => {
        const session = await desk.context.newCDPSession(desk.page);
        const origin = new URL(desk.url).origin;
        try {
            const outcome = await on_bench('quota', async (bench) => {
                await bench.open();
                await bench.edit();
                await bench.spare.rebuild();
                /** @type {any} */ (window).bench = bench;
                bench.kept = bench.spare;
                bench.spare = null; // goes on in the next step
                return bench.kept.state();
            });
            assert.equal(outcome, 'following');
            const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
            await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 100_000 });
            const after_it = await desk.page.evaluate(async () => {
                const { bench } = /** @type {any} */ (window);
                const before = await bench.copied.call(bench, bench.spare = bench.kept);
                bench.spare.follow({ puts: [{ place: 3, key: 'large', bytes: new Uint8Array(30_000_000) }], removals: [] });
                await bench.spare.exists();
                const state = bench.spare.state();
                bench.spare.follow({ puts: [{ place: 2, key: 'x', bytes: new Uint8Array(1) }], removals: [] });
                const same = (await bench.copied()) === before;
                bench.spare.end();
                return { state, same };
            });
            assert.deepEqual(after_it, { state: 'failed', same: true });
        } finally {
            await session.send('Storage.overrideQuotaForOrigin', { origin });
        }
    });

    test('a browser without such files, and a worker that does not start: no copy, and no harm', async () => {
        const use = async (/** @type {any} */ bench) => {
            const state = await bench.open();
            await bench.edit();
            const answers = [await bench.spare.rebuild(), await bench.spare.exists(), await bench.spare.is_level(), await bench.spare.read_rows(0, '', '~'), await bench.spare.last_meta('last'), await bench.spare.forget()];
            return { state, answers, after: bench.spare.state() };
        };
        const nothing = [false, false, false, [], null, false];
        await with_worker('delete FileSystemFileHandle.prototype.createSyncAccessHandle;', async (tab) => {
            assert.deepEqual(await on_bench('without', use, tab), { state: 'none', answers: nothing, after: 'none' });
        });
        await with_worker("throw new Error('no');", async (tab) => {
            assert.deepEqual(await on_bench('without', use, tab), { state: 'failed', answers: nothing, after: 'failed' });
        });
    });
});
