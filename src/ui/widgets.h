// The parts every view is made of. Each draws itself into the rectangle it is given and lists
// itself for assistive technology; keys are stable and never taken from the words shown.
#pragma once

#include "ui/icons.h"
#include "ui/ui.h"

#include <cmath>
#include <functional>
#include <span>

namespace bb::ui {

enum class AlignText : std::uint8_t { left, centre, right };

struct TextStyle {
    float size = 0; // 0 = body
    bool bold = false;
    std::uint32_t colour = 0xff000000; // none set: the palette's text
    AlignText align = AlignText::left;
    bool quiet = false; // not listed by itself: part of something that has a label
};

TextStyle small_text(const Ui& ui); // secondary, muted
TextStyle muted_text(const Ui& ui); // body size, muted
TextStyle quiet(TextStyle style);

/// One line in the vertical middle of `rect`, with an ellipsis when it does not fit.
void text(Ui& ui, const Rect& rect, std::string_view words, TextStyle style = {});
void heading(Ui& ui, const Rect& rect, std::string_view words, int level, float size);
float text_width(const Ui& ui, std::string_view words, TextStyle style = {});
/// Wrapped text from the top of `rect`; returns its height. Draws nothing when `measure_only`.
float paragraph(Ui& ui, const Rect& rect, std::string_view words, TextStyle style = {},
                bool measure_only = false);

void icon(Ui& ui, const Rect& rect, Icon which, std::uint32_t colour, float size = 18);
void fill(Ui& ui, const Rect& rect, std::uint32_t colour, float radius = 0);
void outline(Ui& ui, const Rect& rect, std::uint32_t colour, float radius = 0, float width = 1);
/// A hairline along the bottom (top) edge.
void line_below(Ui& ui, const Rect& rect, std::uint32_t colour);
void line_left(Ui& ui, const Rect& rect, std::uint32_t colour);
void line_right(Ui& ui, const Rect& rect, std::uint32_t colour);
/// Panel ground, hairline, round corners.
void card(Ui& ui, const Rect& rect);

/// px between the words of a button and its side
inline constexpr float button_padding = 15;
enum class ButtonKind : std::uint8_t { normal, primary, quiet, danger };
struct ButtonSpec {
    std::string_view key;
    std::string_view label;
    ButtonKind kind = ButtonKind::normal;
    Icon icon = Icon::none;
    bool enabled = true;
};
bool button(Ui& ui, const Rect& rect, const ButtonSpec& spec);
float button_width(const Ui& ui, const ButtonSpec& spec);
/// A button cut from the right (left) of a bar, vertically centred, with a gap.
bool button_right(Ui& ui, Rect& bar, const ButtonSpec& spec);
bool button_left(Ui& ui, Rect& bar, const ButtonSpec& spec);
/// Square, only a picture; the label is read out and shown as a tip on hover.
bool icon_button(Ui& ui, const Rect& rect, std::string_view key, Icon which, std::string_view label,
                 bool enabled = true);
bool text_link(Ui& ui, const Rect& rect, std::string_view key, std::string_view label);

/// Buttons that wrap to the next line when the place is narrow.
struct ButtonFlow {
    Rect area;
    float x, y;
    bool add(Ui& ui, const ButtonSpec& spec);
};

/// A rounded toggle for filters.
inline constexpr float chip_gap = 8; // between chips, px
float chip_width(const Ui& ui, std::string_view label);
bool chip(Ui& ui, Rect& bar, std::string_view key, std::string_view label, bool on);
/// Small words on a tinted ground; returns its width.
float tag(Ui& ui, const Rect& rect, std::string_view words, std::uint32_t text_colour,
          std::uint32_t ground, bool quiet = false);
void grade_mark(Ui& ui, const Rect& rect, std::string_view grade);
/// Returns the tab to show.
std::size_t tabs(Ui& ui, const Rect& rect, std::string_view key,
                 std::span<const std::string> labels, std::size_t current);
bool toggle(Ui& ui, const Rect& rect, std::string_view key, std::string_view label, bool on);
void progress(Ui& ui, const Rect& rect, std::string_view label, std::uint16_t permille);

struct FieldSpec {
    std::string_view key;
    std::string_view label; // read out; drawn above by labelled_field
    std::string_view value;
    FieldKind kind = FieldKind::text;
    std::string_view placeholder = {};
    std::string_view shown = {}; // instead of the value, while nobody types
    bool multiline = false;
    bool framed = true; // false: the frame shows on hover and focus only
    bool read_only = false;
    bool invalid = false;
    bool live = false; // every change counts, not only the commit
    AlignText align = AlignText::left;
    float pad_left = 12;
    float pad_right = 12;
    bool bold = false;
    float size = 0;
};
struct FieldResult {
    std::optional<std::string> text; // committed (or, when live, changed)
    bool by_enter = false;
    bool cancelled = false;
};
/// A real text field of the browser lies exactly over the rectangle.
FieldResult field(Ui& ui, const Rect& rect, const FieldSpec& spec);
inline constexpr float label_height = 22;
/// Label above, field below.
FieldResult labelled_field(Ui& ui, Rect rect, const FieldSpec& spec);

struct ChoiceItem {
    std::string key, label;
};
struct ComboSpec {
    std::string_view key;
    std::string_view label;
    std::string_view value; // key of the chosen one
    std::string_view shown; // its words
    bool framed = true;
    bool read_only = false;
    std::string_view placeholder = {};
};
/// `make_items` is called when the list opens. Returns the key picked.
std::optional<std::string> combo(Ui& ui, const Rect& rect, const ComboSpec& spec,
                                 const std::function<std::vector<ChoiceItem>()>& make_items);

/// Grey words and an action where a list would be empty.
struct EmptyState {
    Icon icon = Icon::none;
    std::string_view title, advice;
    ButtonSpec action;
};
bool empty_state(Ui& ui, const Rect& rect, const EmptyState& spec);

} // namespace bb::ui
