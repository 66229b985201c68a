// Keys: input methods first, then our shortcuts, then the field or node that has the focus.

import { Mod, MOVES_PAGE, belongs_to_input_method, is_our_shortcut, key_of, mods_of } from './keys.mjs';
import { wrap_tab } from './mirror_focus.mjs';
import { Flag, Role } from './semantics_reader.mjs';

const WALKS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown']);
/** Fields have a use of their own for every other key. */
const PRESSABLE = new Set([
    Role.button, Role.link, Role.checkbox, Role.tab, Role.menu_item, Role.option, Role.row,
    Role.column_header, Role.grid_cell, Role.combo_box, Role.radio, Role.switch, Role.list_item,
]);

export class KeyInput {
    #program;
    #mirror;
    #before;

    /**
     * @param {import('./program.mjs').Program} program @param {import('./mirror.mjs').Mirror} mirror
     * @param {() => void} before the program works outside a frame
     */
    constructor(program, mirror, before) {
        this.#before = before;
        this.#program = program;
        this.#mirror = mirror;
        addEventListener('keydown', (event) => this.#pressed(event));
    }

    /** @param {KeyboardEvent} event */
    #pressed(event) {
        if (event.defaultPrevented || belongs_to_input_method(event)) return;
        const key = key_of(event);
        if (key === null) return;
        if (key === 'Tab') {
            if (this.#mirror.modal) wrap_tab(event, this.#mirror.modal);
            return;
        }
        const mods = mods_of(event);
        const entry = this.#mirror.focused_entry();
        if (is_our_shortcut(key, mods)) this.#shortcut(event, key, mods, entry);
        else if (entry?.field) this.#field_key(event, key, mods, entry);
        else if ((mods & ~Mod.shift) === 0) this.#node_key(event, key, mods, entry);
    }

    /** @param {KeyboardEvent} event @param {string} key @param {number} mods @param {number} target */
    #tell(event, key, mods, target) {
        this.#program.key_pressed(key, mods, target, event.repeat);
    }

    /** @param {KeyboardEvent} event @param {string} key @param {number} mods @param {import('./mirror.mjs').Entry | null} entry */
    #shortcut(event, key, mods, entry) {
        // While a draft is open, undo is the field's own.
        if ((key === 'z' || key === 'y') && entry?.field?.dirty) return;
        event.preventDefault();
        this.#mirror.commit_draft();
        this.#tell(event, key, mods, entry?.node.id ?? 0);
    }

    /** @param {KeyboardEvent} event @param {string} key @param {number} mods @param {import('./mirror.mjs').Entry} entry */
    #field_key(event, key, mods, entry) {
        const { field, node } = entry;
        if (!field) return;
        if (key === 'Enter') {
            const command = (mods & (Mod.control | Mod.meta)) !== 0;
            if ((field.multiline && !command) || mods & Mod.alt) return;
            event.preventDefault();
            field.commit(true);
            // What is final goes to the store now, not after the next frame is drawn.
            this.#before();
            this.#program.take_in();
        } else if (key === 'Escape') {
            event.preventDefault();
            if (!field.cancel()) this.#tell(event, key, mods, node.id);
        } else if (WALKS.has(key) && !field.multiline && mods === 0) {
            if (node.flags & (Flag.expandable | Flag.has_popup)) event.preventDefault();
            this.#tell(event, key, mods, node.id);
        }
    }

    /** @param {KeyboardEvent} event @param {string} key @param {number} mods @param {import('./mirror.mjs').Entry | null} entry */
    #node_key(event, key, mods, entry) {
        const presses = (key === 'Enter' || key === ' ') && entry && PRESSABLE.has(entry.node.role);
        if (presses) {
            if (entry.element instanceof HTMLButtonElement) return; // comes as its click
            event.preventDefault();
            if (!(entry.node.flags & Flag.disabled)) this.#program.activated(entry.node.id);
            return;
        }
        if (MOVES_PAGE.has(key)) event.preventDefault();
        this.#tell(event, key, mods, entry?.node.id ?? 0);
    }
}
