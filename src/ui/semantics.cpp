// Packs the nodes of a frame for the browser; web/semantics_reader.mjs reads the same layout.
#include "ui/semantics.h"

#include <bit>

namespace bb::ui {
namespace {

void put(ByteWriter& out, float value) { out.u32(std::bit_cast<std::uint32_t>(value)); }

void put(ByteWriter& out, const std::string& text) {
    out.u32(static_cast<std::uint32_t>(text.size()));
    out.raw(as_bytes(text));
}

void put(ByteWriter& out, const FieldStyle& style) {
    out.u8(static_cast<std::uint8_t>(style.kind));
    out.u8(static_cast<std::uint8_t>(style.align));
    for (const float size : {style.font_size, style.line_height, style.pad_x, style.pad_y})
        put(out, size);
    out.u8(style.bold);
    out.u8(style.done);
    out.u32(style.colour);
    out.u32(style.caret);
    out.u32(style.max_length);
}

void put(ByteWriter& out, const SemanticNode& node) {
    out.u32(node.id);
    out.u8(node.depth);
    out.u8(static_cast<std::uint8_t>(node.role));
    out.u16(node.flags);
    for (const float edge : {node.x, node.y, node.width, node.height, node.clip_x, node.clip_y,
                             node.clip_width, node.clip_height})
        put(out, edge);
    out.u16(node.level);
    out.u32(node.row_count);
    out.u32(node.row_index);
    out.u16(node.column_index);
    out.u16(node.permille);
    for (const std::string* text : {&node.label, &node.value, &node.placeholder, &node.description})
        put(out, *text);
    if (node.role == Role::text_field) put(out, node.field);
}

} // namespace

Bytes pack_semantics(const std::vector<SemanticNode>& nodes) {
    ByteWriter out;
    out.u32(static_cast<std::uint32_t>(nodes.size()));
    for (const SemanticNode& node : nodes) put(out, node);
    return out.take();
}

} // namespace bb::ui
