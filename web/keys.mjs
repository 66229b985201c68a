// Which key was meant, and whose it is: the program's, the text field's or the browser's.

import { is_mac } from './environment.mjs';

export const Mod = { shift: 1, control: 2, alt: 4, meta: 8 };

/** @param {{shiftKey: boolean, ctrlKey: boolean, altKey: boolean, metaKey: boolean}} event */
export function mods_of(event) {
    return (
        (event.shiftKey ? Mod.shift : 0) |
        (event.ctrlKey ? Mod.control : 0) |
        (event.altKey ? Mod.alt : 0) |
        (event.metaKey ? Mod.meta : 0)
    );
}

/** True while an input method has the key: 229 also comes before and after its composition. */
export function belongs_to_input_method(/** @type {KeyboardEvent} */ event) {
    return event.isComposing || event.keyCode === 229 || event.key === 'Process';
}

/**
 * The logical key; Latin letters in lower case. A letter of another alphabet counts as the Latin
 * one that is printed on the same key. Null for keys that type nothing by themselves.
 * @param {{key: string, code: string}} event
 */
export function key_of({ key, code }) {
    if (key === 'Dead' || key === 'Unidentified' || key === 'AltGraph') return null;
    if (['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'Fn'].includes(key)) return null;
    if ([...key].length !== 1) return key;
    const lower = key.toLowerCase();
    const letter = /^Key([A-Z])$/.exec(code);
    if (!letter || (lower >= 'a' && lower <= 'z')) return lower;
    // Digits and signs that a layout puts on a letter key stay what they are.
    return /\p{L}/u.test(key) ? letter[1].toLowerCase() : lower;
}

const OURS = new Set(['s', 'p', 'f', 'k', 'z', 'y']);
const OURS_WITH_SHIFT = new Set(['z']);

/**
 * True for the shortcuts that the program takes from the browser. AltGr, which comes as
 * Control+Alt on some systems, and Option type characters and are never shortcuts.
 * @param {string} key @param {number} mods @param {boolean} mac
 */
export function is_our_shortcut(key, mods, mac = is_mac()) {
    const command = mac ? Mod.meta : Mod.control;
    if (mods === command) return OURS.has(key);
    return mods === (command | Mod.shift) && OURS_WITH_SHIFT.has(key);
}

/** Without these the browser would scroll, go back or open its own search. */
export const MOVES_PAGE = new Set([
    'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End',
    'Backspace', ' ', '/', "'",
]);
