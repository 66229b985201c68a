// What the screen holds, said a second time for the browser: every frame the views list their
// nodes in reading order, and web/semantics.js keeps a DOM of the same shape exactly over the
// canvas. Screen readers, keyboards, input methods and end-to-end tests use that DOM.
#pragma once

#include "base/bytes.h"

#include <cstdint>
#include <string>
#include <vector>

namespace bb::ui {

/// Numbers are shared with web/semantics.mjs.
enum class Role : std::uint8_t {
    group = 0,         // container with a label
    navigation = 1,    // <nav>
    main = 2,          // <main>
    complementary = 3, // <aside>
    dialog = 4,        // modal when the modal flag is set
    heading = 5,       // level 1–6
    text = 6,          // words that are read, not acted on
    button = 7,
    link = 8,
    checkbox = 9,
    tab = 10,
    tab_list = 11,
    tab_panel = 12,
    menu_item = 13,
    option = 14,
    list_box = 15,
    grid = 16, // rows and columns in all: row_count, column_count
    row = 17,
    column_header = 18,
    grid_cell = 19,
    text_field = 20, // a real <input> or <textarea>
    image = 21,
    status = 22, // aria-live polite
    alert = 23,  // aria-live assertive
    progress = 24,
    list = 25,
    list_item = 26,
    combo_box = 27, // button that opens a list box
    radio = 28,
    radio_group = 29,
    menu = 30,
    switch_ = 31,
    search = 32, // landmark
};

/// Bits of SemanticNode::flags.
enum : std::uint16_t {
    node_focusable = 1,
    node_disabled = 2,
    node_selected = 4,
    node_checked = 8,
    node_expandable = 16, // has an expanded state
    node_expanded = 32,
    node_modal = 64,
    node_invalid = 128,
    node_multiline = 256, // <textarea>
    node_current = 512,   // aria-current="page"
    node_has_popup = 1024,
    node_read_only = 2048,
    node_required = 4096,
    node_sort_up = 8192,
    node_sort_down = 16384,
};

/// Which keyboard a phone shows and what the field accepts.
enum class FieldKind : std::uint8_t { text, decimal, integer, email, phone, url, search, date };
enum class FieldAlign : std::uint8_t { left, right };

struct FieldStyle {
    FieldKind kind = FieldKind::text;
    FieldAlign align = FieldAlign::left;
    float font_size = 14; // CSS px
    float line_height = 20;
    float pad_x = 12; // text starts this far inside the rectangle
    float pad_y = 8;
    bool bold = false;
    bool done = false;               // enterkeyhint "done" instead of "next"
    std::uint32_t colour = 0x1b2430; // 0xRRGGBB of the text
    std::uint32_t caret = 0x0f766e;
    std::uint32_t max_length = 0; // 0 = none; in UTF-16 units
};

struct SemanticNode {
    std::uint32_t id = 0;   // stable while the thing is the same; never from the label
    std::uint8_t depth = 0; // parent = the nearest node before with a smaller depth
    Role role = Role::group;
    std::uint16_t flags = 0;
    float x = 0, y = 0, width = 0, height = 0; // CSS px on the page
    // Part that is really visible (inside its scrolling pane); fields are clipped to it.
    float clip_x = 0, clip_y = 0, clip_width = 0, clip_height = 0;
    std::uint16_t level = 0;                    // heading level; grids: column count
    std::uint32_t row_count = 0, row_index = 0; // grids and rows (1-based index)
    std::uint16_t column_index = 0;             // cells and headers (1-based)
    std::uint16_t permille = 0;                 // progress
    std::string label;
    std::string value;       // a field's text; a combo box's choice
    std::string placeholder; // fields
    std::string description;
    FieldStyle field;
};

/// Layout, little-endian: u32 node count, then a node after another in this order:
/// u32 id, u8 depth, u8 role, u16 flags, f32 x y w h, f32 clip x y w h, u16 level, u32 row_count,
/// u32 row_index, u16 column_index, u16 permille, 4 × (u32 length, UTF-8 bytes) label value
/// placeholder description, and for text fields only: u8 kind, u8 align, f32 font_size
/// line_height pad_x pad_y, u8 bold, u8 done, u32 colour, u32 caret, u32 max_length.
Bytes pack_semantics(const std::vector<SemanticNode>& nodes);

} // namespace bb::ui
