// What the program is told about where it runs: size, pixels, language, theme, phone keyboard.

const SMALLEST_KEYBOARD = 80; // px; less is a bar of the browser that comes and goes

export class Environment {
    #stage;
    #canvas;
    #dark = matchMedia('(prefers-color-scheme: dark)');
    #coarse = matchMedia('(pointer: coarse)');
    #safe = { top: 0, bottom: 0 };
    #fitted = '';
    touch = this.#coarse.matches;
    writer_elsewhere = false;
    sample = false;
    /** Called when the phone's keyboard was closed. */
    on_keyboard_closed = () => {};

    /** @param {HTMLElement} stage @param {HTMLCanvasElement} canvas @param {() => void} changed */
    constructor(stage, canvas, changed) {
        this.#stage = stage;
        this.#canvas = canvas;
        this.#read_safe_area();
        new ResizeObserver(() => {
            this.#read_safe_area();
            changed();
        }).observe(stage);
        this.#dark.addEventListener('change', changed);
        this.#watch_pixel_ratio(changed);
        this.#watch_keyboard(changed);
    }

    /** Brings the canvas to the stage's size in device pixels, one of its pixels to one of them. */
    fit_canvas() {
        const ratio = devicePixelRatio;
        const size = this.#stage.getBoundingClientRect(); // may be parts of a CSS pixel
        const width = Math.max(1, Math.round(size.width * ratio));
        const height = Math.max(1, Math.round(size.height * ratio));
        if (this.#canvas.width !== width || this.#canvas.height !== height) {
            this.#canvas.width = width;
            this.#canvas.height = height;
        }
        const fitted = `${width} ${height} ${ratio}`;
        if (this.#fitted === fitted) return;
        this.#fitted = fitted;
        this.#canvas.style.width = `${width / ratio}px`;
        this.#canvas.style.height = `${height / ratio}px`;
    }

    /** In the order of Page::read_environment; the canvas must fit. */
    numbers() {
        const now = new Date();
        const ratio = devicePixelRatio;
        return [
            now.getTime(),
            -now.getTimezoneOffset(),
            Number(!/^zh\b/i.test(navigator.language)),
            Number(this.#dark.matches),
            Number(this.touch),
            Number(is_mac()),
            Number(this.sample),
            Number(this.writer_elsewhere),
            this.#canvas.width / ratio,
            this.#canvas.height / ratio,
            ratio,
            this.#safe.top,
            this.#safe.bottom,
            keyboard_height(),
        ];
    }

    #read_safe_area() {
        const style = getComputedStyle(this.#stage);
        this.#safe = {
            top: Number.parseFloat(style.getPropertyValue('padding-top')) || 0,
            bottom: Number.parseFloat(style.getPropertyValue('padding-bottom')) || 0,
        };
    }

    /** A media query tells of one change only: from the present ratio to another. */
    #watch_pixel_ratio(/** @type {() => void} */ changed) {
        const present = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
        const moved = () => {
            changed();
            this.#watch_pixel_ratio(changed);
        };
        present.addEventListener('change', moved, { once: true });
    }

    #watch_keyboard(/** @type {() => void} */ changed) {
        let open = false;
        window.visualViewport?.addEventListener('resize', () => {
            const was_open = open;
            open = keyboard_height() > 0;
            if (was_open && !open) this.on_keyboard_closed();
            changed();
        });
        // Some browsers push the page up to show a field; the program scrolls its own panes.
        addEventListener('scroll', () => scrollTo(0, 0));
    }
}

function keyboard_height() {
    const seen = window.visualViewport;
    const covered = seen ? innerHeight - seen.height * seen.scale : 0;
    return covered > SMALLEST_KEYBOARD ? covered : 0;
}

export function is_mac() {
    return /Mac|iPhone|iPad/.test(navigator.platform);
}
