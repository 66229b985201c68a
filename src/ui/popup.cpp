// The open list of a combo box: filter field when it is long, options, keyboard.
#include "ui/popup.h"

#include "base/utf8.h"
#include "ui/widgets.h"

namespace bb::ui {
namespace {

constexpr std::size_t long_list = 12;
constexpr std::size_t most_measured = 300; // a list of products may be far longer
constexpr float widest_list = 560;         // unless what it hangs from is wider
constexpr float list_margin = 6;
constexpr float option_padding = 12;
constexpr float check_width = 18;

/// The width at which the longest usual option is not cut.
float natural_width(const Ui& ui, const PopupList& list) {
    float widest = 0;
    for (std::size_t i = 0; i < std::min(list.options.size(), most_measured); ++i) {
        const PopupList::Option& option = list.options[i];
        const float words = text_width(ui, option.label, {.bold = option.chosen});
        widest = std::max(widest, words + (option.chosen ? check_width : 0));
    }
    return std::min(widest_list, std::ceil(widest) + 2 * (option_padding + list_margin) + 2);
}

Rect place(const Ui& ui, const PopupList& list, float height) {
    const float width = std::clamp(list.anchor.w, 200.0f, ui.screen.w - 16);
    const float x = std::clamp(list.anchor.x, 8.0f, ui.screen.w - width - 8);
    const float below = ui.screen.bottom() - list.anchor.bottom() - 12;
    const float above = list.anchor.y - 12;
    if (height <= below || below >= above)
        return {x, list.anchor.bottom() + 4, width, std::min(height, below)};
    const float fits = std::min(height, above);
    return {x, list.anchor.y - 4 - fits, width, fits};
}

std::vector<std::size_t> matching(const PopupList& list) {
    std::vector<std::size_t> found;
    const std::string wanted = folded(list.filter);
    for (std::size_t i = 0; i < list.options.size(); ++i)
        if (wanted.empty() || folded(list.options[i].label).find(wanted) != std::string::npos)
            found.push_back(i);
    return found;
}

/// Up and Down move the focus along the options; returns true for the option to pick.
bool option_row(Ui& ui, const Rect& row, const PopupList::Option& option, std::uint32_t id) {
    ui.node(id, Role::option, row, option.label,
            static_cast<std::uint16_t>(node_focusable | (option.chosen ? node_selected : 0)));
    const Ui::Press press = ui.press(id, row);
    if (press.hovered || ui.focused(id)) fill(ui, row, ui.palette->hover, 6);
    Rect inner = row.inset(option_padding, 0);
    if (option.chosen) icon(ui, inner.cut_right(check_width), Icon::check, ui.palette->accent, 16);
    text(ui, inner, option.label, {.bold = option.chosen, .quiet = true});
    return press.pressed;
}

void close_popup(Ui& ui, bool back_to_owner) {
    if (back_to_owner) ui.request_focus(ui.popup->owner);
    ui.popup.reset();
    ui.again = true;
}

void draw_options(Ui& ui, PopupList& list, const Rect& pane, std::span<const std::size_t> found) {
    const std::uint32_t pane_id = ui.id("options");
    const float row_height = ui.touch ? 44.0f : 34.0f;
    const float offset = ui.begin_scroll(pane_id, pane);
    ui.open(ui.id("list"), Role::list_box, pane, list.title);
    std::vector<std::uint32_t> ids;
    std::optional<std::string> chosen;
    float y = pane.y - offset;
    for (const std::size_t index : found) {
        const PopupList::Option& option = list.options[index];
        ids.push_back(ui.id("option." + option.key));
        if (option_row(ui, {pane.x, y, pane.w, row_height}, option, ids.back()))
            chosen = option.key;
        y += row_height;
    }
    ui.close();
    ui.end_scroll(static_cast<float>(found.size()) * row_height);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (ui.key(ids[i], "ArrowDown") && i + 1 < ids.size()) ui.request_focus(ids[i + 1]);
        if (ui.key(ids[i], "ArrowUp") && i > 0) ui.request_focus(ids[i - 1]);
    }
    if (list.just_opened && list.options.size() <= long_list && !ids.empty()) {
        std::size_t start = 0;
        for (std::size_t i = 0; i < found.size(); ++i)
            if (list.options[found[i]].chosen) start = i;
        ui.request_focus(ids[start]);
    }
    if (chosen) {
        ui.picked = {list.owner, *chosen};
        close_popup(ui, true);
    }
}

} // namespace

void draw_popup(Ui& ui) {
    if (!ui.popup) return;
    PopupList& list = *ui.popup;
    const bool filtered = list.options.size() > long_list;
    std::vector<std::size_t> found = matching(list);
    if (list.just_opened) list.anchor.w = std::max(list.anchor.w, natural_width(ui, list));
    const float row_height = ui.touch ? 44.0f : 34.0f;
    const float filter_height = filtered ? ui.metrics.control + 8 : 0;
    const float rows = static_cast<float>(std::max<std::size_t>(found.size(), 1)) * row_height;
    const Rect box = place(ui, list, std::min(rows, 360.0f) + filter_height + 12);
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({ui.screen.w, ui.screen.h});
    ImGui::Begin("popup", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoNav);
    ui.open(ui.id("dialog"), Role::dialog, box, list.title, node_modal);
    fill(ui, box.inset(-1), ui.palette->line, 11);
    fill(ui, box, ui.palette->panel, 10);
    Rect inner = box.inset(list_margin);
    if (filtered) {
        const Rect row = inner.cut_top(ui.metrics.control);
        inner.cut_top(8);
        const FieldResult typed = field(ui, row,
                                        {.key = "filter",
                                         .label = ui.say(Text::shell_filter_list),
                                         .value = list.filter,
                                         .kind = FieldKind::search,
                                         .placeholder = ui.say(Text::shell_filter_list),
                                         .live = true});
        if (list.just_opened) ui.request_focus(ui.id("filter"));
        if (typed.text && *typed.text != list.filter) {
            list.filter = *typed.text;
            found = matching(list); // Enter may have come with the last letters
            ui.again = true;
        }
        if (typed.by_enter && !found.empty()) {
            ui.picked = {list.owner, list.options[found.front()].key};
            close_popup(ui, true);
        }
        if (typed.cancelled) close_popup(ui, true);
    }
    if (ui.popup) {
        if (found.empty())
            text(ui, inner.cut_top(row_height).inset(12, 0), ui.say(Text::shell_nothing_found),
                 muted_text(ui));
        else
            draw_options(ui, list, inner, found);
    }
    ui.close();
    const bool outside =
        ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !box.contains(ImGui::GetIO().MousePos);
    if (ui.popup) {
        list.just_opened = false;
        if (outside || ui.key(0, "Escape")) close_popup(ui, true);
    }
    ImGui::End();
}

} // namespace bb::ui
