// One text field of the screen as a real <input> or <textarea>. While it has the focus the element
// is the truth; the program's text replaces it only when the program changed it of its own accord.

import { FieldKind, Flag } from './semantics_reader.mjs';

/**
 * @typedef {import('./semantics_reader.mjs').SemanticNode} SemanticNode
 * @typedef {HTMLInputElement | HTMLTextAreaElement} FieldElement
 */

/** @type {Record<number, {type: string, inputmode: string, spelling: boolean}>} */
const KINDS = {
    [FieldKind.text]: { type: 'text', inputmode: 'text', spelling: true },
    [FieldKind.decimal]: { type: 'text', inputmode: 'decimal', spelling: false },
    [FieldKind.integer]: { type: 'text', inputmode: 'numeric', spelling: false },
    // Not type=email and type=url: those strip or refuse what people paste.
    [FieldKind.email]: { type: 'text', inputmode: 'email', spelling: false },
    [FieldKind.phone]: { type: 'tel', inputmode: 'tel', spelling: false },
    [FieldKind.url]: { type: 'text', inputmode: 'url', spelling: false },
    [FieldKind.search]: { type: 'search', inputmode: 'search', spelling: false },
    [FieldKind.date]: { type: 'text', inputmode: 'text', spelling: false },
};

const ECHOES = 64; // texts on their way through the program that may still come back

/** @param {number} rgb */
const css_colour = (rgb) => `#${rgb.toString(16).padStart(6, '0')}`;

export class MirrorField {
    id;
    element;
    #program;
    /** What the program last said the text is. */
    #said = '';
    /** @type {string[]} texts told to the program since it last had its own way */
    #told = [];
    #style = '';
    composing = false;
    /** Changed since the focus came or since the last commit. */
    dirty = false;

    /** @param {number} id @param {FieldElement} element @param {import('./program.mjs').Program} program */
    constructor(id, element, program) {
        this.id = id;
        this.element = element;
        this.#program = program;
        element.autocomplete = 'off';
        element.setAttribute('autocorrect', 'off');
        element.setAttribute('autocapitalize', 'none');
        element.addEventListener('input', () => this.#changed());
        element.addEventListener('compositionstart', () => (this.composing = true));
        element.addEventListener('compositionend', () => {
            this.composing = false;
            this.#changed();
        });
    }

    get multiline() {
        return this.element instanceof HTMLTextAreaElement;
    }

    get focused() {
        return document.activeElement === this.element;
    }

    /** @param {SemanticNode} node */
    update(node) {
        this.#take_style(node);
        this.#take_text(node.value);
    }

    #changed() {
        this.dirty = true;
        this.#tell();
        this.#program.field_changed(this.id, this.element.value, this.composing);
    }

    #tell() {
        this.#told.push(this.element.value);
        if (this.#told.length > ECHOES) this.#told.shift();
    }

    /** The draft is final. @param {boolean} by_enter */
    commit(by_enter) {
        if (!this.dirty && !by_enter) return;
        this.dirty = false;
        this.#tell();
        this.#program.field_committed(this.id, this.element.value, by_enter);
    }

    /** The draft is dropped; false when there was none. */
    cancel() {
        if (!this.dirty) return false;
        this.dirty = false;
        this.#told = [];
        this.element.value = this.#said;
        this.#program.field_cancelled(this.id);
        return true;
    }

    /** @param {string} text */
    #take_text(text) {
        const news = text !== this.#said;
        this.#said = text;
        const { element } = this;
        if (this.composing || element.value === text) return;
        if (!this.focused) {
            element.value = text;
            this.#told = [];
            return;
        }
        // The answer to something typed earlier is no wish to change what is typed now.
        if (!news || this.#told.includes(text)) return;
        this.#replace(text);
        this.#told = [];
        this.dirty = false;
    }

    /** All that was selected is selected still: whoever types next types over it. @param {string} text */
    #replace(text) {
        const { element } = this;
        const { selectionStart: from, selectionEnd: until, value } = element;
        element.value = text;
        if (from === 0 && until === value.length && value.length > 0) element.select();
    }

    /** @param {SemanticNode} node */
    #take_style(node) {
        const field = node.field;
        if (!field) return;
        const key = JSON.stringify([field, node.flags, node.placeholder, node.width, node.height]);
        if (key === this.#style) return;
        this.#style = key;
        const { element } = this;
        const { style } = element;
        style.fontSize = `${field.font_size}px`;
        style.lineHeight = `${field.line_height}px`;
        style.fontWeight = field.bold ? '600' : '400';
        // In an <input> that is given a height, Chromium centres a line of `normal` height, which
        // moves with the fonts in the text: its height comes from line and padding instead.
        const inner = this.multiline ? node.height - 2 * field.pad_y : field.line_height;
        const bottom = Math.max(0, node.height - field.pad_y - inner);
        const side = Math.min(field.pad_x, 12);
        style.width = `${Math.max(0, node.width - field.pad_x - side)}px`;
        style.height = this.multiline ? `${Math.max(0, inner)}px` : 'auto';
        style.padding = `${field.pad_y}px ${side}px ${bottom}px ${field.pad_x}px`;
        style.textAlign = field.right ? 'right' : 'left';
        style.setProperty('--ink', css_colour(field.colour));
        style.caretColor = css_colour(field.caret);
        element.placeholder = node.placeholder;
        element.readOnly = (node.flags & (Flag.read_only | Flag.disabled)) !== 0;
        this.#take_kind(field);
    }

    /** @param {import('./semantics_reader.mjs').FieldStyle} field */
    #take_kind(field) {
        const { element } = this;
        const kind = KINDS[field.kind] ?? KINDS[FieldKind.text];
        if (element instanceof HTMLInputElement && element.type !== kind.type) {
            element.type = kind.type;
        }
        element.inputMode = kind.inputmode;
        element.spellcheck = kind.spelling;
        if (this.multiline) return;
        element.enterKeyHint =
            field.kind === FieldKind.search ? 'search' : field.done ? 'done' : 'next';
    }
}
