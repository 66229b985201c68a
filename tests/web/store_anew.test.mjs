// Pictures on their way into a fresh database: from the second copy and the store, and however long
// all of them together may take.
import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { BLOB, META, store_desk } from './store_desk.mjs';

describe('pictures of a recovered file', () => {
    const desk = store_desk();

    test('come from the second copy, and those that it has not from the store', async () => {
        const rows = await desk.page.evaluate(async ([address, meta, blob]) => {
            const { Spare } = await import(new URL('spare.mjs', String(address)).href);
            const { store, arrived, put } = /** @type {any} */ (window).opened('both');
            await store.become_writer(() => {});
            store.commit(1, [put(meta, 'last', 1), put(blob, 'both', 2), put(blob, 'copied', 3)], []);
            await arrived(1);
            const spare = new Spare('both', () => {});
            await spare.opened;
            await spare.rebuild();
            // The store has another one by now, and one that is not what was written.
            store.commit(2, [put(blob, 'both', 99), put(blob, 'stored', 4)], [{ place: blob, first_key: 'copied', last_key: 'copied' }]);
            await arrived(2);
            store.find_spare = () => spare;
            store.begin_anew(3);
            await arrived(3);
            store.read_range(4, blob, '', '~');
            const answers = await arrived(4);
            spare.end();
            return answers.slice(2);
        }, [desk.url, META, BLOB]);
        assert.deepEqual(rows, [['committed', 3], ['rows', 4, [['both', 2], ['copied', 3], ['stored', 4]]]]);
    });

    test('one that the second copy cannot give any more comes from the store', async () => {
        const rows = await desk.page.evaluate(async ([blob]) => {
            const { store, arrived, put } = /** @type {any} */ (window).opened('unsound');
            await store.become_writer(() => {});
            store.commit(1, [put(blob, 'a', 1), put(blob, 'b', 2)], []);
            await arrived(1);
            store.find_spare = () => ({
                opened: Promise.resolve('behind'),
                last_meta: async () => null,
                keys: async () => ['a', 'b', 'nowhere'],
                read_rows: async (/** @type {number} */ _, /** @type {string} */ key) => {
                    if (key === 'b') throw new Error('cannot be read');
                    return [];
                },
            });
            store.begin_anew(2);
            await arrived(2);
            store.read_range(3, blob, '', '~');
            return (await arrived(3)).slice(1);
        }, [BLOB]);
        assert.deepEqual(rows, [['committed', 2], ['rows', 3, [['a', 1], ['b', 2]]]]);
    });

    /** With 2 s where the store waits a minute: copies that give a picture after each of these times. */
    const slow_copy = (/** @type {string} */ name, /** @type {number[]} */ takes) =>
        desk.page.evaluate(async ([database, times, blob]) => {
            const { store, arrived, put } = /** @type {any} */ (window).opened(database);
            const { setTimeout } = window;
            Object.assign(window, {
                setTimeout: (/** @type {TimerHandler} */ work, /** @type {number} */ ms) => setTimeout(work, ms === 60_000 ? 2000 : ms),
            });
            await store.become_writer(() => {});
            const pictures = /** @type {number[]} */ (times).map((ms, i) => ({ ...put(blob, `picture ${i}`, i), ms }));
            store.find_spare = () => ({
                opened: Promise.resolve('behind'),
                last_meta: async () => null,
                keys: async () => pictures.map(({ key }) => key),
                read_rows: async (/** @type {number} */ _, /** @type {string} */ first, /** @type {string} */ last) => {
                    const wanted = pictures.filter(({ key }) => key >= first && key <= last);
                    for (const { ms } of wanted) await new Promise((later) => setTimeout(later, ms));
                    return wanted;
                },
            });
            store.begin_anew(1);
            const [answer] = await arrived(1);
            Object.assign(window, { setTimeout });
            store.read_range(2, /** @type {number} */ (blob), '', '~');
            const [, rows] = await arrived(2);
            return { answer, copied: rows[2].length };
        }, /** @type {const} */ ([name, takes, BLOB]));

    test('have their time each, not all of them together', async () => {
        const outcome = await slow_copy('many', Array.from({ length: 8 }, () => 400));
        assert.deepEqual(outcome, { answer: ['committed', 1], copied: 8 });
    });

    test('end the restoring when the browser gives no answer, and the old database stays in use', async () => {
        const outcome = await slow_copy('hangs', [10, 10_000]);
        assert.deepEqual(outcome, { answer: ['failed', 1, 4], copied: 0 });
    });
});
