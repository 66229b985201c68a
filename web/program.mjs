// The program's exports with JavaScript values: copies texts and bytes in, asks for a frame after
// whatever may change the screen, and stops for good when the program fails.

import { pack_rows, read_frame_result } from './program_memory.mjs';

/**
 * @typedef {import('./host_types.js').ProgramModule} ProgramModule
 * @typedef {import('./program_memory.mjs').FrameResult} FrameResult
 */

const encoder = new TextEncoder();

export class Program {
    /** @type {ProgramModule | null} */
    #module = null;
    #on_failure;
    #failed = false;
    /** Called when something reached the program that the next frame must show. */
    on_input = () => {};
    /** Called when an edit went to the store: its answer will change the screen once more. */
    on_handed_over = () => {};

    /** @param {(reason: unknown) => void} on_failure */
    constructor(on_failure) {
        this.#on_failure = on_failure;
    }

    /** Calls before this reach nothing. @param {ProgramModule} module @returns {boolean} able to draw */
    attach(module) {
        this.#module = module;
        return this.#run((m) => m._bb_ready() !== 0, false);
    }

    get failed() {
        return this.#failed;
    }

    /** No call reaches the program after this. */
    stop() {
        this.#failed = true;
    }

    /** @template T @param {(module: ProgramModule) => T} work @param {T} otherwise @returns {T} */
    #run(work, otherwise) {
        if (this.#failed || !this.#module) return otherwise;
        try {
            return work(this.#module);
        } catch (reason) {
            this.#failed = true;
            this.#on_failure(reason);
            return otherwise;
        }
    }

    /** @param {(module: ProgramModule) => void} work */
    #tell(work) {
        this.#run(work, undefined);
        this.on_input();
    }

    /**
     * @template T
     * @param {Uint8Array} bytes
     * @param {(module: ProgramModule, at: number, length: number) => T} work
     * @param {T} otherwise
     */
    #with_bytes(bytes, work, otherwise) {
        return this.#run((module) => {
            const at = module._malloc(Math.max(1, bytes.length));
            module.HEAPU8.set(bytes, at);
            const answer = work(module, at, bytes.length);
            module._free(at);
            return answer;
        }, otherwise);
    }

    /**
     * @param {Uint8Array} bytes
     * @param {(module: ProgramModule, at: number, length: number) => void} work
     */
    #tell_bytes(bytes, work) {
        this.#with_bytes(bytes, work, undefined);
        this.on_input();
    }

    /** @param {number[]} numbers */
    set_environment(numbers) {
        this.#run((m) => m.HEAPF64.set(numbers, m._bb_environment() >> 3), undefined);
    }

    /** @param {string} sentinel what localStorage remembers of the file */
    start(sentinel) {
        this.#tell_bytes(encoder.encode(sentinel), (m, at, length) => m._bb_start(at, length));
    }

    /** @returns {FrameResult | null} null when the program has failed */
    frame() {
        return this.#run((m) => read_frame_result(m, m._bb_frame()), null);
    }

    /** A slice of long work: whether there is more, and whether a frame shows that it got on. */
    work() {
        const bits = this.#run((m) => m._bb_work(), 0);
        return { more: (bits & 1) !== 0, shows: (bits & 2) !== 0 };
    }

    /** What came in is carried out before the next frame shows it. */
    take_in() {
        if (this.#run((m) => m._bb_take_in(), 0)) this.on_handed_over();
    }

    /** What was done so far comes before what is told next. */
    catch_up() {
        this.#run((m) => m._bb_catch_up(), undefined);
    }

    /** Whether edits would be lost if the page went now, and would still be in a moment. */
    at_stake() {
        return Boolean(this.#run((m) => m._bb_at_stake(), 0));
    }

    /** Whether edits would be lost if the page went now, were it only for a moment. */
    unsaved() {
        return Boolean(this.#run((m) => m._bb_unsaved(), 0));
    }

    page_hidden() {
        this.#run((m) => m._bb_page_hidden(), undefined);
    }

    context_restored() {
        this.#tell((m) => m._bb_context_restored());
    }

    /** @param {number} x @param {number} y @param {number} kind */
    pointer_moved(x, y, kind) {
        this.#tell((m) => m._bb_pointer_moved(x, y, kind));
    }

    /** @param {{x: number, y: number, button: number, down: boolean, kind: number, mods: number}} press */
    pointer_button({ x, y, button, down, kind, mods }) {
        this.#tell((m) => m._bb_pointer_button(x, y, button, Number(down), kind, mods));
    }

    pointer_left() {
        this.#tell((m) => m._bb_pointer_left());
    }

    /** @param {number} x @param {number} y @param {number} dx @param {number} dy @param {number} mods */
    wheeled(x, y, dx, dy, mods) {
        this.#tell((m) => m._bb_wheeled(x, y, dx, dy, mods));
    }

    /** @param {string} key @param {number} mods @param {number} target @param {boolean} repeat */
    key_pressed(key, mods, target, repeat) {
        this.#tell_bytes(encoder.encode(key), (m, at, length) =>
            m._bb_key_pressed(at, length, mods, target, Number(repeat)),
        );
    }

    /** @param {number} id 0 = nothing has the focus */
    focus_moved(id) {
        this.#tell((m) => m._bb_focus_moved(id));
    }

    /** @param {number} id */
    activated(id) {
        this.#tell((m) => m._bb_activated(id));
    }

    /** @param {number} id @param {string} text @param {boolean} composing */
    field_changed(id, text, composing) {
        this.#tell_bytes(encoder.encode(text), (m, at, length) =>
            m._bb_field_changed(id, at, length, Number(composing)),
        );
    }

    /** @param {number} id @param {string} text @param {boolean} by_enter */
    field_committed(id, text, by_enter) {
        this.#tell_bytes(encoder.encode(text), (m, at, length) =>
            m._bb_field_committed(id, at, length, Number(by_enter)),
        );
    }

    /** @param {number} id */
    field_cancelled(id) {
        this.#tell((m) => m._bb_field_cancelled(id));
    }

    /** @param {number} request @param {import('./host_types.js').Row[]} rows */
    rows_read(request, rows) {
        this.#run((module) => {
            const keys = rows.map(({ key }) => encoder.encode(key));
            const size = rows.reduce((sum, { bytes }, i) => sum + 8 + keys[i].length + bytes.length, 4);
            const at = module._malloc(size);
            pack_rows(rows, keys, module.HEAPU8.subarray(at, at + size));
            module._bb_rows_read(request, at, size);
            module._free(at);
        }, undefined);
        this.on_input();
    }

    /** @param {number} request */
    committed(request) {
        this.#tell((m) => m._bb_committed(request));
    }

    /** @param {number} request @param {number} fault */
    store_failed(request, fault) {
        this.#tell((m) => m._bb_store_failed(request, fault));
    }

    /** @param {number} purpose @param {number} token @param {string} name @param {number} size */
    file_arrived(purpose, token, name, size) {
        this.#tell_bytes(encoder.encode(name), (m, at, length) =>
            m._bb_file_arrived(purpose, token, at, length, size),
        );
    }

    /** @param {number} token @param {Uint8Array} bytes */
    file_bytes(token, bytes) {
        this.#tell_bytes(bytes, (m, at, length) => m._bb_file_bytes(token, at, length));
    }

    /** @param {number} job @param {number} permille */
    job_progress(job, permille) {
        this.#tell((m) => m._bb_job_progress(job, permille));
    }

    /** @param {number} job @param {number} whole bytes of all pieces @param {Uint8Array} bytes */
    job_piece(job, whole, bytes) {
        this.#with_bytes(bytes, (m, at, length) => m._bb_job_piece(job, whole, at, length), undefined);
    }

    /** @param {number} job @param {boolean} ok @param {Uint8Array} bytes */
    job_done(job, ok, bytes) {
        this.#tell_bytes(bytes, (m, at, length) => m._bb_job_done(job, Number(ok), at, length));
    }

    /** @param {string} name @param {number} width @param {number} height @param {Uint8Array} rgba */
    picture_decoded(name, width, height, rgba) {
        this.#with_bytes(encoder.encode(name), (m, name_at, name_length) =>
            this.#tell_bytes(rgba, (_, at, length) =>
                m._bb_picture_decoded(name_at, name_length, width, height, at, length),
            ), undefined);
    }

    clipboard_refused() {
        this.#tell((m) => m._bb_clipboard_refused());
    }

    update_waiting() {
        this.#tell((m) => m._bb_update_waiting());
    }

    /** @param {boolean} elsewhere */
    writer_elsewhere(elsewhere) {
        this.#tell((m) => m._bb_writer_elsewhere(Number(elsewhere)));
    }

    /** @param {number} what @param {string} text @param {Uint8Array} [bytes] a SafetyNews */
    safety_news(what, text, bytes = new Uint8Array(0)) {
        this.#with_bytes(encoder.encode(text), (m, text_at, text_length) =>
            this.#tell_bytes(bytes, (_, at, length) =>
                m._bb_safety_news(what, text_at, text_length, at, length),
            ), undefined);
    }

    /** @param {string} name @returns {number} a FilePurpose */
    drop_purpose(name) {
        return this.#with_bytes(
            encoder.encode(name),
            (m, at, length) => m._bb_drop_purpose(at, length),
            0,
        );
    }
}
