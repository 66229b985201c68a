// The two palettes. Values are chosen so that text reaches WCAG AA on its ground.
#include "ui/theme.h"

namespace bb::ui {

const Palette& light_palette() {
    static constexpr Palette palette{.background = 0xf6f7f9,
                                     .panel = 0xffffff,
                                     .line = 0xe1e5ea,
                                     .line_soft = 0xeef0f3,
                                     .text = 0x1b2430,
                                     .muted = 0x5a6576,
                                     .faint = 0x667085,
                                     .accent = 0x0f766e,
                                     .accent_ground = 0xe6f4f2,
                                     .accent_line = 0x99d5cd,
                                     .on_accent = 0xffffff,
                                     .accent_hover = 0x0b5f59,
                                     .hot = 0xb93a08,
                                     .hot_ground = 0xfff1e8,
                                     .amber = 0x8a5a0c,
                                     .amber_ground = 0xfff5d9,
                                     .blue = 0x245f9e,
                                     .blue_ground = 0xeaf3fc,
                                     .grey = 0x5a6576,
                                     .grey_ground = 0xf0f2f5,
                                     .red = 0xc02626,
                                     .red_ground = 0xfdecec,
                                     .green = 0x12a163,
                                     .hover = 0xf3f5f7,
                                     .selected = 0xe6f4f2,
                                     .scrim = 0x0d1520};
    return palette;
}

const Palette& dark_palette() {
    static constexpr Palette palette{.background = 0x11161d,
                                     .panel = 0x181f28,
                                     .line = 0x2a3441,
                                     .line_soft = 0x222b36,
                                     .text = 0xe6eaf0,
                                     .muted = 0x9aa7b6,
                                     .faint = 0x8b98a8,
                                     .accent = 0x2dd4bf,
                                     .accent_ground = 0x123532,
                                     .accent_line = 0x1f6a62,
                                     .on_accent = 0x06201d,
                                     .accent_hover = 0x5ee6d5,
                                     .hot = 0xff9a62,
                                     .hot_ground = 0x3a2216,
                                     .amber = 0xf2c14e,
                                     .amber_ground = 0x362b12,
                                     .blue = 0x7db7f0,
                                     .blue_ground = 0x16293d,
                                     .grey = 0x9aa7b6,
                                     .grey_ground = 0x252f3b,
                                     .red = 0xff8787,
                                     .red_ground = 0x3b1d20,
                                     .green = 0x3ccf8e,
                                     .hover = 0x1e2630,
                                     .selected = 0x123532,
                                     .scrim = 0x05080c};
    return palette;
}

Badge grade_badge(const Palette& palette, std::string_view grade) {
    if (grade == "A") return {palette.hot, palette.hot_ground};
    if (grade == "B") return {palette.amber, palette.amber_ground};
    if (grade == "C") return {palette.blue, palette.blue_ground};
    return {palette.grey, palette.grey_ground};
}

} // namespace bb::ui
