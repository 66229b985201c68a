// The navigation at the left, or as a bar at the bottom of a phone; the state of saving below it.
#include "ui/views/views.h"

#include <array>

namespace bb::ui {
namespace {

struct Place {
    View view;
    Text label;
    Icon icon;
    std::string_view key;
};
constexpr std::array<Place, 6> places = {{
    {View::today, Text::view_today, Icon::sun, "today"},
    {View::customers, Text::view_customers, Icon::users, "customers"},
    {View::quotes, Text::view_quotes, Icon::file_text, "quotes"},
    {View::products, Text::view_products, Icon::package, "products"},
    {View::regions, Text::view_regions, Icon::globe, "regions"},
    {View::settings, Text::view_settings, Icon::settings, "settings"},
}};

std::string count_of(const Ui& ui, View view) {
    const AppState& s = ui.state;
    std::size_t count = 0;
    switch (view) {
    case View::today: count = s.today.follow_ups.size() + s.today.expiring.size(); break;
    case View::customers: count = s.customers.counts().all; break;
    case View::quotes: count = s.quotes.counts().all; break;
    case View::products: count = s.products.counts().all; break;
    default: break;
    }
    if (count == 0) return {};
    return grouped_count(count);
}

void draw_place(Ui& ui, const Rect& rect, const Place& place) {
    const Palette& p = *ui.palette;
    const bool here = ui.state.view == place.view;
    const std::uint32_t id = ui.id(place.key);
    const std::string_view label = ui.say(place.label);
    ui.node(id, Role::button, rect, label,
            static_cast<std::uint16_t>(node_focusable | (here ? node_current : 0)));
    const Ui::Press press = ui.press(id, rect);
    if (press.pressed) ui.send(Go{place.view});
    if (here)
        fill(ui, rect, p.accent_ground, ui.metrics.radius);
    else if (press.hovered)
        fill(ui, rect, p.hover, ui.metrics.radius);
    const std::uint32_t ink = here ? p.accent : p.muted;
    Rect inner = rect.inset(10, 0);
    icon(ui, inner.cut_left(18), place.icon, ink, 18);
    inner.cut_left(10);
    const std::string count = count_of(ui, place.view);
    const TextStyle small{
        .size = 12, .colour = here ? p.accent : p.faint, .align = AlignText::right, .quiet = true};
    const float count_width = text_width(ui, count, small) + 1;
    // The name comes first; measured bold, so that the count does not come and go with a press.
    if (text_width(ui, label, {.bold = true}) + 6 + count_width <= inner.w)
        text(ui, inner.cut_right(count_width), count, small);
    text(ui, inner, label, {.bold = here, .colour = ink, .quiet = true});
}

struct SavingWords {
    std::string text;
    std::uint32_t dot;
};

SavingWords saving_words(const Ui& ui) {
    const AppState& s = ui.state;
    const Palette& p = *ui.palette;
    if (!s.keeper || s.keeper->state() == KeeperState::opening)
        return {std::string(ui.say(Text::shell_opening)), p.faint};
    if (s.keeper->state() == KeeperState::taking_over)
        return {std::string(ui.say(Text::tabs_taking_over)), p.amber};
    if (s.following)
        return s.keeper->all_saved()
                   ? SavingWords{std::string(ui.say(Text::tabs_saved)), p.green}
                   : SavingWords{std::string(ui.say(Text::tabs_handing)), p.amber};
    if (s.keeper->state() == KeeperState::frozen || s.keeper->state() == KeeperState::unreadable)
        return {std::string(ui.say(Text::shell_not_saved)), p.red};
    if (s.read_only) return {std::string(ui.say(Text::shell_read_only)), p.amber};
    if (!s.keeper->all_saved()) return {std::string(ui.say(Text::shell_saving)), p.amber};
    const Instant at = s.keeper->saved_at();
    if (at.ms == 0) return {std::string(ui.say(Text::shell_saved)), p.green};
    return {ui.say(Text::shell_saved_at, {at.clock_at(s.environment.utc_offset_minutes)}), p.green};
}

std::string backup_words(const Ui& ui) {
    const AppState& s = ui.state;
    if (!s.last_backup) return std::string(ui.say(Text::shell_backup_never));
    const int offset = s.environment.utc_offset_minutes;
    const int days = s.environment.today().days - s.last_backup->date_at(offset).days;
    if (days <= 0) return ui.say(Text::shell_backup_today, {s.last_backup->clock_at(offset)});
    return ui.say(Text::shell_backup_days, {std::to_string(days)});
}

/// No copy for three days or ever: worth a colour.
bool backup_is_old(const AppState& s) {
    constexpr std::int64_t three_days_ms = 3LL * 24 * 3600 * 1000;
    return !s.last_backup || s.environment.now.ms - s.last_backup->ms > three_days_ms;
}

void draw_saving(Ui& ui, Rect rect) {
    const AppState& s = ui.state;
    fill(ui, {rect.x, rect.y, rect.w, 1}, ui.palette->line_soft);
    rect = rect.inset(10, 8);
    const SavingWords saving = saving_words(ui);
    Rect first = rect.cut_top(20);
    const Rect dot = first.cut_left(14);
    ui.node(ui.id("saving"), Role::status, first, saving.text);
    ui.draw().AddCircleFilled({dot.x + 4, dot.y + 10}, 4, colour(saving.dot));
    text(ui, first, saving.text, quiet(small_text(ui)));
    text(ui, rect.cut_top(18), backup_words(ui), small_text(ui));
    if (s.changes_since_backup == 0 || s.environment.sample_database) return;
    const bool old = backup_is_old(s);
    TextStyle risk = small_text(ui);
    if (old) risk.colour = ui.palette->amber;
    text(ui, rect.cut_top(18), ui.say(Text::shell_at_risk, {grouped_count(s.changes_since_backup)}),
         risk);
}

} // namespace

void draw_navigation(Ui& ui, const Rect& rect) {
    fill(ui, rect, ui.palette->panel);
    line_right(ui, rect, ui.palette->line);
    ui.push_id("navigation");
    ui.open(ui.id("nav"), Role::navigation, rect, ui.say(Text::shell_navigation));
    Rect column = rect.inset(12, 16);
    Rect brand = column.cut_top(24 + 16);
    brand.h = 24;
    brand.cut_left(10);
    const Rect mark = brand.cut_left(22).centred(22, 22);
    fill(ui, mark, ui.palette->accent, 6);
    icon(ui, mark, Icon::book_open, ui.palette->on_accent, 14);
    brand.cut_left(8);
    text(ui, brand, ui.say(Text::app_name), {.size = 16, .bold = true});
    draw_saving(ui, column.cut_bottom(74));
    for (const Place& place : places) {
        draw_place(ui, column.cut_top(ui.touch ? 44.0f : 36.0f), place);
        column.cut_top(2);
    }
    ui.close();
    ui.pop_id();
}

void draw_bottom_bar(Ui& ui, const Rect& rect) {
    fill(ui, rect, ui.palette->panel);
    fill(ui, {rect.x, rect.y, rect.w, 1}, ui.palette->line);
    ui.push_id("navigation");
    ui.open(ui.id("nav"), Role::navigation, rect, ui.say(Text::shell_navigation));
    Rect bar = rect;
    bar.h -= ui.state.environment.safe_bottom;
    const float width = bar.w / static_cast<float>(places.size());
    for (const Place& place : places) {
        Rect spot = bar.cut_left(width);
        const bool here = ui.state.view == place.view;
        const std::uint32_t id = ui.id(place.key);
        ui.node(id, Role::button, spot, ui.say(place.label),
                static_cast<std::uint16_t>(node_focusable | (here ? node_current : 0)));
        if (ui.press(id, spot).pressed) ui.send(Go{place.view});
        const std::uint32_t ink = here ? ui.palette->accent : ui.palette->muted;
        spot = spot.inset(0, 8);
        icon(ui, spot.cut_top(24), place.icon, ink, 22);
        text(ui, spot.cut_top(18), ui.say(place.label),
             {.size = 11, .colour = ink, .align = AlignText::centre, .quiet = true});
    }
    ui.close();
    ui.pop_id();
}

} // namespace bb::ui
