// A choice out of a list: the box itself. The list it opens is drawn by popup.cpp.
#include "ui/widgets.h"

namespace bb::ui {

std::optional<std::string> combo(Ui& ui, const Rect& rect, const ComboSpec& spec,
                                 const std::function<std::vector<ChoiceItem>()>& make_items) {
    const Palette& p = *ui.palette;
    const std::uint32_t id = ui.id(spec.key);
    const bool open = ui.popup && ui.popup->owner == id;
    SemanticNode& node = ui.node(
        id, Role::combo_box, rect, spec.label,
        static_cast<std::uint16_t>((spec.read_only ? node_disabled : node_focusable) |
                                   node_has_popup | node_expandable | (open ? node_expanded : 0)));
    node.value = spec.shown;
    const Ui::Press press = ui.press(id, rect);
    const bool framed = spec.framed || press.hovered || open || ui.focused(id);
    if (framed && !(spec.read_only && !spec.framed)) {
        const std::uint32_t ground = spec.read_only  ? p.background
                                     : press.hovered ? p.hover
                                                     : p.panel;
        fill(ui, rect, ground, ui.metrics.radius);
        outline(ui, rect, open ? p.accent : p.line, ui.metrics.radius);
    }
    Rect inner = rect.inset(12, 0);
    if (framed && !spec.read_only) icon(ui, inner.cut_right(16), Icon::chevron_down, p.faint, 16);
    const bool empty = spec.shown.empty();
    text(ui, inner, empty ? spec.placeholder : spec.shown,
         {.colour = empty ? p.faint : p.text, .quiet = true});
    if (press.pressed && !spec.read_only) {
        PopupList list;
        list.owner = id;
        list.anchor = rect;
        list.title = spec.label;
        list.just_opened = true;
        for (ChoiceItem& item : make_items()) {
            const bool chosen = item.key == spec.value;
            list.options.push_back({std::move(item.key), std::move(item.label), chosen});
        }
        ui.popup = std::move(list);
        ui.again = true;
    }
    return ui.take_pick(id);
}

} // namespace bb::ui
