// Screens before there is a file to show: opening, the first start's offers.
#include "ui/views/views.h"

#include <array>

namespace bb::ui {
namespace {

struct Offer {
    std::string_view key;
    Icon icon;
    Text title, about;
    Command command;
    bool primary = false;
};

void draw_offer(Ui& ui, const Rect& rect, const Offer& offer) {
    const Palette& p = *ui.palette;
    const std::uint32_t id = ui.id(offer.key);
    SemanticNode& node = ui.node(id, Role::button, rect, ui.say(offer.title), node_focusable);
    node.description = ui.say(offer.about);
    const Ui::Press press = ui.press(id, rect);
    if (press.pressed) ui.send(offer.command);
    const bool strong = offer.primary;
    fill(ui, rect,
         strong          ? (press.hovered ? p.accent_hover : p.accent)
         : press.hovered ? p.hover
                         : p.panel,
         ui.metrics.card_radius);
    if (!strong) outline(ui, rect, p.line, ui.metrics.card_radius);
    Rect inner = rect.inset(18, 14);
    icon(ui, inner.cut_left(28), offer.icon, strong ? p.on_accent : p.accent, 24);
    inner.cut_left(14);
    const float about = paragraph(ui, {0, 0, inner.w, 0}, ui.say(offer.about), {.size = 13}, true);
    Rect words = inner.middle(26 + about);
    text(ui, words.cut_top(26), ui.say(offer.title),
         {.size = 16, .bold = true, .colour = strong ? p.on_accent : p.text, .quiet = true});
    paragraph(ui, words, ui.say(offer.about),
              {.size = 13, .colour = strong ? p.on_accent : p.muted, .quiet = true});
}

} // namespace

void draw_opening(Ui& ui, const Rect& area) {
    Rect box = area.centred(std::min(area.w - 32, 320.0f), 60);
    text(ui, box.cut_top(30), ui.say(Text::shell_opening),
         {.colour = ui.palette->muted, .align = AlignText::centre});
}

void draw_first_start(Ui& ui, const Rect& area) {
    static const std::array<Offer, 3> offers = {{
        {"import", Icon::upload, Text::first_import, Text::first_import_about, ChooseImportFile{},
         true},
        {"empty", Icon::compose, Text::first_empty, Text::first_empty_about, StartEmpty{}},
        {"sample", Icon::sparkles, Text::first_sample, Text::first_sample_about, OpenSample{true}},
    }};
    const std::uint32_t pane = ui.id("first");
    const float offset = ui.begin_scroll(pane, area);
    const float width = std::min(area.w - 2 * ui.metrics.page, 520.0f);
    const float lead =
        paragraph(ui, {0, 0, width, 0}, ui.say(Text::first_lead), muted_text(ui), true);
    const float height = 56 + 16 + 36 + 8 + lead + 24 + 3 * 100 + 56;
    Rect box{area.x + (area.w - width) / 2,
             area.y - offset + std::max(24.0f, (area.h - height) / 2), width, height};
    const Rect mark = box.cut_top(56);
    fill(ui, {mark.x, mark.y, 56, 56}, ui.palette->accent, 14);
    icon(ui, {mark.x, mark.y, 56, 56}, Icon::book_open, ui.palette->on_accent, 30);
    box.cut_top(16);
    heading(ui, box.cut_top(36), ui.say(Text::first_title), 1, 26);
    box.cut_top(8);
    paragraph(ui, box.cut_top(lead), ui.say(Text::first_lead), muted_text(ui));
    box.cut_top(24);
    for (const Offer& offer : offers) {
        draw_offer(ui, box.cut_top(88), offer);
        box.cut_top(12);
    }
    Rect last = box.cut_top(ui.metrics.control);
    if (button_left(ui, last,
                    {.key = "restore",
                     .label = ui.say(Text::first_restore),
                     .kind = ButtonKind::quiet,
                     .icon = Icon::rotate_back}))
        ui.send(ChooseBackup{});
    // The other language is always one press away.
    const bool chinese = ui.state.language == Language::chinese;
    if (button_right(ui, last,
                     {.key = "language",
                      .label = chinese ? "English" : "中文",
                      .kind = ButtonKind::quiet,
                      .icon = Icon::languages}))
        ui.send(SetLanguage{chinese ? Language::english : Language::chinese});
    ui.end_scroll(std::max(area.h, height + 48));
}

} // namespace bb::ui
