// Mouse, pen and finger on the stage (canvas and mirror alike), the wheel, and presses that come
// without any pointer. Everything is told in CSS pixels of the page.

import { Flag } from './semantics_reader.mjs';
import { TouchScroll } from './touch_scroll.mjs';
import { mods_of } from './keys.mjs';

const KINDS = { mouse: 0, touch: 1, pen: 2 };
const LINE_PX = 20; // of wheels that count lines
const CLICK_MS = 1000; // a click comes right after its pointer, a finger's a little later

/** @param {PointerEvent} event */
const kind_of = (event) => KINDS[/** @type {keyof KINDS} */ (event.pointerType)] ?? 0;

export class PointerInput {
    #program;
    #mirror;
    #environment;
    /** A pointer went down and its click is still to come. */
    #click_due = false;
    #click_wait = 0;
    /** @type {{x: number, y: number, kind: number} | null} told before the next frame only */
    #moved = null;
    #touch;

    /**
     * @param {HTMLElement} stage
     * @param {import('./program.mjs').Program} program
     * @param {import('./mirror.mjs').Mirror} mirror
     * @param {import('./environment.mjs').Environment} environment
     */
    constructor(stage, program, mirror, environment) {
        this.#program = program;
        this.#mirror = mirror;
        this.#environment = environment;
        this.#touch = new TouchScroll(
            (x, y, dx, dy) => program.wheeled(x, y, dx, dy, 0),
            (event) => this.#tap(event),
        );
        stage.addEventListener('pointerdown', (event) => this.#down(event));
        // A drag may leave the stage, and a touched node may be gone before the finger is.
        addEventListener('pointermove', (event) => this.#move(event));
        addEventListener('pointerup', (event) => this.#up(event));
        addEventListener('pointercancel', (event) => this.#cancel(event));
        document.documentElement.addEventListener('pointerleave', () => this.#leave());
        addEventListener('blur', () => this.#leave());
        stage.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
        stage.addEventListener('click', (event) => this.#clicked(event));
        stage.addEventListener('contextmenu', (event) => {
            if (!this.#mirror.entry_of(event.target)?.field) event.preventDefault();
        });
    }

    /** Before a frame: only the newest place of the pointer matters. */
    flush() {
        const moved = this.#moved;
        this.#moved = null;
        if (moved) this.#program.pointer_moved(moved.x, moved.y, moved.kind);
    }

    /** @param {PointerEvent} event */
    #down(event) {
        this.#environment.touch = event.pointerType === 'touch';
        // The wait of the press before would end in the midst of this one.
        clearTimeout(this.#click_wait);
        this.#click_due = true;
        if (event.pointerType === 'touch') return this.#touch.down(event);
        this.#tell_button(event, true);
    }

    /** @param {PointerEvent} event */
    #move(event) {
        if (event.pointerType === 'touch') return this.#touch.move(event);
        this.#moved = { x: event.clientX, y: event.clientY, kind: kind_of(event) };
        this.#program.on_input();
    }

    /** @param {PointerEvent} event */
    #up(event) {
        // Let go elsewhere there is no click.
        clearTimeout(this.#click_wait);
        this.#click_wait = setTimeout(() => (this.#click_due = false), CLICK_MS);
        if (event.pointerType === 'touch') return this.#touch.up(event);
        this.#tell_button(event, false);
    }

    /** @param {PointerEvent} event */
    #cancel(event) {
        this.#click_due = false;
        this.#touch.cancel();
        if (event.pointerType !== 'touch') this.#leave();
    }

    #leave() {
        this.#moved = null;
        this.#program.pointer_left();
    }

    /** A finger that came and went without moving. @param {PointerEvent} event */
    #tap(event) {
        this.#program.pointer_moved(event.clientX, event.clientY, KINDS.touch);
        this.#tell_button(event, true);
        this.#tell_button(event, false);
        this.#program.pointer_left();
    }

    /** @param {PointerEvent} event @param {boolean} down */
    #tell_button(event, down) {
        this.flush();
        const { clientX: x, clientY: y } = event;
        // Buttons of a touch are told on its end, where the event itself names none.
        const button = { 1: 1, 2: 2 }[event.button] ?? 0;
        this.#program.pointer_button({ x, y, button, down, kind: kind_of(event), mods: mods_of(event) });
    }

    /** @param {WheelEvent} event */
    #wheel(event) {
        if (event.ctrlKey) return; // the browser's zoom
        if (scrolls_itself(event)) return;
        event.preventDefault();
        const unit = [1, LINE_PX, innerHeight][event.deltaMode] ?? 1;
        const sideways = event.shiftKey && event.deltaX === 0;
        const dx = sideways ? event.deltaY : event.deltaX;
        const dy = sideways ? 0 : event.deltaY;
        this.flush();
        this.#program.wheeled(event.clientX, event.clientY, dx * unit, dy * unit, mods_of(event));
    }

    /** Presses of pointers were told as such; this is Enter, Space, a screen reader or a test. Where a
     *  click names its pointer, that counts: on a busy page it may come at any time after it.
     *  @param {MouseEvent | PointerEvent} event */
    #clicked(event) {
        const named = 'pointerId' in event && event.pointerId > 0;
        const by_pointer = event.detail > 0 && (named || this.#click_due);
        this.#click_due = false;
        if (by_pointer) return;
        const entry = this.#mirror.entry_of(event.target);
        if (!entry || entry.field || entry.node.flags & Flag.disabled) return;
        this.#program.activated(entry.node.id);
    }
}

/** A long note that is being written scrolls by itself until its end. @param {WheelEvent} event */
function scrolls_itself(event) {
    const { target } = event;
    if (!(target instanceof HTMLTextAreaElement) || target !== document.activeElement) return false;
    const room = target.scrollHeight - target.clientHeight;
    return event.deltaY < 0 ? target.scrollTop > 0 : target.scrollTop < room - 1;
}
