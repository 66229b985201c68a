// Reads what src/ui/semantics.cpp packs: the layout is written out here byte by byte.
import assert from 'node:assert/strict';
import test from 'node:test';
import { Flag, Role, read_nodes } from '../../web/semantics_reader.mjs';

/** @param {...[string, number | string]} parts */
function packed(...parts) {
    const bytes = new Uint8Array(1000);
    const view = new DataView(bytes.buffer);
    let at = 0;
    for (const [kind, value] of parts) {
        if (typeof value === 'string') {
            const text = new TextEncoder().encode(value);
            view.setUint32(at, text.length, true);
            bytes.set(text, at + 4);
            at += 4 + text.length;
        } else if (kind === 'u8') view.setUint8(at++, value);
        else if (kind === 'u16') view.setUint16((at += 2) - 2, value, true);
        else if (kind === 'u32') view.setUint32((at += 4) - 4, value, true);
        else view.setFloat32((at += 4) - 4, value, true);
    }
    // At an odd place, as in the program's memory.
    const moved = new Uint8Array(at + 3);
    moved.set(bytes.subarray(0, at), 3);
    return moved.subarray(3);
}

/** @param {number} id @param {number} role @returns {[string, number | string][]} */
const fixed = (id, role) => [
    ['u32', id], ['u8', 1], ['u8', role], ['u16', Flag.focusable | Flag.current],
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => /** @type {[string, number]} */ (['f32', n])),
    ['u16', 2], ['u32', 100], ['u32', 7], ['u16', 3], ['u16', 250],
    ['text', '名称'], ['text', '\uFEFF值'], ['text', ''], ['text', 'd'],
];

test('nodes and the style of fields come back as they were packed', () => {
    const [button, field] = read_nodes(
        packed(
            ['u32', 2], ...fixed(9, Role.button), ...fixed(4_000_000_000, Role.text_field),
            ['u8', 1], ['u8', 1], ['f32', 14], ['f32', 20], ['f32', 12], ['f32', 8], ['u8', 1],
            ['u8', 0], ['u32', 0x1b2430], ['u32', 0x0f766e], ['u32', 0],
        ),
    );
    assert.equal(button.id, 9);
    assert.equal(button.field, null);
    assert.deepEqual(
        [button.x, button.y, button.width, button.height, button.clip_x, button.clip_height],
        [1, 2, 3, 4, 5, 8],
    );
    assert.deepEqual(
        [button.level, button.row_count, button.row_index, button.column_index, button.permille],
        [2, 100, 7, 3, 250],
    );
    assert.deepEqual([button.label, button.value, button.description], ['名称', '\uFEFF值', 'd']);
    assert.equal(field.id, 4_000_000_000);
    assert.deepEqual(field.field, {
        kind: 1, right: true, font_size: 14, line_height: 20, pad_x: 12, pad_y: 8, bold: true,
        done: false, colour: 0x1b2430, caret: 0x0f766e,
    });
});
