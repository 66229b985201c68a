// Jobs of the documents worker, which is started when it is about to be needed and ended to cancel.

// In the order of bb::WorkerOp; the messages are described in documents_worker.mjs.
const OPERATIONS = ['read_sheet', 'write_xlsx', 'write_pdf', 'fit_picture', 'write_tables'];
const NOTHING = new Uint8Array(0);
const PIECE = 250_000; // bytes; new memory of the program takes a machine as long as the bytes themselves
const SLICE = 10; // ms that the page takes over pieces at a stretch

/**
 * @typedef {import('./host_types.js').JobHost} JobHost
 * @typedef {{id: number, progress: number} | {id: number, ok: boolean, parts: Uint8Array[]}} Answer
 */

/** @param {Uint8Array} part */
const cut = (part) =>
    Array.from({ length: Math.ceil(part.length / PIECE) }, (_, n) => part.subarray(n * PIECE, (n + 1) * PIECE));

/** @implements {JobHost} */
export class Jobs {
    #program;
    #files;
    #address;
    /** @type {Worker | null} */
    #worker = null;
    #present = 0;

    /** @param {import('./program.mjs').Program} program @param {import('./files.mjs').Files} files @param {URL} address */
    constructor(program, files, address) {
        this.#program = program;
        this.#files = files;
        this.#address = address;
    }

    /** @param {number} job @param {number} operation @param {number} token @param {Uint8Array<ArrayBuffer>} payload */
    start(job, operation, token, payload) {
        this.#present = job;
        this.#worker ??= this.#started();
        const message = {
            id: job,
            op: OPERATIONS[operation],
            file: token ? this.#files.file(token) : undefined,
            payload: payload.buffer,
        };
        this.#worker.postMessage(message, [payload.buffer]);
    }

    /** While somebody looks for a file, the worker loads what reads it. */
    get_ready() {
        this.#worker ??= this.#started();
        this.#worker.postMessage({ op: 'get_ready' });
    }

    /** @param {number} job */
    cancel(job) {
        if (job !== this.#present) return;
        this.#worker?.terminate();
        this.#worker = null;
        this.#present = 0;
    }

    #started() {
        const worker = new Worker(this.#address, { type: 'module' });
        worker.addEventListener('message', ({ data }) => this.#answered(data));
        worker.addEventListener('error', () => this.#broken());
        worker.addEventListener('messageerror', () => this.#broken());
        return worker;
    }

    /** @param {Answer} answer */
    #answered(answer) {
        if (answer.id !== this.#present) return;
        if ('progress' in answer) return this.#program.job_progress(answer.id, answer.progress);
        this.#hand_over(answer.id, answer.ok, answer.parts);
    }

    /** A list of 100,000 rows is 60 MB, which nobody should wait for.
     *  @param {number} job @param {boolean} ok @param {Uint8Array[]} parts */
    async #hand_over(job, ok, parts) {
        const whole = parts.reduce((size, part) => size + part.length, 0);
        const pieces = parts.flatMap(cut);
        const last = pieces.pop() ?? NOTHING;
        let began = performance.now();
        for (const piece of pieces) {
            this.#program.job_piece(job, whole, piece);
            if (performance.now() - began < SLICE) continue;
            await new Promise((later) => setTimeout(later));
            if (job !== this.#present) return; // cancelled
            began = performance.now();
        }
        this.#present = 0;
        this.#program.job_done(job, ok, last);
    }

    /** The worker did not load or fell over: an empty error, and a fresh one next time. */
    #broken() {
        const job = this.#present;
        this.cancel(job);
        if (job) this.#program.job_done(job, false, NOTHING);
    }
}
