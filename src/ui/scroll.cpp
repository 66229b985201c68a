// Scrolling panes: wheel, thumb, and bringing the focused node into sight.
#include "imgui_internal.h"
#include "ui/ui.h"

#include <cmath>

namespace bb::ui {
namespace {

constexpr float bar_width = 10;
constexpr float shortest_thumb = 32;

} // namespace

void Ui::push_clip(const Rect& rect) {
    clips_.push_back(clips_.back().intersected(rect));
    ImGui::PushClipRect(rect.min(), rect.max(), true);
}

void Ui::pop_clip() {
    ImGui::PopClipRect();
    clips_.pop_back();
}

float Ui::take_wheel(const Rect& rect) {
    if (!ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem)) return 0;
    float moved = 0;
    for (InputEvent& event : events_)
        if (auto* wheel = std::get_if<Wheeled>(&event);
            wheel && rect.contains({wheel->x, wheel->y}))
            moved += std::exchange(wheel->dy, 0.0f);
    return moved;
}

float Ui::begin_scroll(std::uint32_t id, const Rect& pane) {
    panes_.push_back({id, pane, nodes.size()});
    push_clip(pane);
    Scroll& s = scrolls_[id];
    s.view = pane.h;
    s.offset = std::clamp(s.offset, 0.0, std::max(0.0, s.content - static_cast<double>(pane.h)));
    return std::round(static_cast<float>(s.offset));
}

void Ui::end_scroll(float content_height) {
    const Pane pane = panes_.back();
    panes_.pop_back();
    Scroll& s = scrolls_[pane.id];
    const double before = s.offset;
    s.content = static_cast<double>(content_height);
    const double most = std::max(0.0, s.content - static_cast<double>(pane.rect.h));
    s.offset = std::clamp(s.offset + static_cast<double>(take_wheel(pane.rect)), 0.0, most);
    if (focus_moved_ || keyboard_moved_)
        for (std::size_t i = pane.first_node; i < nodes.size(); ++i) {
            const SemanticNode& n = nodes[i];
            if (n.id != focus_) continue;
            const float margin = 16;
            if (n.y < pane.rect.y) s.offset -= static_cast<double>(pane.rect.y - n.y + margin);
            if (n.y + n.height > pane.rect.bottom())
                s.offset += static_cast<double>(n.y + n.height - pane.rect.bottom() + margin);
            s.offset = std::clamp(s.offset, 0.0, most);
        }
    scroll_bar(pane.id, pane.rect, s);
    if (s.offset != before) again = true;
    pop_clip();
}

void Ui::scroll_bar(std::uint32_t pane_id, const Rect& pane, Scroll& s) {
    const double view = static_cast<double>(pane.h);
    if (s.content <= view + 0.5) return;
    const float track = pane.h - 4;
    const float thumb = std::max(shortest_thumb, track * static_cast<float>(view / s.content));
    const double most = s.content - view;
    const float travel = track - thumb;
    float top = pane.y + 2 + travel * static_cast<float>(s.offset / most);
    const std::uint32_t bar_id = pane_id ^ 0x5c011u;
    const Rect bar{pane.right() - bar_width, pane.y, bar_width, pane.h};
    bool hovered = false, held = false;
    const ImRect box(bar.min(), bar.max());
    if (!touch && ImGui::ItemAdd(box, bar_id)) ImGui::ButtonBehavior(box, bar_id, &hovered, &held);
    if (held && travel > 0) {
        const float mouse = ImGui::GetIO().MousePos.y;
        if (ImGui::IsMouseClicked(ImGuiMouseButton_Left))
            s.grab = mouse >= top && mouse < top + thumb ? mouse - top : thumb / 2;
        const float wanted = std::clamp((mouse - s.grab - pane.y - 2) / travel, 0.0f, 1.0f);
        s.offset = static_cast<double>(wanted) * most;
        top = pane.y + 2 + travel * wanted;
        again = true;
    }
    const float width = hovered || held ? 8.0f : 5.0f;
    draw().AddRectFilled({pane.right() - width - 2, top}, {pane.right() - 2, top + thumb},
                         colour(palette->faint, hovered || held ? 0.8f : 0.4f), width / 2);
}

} // namespace bb::ui
