// The documents worker by itself, as built: files in, tables and pictures out, one clear error else.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test, { after, before, describe } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startServer } from '../../tools/static_server.mjs';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const DIST = process.env.BUYERBOOK_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));

/** @param {string} name @returns {number[]} */
const fixture = (name) => [...fs.readFileSync(FIXTURES + name)];

/** A ReadRequest: the file's name, and the first sheet that holds anything. @param {string} name */
function read_request(name) {
    const text = [...Buffer.from(name)];
    return [text.length, ...text, 0xff, 0xff, 0xff, 0xff];
}

describe('the documents worker', () => {
    /** @type {import('playwright-core').Page} */ let page;
    /** @type {import('playwright-core').Browser} */ let browser;
    /** @type {Awaited<ReturnType<typeof startServer>>} */ let server;

    before(async () => {
        server = await startServer({ folder: DIST });
        browser = await chromium.launch({
            executablePath: process.env.BUYERBOOK_CHROMIUM ?? '/usr/bin/chromium',
            args: ['--no-sandbox'],
        });
        page = await browser.newPage();
        await page.goto(`${server.url}icons/icon.svg`);
        await page.evaluate((url) => {
            const worker = new Worker(new URL('documents_worker.mjs', url), { type: 'module' });
            let last = 0;
            Object.assign(window, {
                work: (/** @type {string} */ op, /** @type {number[]} */ payload,
                    /** @type {Blob | undefined} */ file) =>
                    new Promise((done) => {
                        const id = ++last;
                        worker.onmessage = ({ data }) => {
                            if (data.id !== id || !('ok' in data)) return;
                            const whole = new Blob(data.parts).arrayBuffer();
                            whole.then((bytes) => done({ ok: data.ok, bytes: new Uint8Array(bytes) }));
                        };
                        worker.postMessage(
                            { id, op, file, payload: Uint8Array.from(payload).buffer });
                    }),
            });
        }, server.url);
    });
    after(async () => {
        await browser?.close();
        await server?.close();
    });

    /** @param {string} op @param {number[]} payload @param {number[]} [file] */
    async function work(op, payload, file) {
        const answer = await page.evaluate(async ([op, payload, file]) => {
            const blob = file ? new Blob([Uint8Array.from(file)]) : undefined;
            const { ok, bytes } = await /** @type {any} */ (window).work(op, payload, blob);
            return { ok, bytes: [...bytes] };
        }, /** @type {[string, number[], number[] | undefined]} */ ([op, payload, file]));
        return { ok: answer.ok, bytes: Buffer.from(answer.bytes) };
    }

    /** @param {Buffer} jpeg */
    const size_of = (jpeg) => page.evaluate(async (bytes) => {
        const { width, height } = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
        return [width, height];
    }, [...jpeg]);

    test('reads a workbook and a GB18030 text file', async () => {
        const workbook = await work('read_sheet', read_request('libreoffice.xlsx'),
            fixture('sheets/libreoffice.xlsx'));
        assert.ok(workbook.ok);
        assert.match(workbook.bytes.toString(), /公司名称/);
        const text = await work('read_sheet', read_request('gb18030.csv'),
            fixture('sheets/gb18030.csv'));
        assert.ok(text.ok);
        assert.match(text.bytes.toString(), /GB18030[^]*公司名称/);
    });

    test('the text of a list stands last and whole, be it longer than its file or not', async () => {
        const short = await work('read_sheet', read_request('a.csv'), [...Buffer.from('a,b\n1,"2""3"\n')]);
        assert.ok(short.ok);
        assert.match(short.bytes.toString('latin1'), /BBT2\x02\0\0\0\x04\0\0\0\x06\0\0\0[^]*\0ab12"3$/);
        // Of GB18030 each letter is two bytes here and three there.
        const chinese = [0xb9, 0xab, 0xcb, 0xbe];
        const long = await work('read_sheet', read_request('b.csv'), [...chinese, 0x2c, ...chinese, 0x0a]);
        assert.ok(long.ok);
        assert.match(long.bytes.toString(), /GB18030[^]*公司公司$/);
        const empty = await work('read_sheet', read_request('c.csv'), []);
        assert.equal(empty.ok, false);
        assert.equal(empty.bytes.length, 3); // a text id and no arguments
    });

    test('a file that is no sheet is an error, and the next one is read', async () => {
        const broken = await work('read_sheet', read_request('x.xlsx'), [0x50, 0x4b, 3, 4, 0]);
        assert.equal(broken.ok, false);
        assert.ok(broken.bytes.length >= 3);
        const next = await work('read_sheet', read_request('a.csv'), [...Buffer.from('a,b\n1,2\n')]);
        assert.ok(next.ok);
    });

    test('damaged payloads and unknown operations are errors', async () => {
        for (const op of ['write_xlsx', 'write_pdf', 'write_tables', 'nothing'])
            assert.equal((await work(op, [7, 7, 7])).ok, false, op);
    });

    test('a picture becomes a JPEG, and one without a colour behind it stands on white', async () => {
        const fitted = await work('fit_picture', [], fixture('pictures/logo.png'));
        assert.ok(fitted.ok);
        assert.deepEqual([...fitted.bytes.subarray(0, 3)], [0xff, 0xd8, 0xff]);
        assert.deepEqual(await size_of(fitted.bytes), [520, 140]);
        const corner = await page.evaluate(async (bytes) => {
            const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
            const context = new OffscreenCanvas(1, 1).getContext('2d');
            context?.drawImage(bitmap, 0, 0);
            return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
        }, [...fitted.bytes]);
        assert.ok(corner.every((value) => value > 245), String(corner));
    });

    test('a large picture is made to fit: 945 pixels, 200 KB', async () => {
        const noise = await page.evaluate(async () => {
            const canvas = new OffscreenCanvas(2400, 1600);
            const context = canvas.getContext('2d');
            const data = context?.createImageData(2400, 1600);
            if (!context || !data) return [];
            for (let i = 0; i < data.data.length; ++i)
                data.data[i] = i % 4 === 3 ? 255 : Math.random() * 255;
            context.putImageData(data, 0, 0);
            const file = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
            const { ok, bytes } = await /** @type {any} */ (window).work('fit_picture', [], file);
            return ok ? [...bytes] : [];
        });
        assert.ok(noise.length > 100_000 && noise.length <= 200 * 1024, String(noise.length));
        assert.deepEqual(await size_of(Buffer.from(noise)), [945, 630]);
    });

    test('what is no picture is refused', async () => {
        const refused = await work('fit_picture', [], [1, 2, 3, 4]);
        assert.equal(refused.ok, false);
        assert.equal(refused.bytes.length, 3); // a text id and no arguments
    });
});
