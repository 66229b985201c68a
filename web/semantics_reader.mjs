// Reads the packed nodes of src/ui/semantics.h. Numbers of roles, flags and kinds are those there.

/** @enum {number} */
export const Role = {
    group: 0, navigation: 1, main: 2, complementary: 3, dialog: 4, heading: 5, text: 6, button: 7,
    link: 8, checkbox: 9, tab: 10, tab_list: 11, tab_panel: 12, menu_item: 13, option: 14,
    list_box: 15, grid: 16, row: 17, column_header: 18, grid_cell: 19, text_field: 20, image: 21,
    status: 22, alert: 23, progress: 24, list: 25, list_item: 26, combo_box: 27, radio: 28,
    radio_group: 29, menu: 30, switch: 31, search: 32,
};

/** @enum {number} */
export const Flag = {
    focusable: 1, disabled: 2, selected: 4, checked: 8, expandable: 16, expanded: 32, modal: 64,
    invalid: 128, multiline: 256, current: 512, has_popup: 1024, read_only: 2048, required: 4096,
    sort_up: 8192, sort_down: 16384,
};

/** @enum {number} */
export const FieldKind = {
    text: 0, decimal: 1, integer: 2, email: 3, phone: 4, url: 5, search: 6, date: 7,
};

/**
 * @typedef {object} FieldStyle
 * @property {number} kind
 * @property {boolean} right aligned right
 * @property {number} font_size
 * @property {number} line_height
 * @property {number} pad_x
 * @property {number} pad_y
 * @property {boolean} bold
 * @property {boolean} done
 * @property {number} colour 0xRRGGBB
 * @property {number} caret 0xRRGGBB
 */

/**
 * @typedef {object} SemanticNode
 * @property {number} id
 * @property {number} depth
 * @property {number} role
 * @property {number} flags
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {number} height
 * @property {number} clip_x
 * @property {number} clip_y
 * @property {number} clip_width
 * @property {number} clip_height
 * @property {number} level
 * @property {number} row_count
 * @property {number} row_index
 * @property {number} column_index
 * @property {number} permille
 * @property {string} label
 * @property {string} value
 * @property {string} placeholder
 * @property {string} description
 * @property {FieldStyle | null} field
 */

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** @param {Uint8Array} packed @returns {SemanticNode[]} */
export function read_nodes(packed) {
    const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
    let at = 0;
    const u8 = () => view.getUint8(at++);
    const u16 = () => view.getUint16((at += 2) - 2, true);
    const u32 = () => view.getUint32((at += 4) - 4, true);
    const f32 = () => view.getFloat32((at += 4) - 4, true);
    const text = () => {
        const length = u32();
        if (length === 0) return '';
        at += length;
        return decoder.decode(packed.subarray(at - length, at));
    };
    /** @returns {FieldStyle} */
    const field = () => {
        const style = {
            kind: u8(), right: u8() === 1, font_size: f32(), line_height: f32(), pad_x: f32(),
            pad_y: f32(), bold: u8() === 1, done: u8() === 1, colour: u32(), caret: u32(),
        };
        u32(); // The longest text: the program refuses with a reason, the field cuts nothing.
        return style;
    };
    /** @returns {SemanticNode} */
    const node = () => {
        const read = {
            id: u32(), depth: u8(), role: u8(), flags: u16(),
            x: f32(), y: f32(), width: f32(), height: f32(),
            clip_x: f32(), clip_y: f32(), clip_width: f32(), clip_height: f32(),
            level: u16(), row_count: u32(), row_index: u32(), column_index: u16(), permille: u16(),
            label: text(), value: text(), placeholder: text(), description: text(),
        };
        return { ...read, field: read.role === Role.text_field ? field() : null };
    };
    return Array.from({ length: u32() }, node);
}
