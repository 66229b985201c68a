// A finger on the stage: a tap when it stays in place, else scrolling that runs on when it leaves.

const TAP_PX = 8; // the finger may tremble so far
const DECAY = 0.998; // of the speed in a millisecond
const SLOWEST = 0.02; // px/ms, then it stands
const FASTEST = 6; // px/ms
const MEMORY_MS = 100; // of the movement that makes the speed

export class TouchScroll {
    #scroll;
    #tap;
    /** @type {number | null} the finger that counts; others are the browser's (zoom) */
    #finger = null;
    #start = { x: 0, y: 0 };
    #moving = false;
    /** @type {{x: number, y: number, time: number}[]} */
    #trail = [];
    #running = 0;

    /**
     * @param {(x: number, y: number, dx: number, dy: number) => void} scroll
     * @param {(event: PointerEvent) => void} tap
     */
    constructor(scroll, tap) {
        this.#scroll = scroll;
        this.#tap = tap;
    }

    /** @param {PointerEvent} event */
    down(event) {
        const was_running = this.#running !== 0;
        cancelAnimationFrame(this.#running);
        this.#running = 0;
        if (!event.isPrimary) return this.cancel();
        this.#finger = event.pointerId;
        this.#start = { x: event.clientX, y: event.clientY };
        this.#moving = was_running; // the touch that stops a list presses nothing
        this.#trail = [{ ...this.#start, time: event.timeStamp }];
    }

    /** @param {PointerEvent} event */
    move(event) {
        const last = this.#trail[this.#trail.length - 1];
        if (event.pointerId !== this.#finger || !last) return;
        const { clientX: x, clientY: y, timeStamp: time } = event;
        if (!this.#moving && Math.hypot(x - this.#start.x, y - this.#start.y) < TAP_PX) return;
        this.#moving = true;
        this.#trail = [...this.#trail.filter((at) => time - at.time < MEMORY_MS), { x, y, time }];
        this.#scroll(this.#start.x, this.#start.y, last.x - x, last.y - y);
    }

    /** @param {PointerEvent} event */
    up(event) {
        if (event.pointerId !== this.#finger) return;
        this.#finger = null;
        if (!this.#moving) return this.#tap(event);
        const first = this.#trail[0];
        const last = this.#trail[this.#trail.length - 1];
        const time = Math.max(1, event.timeStamp - first.time);
        if (event.timeStamp - last.time > MEMORY_MS) return; // it stood before it left
        const speed = (/** @type {number} */ way) =>
            Math.max(-FASTEST, Math.min(FASTEST, way / time));
        this.#run_on(speed(first.x - last.x), speed(first.y - last.y), performance.now());
    }

    cancel() {
        this.#finger = null;
        this.#trail = [];
    }

    /** @param {number} vx @param {number} vy px/ms @param {number} before */
    #run_on(vx, vy, before) {
        if (Math.hypot(vx, vy) < SLOWEST) {
            this.#running = 0;
            return;
        }
        this.#running = requestAnimationFrame((now) => {
            const passed = Math.max(0, Math.min(64, now - before));
            const left = DECAY ** passed;
            this.#scroll(this.#start.x, this.#start.y, vx * passed, vy * passed);
            this.#run_on(vx * left, vy * left, now);
        });
    }
}
