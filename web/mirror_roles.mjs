// How each role of the screen is said in HTML and ARIA: which element, which attributes, and
// whether the label is the element's text or its aria-label.

import { Flag, Role } from './semantics_reader.mjs';

/** @typedef {import('./semantics_reader.mjs').SemanticNode} SemanticNode */

/**
 * @typedef {object} Shape
 * @property {string} tag
 * @property {string} [role] for elements that do not have it by themselves
 * @property {'text' | 'label'} name where the label goes
 * @property {'pass' | 'press'} pointer containers let the pointer through to what lies under them
 */

/** @type {Record<number, Shape>} */
const SHAPES = {
    [Role.group]: { tag: 'div', role: 'group', name: 'label', pointer: 'pass' },
    [Role.navigation]: { tag: 'nav', name: 'label', pointer: 'pass' },
    [Role.main]: { tag: 'main', name: 'label', pointer: 'pass' },
    [Role.complementary]: { tag: 'aside', name: 'label', pointer: 'pass' },
    [Role.search]: { tag: 'div', role: 'search', name: 'label', pointer: 'pass' },
    [Role.dialog]: { tag: 'div', role: 'dialog', name: 'label', pointer: 'press' },
    [Role.heading]: { tag: 'h1', name: 'text', pointer: 'press' },
    [Role.text]: { tag: 'div', name: 'text', pointer: 'press' },
    [Role.button]: { tag: 'button', name: 'text', pointer: 'press' },
    [Role.link]: { tag: 'div', role: 'link', name: 'text', pointer: 'press' },
    [Role.checkbox]: { tag: 'div', role: 'checkbox', name: 'text', pointer: 'press' },
    [Role.switch]: { tag: 'div', role: 'switch', name: 'text', pointer: 'press' },
    [Role.radio]: { tag: 'div', role: 'radio', name: 'text', pointer: 'press' },
    [Role.radio_group]: { tag: 'div', role: 'radiogroup', name: 'label', pointer: 'pass' },
    [Role.tab]: { tag: 'div', role: 'tab', name: 'text', pointer: 'press' },
    [Role.tab_list]: { tag: 'div', role: 'tablist', name: 'label', pointer: 'pass' },
    [Role.tab_panel]: { tag: 'div', role: 'tabpanel', name: 'label', pointer: 'pass' },
    [Role.menu]: { tag: 'div', role: 'menu', name: 'label', pointer: 'press' },
    [Role.menu_item]: { tag: 'div', role: 'menuitem', name: 'text', pointer: 'press' },
    [Role.list_box]: { tag: 'div', role: 'listbox', name: 'label', pointer: 'press' },
    [Role.option]: { tag: 'div', role: 'option', name: 'text', pointer: 'press' },
    [Role.combo_box]: { tag: 'button', role: 'combobox', name: 'label', pointer: 'press' },
    [Role.grid]: { tag: 'div', role: 'grid', name: 'label', pointer: 'pass' },
    [Role.row]: { tag: 'div', role: 'row', name: 'label', pointer: 'press' },
    [Role.column_header]: { tag: 'div', role: 'columnheader', name: 'text', pointer: 'press' },
    [Role.grid_cell]: { tag: 'div', role: 'gridcell', name: 'text', pointer: 'press' },
    [Role.list]: { tag: 'div', role: 'list', name: 'label', pointer: 'pass' },
    [Role.list_item]: { tag: 'div', role: 'listitem', name: 'text', pointer: 'press' },
    [Role.image]: { tag: 'div', role: 'img', name: 'label', pointer: 'press' },
    [Role.progress]: { tag: 'div', role: 'progressbar', name: 'label', pointer: 'press' },
    [Role.status]: { tag: 'div', role: 'status', name: 'text', pointer: 'pass' },
    [Role.alert]: { tag: 'div', role: 'alert', name: 'text', pointer: 'pass' },
    [Role.text_field]: { tag: 'input', name: 'label', pointer: 'press' },
};

/** @param {SemanticNode} node @returns {Shape} */
export function shape_of(node) {
    return SHAPES[node.role] ?? SHAPES[Role.group];
}

/** @param {SemanticNode} node */
export function tag_of(node) {
    if (node.role === Role.heading) return `h${Math.min(6, Math.max(1, node.level))}`;
    if (node.role === Role.text_field && node.flags & Flag.multiline) return 'textarea';
    return shape_of(node).tag;
}

/** Live regions are announced when their words change, so they outlive what they said. */
export const is_live = (/** @type {SemanticNode} */ node) =>
    node.role === Role.status || node.role === Role.alert;

/** Words of the element itself. @param {SemanticNode} node */
export function text_of(node) {
    if (node.role === Role.combo_box) return node.value;
    return shape_of(node).name === 'text' ? node.label : '';
}

/**
 * Every ARIA attribute of a node; null takes one away.
 * @param {SemanticNode} node
 * @returns {Record<string, string | null>}
 */
export function attributes_of(node) {
    const has = (/** @type {number} */ flag) => (node.flags & flag) !== 0;
    const when = (/** @type {boolean} */ yes, value = 'true') => (yes ? value : null);
    const shape = shape_of(node);
    return {
        role: shape.role ?? null,
        'aria-label': shape.name === 'label' && node.label ? node.label : null,
        'aria-description': node.description || null,
        'aria-disabled': when(has(Flag.disabled)),
        'aria-expanded': has(Flag.expandable) || node.role === Role.combo_box
            ? String(has(Flag.expanded))
            : null,
        'aria-haspopup': when(has(Flag.has_popup) || node.role === Role.combo_box,
            node.role === Role.combo_box ? 'listbox' : 'true'),
        'aria-current': when(has(Flag.current), 'page'),
        'aria-invalid': when(has(Flag.invalid)),
        'aria-required': when(has(Flag.required)),
        ...state_of(node, has),
    };
}

/**
 * Attributes that only some roles may have.
 * @param {SemanticNode} node @param {(flag: number) => boolean} has
 * @returns {Record<string, string | null>}
 */
function state_of(node, has) {
    switch (node.role) {
        case Role.dialog:
            return { 'aria-modal': has(Flag.modal) ? 'true' : null };
        case Role.checkbox:
        case Role.radio:
        case Role.switch:
            return { 'aria-checked': String(has(Flag.checked)) };
        case Role.tab:
        case Role.option:
            return { 'aria-selected': String(has(Flag.selected)) };
        case Role.grid:
            return { 'aria-rowcount': String(node.row_count), 'aria-colcount': String(node.level) };
        case Role.row:
            return {
                'aria-rowindex': node.row_index ? String(node.row_index) : null,
                'aria-selected': has(Flag.selected) ? 'true' : null,
            };
        case Role.column_header:
            return {
                'aria-colindex': node.column_index ? String(node.column_index) : null,
                'aria-sort': sort_of(has),
            };
        case Role.grid_cell:
            return {
                'aria-colindex': node.column_index ? String(node.column_index) : null,
                'aria-selected': has(Flag.selected) ? 'true' : null,
            };
        case Role.progress:
            return {
                'aria-valuemin': '0',
                'aria-valuemax': '100',
                'aria-valuenow': String(Math.round(node.permille / 10)),
            };
        default:
            return {};
    }
}

/** @param {(flag: number) => boolean} has */
function sort_of(has) {
    if (has(Flag.sort_up)) return 'ascending';
    return has(Flag.sort_down) ? 'descending' : null;
}
