// Rectangles that are cut into pieces: the whole layout is made by cutting the screen.
#pragma once

#include "imgui.h"

#include <algorithm>

namespace bb::ui {

struct Rect {
    float x = 0, y = 0, w = 0, h = 0; // CSS px

    float right() const { return x + w; }
    float bottom() const { return y + h; }
    ImVec2 min() const { return {x, y}; }
    ImVec2 max() const { return {x + w, y + h}; }
    bool contains(ImVec2 p) const {
        return p.x >= x && p.x < right() && p.y >= y && p.y < bottom();
    }
    bool empty() const { return w <= 0 || h <= 0; }

    Rect cut_left(float n) {
        n = std::clamp(n, 0.0f, w);
        const Rect piece{x, y, n, h};
        x += n, w -= n;
        return piece;
    }
    Rect cut_right(float n) {
        n = std::clamp(n, 0.0f, w);
        w -= n;
        return {x + w, y, n, h};
    }
    Rect cut_top(float n) {
        const Rect piece{x, y, w, n};
        y += n, h -= n;
        return piece;
    }
    Rect cut_bottom(float n) {
        h -= n;
        return {x, y + h, w, n};
    }
    Rect inset(float dx, float dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
    Rect inset(float d) const { return inset(d, d); }
    /// A piece of the given height in the vertical middle.
    Rect middle(float height) const { return {x, y + (h - height) / 2, w, height}; }
    Rect centred(float width, float height) const {
        return {x + (w - width) / 2, y + (h - height) / 2, width, height};
    }
    Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
    Rect intersected(const Rect& o) const {
        const float left = std::max(x, o.x), top = std::max(y, o.y);
        return {left, top, std::min(right(), o.right()) - left,
                std::min(bottom(), o.bottom()) - top};
    }
    /// The largest rectangle of it beside `o`; an empty one where nothing is left.
    Rect without(const Rect& o) const {
        const Rect hidden = intersected(o);
        if (hidden.empty()) return *this;
        const Rect sides[] = {{x, y, hidden.x - x, h},
                              {hidden.right(), y, right() - hidden.right(), h},
                              {x, y, w, hidden.y - y},
                              {x, hidden.bottom(), w, bottom() - hidden.bottom()}};
        return std::ranges::max(sides, {}, [](const Rect& side) { return side.w * side.h; });
    }
};

} // namespace bb::ui
