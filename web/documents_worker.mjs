// The dedicated worker for documents: loads the documents program when first needed, and does what
// the browser does best itself (pictures). One job at a time; the page ends the worker to cancel.
//
// In:  {id, op, payload, file?}   op: read_sheet, write_xlsx, write_tables, write_pdf, fit_picture
//      {op: get_ready}            a job will follow; no answer
// Out: {id, progress}             permille
//      {id, ok, parts}            the result, or a packed error (src/documents/worker_protocol.h):
//                                 one after the other

import { fit_picture } from './fit_picture.mjs';

/**
 * @typedef {import('./documents.mjs').DocumentsModule} Program
 * @typedef {{id: number, op: string, payload: ArrayBuffer, file?: Blob}} Job
 * @typedef {{ok: boolean, parts: Uint8Array<ArrayBuffer>[]}} Outcome
 */

/** In the order of documents_put_font(). */
const FONTS = ['sc-regular.otf', 'sc-bold.otf', 'latin-regular.ttf', 'latin-bold.ttf'];
const RARE_FONT = 'sc-rare.otf';
/** What documents_fail() takes. */
const FAILURE = { fonts: 0, unreadable: 1, too_large: 2 };

/** @type {Promise<Program> | undefined} */
let program;
/** @type {Promise<void> | undefined} */
let fonts;
/** @type {Promise<void> | undefined} of the rare characters: few quotes need it */
let rare_font;
let present = 0;
let had_job = false;
let rehearsals = 8; // then the first list is read as quickly as the sixth

const worker = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** @param {number} fraction */
function progress(fraction) {
    worker.postMessage({ id: present, progress: Math.round(fraction * 1000) });
}

async function load_program() {
    const { default: create } = await import('./documents.mjs');
    return create({ progress });
}

/** Once; after a failure the next job tries again. */
function loaded_program() {
    program ??= load_program().catch((reason) => {
        program = undefined;
        throw reason;
    });
    return program;
}

/**
 * Calls `work` with a pointer and a length for each of the parts.
 * @param {Program} module
 * @param {Uint8Array[]} parts
 * @param {(...numbers: number[]) => number} work
 */
function with_memory(module, parts, work) {
    /** @type {number[]} */
    const places = [];
    try {
        for (const part of parts) {
            const at = module._malloc(Math.max(part.length, 1));
            if (!at) throw new Error('out of memory');
            module.HEAPU8.set(part, at);
            places.push(at, part.length);
        }
        return work(...places) !== 0;
    } finally {
        for (let i = 0; i < places.length; i += 2) module._free(places[i] ?? 0);
    }
}

/** @param {Program} module @param {number} part */
function part_of_result(module, part) {
    const at = module._documents_result(part);
    return module.HEAPU8.subarray(at, at + module._documents_result_size(part));
}

/** @param {Uint8Array[]} parts */
function joined(parts) {
    const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
    let at = 0;
    for (const part of parts) {
        all.set(part, at);
        at += part.length;
    }
    return all;
}

/** The last one is put into `used`, where it fits. @param {Uint8Array[]} parts @param {Uint8Array<ArrayBuffer>} used */
function joined_but_last(parts, used) {
    const last = parts.at(-1);
    if (!last || last.length > used.length) return [joined(parts)];
    used.set(last);
    return [joined(parts.slice(0, -1)), used.subarray(0, last.length)];
}

/**
 * @param {Program} module @param {boolean} ok
 * @param {Uint8Array<ArrayBuffer>} [used] is not needed any more: filling it takes a fraction of the
 * time that new memory takes
 * @returns {Outcome}
 */
function taken_result(module, ok, used) {
    const parts = Array.from({ length: module._documents_result_parts() }, (_, n) => part_of_result(module, n));
    const taken = used ? joined_but_last(parts, used) : [joined(parts)];
    module._documents_forget();
    return { ok, parts: taken };
}

/** @param {Program} module @param {number} reason */
function failure(module, reason) {
    module._documents_fail(reason);
    return taken_result(module, false);
}

/** @param {string} name */
async function fetched(name) {
    const answer = await fetch(new URL(`fonts/${name}`, import.meta.url));
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
}

/** @param {Program} module */
async function load_fonts(module) {
    const files = await Promise.all(FONTS.map(fetched));
    for (const [slot, bytes] of files.entries()) put_font(module, slot, bytes);
}

/** @param {Program} module @param {number} slot @param {Uint8Array} bytes */
function put_font(module, slot, bytes) {
    const put = with_memory(module, [bytes], (at, size) =>
        module._documents_put_font(slot, at ?? 0, size ?? 0));
    if (!put) throw new Error('font not kept');
}

/** @param {Program} module */
async function load_rare_font(module) {
    put_font(module, FONTS.length, await fetched(RARE_FONT));
}

/** @param {Program} module @param {Uint8Array} payload */
async function write_pdf(module, payload) {
    try {
        fonts ??= load_fonts(module);
        await fonts;
    } catch {
        fonts = undefined;
        return failure(module, FAILURE.fonts);
    }
    const write = () => with_memory(module, [payload], module._documents_write_pdf);
    const ok = write();
    if (!ok || module._documents_pdf_missing() === 0 || rare_font) return taken_result(module, ok);
    try {
        rare_font = load_rare_font(module);
        await rare_font;
    } catch {
        rare_font = undefined; // not here now: boxes stand for those characters, and are named
        return taken_result(module, ok);
    }
    return taken_result(module, write());
}

/** @param {Program} module @param {Uint8Array} request @param {Blob | undefined} file */
async function read_sheet(module, request, file) {
    const bytes = new Uint8Array(file ? await file.arrayBuffer() : []);
    const room = module._documents_file_room(bytes.length);
    module.HEAPU8.set(bytes, room);
    return taken_result(module, with_memory(module, [request], module._documents_read_sheet), bytes);
}

/** @param {Blob | undefined} file @returns {Promise<Outcome>} */
async function fit(file) {
    const fitted = file ? await fit_picture(file) : 'unreadable';
    if (typeof fitted !== 'string') return { ok: true, parts: [fitted] };
    return failure(await loaded_program(), FAILURE[fitted]);
}

/** @param {Job} job @returns {Promise<Outcome>} */
async function outcome(job) {
    if (job.op === 'fit_picture') return fit(job.file);
    const module = await loaded_program();
    const payload = new Uint8Array(job.payload);
    switch (job.op) {
        case 'read_sheet':
            return read_sheet(module, payload, job.file);
        case 'write_xlsx':
            return taken_result(module, with_memory(module, [payload], module._documents_write_xlsx));
        case 'write_tables':
            return taken_result(module,
                with_memory(module, [payload], module._documents_write_tables));
        case 'write_pdf':
            return write_pdf(module, payload);
        default:
            return { ok: false, parts: [] };
    }
}

/** In small steps: the file may be there any moment. */
async function get_ready() {
    const module = await loaded_program();
    for (; rehearsals > 0 && !had_job; --rehearsals) {
        module._documents_rehearse_reading();
        await new Promise((later) => setTimeout(later));
    }
}

/** @param {MessageEvent<Job>} message */
async function work({ data }) {
    if (data.op === 'get_ready') return void get_ready().catch(() => {}); // the job will say so
    had_job = true;
    present = data.id;
    /** @type {Outcome} */
    let done = { ok: false, parts: [] };
    try {
        done = await outcome(data);
    } catch (reason) {
        // Out of memory, or the program did not load: it is not to be trusted any more.
        console.error(reason);
        program = undefined;
        fonts = undefined;
        rare_font = undefined;
    }
    const { ok, parts } = done;
    worker.postMessage({ id: data.id, ok, parts }, parts.map((part) => part.buffer));
}

worker.addEventListener('message', work);
