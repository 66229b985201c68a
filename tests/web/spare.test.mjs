// The spare copy in the browser's private files: it follows, survives its worker's end at any moment,
// and of damage it reads the sound part.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import test, { after, before, describe } from 'node:test';
import { open_blank_page } from './browser.mjs';

const PAGE = fs.readFileSync(fileURLToPath(new URL('spare_page.js', import.meta.url)), 'utf8');
const WORKER = fs.readFileSync(fileURLToPath(new URL('../../web/spare_worker.mjs', import.meta.url)), 'utf8');
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

describe('the spare copy', () => {
    /** @type {import('playwright-core').Page} */ let page;
    /** @type {import('playwright-core').BrowserContext} */ let context;
    /** @type {string} */ let url;
    /** @type {(() => void)[]} */ const ends = [];
    before(async () => {
        ({ page, context, url } = await open_blank_page({ after: (end) => ends.push(end) }));
        await page.evaluate(PAGE);
    });
    after(async () => {
        for (const end of ends) await end();
    });

    /**
     * Runs in the page with a bench on a database of its own.
     * @template T
     * @param {string} name @param {(bench: any) => Promise<T>} work @param {import('playwright-core').Page} [tab]
     * @returns {Promise<T>}
     */
    async function on_bench(name, work, tab = page) {
        return tab.evaluate(`(async () => {
            const bench = await spare_bench(${JSON.stringify(url)}, ${JSON.stringify(name)});
            try { return await (${work})(bench); } finally { bench.spare?.end(); }
        })()`);
    }

    /** Another page whose worker begins with some words of ours. @param {string} words @param {(tab: import('playwright-core').Page) => Promise<void>} work */
    async function with_worker(words, work) {
        const tab = await context.newPage();
        await tab.route('**/spare_worker.mjs', (route) =>
            route.fulfill({ contentType: 'text/javascript', body: `${words}\n${WORKER}` }));
        await tab.goto(page.url());
        await tab.evaluate(PAGE);
        await work(tab);
        await tab.close();
    }

    test('nothing is there at first, and nothing is made before it is asked for', async () => {
        const outcome = await on_bench('first', async (bench) => {
            const state = await bench.open();
            await bench.edit();
            const root = await navigator.storage.getDirectory();
            const made = await root.getDirectoryHandle('buyerbook').then(() => true, () => false);
            return { state, made, exists: await bench.spare.exists(), rows: await bench.spare.read_rows(0, '', '~'), meta: await bench.spare.last_meta('last') };
        });
        assert.deepEqual(outcome, { state: 'none', made: false, exists: false, rows: [], meta: null });
    });

    test('it holds what IndexedDB holds, after edits, removals, compactions and a new start', async () => {
        const outcome = await on_bench('random', async (bench) => {
            await bench.open();
            for (let i = 0; i < 30; ++i) await bench.step();
            const built = await bench.spare.rebuild();
            const first = (await bench.copied()) === (await bench.stored());
            const wrong = [];
            for (let i = 0; i < 150; ++i) {
                await bench.step();
                if (i % 10 === 0 && (await bench.copied()) !== bench.history.at(-1)) wrong.push(i);
            }
            const row = await bench.spare.read_keys(2, ['last', 'none']);
            const level = await bench.spare.is_level();
            bench.spare.end();
            const again = await bench.open();
            const after = (await bench.copied()) === bench.history.at(-1) && (await bench.copied()) === (await bench.stored());
            await bench.edit();
            const meta = new TextDecoder().decode(await bench.spare.last_meta('last'));
            const expected = bench.sequence;
            return { built, first, wrong, level, rows: row.map((r) => [r.key, r.bytes instanceof Uint8Array]), again, after, follows: Number(meta) === expected, states: bench.states };
        });
        assert.deepEqual(outcome, {
            built: true, first: true, wrong: [], level: true, rows: [['last', true]], again: 'following', after: true, follows: true,
            states: ['behind', 'following'],
        });
    });

    test('a compaction begins a new log and takes away what is not needed', async () => {
        const { before_it, after_it, same } = await on_bench('compaction', async (bench) => {
            await bench.open();
            await bench.compaction();
            await bench.spare.rebuild();
            for (let i = 0; i < 40; ++i) await bench.edit();
            await bench.spare.exists();
            const look = async () => ({ log: await bench.log(), files: (await bench.files()).length, size: await bench.log_size() });
            const before_it = await look();
            await bench.compaction();
            await bench.compaction();
            await bench.spare.exists();
            const after_it = await look();
            const rows = (await bench.spare.read_rows(1, '', '~')).length + (await bench.spare.read_rows(3, '', '\uffff')).length;
            return { before_it, after_it: { ...after_it, rows }, same: (await bench.copied()) === bench.history.at(-1) };
        });
        assert.ok(same);
        assert.notEqual(after_it.log, before_it.log);
        assert.ok(after_it.size < before_it.size / 2, `${after_it.size} of ${before_it.size}`);
        assert.equal(after_it.files, after_it.rows + 4); // two slots, the lock and the log
    });

    test('somebody goes on editing while it is rebuilt', async () => {
        const outcome = await on_bench('busy', async (bench) => {
            await bench.open();
            for (let i = 0; i < 20; ++i) await bench.step();
            const building = bench.spare.rebuild();
            let done = false;
            building.then(() => { done = true; });
            let edits = 0;
            while (!done && edits < 2000) {
                await bench.step();
                ++edits;
            }
            for (let i = 0; i < 5; ++i) await bench.step();
            return { built: await building, edits, same: (await bench.copied()) === bench.history.at(-1), state: bench.spare.state() };
        });
        assert.ok(outcome.edits > 2, `${outcome.edits} edits`);
        assert.deepEqual(outcome, { ...outcome, built: true, same: true, state: 'following' });
    });

    test('a worker that is ended at any moment leaves an acknowledged state; rebuilding brings it level', { timeout: 240_000 }, async (t) => {
        const outcomes = await on_bench('killed', async (bench) => {
            const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
            await bench.open();
            await bench.edit();
            await bench.spare.rebuild();
            const found = [];
            for (let round = 0; round < 18; ++round) {
                const rebuilding = round % 3 === 2;
                const from = bench.history.length - 1;
                let ended = false;
                const killed = pause(Math.random() * 120).then(() => { bench.spare.end(); ended = true; });
                if (rebuilding) bench.spare.rebuild();
                while (!ended) await bench.step();
                await killed;
                const state = await bench.open();
                const at = await bench.position();
                const level = at === bench.history.length - 1;
                const rebuilt = state === 'following' || (await bench.spare.rebuild());
                found.push({ rebuilding, state, at, from, level, rebuilt, same: (await bench.copied()) === bench.history.at(-1) });
            }
            return found;
        });
        for (const found of outcomes) {
            assert.ok(found.at >= 0, `no acknowledged state: ${JSON.stringify(found)}`);
            assert.ok(found.rebuilding || found.at >= found.from - 1, `older than it was: ${JSON.stringify(found)}`);
            assert.equal(found.state, found.level ? 'following' : 'behind');
            assert.ok(found.rebuilt && found.same, JSON.stringify(found));
        }
        const followed = outcomes.filter(({ rebuilding, at, from }) => !rebuilding && at > from).length;
        assert.ok(followed > 2, 'hardly any end came while batches were followed');
        t.diagnostic(`${followed} of ${outcomes.length} ends came while batches were followed`);
    });

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

    test('an emptied database does not take the copy with it', async () => {
        const outcome = await on_bench('emptied', async (bench) => {
            await bench.open();
            for (let i = 0; i < 10; ++i) await bench.step();
            await bench.spare.rebuild();
            bench.spare.end();
            bench.spare = null;
            const full = bench.history.length - 1;
            await bench.commit([], [0, 1, 2, 3].map((place) => ({ place, first_key: '', last_key: '\uffff' })));
            const state = await bench.open();
            const rebuilt = await bench.spare.rebuild();
            const kept = (await bench.position()) === full;
            const forgotten = await bench.spare.forget();
            const after = bench.spare.state();
            const files = await bench.files().catch((reason) => reason.name);
            await bench.commit([{ place: 2, key: 'last', bytes: new Uint8Array(3) }]);
            return { state, rebuilt, kept, forgotten, after, files, anew: await bench.spare.rebuild() };
        });
        assert.deepEqual(outcome, {
            state: 'behind', rebuilt: false, kept: true, forgotten: true, after: 'none', files: 'NotFoundError', anew: true,
        });
    });

    test('another tab has it: told, nothing written; free again when that one is gone', async () => {
        const other = await context.newPage();
        await other.goto(page.url());
        await other.evaluate(PAGE);
        await other.evaluate(`(async () => {
            window.held = await spare_bench(${JSON.stringify(url)}, 'tabs');
            await held.open();
            await held.edit();
            await held.spare.rebuild();
        })()`);
        const refused = await on_bench('tabs', async (bench) => {
            const state = await bench.open();
            return [state, await bench.spare.rebuild(), bench.spare.state(), await bench.spare.read_rows(2, '', '~'), await bench.spare.forget()];
        });
        assert.deepEqual(refused, ['elsewhere', false, 'elsewhere', [], false]);
        await other.close();
        assert.equal(await on_bench('tabs', (bench) => bench.open()), 'following');
    });

    test('sixty megabytes in one batch, without a copy of them in the page', { timeout: 120_000 }, async (t) => {
        const outcome = await on_bench('big', async (bench) => {
            await bench.open();
            await bench.edit();
            await bench.spare.rebuild();
            const part = crypto.getRandomValues(new Uint8Array(48 * 1024));
            const puts = Array.from({ length: 1280 }, (_, i) => {
                const bytes = part.slice();
                bytes[i] ^= 1;
                return { place: 0, key: `big${String(i).padStart(5, '0')}`, bytes };
            });
            puts.push({ place: 2, key: 'last', bytes: Uint8Array.of(9) });
            await bench.commit(puts);
            const taken = puts.every(({ bytes }) => bytes.length === 0);
            const start = performance.now();
            await bench.spare.exists();
            const written = performance.now() - start;
            const same = (await bench.copied()) === bench.history.at(-1);
            bench.spare.end();
            const opening = performance.now();
            const state = await bench.open();
            const opened = performance.now() - opening;
            const later = (await bench.copied()) === bench.history.at(-1);
            const rebuilding = performance.now();
            await bench.spare.rebuild();
            return { taken, same, state, later, written, opened, rebuilt: performance.now() - rebuilding };
        });
        assert.deepEqual(outcome, { ...outcome, taken: true, same: true, state: 'following', later: true });
        t.diagnostic(`60 MB: followed in ${Math.round(outcome.written)} ms, opened in ${Math.round(outcome.opened)} ms, rebuilt in ${Math.round(outcome.rebuilt)} ms`);
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
        const session = await context.newCDPSession(page);
        const origin = new URL(url).origin;
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
            const after_it = await page.evaluate(async () => {
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
