// Measures and draws glyphs, shaped runs and icons with a 2D canvas in the reader's own fonts: the
// very fonts, weights and settings that app.css gives the text fields, so that both look alike.

/**
 * @typedef {import('./host_types.js').GlyphBox} GlyphBox
 * @typedef {import('./host_types.js').GlyphHost} GlyphHost
 */

const LARGEST_SIDE = 4000; // pixels of one picture; the atlas has 4096
const SIZES = [12, 14, 18, 13, 16, 11, 22]; // CSS pixels of ui/theme.h and of the views
const PAUSE = 50; // ms between two fonts that are made ready; a browser's idle time may never come

/** @implements {GlyphHost} */
export class Glyphs {
    #canvas = document.createElement('canvas');
    #context = /** @type {CanvasRenderingContext2D} */ (
        this.#canvas.getContext('2d', { willReadFrequently: true })
    );
    #family;
    #font = '';
    #probe;
    /** @type {Map<string, import('./host_types.js').LineMetrics>} */
    #lines = new Map();
    /** @type {Map<string, number>} widest digit of each font */
    #digits = new Map();

    /** @param {HTMLElement} page carries the font family, and the probe that measures lines */
    constructor(page) {
        this.#family = getComputedStyle(page).fontFamily;
        this.#probe = made_probe(page);
        this.#grow(64, 64);
    }

    /**
     * The first letter of a font costs a browser some milliseconds, and its first line a layout: together
     * half of the first frame of a screen. Here they get ready one after the other, between other work.
     */
    async get_ready() {
        for (const size of SIZES)
            for (const bold of [false, true]) {
                await new Promise((later) => setTimeout(later, PAUSE));
                this.line_metrics(size * devicePixelRatio, bold);
                for (const letter of '中0') this.measure(letter, size * devicePixelRatio, bold);
            }
    }

    /**
     * Ascent and descent as the layout uses them (rounded, of the first font), which is not quite
     * what the canvas tells.
     * @param {number} pixels @param {boolean} bold
     */
    line_metrics(pixels, bold) {
        const ratio = devicePixelRatio;
        const key = `${weight(bold)} ${pixels / ratio}px @${ratio}`;
        let line = this.#lines.get(key);
        if (!line) {
            line = this.#probe(weight(bold), pixels / ratio, ratio);
            this.#lines.set(key, line);
        }
        return line;
    }

    /** @param {string} text @param {number} pixels @param {boolean} bold @returns {GlyphBox} */
    measure(text, pixels, bold) {
        this.#use_font(pixels, bold);
        const size = this.#context.measureText(text);
        const advance = is_digit(text) ? this.#digit_width() : size.width;
        const left = Math.floor(this.#start(text, size.width) - size.actualBoundingBoxLeft) - 1;
        const right = Math.ceil(this.#start(text, size.width) + size.actualBoundingBoxRight) + 1;
        const top = Math.ceil(size.actualBoundingBoxAscent) + 1;
        const bottom = Math.ceil(size.actualBoundingBoxDescent) + 1;
        const empty = size.actualBoundingBoxRight <= -size.actualBoundingBoxLeft;
        return {
            advance,
            left,
            top,
            width: empty ? 0 : Math.min(LARGEST_SIDE, right - left),
            height: empty ? 0 : Math.min(LARGEST_SIDE, top + bottom),
        };
    }

    /** @param {string} text @param {number} pixels @param {boolean} bold @param {GlyphBox} box @param {number} shift @param {Uint8Array} out */
    draw(text, pixels, bold, box, shift, out) {
        copy_coverage(this.#picture(text, pixels, bold, box, shift, '#000'), out);
    }

    /** @param {string} text @param {number} pixels @param {boolean} bold @param {GlyphBox} box @param {Uint8Array} out */
    draw_run(text, pixels, bold, box, out) {
        out.set(this.#picture(text, pixels, bold, box, 0, '#fff'));
    }

    /** @param {string} path @param {number} pixels @param {Uint8Array} out */
    draw_icon(path, pixels, out) {
        const side = Math.ceil(pixels);
        const context = this.#clean(side, side);
        context.save();
        context.scale(pixels / 24, pixels / 24);
        context.lineWidth = 2;
        context.lineCap = context.lineJoin = 'round';
        context.strokeStyle = '#000';
        context.stroke(new Path2D(path));
        context.restore();
        copy_coverage(context.getImageData(0, 0, side, side).data, out);
    }

    /** @param {string} text @param {number} pixels @param {boolean} bold @param {GlyphBox} box @param {number} shift @param {string} colour */
    #picture(text, pixels, bold, box, shift, colour) {
        const context = this.#clean(box.width, box.height);
        this.#use_font(pixels, bold);
        context.fillStyle = colour;
        const start = this.#start(text, is_digit(text) ? context.measureText(text).width : 0);
        context.fillText(text, start + shift - box.left, box.top);
        return context.getImageData(0, 0, box.width, box.height).data;
    }

    /** Digits stand in the middle of the widest one: figures line up in every font. */
    #start(/** @type {string} */ text, /** @type {number} */ width) {
        return is_digit(text) ? (this.#digit_width() - width) / 2 : 0;
    }

    #digit_width() {
        let width = this.#digits.get(this.#font);
        if (width === undefined) {
            const widths = [...'0123456789'].map((c) => this.#context.measureText(c).width);
            width = Math.max(...widths);
            this.#digits.set(this.#font, width);
        }
        return width;
    }

    /** @param {number} pixels @param {boolean} bold */
    #use_font(pixels, bold) {
        const font = `${weight(bold)} ${pixels}px ${this.#family}`;
        if (font === this.#font) return;
        this.#font = font;
        this.#context.font = font;
    }

    /** @param {number} width @param {number} height */
    #clean(width, height) {
        if (width > this.#canvas.width || height > this.#canvas.height) this.#grow(width, height);
        this.#context.clearRect(0, 0, width, height);
        return this.#context;
    }

    /** @param {number} width @param {number} height */
    #grow(width, height) {
        this.#canvas.width = Math.max(width, this.#canvas.width);
        this.#canvas.height = Math.max(height, this.#canvas.height);
        this.#font = ''; // a resized canvas has forgotten everything
        this.#context.textBaseline = 'alphabetic';
        this.#context.direction = 'ltr';
        this.#context.fontKerning = 'none';
    }
}

/** @param {boolean} bold */
const weight = (bold) => (bold ? 600 : 400);

/** @param {string} text */
const is_digit = (text) => text.length === 1 && text >= '0' && text <= '9';

/** @param {Uint8ClampedArray} rgba @param {Uint8Array} out */
function copy_coverage(rgba, out) {
    for (let i = 0, at = 3; at < rgba.length; i += 1, at += 4) out[i] = rgba[at];
}

/**
 * Lays a word out in a line that is three CSS pixels higher than it and sees where it stands.
 * @param {HTMLElement} page
 */
function made_probe(page) {
    const line = page.appendChild(document.createElement('div'));
    line.className = 'line-probe';
    line.ariaHidden = 'true';
    const word = line.appendChild(document.createElement('span'));
    word.textContent = 'x';
    const foot = line.appendChild(document.createElement('i'));
    return (/** @type {number} */ weight, /** @type {number} */ size, /** @type {number} */ ratio) => {
        line.style.fontWeight = String(weight);
        line.style.fontSize = `${size}px`;
        line.style.lineHeight = 'normal';
        const box = word.getBoundingClientRect();
        const ascent = foot.getBoundingClientRect().bottom - box.top;
        line.style.lineHeight = `${box.height + 3}px`;
        const lowered = word.getBoundingClientRect().top - line.getBoundingClientRect().top;
        return {
            ascent: ascent * ratio,
            descent: (box.height - ascent) * ratio,
            // One and a half pixels above it, rounded down: to a CSS pixel (emulated screens) or to
            // a device pixel (real ones).
            leading_step: Math.abs(lowered - 1) < 0.02 ? ratio : 1,
        };
    };
}
