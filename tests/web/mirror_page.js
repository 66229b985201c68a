// Runs in the page of mirror.test.mjs: packs plain objects as nodes and keeps what the program
// would be told.
{
    const everything = { clip_x: 0, clip_y: 0, clip_width: 10_000, clip_height: 10_000 };
    const style = { kind: 0, right: 0, font_size: 14, line_height: 20, pad_x: 12, pad_y: 8, bold: 0, done: 0, colour: 0, caret: 0 };

    function packed(nodes) {
        const bytes = [];
        const number = (size, write) => {
            const view = new DataView(new ArrayBuffer(size));
            write(view);
            bytes.push(...new Uint8Array(view.buffer));
        };
        const u8 = (value) => bytes.push(value);
        const u16 = (value) => number(2, (view) => view.setUint16(0, value, true));
        const u32 = (value) => number(4, (view) => view.setUint32(0, value, true));
        const f32 = (value) => number(4, (view) => view.setFloat32(0, value, true));
        const text = (value = '') => {
            const encoded = new TextEncoder().encode(value);
            u32(encoded.length);
            bytes.push(...encoded);
        };
        u32(nodes.length);
        for (const given of nodes) {
            const node = { depth: 0, flags: 0, ...everything, ...given };
            u32(node.id); u8(node.depth); u8(window.Role[node.role]); u16(node.flags);
            for (const name of ['x', 'y', 'width', 'height', 'clip_x', 'clip_y', 'clip_width', 'clip_height']) f32(node[name]);
            u16(0); u32(0); u32(0); u16(0); u16(0);
            for (const name of ['label', 'value', 'placeholder', 'description']) text(node[name]);
            if (node.role !== 'text_field') continue;
            u8(style.kind); u8(style.right);
            for (const name of ['font_size', 'line_height', 'pad_x', 'pad_y']) f32(style[name]);
            u8(style.bold); u8(style.done); u32(style.colour); u32(style.caret); u32(0);
        }
        return new Uint8Array(bytes);
    }

    window.fresh = () => {
        document.body.innerHTML = '<div id="stage"><div id="mirror"></div><div id="live"></div></div>';
        window.told = [];
        const tell = (...parts) => window.told.push(parts);
        window.mirror = new window.Mirror(document.getElementById('mirror'), document.getElementById('live'), {
            focus_moved: (id) => tell('focus', id),
            field_changed: (id, text, composing) => tell('changed', id, text, composing),
            field_committed: (id, text, by_enter) => tell('committed', id, text, by_enter),
            field_cancelled: (id) => tell('cancelled', id),
        });
    };
    window.show = (nodes) => {
        window.mirror.update(packed(nodes));
        window.mirror.shown();
    };
}
