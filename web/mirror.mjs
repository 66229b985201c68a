// Keeps a DOM of the screen exactly over the canvas: for screen readers, keyboards, input methods
// and tests. Only what changed is touched; nodes are known by id.

import { MirrorField } from './mirror_field.mjs';
import { Shutter, focus_on, focusable_in } from './mirror_focus.mjs';
import { clip_of, place_after, put_at } from './mirror_place.mjs';
import { attributes_of, is_live, shape_of, tag_of, text_of } from './mirror_roles.mjs';
import { Flag, Role, read_nodes } from './semantics_reader.mjs';

/** @typedef {import('./semantics_reader.mjs').SemanticNode} SemanticNode */

/**
 * @typedef {object} Entry a node of the screen and its element
 * @property {SemanticNode} node
 * @property {HTMLElement} element
 * @property {HTMLElement} parent
 * @property {string} tag
 * @property {MirrorField | null} field
 * @property {Text | null} words
 * @property {Record<string, string | null>} attributes
 * @property {string} place
 * @property {string} clip
 */

export class Mirror {
    #root;
    #live;
    #program;
    /** @type {Map<number, Entry>} */
    #entries = new Map();
    /** @type {WeakMap<Element, Entry>} */
    #by_element = new WeakMap();
    #shutter = new Shutter();
    /** @type {HTMLElement | null} */
    #modal = null;
    /** @type {number[]} ids from the focused node up to its outermost ancestor */
    #focus_path = [];
    /** Focus that the program asked for but that could not go there yet. @type {number | null} */
    #wanted = null;
    /** Fields whose own text stays visible until the canvas has drawn it. @type {Set<Entry>} */
    #fading = new Set();

    /** @param {HTMLElement} root @param {HTMLElement} live @param {import('./program.mjs').Program} program */
    constructor(root, live, program) {
        this.#root = root;
        this.#live = live;
        this.#program = program;
        for (const part of [root, live]) {
            part.addEventListener('focusin', (event) => this.#focus_came(event));
            part.addEventListener('focusout', (event) => this.#focus_went(event));
        }
    }

    /** @param {EventTarget | null} target @returns {Entry | null} the node an event happened on */
    entry_of(target) {
        const element = target instanceof Element ? target : null;
        for (let at = element; at; at = at.parentElement) {
            const entry = this.#by_element.get(at);
            if (entry) return entry;
        }
        return null;
    }

    /** @returns {Entry | null} */
    focused_entry() {
        return this.entry_of(document.activeElement);
    }

    /** The open modal dialog. */
    get modal() {
        return this.#modal;
    }

    /** The present draft becomes final: a shortcut follows, or the page is hidden. */
    commit_draft() {
        this.focused_entry()?.field?.commit(false);
    }

    /** @param {Uint8Array} packed */
    update(packed) {
        const nodes = read_nodes(packed);
        const kept = new Set(nodes.map(({ id }) => id));
        const path = this.#focus_path;
        for (const [id, entry] of this.#entries) {
            if (kept.has(id)) continue;
            if (is_live(entry.node)) this.#silence(entry);
            else this.#drop(entry);
        }
        this.#place_all(nodes);
        const modal = nodes.findLast(({ flags }) => (flags & Flag.modal) !== 0);
        this.#modal = modal ? (this.#entries.get(modal.id)?.element ?? null) : null;
        this.#shutter.show_only(this.#root, this.#modal);
        this.#name_lists(nodes);
        const wanted = this.#wanted;
        this.#wanted = null;
        if (wanted !== null && this.#entries.has(wanted)) this.focus(wanted);
        this.#mend_focus(path);
    }

    /** After the canvas has drawn: texts of fields that were left are drawn there again. */
    shown() {
        for (const entry of this.#fading) {
            if (document.activeElement !== entry.element) entry.element.classList.remove('lit');
        }
        this.#fading.clear();
    }

    /**
     * What the program asked for. A node that is shut off or still to come (a dialog opens or
     * closes in this frame) gets the focus after the next update.
     * @param {number} id 0 = no focus at all
     */
    focus(id) {
        if (id === 0) return this.leave();
        const element = this.#entries.get(id)?.element;
        if (!element || element.closest('[inert]')) this.#wanted = id;
        else focus_on(element);
    }

    /** Leaves whatever has the focus. */
    leave() {
        if (this.focused_entry()) /** @type {HTMLElement} */ (document.activeElement).blur();
    }

    /** @param {SemanticNode[]} nodes */
    #place_all(nodes) {
        /** @type {{depth: number, element: HTMLElement, x: number, y: number}[]} */
        const open = [];
        /** @type {Map<HTMLElement, ChildNode | null>} where each parent's next child belongs */
        const cursors = new Map();
        /** @type {Map<HTMLElement, HTMLElement>} the child of each parent that was put there last */
        const placed = new Map();
        for (const node of nodes) {
            while (open.length > 0 && open[open.length - 1].depth >= node.depth) open.pop();
            const live = is_live(node);
            const above = live ? undefined : open[open.length - 1];
            const parent = live ? this.#live : (above?.element ?? this.#root);
            const entry = this.#entry_for(node, parent);
            this.#refresh(entry, node, node.x - (above?.x ?? 0), node.y - (above?.y ?? 0));
            if (live) continue;
            // A neighbour that was there may just have been replaced, or have moved.
            let cursor = cursors.get(parent);
            if (cursor === undefined || (cursor && cursor.parentNode !== parent))
                cursor = place_after(parent, placed.get(parent));
            cursors.set(parent, put_at(parent, entry.element, cursor));
            placed.set(parent, entry.element);
            open.push({ depth: node.depth, element: entry.element, x: node.x, y: node.y });
        }
    }

    /** @param {SemanticNode} node @param {HTMLElement} parent @returns {Entry} */
    #entry_for(node, parent) {
        const tag = tag_of(node);
        const old = this.#entries.get(node.id);
        if (old && old.tag === tag) {
            old.parent = parent;
            return old;
        }
        if (old) this.#drop(old);
        const element = document.createElement(tag);
        element.id = `n${node.id}`;
        if (element instanceof HTMLButtonElement) element.type = 'button';
        const is_field =
            element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
        /** @type {Entry} */
        const entry = {
            node, element, parent, tag, words: null, attributes: {}, place: '', clip: '',
            field: is_field ? new MirrorField(node.id, element, this.#program) : null,
        };
        const { pointer } = shape_of(node);
        element.classList.add(is_field ? 'field' : pointer === 'press' ? 'press' : 'pass');
        if (is_live(node)) this.#live.append(element);
        this.#entries.set(node.id, entry);
        this.#by_element.set(element, entry);
        return entry;
    }

    /** @param {Entry} entry @param {SemanticNode} node @param {number} x @param {number} y */
    #refresh(entry, node, x, y) {
        entry.node = node;
        const { element } = entry;
        const place = `${x} ${y} ${node.width} ${node.height}`;
        if (place !== entry.place) {
            entry.place = place;
            element.style.left = `${x}px`;
            element.style.top = `${y}px`;
            if (!entry.field) {
                element.style.width = `${node.width}px`;
                element.style.height = `${node.height}px`;
            }
        }
        const clip = shape_of(node).pointer === 'press' ? clip_of(node) : '';
        if (clip !== entry.clip) element.style.clipPath = entry.clip = clip;
        const attributes = attributes_of(node);
        for (const [name, value] of Object.entries(attributes)) {
            if (entry.attributes[name] === value) continue;
            if (value === null) element.removeAttribute(name);
            else element.setAttribute(name, value);
        }
        entry.attributes = attributes;
        this.#refresh_focusable(element, node);
        this.#refresh_words(entry, text_of(node));
        entry.field?.update(node);
    }

    /** @param {HTMLElement} element @param {SemanticNode} node */
    #refresh_focusable(element, node) {
        const wanted = node.flags & Flag.focusable ? 0 : -1;
        const natural = element.matches('input, textarea, button');
        if (element.tabIndex === wanted) return;
        if (wanted === 0 && natural) element.removeAttribute('tabindex');
        else if (wanted === 0 || natural) element.tabIndex = wanted;
        else element.removeAttribute('tabindex');
    }

    /** @param {Entry} entry @param {string} words */
    #refresh_words(entry, words) {
        if (entry.field || (entry.words?.data ?? '') === words) return;
        if (!entry.words) {
            entry.words = document.createTextNode('');
            entry.element.prepend(entry.words);
            // A live region speaks when words change, not when it comes with them.
            if (is_live(entry.node)) {
                setTimeout(() => (entry.words ? (entry.words.data = text_of(entry.node)) : 0));
                return;
            }
        }
        entry.words.data = words;
    }

    /** A combo box that is open names the list that hangs from it. @param {SemanticNode[]} nodes */
    #name_lists(nodes) {
        const list = nodes.findLast(({ role }) => role === Role.list_box);
        for (const { id, role, flags } of nodes) {
            if (role !== Role.combo_box) continue;
            const element = this.#entries.get(id)?.element;
            if (list && flags & Flag.expanded) element?.setAttribute('aria-controls', `n${list.id}`);
            else element?.removeAttribute('aria-controls');
        }
    }

    /** Live regions stay for what they may have to say later. @param {Entry} entry */
    #silence(entry) {
        const gone = { ...entry.node, label: '', width: 0, height: 0 };
        this.#refresh(entry, gone, gone.x, gone.y);
    }

    /** @param {Entry} entry */
    #drop(entry) {
        this.#entries.delete(entry.node.id);
        this.#fading.delete(entry);
        if (entry.element === document.activeElement) {
            // Left properly, so that its draft is committed before it goes.
            const path = this.#focus_path;
            entry.element.blur();
            this.#focus_path = path;
        }
        entry.element.remove();
    }

    /** @param {number[]} path of the focus before this update */
    #mend_focus(path) {
        const lost = path.length > 0 && !this.#entries.has(path[0]);
        const shut_out = this.#modal && !this.#modal.contains(document.activeElement);
        if (this.#modal && shut_out) {
            focus_on(focusable_in(this.#modal)[0] ?? this.#modal);
            return;
        }
        if (!lost || this.focused_entry()) return;
        const id = path.find((above) => this.#entries.has(above));
        const place = id === undefined ? this.#root.querySelector('main') : this.#entries.get(id)?.element;
        if (place instanceof HTMLElement) focus_on(place);
    }

    /** @param {FocusEvent} event */
    #focus_came(event) {
        const entry = this.entry_of(event.target);
        if (!entry) return;
        this.#focus_path = [];
        for (let at = /** @type {Entry | null} */ (entry); at; at = this.entry_of(at.parent)) {
            this.#focus_path.push(at.node.id);
        }
        if (entry.field) {
            entry.field.dirty = false;
            entry.element.classList.add('lit');
        }
        this.#program.focus_moved(entry.node.id);
    }

    /** @param {FocusEvent} event */
    #focus_went(event) {
        const entry = this.entry_of(event.target);
        if (!entry) return;
        if (entry.field) {
            entry.field.composing = false;
            entry.field.commit(false);
            this.#fading.add(entry);
        }
        if (this.entry_of(event.relatedTarget)) return;
        if (document.hasFocus()) this.#focus_path = [];
        this.#program.focus_moved(0);
    }
}
