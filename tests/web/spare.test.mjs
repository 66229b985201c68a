// The spare copy in the browser's private files: it follows, and survives its worker's end at any moment.
import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { spare_desk } from './spare_desk.mjs';

describe('the spare copy', () => {
    const desk = spare_desk();
    const { on_bench, on_page } = desk;

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
        const other = await desk.context.newPage();
        await other.goto(desk.page.url());
        await on_page(other);
        await other.evaluate(`(async () => {
            window.held = await spare_bench(${JSON.stringify(desk.url)}, 'tabs');
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
});
