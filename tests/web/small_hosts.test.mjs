// The sentinel, the state of storage, and the channel between tabs, in a browser.
import assert from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { open_blank_page } from './browser.mjs';

describe('small things of the page', () => {
    /** @type {import('playwright-core').Page} */ let page;
    /** @type {import('playwright-core').BrowserContext} */ let context;
    /** @type {string} */ let url;
    /** @type {(() => void)[]} */ const ends = [];
    before(async () => {
        ({ page, context, url } = await open_blank_page({ after: (end) => ends.push(end) }));
    });
    after(async () => {
        for (const end of ends) await end();
    });

    test('the sentinel is kept for each database and each copy of the page', async () => {
        const outcome = await page.evaluate(async (address) => {
            const { Sentinel } = await import(new URL('sentinel.mjs', address).href);
            const mine = new Sentinel('buyerbook');
            const before = mine.read();
            const kept = mine.write('{"last":7}');
            const again = new Sentinel('buyerbook').read();
            return { before, kept, again, other: new Sentinel('buyerbook-sample').read(), keys: Object.keys(localStorage) };
        }, url);
        assert.deepEqual(outcome, {
            before: '', kept: true, again: '{"last":7}', other: '', keys: ['buyerbook-sentinel /icons/ buyerbook'],
        });
    });

    test('a full or refused storage never throws, and a full one keeps what it had', async () => {
        const outcome = await page.evaluate(async (address) => {
            const { Sentinel } = await import(new URL('sentinel.mjs', address).href);
            const mine = new Sentinel('full');
            mine.write('small');
            const full = [mine.write('x'.repeat(11_000_000)), mine.read()];
            const real = Object.getOwnPropertyDescriptor(window, 'localStorage');
            Object.defineProperty(window, 'localStorage', { configurable: true, get() { throw new DOMException('no', 'SecurityError'); } });
            const refused = [mine.write('y'), mine.read()];
            if (real) Object.defineProperty(window, 'localStorage', real);
            return { full, refused, after: mine.read() };
        }, url);
        assert.deepEqual(outcome, { full: [false, 'small'], refused: [false, ''], after: 'small' });
    });

    test('the worker that reads a sheet gets ready while the sheet is looked for, and is the one that reads it', async () => {
        const told = await page.evaluate(async (address) => {
            const { Jobs } = await import(new URL('jobs.mjs', address).href);
            const { Files } = await import(new URL('files.mjs', address).href);
            const { Worker } = window;
            /** @type {string[]} */ const told = [];
            Object.assign(window, {
                Worker: class {
                    constructor() {
                        told.push('a worker');
                    }
                    addEventListener() {}
                    postMessage(/** @type {any} */ { op }) {
                        told.push(op);
                    }
                },
            });
            const picker = Object.assign(new EventTarget(), { click: () => told.push('picks') });
            const files = new Files({ appendChild: () => picker }, {});
            const jobs = new Jobs({}, files, address);
            files.on_sheet_wanted = () => jobs.get_ready();
            files.pick(1, '.png,.jpg');
            files.pick(2, '.csv,.xlsx');
            jobs.start(7, 0, 0, new Uint8Array(1));
            Object.assign(window, { Worker });
            return told;
        }, url);
        assert.deepEqual(told, ['picks', 'picks', 'a worker', 'get_ready', 'read_sheet']);
    });

    test('a page measures the fonts of the next screen ahead', async () => {
        const screen = await context.newPage();
        await screen.goto(`${url}nothing-here`); // a page of HTML, which the icon is not
        const measured = await screen.evaluate(async (address) => {
            const { Glyphs } = await import(new URL('glyphs.mjs', address).href);
            const { prototype } = Element;
            const real = prototype.getBoundingClientRect;
            let layouts = 0;
            prototype.getBoundingClientRect = function () {
                layouts += 1;
                return real.call(this);
            };
            const titled = (/** @type {any} */ glyphs) => {
                layouts = 0;
                const { ascent } = glyphs.line_metrics(18 * devicePixelRatio, true);
                return [layouts > 0, ascent > 9];
            };
            const late = titled(new Glyphs(document.body));
            const glyphs = new Glyphs(document.body);
            await glyphs.get_ready();
            return { late, ahead: titled(glyphs) };
        }, url);
        await screen.close();
        assert.deepEqual(measured, { late: [true, true], ahead: [false, true] });
    });

    test('the state of storage is told as far as the browser tells it', async () => {
        const { now, asked, without, refused } = await page.evaluate(async (address) => {
            const { ask_persist, storage_state } = await import(new URL('storage_state.mjs', address).href);
            const now = await storage_state();
            const asked = await ask_persist();
            const storage = (/** @type {unknown} */ value) =>
                Object.defineProperty(navigator, 'storage', { configurable: true, value });
            storage(undefined);
            const without = [await ask_persist(), await storage_state()];
            const no = async () => { throw new TypeError('no'); };
            storage({ persist: no, persisted: no, estimate: no });
            const refused = [await ask_persist(), await storage_state()];
            Reflect.deleteProperty(navigator, 'storage');
            return { now, asked, without, refused };
        }, url);
        assert.equal(typeof now.persisted, 'boolean');
        assert.ok(now.quota > 0 && now.usage >= 0);
        assert.equal(typeof asked, 'boolean');
        const nothing = [false, { persisted: false, usage: 0, quota: 0 }];
        assert.deepEqual([without, refused], [nothing, nothing]);
    });

    test('tabs of one database hear each other in order, a view sends no more than it shows', async () => {
        const other = await context.newPage();
        await other.goto(page.url());
        const listen = (/** @type {string} */ address) => import(new URL('channel.mjs', address).href).then(({ Channel }) => {
            /** @type {unknown[]} */ const heard = [];
            const channel = new Channel('db');
            channel.on = (/** @type {number} */ kind, /** @type {Uint8Array} */ bytes) =>
                heard.push([kind, bytes.buffer.byteLength, ...bytes]);
            Object.assign(window, { channel, heard, stranger: new Channel('other') });
        });
        for (const tab of [page, other]) await tab.evaluate(listen, url);
        const own = await page.evaluate(() => {
            const { channel, stranger, heard } = /** @type {any} */ (window);
            channel.post(1, new Uint8Array(1000).fill(7).subarray(10, 12));
            stranger.post(9, Uint8Array.of(9));
            new BroadcastChannel('buyerbook-tabs db').postMessage('of another version');
            channel.post(2, new Uint8Array(0));
            return heard;
        });
        await other.waitForFunction(() => /** @type {any} */ (window).heard.length === 2);
        assert.deepEqual(own, []);
        assert.deepEqual(await other.evaluate(() => /** @type {any} */ (window).heard), [[1, 2, 7, 7], [2, 0]]);
        await other.evaluate(() => /** @type {any} */ (window).channel.post(3, Uint8Array.of(1)));
        await page.waitForFunction(() => /** @type {any} */ (window).heard.length === 1);
        await other.evaluate(() => {
            const { channel } = /** @type {any} */ (window);
            channel.end();
            channel.post(4, Uint8Array.of(1)); // nothing, and no throw
        });
        await other.close();
    });
});
