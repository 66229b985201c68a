// Things to press: buttons, chips, tabs, switches, tags.
#include "ui/widgets.h"

#include "imgui_internal.h"

namespace bb::ui {
namespace {

constexpr float icon_size = 18;
constexpr float icon_gap = 8;
constexpr float chip_padding = 13;
constexpr int tip_delay = 160; // ms; Dear ImGui wants 150

struct Look {
    std::uint32_t text, ground, border;
    bool filled, bordered;
};

Look look_of(const Ui& ui, const ButtonSpec& spec, const Ui::Press& press) {
    const Palette& p = *ui.palette;
    const bool warm = press.hovered || press.held;
    if (!spec.enabled)
        return {p.faint, p.grey_ground, p.line, spec.kind != ButtonKind::quiet, false};
    switch (spec.kind) {
    case ButtonKind::primary:
        return {p.on_accent, warm ? p.accent_hover : p.accent, 0, true, false};
    case ButtonKind::danger: return {p.red, warm ? p.red_ground : p.panel, p.line, true, true};
    case ButtonKind::quiet: return {p.accent, p.hover, 0, warm, false};
    case ButtonKind::normal: break;
    }
    return {p.text, warm ? p.hover : p.panel, p.line, true, true};
}

/// What a button without words is for, beside a pointer that rests on it.
void tip(Ui& ui, std::string_view words) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {10, 6});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 6);
    ImGui::SetItemTooltip("%.*s", static_cast<int>(words.size()), words.data());
    ImGui::PopStyleVar(2);
    // Nothing else asks for the frame in which the pointer has rested long enough, and for the one in
    // which the tip has found its size.
    if (ImGui::IsItemHovered(ImGuiHoveredFlags_ForTooltip)) {
        const ImGuiWindow* shown = ImGui::FindWindowByName("##Tooltip_00");
        ui.again |= shown != nullptr && shown->Hidden;
    } else if (ImGui::GetCurrentContext()->MouseStationaryTimer < 1) {
        ui.wake_in(tip_delay);
    }
}

} // namespace

bool button(Ui& ui, const Rect& rect, const ButtonSpec& spec) {
    const std::uint32_t id = ui.id(spec.key);
    ui.node(id, Role::button, rect, spec.label, spec.enabled ? node_focusable : node_disabled);
    const Ui::Press press = ui.press(id, rect);
    const Look look = look_of(ui, spec, press);
    if (look.filled) fill(ui, rect, look.ground, ui.metrics.radius);
    if (look.bordered) outline(ui, rect, look.border, ui.metrics.radius);
    const TextStyle style{
        .bold = spec.kind == ButtonKind::primary, .colour = look.text, .quiet = true};
    const float words = text_width(ui, spec.label, style);
    const float picture = spec.icon == Icon::none ? 0 : icon_size + icon_gap;
    Rect inner = rect.centred(std::min(rect.w - 8, words + picture), rect.h);
    if (picture > 0) {
        icon(ui, inner.cut_left(icon_size), spec.icon, look.text, icon_size);
        inner.cut_left(icon_gap);
    }
    text(ui, inner, spec.label, style);
    return press.pressed && spec.enabled;
}

float button_width(const Ui& ui, const ButtonSpec& spec) {
    const TextStyle style{.bold = spec.kind == ButtonKind::primary};
    const float picture = spec.icon == Icon::none ? 0 : icon_size + icon_gap;
    return std::ceil(text_width(ui, spec.label, style) + picture + 2 * button_padding);
}

bool button_right(Ui& ui, Rect& bar, const ButtonSpec& spec) {
    const Rect place = bar.cut_right(button_width(ui, spec)).middle(ui.metrics.control);
    bar.cut_right(ui.metrics.gap);
    return button(ui, place, spec);
}

bool button_left(Ui& ui, Rect& bar, const ButtonSpec& spec) {
    const Rect place = bar.cut_left(button_width(ui, spec)).middle(ui.metrics.control);
    bar.cut_left(ui.metrics.gap);
    return button(ui, place, spec);
}

bool icon_button(Ui& ui, const Rect& rect, std::string_view key, Icon which, std::string_view label,
                 bool enabled) {
    const std::uint32_t id = ui.id(key);
    ui.node(id, Role::button, rect, label, enabled ? node_focusable : node_disabled);
    const Ui::Press press = ui.press(id, rect);
    if (press.hovered && enabled) {
        fill(ui, rect, ui.palette->hover, ui.metrics.radius);
        tip(ui, label);
    }
    icon(ui, rect, which, enabled ? ui.palette->muted : ui.palette->line, icon_size);
    return press.pressed && enabled;
}

bool ButtonFlow::add(Ui& ui, const ButtonSpec& spec) {
    const float width = button_width(ui, spec);
    if (x > area.x && x + width > area.right()) x = area.x, y += ui.metrics.control + 8;
    const Rect place{x, y, width, ui.metrics.control};
    x += width + 8;
    return button(ui, place, spec);
}

bool text_link(Ui& ui, const Rect& rect, std::string_view key, std::string_view label) {
    const std::uint32_t id = ui.id(key);
    ui.node(id, Role::link, rect, label, node_focusable);
    const Ui::Press press = ui.press(id, rect);
    const TextStyle style{.colour = ui.palette->accent, .quiet = true};
    text(ui, rect, label, style);
    if (press.hovered) {
        const float width = std::min(rect.w, text_width(ui, label, style));
        fill(ui, {rect.x, rect.y + rect.h / 2 + 9, width, 1}, ui.palette->accent);
    }
    return press.pressed;
}

float chip_width(const Ui& ui, std::string_view label) {
    return std::ceil(text_width(ui, label, small_text(ui)) + 2 * chip_padding);
}

bool chip(Ui& ui, Rect& bar, std::string_view key, std::string_view label, bool on) {
    const Palette& p = *ui.palette;
    const TextStyle style{
        .size = ui.metrics.small, .colour = on ? p.accent : p.muted, .quiet = true};
    const float height = ui.touch ? 36.0f : 28.0f;
    const Rect rect = bar.cut_left(chip_width(ui, label)).middle(height);
    bar.cut_left(chip_gap);
    const std::uint32_t id = ui.id(key);
    ui.node(id, Role::checkbox, rect, label,
            static_cast<std::uint16_t>(node_focusable | (on ? node_checked : 0)));
    const Ui::Press press = ui.press(id, rect);
    fill(ui, rect, on ? p.accent_ground : press.hovered ? p.hover : p.panel, height / 2);
    outline(ui, rect, on ? p.accent_line : p.line, height / 2);
    text(ui, rect.inset(chip_padding, 0), label, style);
    return press.pressed;
}

float tag(Ui& ui, const Rect& rect, std::string_view words, std::uint32_t text_colour,
          std::uint32_t ground, bool is_quiet) {
    if (words.empty()) return 0;
    const TextStyle style{.size = 12, .colour = text_colour, .quiet = is_quiet};
    const float width = std::min(rect.w, std::ceil(text_width(ui, words, style)) + 16);
    const Rect box = Rect{rect.x, rect.y, width, rect.h}.middle(20);
    fill(ui, box, ground, 6);
    text(ui, box.inset(8, 0), words, style);
    return width;
}

void grade_mark(Ui& ui, const Rect& rect, std::string_view grade) {
    const Badge badge = grade_badge(*ui.palette, grade);
    const Rect box = rect.centred(24, 20);
    if (grade.empty()) return;
    fill(ui, box, badge.ground, 6);
    text(ui, box, grade,
         {.size = 12,
          .bold = true,
          .colour = badge.text,
          .align = AlignText::centre,
          .quiet = true});
}

namespace {

struct TabFit {
    float size, gap; // px
};

/// The largest words and gaps at which all tabs are in sight, whichever of them is bold.
TabFit fit_of(const Ui& ui, float room, std::span<const std::string> labels) {
    const TabFit choices[] = {{ui.metrics.text, 20},
                              {ui.metrics.text, 14},
                              {ui.metrics.small, 12},
                              {ui.metrics.small - 1, 8}};
    for (const TabFit& fit : choices) {
        float used = -fit.gap;
        for (const std::string& label : labels)
            used += text_width(ui, label, {.size = fit.size, .bold = true}) + 2 + fit.gap;
        if (used <= room) return fit;
    }
    return choices[std::size(choices) - 1];
}

} // namespace

std::size_t tabs(Ui& ui, const Rect& rect, std::string_view key,
                 std::span<const std::string> labels, std::size_t current) {
    ui.push_id(key);
    ui.open(ui.id("tabs"), Role::tab_list, rect, {});
    Rect bar = rect;
    std::size_t shown = current;
    const TabFit fit = fit_of(ui, rect.w, labels);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const bool on = i == current;
        const TextStyle style{.size = fit.size,
                              .bold = on,
                              .colour = on ? ui.palette->accent : ui.palette->muted,
                              .quiet = true};
        const Rect place = bar.cut_left(std::ceil(text_width(ui, labels[i], style)) + 2);
        bar.cut_left(fit.gap);
        const std::uint32_t id = ui.id(std::string(1, static_cast<char>('a' + i)));
        ui.node(id, Role::tab, place, labels[i],
                static_cast<std::uint16_t>(node_focusable | (on ? node_selected : 0)));
        if (ui.press(id, place).pressed) shown = i;
        text(ui, place, labels[i], style);
        if (on) fill(ui, {place.x, place.bottom() - 2, place.w, 2}, ui.palette->accent);
    }
    ui.close();
    ui.pop_id();
    return shown;
}

bool toggle(Ui& ui, const Rect& rect, std::string_view key, std::string_view label, bool on) {
    const std::uint32_t id = ui.id(key);
    ui.node(id, Role::switch_, rect, label,
            static_cast<std::uint16_t>(node_focusable | (on ? node_checked : 0)));
    const Ui::Press press = ui.press(id, rect);
    Rect rest = rect;
    const Rect track = rest.cut_left(36).middle(20);
    fill(ui, track, on ? ui.palette->accent : ui.palette->faint, 10);
    const float x = on ? track.right() - 10 : track.x + 10;
    ui.draw().AddCircleFilled({x, track.y + 10}, 8, colour(on ? ui.palette->on_accent : 0xffffff));
    rest.cut_left(10);
    text(ui, rest, label, {.quiet = true});
    return press.pressed;
}

void progress(Ui& ui, const Rect& rect, std::string_view label, std::uint16_t permille) {
    ui.node(ui.id(label), Role::progress, rect, label).permille = permille;
    const Rect track = rect.middle(6);
    fill(ui, track, ui.palette->grey_ground, 3);
    fill(ui, {track.x, track.y, track.w * static_cast<float>(permille) / 1000, track.h},
         ui.palette->accent, 3);
}

bool empty_state(Ui& ui, const Rect& rect, const EmptyState& spec) {
    const float width = std::min(rect.w - 32, 420.0f);
    TextStyle advice = muted_text(ui);
    advice.align = AlignText::centre;
    const float words = paragraph(ui, {0, 0, width, 0}, spec.advice, advice, true);
    Rect box = rect.centred(width, 48 + 16 + 28 + words + 16 + ui.metrics.control);
    if (box.y < rect.y + 16) box.y = rect.y + 16;
    const Rect disc = box.cut_top(48).centred(48, 48);
    fill(ui, disc, ui.palette->accent_ground, 24);
    icon(ui, disc, spec.icon, ui.palette->accent, 22);
    box.cut_top(16);
    text(ui, box.cut_top(28), spec.title,
         {.size = ui.metrics.text + 2, .bold = true, .align = AlignText::centre});
    paragraph(ui, box.cut_top(words), spec.advice, advice);
    box.cut_top(16);
    if (spec.action.label.empty()) return false;
    const float action = button_width(ui, spec.action);
    return button(ui, Rect{box.x + (width - action) / 2, box.y, action, ui.metrics.control},
                  spec.action);
}

} // namespace bb::ui
