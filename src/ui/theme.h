// Colours and sizes of the desk, light and dark. One accent; colour only where it means something.
#pragma once

#include "imgui.h"

#include <cstdint>
#include <string_view>

namespace bb::ui {

/// 0xRRGGBB. Contrast of every text colour on its ground is at least 4.5:1 (tested).
struct Palette {
    std::uint32_t background, panel, line, line_soft;
    std::uint32_t text, muted, faint;
    std::uint32_t accent, accent_ground, accent_line, on_accent, accent_hover;
    std::uint32_t hot, hot_ground, amber, amber_ground, blue, blue_ground, grey, grey_ground;
    std::uint32_t red, red_ground, green, hover, selected, scrim;
};

const Palette& light_palette();
const Palette& dark_palette();

/// 0xRRGGBB with an alpha of 0–1 as ImGui wants it.
constexpr ImU32 colour(std::uint32_t rgb, float alpha = 1) {
    return IM_COL32((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255,
                    static_cast<int>(alpha * 255 + 0.5f));
}

/// Text and ground of a grade badge, by grade key.
struct Badge {
    std::uint32_t text, ground;
};
Badge grade_badge(const Palette& palette, std::string_view grade);

/// Sizes in CSS px, on a grid of 4.
struct Metrics {
    float control = 36; // buttons and fields; 44 on touch
    float row = 40;     // table rows; 56 on touch
    float gap = 12;
    float page = 20; // margin of a page's content
    float radius = 8;
    float card_radius = 12;
    float nav = 208;
    float top_bar = 56;
    float side = 420; // detail panel
    float text = 14;  // body; fields on touch are 16 so that the page does not zoom
    float small = 13;
    float title = 18;
    float line = 20; // line height of body text
};

} // namespace bb::ui
