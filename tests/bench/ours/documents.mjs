// Our documents worker by itself: the messages that the page sends it, timed from the post to the answer.

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ms: number, size: number}} Answer */

/** A page of our origin that is not the program, with the worker. @param {import('../desk.mjs').Desk} desk */
export async function worker_page(desk) {
    const page = await desk.page();
    await page.goto(`${await desk.origin()}/app/icons/icon.svg`);
    await page.evaluate(() => {
        let last = 0;
        /** @type {Worker | undefined} */ let worker;
        Object.assign(window, {
            /** A worker that has done nothing yet. */
            fresh: () => {
                worker?.terminate();
                worker = new Worker('../documents_worker.mjs', { type: 'module' });
            },
            /** The page starts it while the file is being looked for, which takes anybody a second at least. */
            ready: () => new Promise((done) => {
                if (!worker) throw new Error('no worker');
                worker.postMessage({ op: 'get_ready' });
                setTimeout(done, 1000);
            }),
            work: (/** @type {string} */ op, /** @type {ArrayBuffer} */ payload, /** @type {Blob | undefined} */ file) =>
                new Promise((done, failed) => {
                    const id = ++last;
                    const start = performance.now();
                    if (!worker) throw new Error('no worker');
                    worker.onmessage = ({ data }) => {
                        if (data.id !== id || !('ok' in data)) return;
                        const ms = performance.now() - start;
                        if (data.ok) done({ ms, parts: data.parts });
                        else failed(new Error(`${op} failed`));
                    };
                    worker.postMessage({ id, op, file, payload }, [payload]);
                }),
        });
    });
    return page;
}

/** Reads a sheet; each cell's text goes into one checksum. @param {Page} page @param {string} address @param {string} name */
export const read_sheet = (page, address, name) => page.evaluate(async ([address, name]) => {
    const { work, fresh, ready } = /** @type {any} */ (window);
    const file = await (await fetch(address)).blob();
    fresh();
    await ready();
    const text = new TextEncoder().encode(name);
    const payload = Uint8Array.from([text.length, ...text, 0xff, 0xff, 0xff, 0xff]);
    const { ms, parts } = await work('read_sheet', payload.buffer, file);
    // A packed table (src/documents/table.cpp): mark, rows, cells, bytes of text; the text stands last.
    const [first, last] = [parts[0], parts.at(-1)];
    const mark = [0x42, 0x42, 0x54, 0x32];
    const at = first.findIndex((/** @type {number} */ _, /** @type {number} */ i) => mark.every((one, k) => first[i + k] === one));
    const [rows, cells, length] = new Uint32Array(first.slice(at + 4, at + 16).buffer);
    return { ms, rows, cells, text: await hash(last.subarray(last.length - length)) };

    async function hash(/** @type {BufferSource} */ some) {
        const made = new Uint8Array(await crypto.subtle.digest('SHA-256', some));
        return [...made].map((one) => one.toString(16).padStart(2, '0')).join('');
    }
}, /** @type {[string, string]} */ ([address, name]));

/** Writes a quote some times, the first with a worker that was not there before.
 *  @param {Page} page @param {'write_xlsx' | 'write_pdf'} op @param {string} address of the payload @param {number} runs */
export const write = (page, op, address, runs) => page.evaluate(async ([op, address, runs]) => {
    const { work, fresh } = /** @type {any} */ (window);
    const payload = await (await fetch(/** @type {string} */ (address))).arrayBuffer();
    fresh();
    const times = [];
    /** @type {Uint8Array} */ let bytes = new Uint8Array(0);
    for (let run = 0; run <= Number(runs); ++run) {
        const done = await work(op, payload.slice(0));
        times.push(done.ms);
        [bytes] = done.parts;
    }
    const file = await new Promise((done) => {
        const reader = new FileReader();
        reader.onload = () => done(String(reader.result).split(',')[1]);
        reader.readAsDataURL(new Blob([/** @type {any} */ (bytes)]));
    });
    return { first: times[0], times: times.slice(1), file };
}, /** @type {[string, string, number]} */ ([op, address, runs]));
