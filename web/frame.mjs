// Draws a frame when something happened, and none while nothing does. Long work goes on between them.

/** @typedef {import('./program_memory.mjs').FrameResult} FrameResult */

const HIDDEN_FRAME_MS = 100; // hidden pages get no animation frames, but answers still arrive
const SHOWN_EVERY_MS = 100; // how far long work is
const ANSWER_MS = 12; // most edits are acknowledged sooner, and then one frame shows both

export class Frames {
    #program;
    #before;
    #after;
    #wanted = false;
    #asked = 0; // of requestAnimationFrame
    #timer = 0;
    #drawing = false;
    #drawn_at = 0;
    // Timers are slowed down where nobody looks; messages are not.
    #next_slice = new MessageChannel();
    #slice_asked = false;
    #unfinished = false;
    drawn = 0;

    /**
     * @param {import('./program.mjs').Program} program
     * @param {() => void} before brings the canvas and the environment up to date
     * @param {(result: FrameResult) => void} after shows the frame's result around the canvas
     */
    constructor(program, before, after) {
        this.#program = program;
        this.#before = before;
        this.#after = after;
        this.#next_slice.port1.onmessage = () => this.#work();
    }

    request() {
        if (this.#wanted || this.#asked || this.#program.failed) return;
        this.#wanted = true;
        // To ask the browser takes a third of an edit's way to the store: not before the key is through.
        queueMicrotask(() => this.#ask());
    }

    /** The page was hidden or shown: a frame that was asked for before would not come while it is hidden. */
    visibility_changed() {
        this.#give_up();
        this.request();
    }

    #ask() {
        if (!this.#wanted) return;
        this.#wanted = false;
        if (document.hidden) this.wake_in(HIDDEN_FRAME_MS);
        else this.#asked = requestAnimationFrame(() => this.now());
    }

    /** Whatever asks for a frame later gets one. */
    #give_up() {
        this.#wanted = false;
        if (this.#asked) cancelAnimationFrame(this.#asked);
        this.#asked = 0;
    }

    /** The store is about to answer: drawing now would only keep the page from hearing it. */
    await_answer() {
        if (document.hidden || this.#drawing) return;
        this.#give_up();
        this.wake_in(ANSWER_MS);
    }

    /** @param {number} ms */
    wake_in(ms) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.now(), ms);
    }

    /** Draws at once; what happens meanwhile is for the next frame. */
    now() {
        if (this.#drawing || this.#program.failed) return;
        this.#give_up();
        clearTimeout(this.#timer);
        this.#timer = 0;
        this.#drawing = true;
        this.#before();
        const result = this.#program.frame();
        this.#drawing = false;
        if (!result) return;
        this.#unfinished = result.unfinished;
        if (result.unfinished) return this.#ask_for_slice();
        this.drawn += 1;
        this.#drawn_at = performance.now();
        this.#after(result);
        if (result.working) this.#ask_for_slice();
        if (result.again) this.request();
        else if (result.wake_after_ms >= 0 && !this.#asked) this.wake_in(result.wake_after_ms);
    }

    #ask_for_slice() {
        if (this.#slice_asked) return;
        this.#slice_asked = true;
        this.#next_slice.port2.postMessage(0);
    }

    #work() {
        this.#slice_asked = false;
        if (this.#program.failed) return;
        if (this.#unfinished) return this.now();
        const { more, shows } = this.#program.work();
        if (more) this.#ask_for_slice();
        const due = !more || performance.now() - this.#drawn_at >= SHOWN_EVERY_MS;
        if (shows && due) this.request();
    }
}
