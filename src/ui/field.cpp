// Text fields. ImGui draws the frame and, while nobody types in it, the words; the browser's own
// <input> or <textarea> lies exactly over it and is the truth while it has the focus.
#include "ui/widgets.h"

namespace bb::ui {
namespace {

constexpr float plain_padding = 12;

std::uint16_t flags_of(const FieldSpec& spec) {
    return static_cast<std::uint16_t>(node_focusable | (spec.multiline ? node_multiline : 0) |
                                      (spec.invalid ? node_invalid : 0) |
                                      (spec.read_only ? node_read_only : 0));
}

void draw_frame(Ui& ui, const Rect& rect, const FieldSpec& spec, bool hovered, bool focused) {
    const Palette& p = *ui.palette;
    const bool shown = spec.framed || hovered || focused;
    if (!shown || (spec.read_only && !spec.framed)) return;
    fill(ui, rect, spec.read_only ? p.background : p.panel, ui.metrics.radius);
    const std::uint32_t edge = spec.invalid ? p.red : focused ? p.accent : p.line;
    outline(ui, rect, edge, ui.metrics.radius, focused ? 1.5f : 1.0f);
}

void draw_words(Ui& ui, const Rect& rect, const FieldSpec& spec, float size, float pad_y,
                float line) {
    const bool empty = spec.value.empty();
    TextStyle style{.size = size, .bold = spec.bold, .align = spec.align, .quiet = true};
    if (empty) style.colour = ui.palette->faint;
    const std::string_view shown = spec.shown.empty() ? spec.value : spec.shown;
    const std::string_view words = empty ? spec.placeholder : shown;
    const Rect inner{rect.x + spec.pad_left, rect.y + pad_y,
                     rect.w - spec.pad_left - spec.pad_right, line};
    if (!spec.multiline) return text(ui, inner, words, style);
    ui.push_clip(rect.inset(1));
    paragraph(ui, inner, words, style);
    ui.pop_clip();
}

} // namespace

FieldResult field(Ui& ui, const Rect& rect, const FieldSpec& spec) {
    const std::uint32_t id = ui.id(spec.key);
    const float size = spec.size > 0 ? spec.size : ui.metrics.text;
    const float line = std::round(spec.multiline ? size * 1.5f : ui.metrics.line);
    const float pad_y = spec.multiline ? 8 : (rect.h - line) / 2;
    SemanticNode& node = ui.node(id, Role::text_field, rect, spec.label, flags_of(spec));
    node.value = spec.value;
    node.placeholder = spec.placeholder;
    node.field = {.kind = spec.kind,
                  .align = spec.align == AlignText::right ? FieldAlign::right : FieldAlign::left,
                  .font_size = size,
                  .line_height = line,
                  .pad_x = spec.pad_left,
                  .pad_y = pad_y,
                  .bold = spec.bold,
                  .done = false,
                  .colour = ui.palette->text,
                  .caret = ui.palette->accent,
                  .max_length = 0};
    // A wide margin at the right holds a button of its own, which a press there is for.
    const float margin = spec.pad_right > plain_padding ? spec.pad_right : 0;
    const Ui::Press press = ui.press(id, {rect.x, rect.y, rect.w - margin, rect.h});
    const bool focused = ui.focused(id);
    draw_frame(ui, rect, spec, press.hovered, focused);
    if (!focused) draw_words(ui, rect, spec, size, pad_y, line);

    FieldResult result;
    result.cancelled = ui.field_cancelled(id);
    if (spec.read_only) return result;
    if (const auto commit = ui.field_committed(id)) {
        result.by_enter = commit->by_enter;
        if (spec.live || (!commit->carried_out && commit->text != spec.value))
            result.text = commit->text;
    }
    if (spec.live)
        if (auto changed = ui.field_changed(id)) result.text = std::move(changed);
    return result;
}

FieldResult labelled_field(Ui& ui, Rect rect, const FieldSpec& spec) {
    text(ui, rect.cut_top(label_height), spec.label, quiet(small_text(ui)));
    return field(ui, rect, spec);
}

} // namespace bb::ui
