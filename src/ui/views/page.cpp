// The bar at the top, search, and words that several pages show.
#include "ui/views/page.h"

#include "knowledge/country.h"
#include "knowledge/region_note.h"

namespace bb::ui {
namespace {

constexpr float into_margin = 12; // px, of what has no ground: its picture is what is seen

} // namespace

Rect page_bar(Ui& ui, Rect& area, std::string_view title) {
    Rect bar = area.cut_top(ui.metrics.top_bar);
    fill(ui, bar, ui.palette->panel);
    line_below(ui, bar, ui.palette->line);
    bar = bar.inset(ui.metrics.page, 0);
    const float width = text_width(ui, title, {.size = ui.metrics.title, .bold = true});
    heading(ui, bar.cut_left(std::ceil(width) + 4), title, 1, ui.metrics.title);
    bar.cut_left(ui.metrics.gap);
    return bar;
}

std::optional<std::string> search_field(Ui& ui, const Rect& rect, std::string_view key,
                                        std::string_view value, std::string_view placeholder) {
    const FieldResult result = field(ui, rect,
                                     {.key = key,
                                      .label = placeholder,
                                      .value = value,
                                      .kind = FieldKind::search,
                                      .placeholder = placeholder,
                                      .live = true,
                                      .pad_left = 38});
    icon(ui, Rect{rect.x + 12, rect.y, 18, rect.h}, Icon::search, ui.palette->faint, 16);
    if (result.cancelled && !value.empty()) return std::string();
    if (result.text && *result.text != value) return result.text;
    return std::nullopt;
}

bool back_button(Ui& ui, Rect& bar) {
    const ButtonSpec back{.key = "back",
                          .label = ui.say(Text::shell_back),
                          .kind = ButtonKind::quiet,
                          .icon = Icon::chevron_left};
    const Rect place = bar.cut_left(button_width(ui, back) - into_margin);
    return button(ui, {place.x - into_margin, place.y, place.w + into_margin, place.h}, back);
}

Rect cut_edge_action(Rect& bar) {
    const Rect edge = bar.cut_right(finger - into_margin);
    return {edge.x, edge.y, finger, finger};
}

float growing_card(Ui& ui, const Rect& rect, std::string_view key,
                   const std::function<float(Rect)>& content) {
    Scroll& memory = ui.scroll(ui.id(key));
    card(ui, {rect.x, rect.y, rect.w, static_cast<float>(memory.content)});
    const float height = content(rect.inset(ui.phone ? 16 : 20, 16)) + 32;
    if (static_cast<double>(height) != memory.content) ui.again = true;
    memory.content = static_cast<double>(height);
    return height;
}

std::string place_words(const Ui& ui, const RecordView& customer) {
    std::string words(country_name(customer.value(customer::country), ui.state.language));
    const std::string_view city = customer.value(customer::city);
    if (!words.empty() && !city.empty()) words += " · ";
    words += city;
    return words;
}

std::string choice_words(const Ui& ui, RecordType type, std::uint16_t field_number,
                         std::string_view key) {
    const FieldInfo* info = field_of(type, field_number);
    const Choice* choice = info ? choice_of(*info, key) : nullptr;
    return std::string(choice ? ui.say(choice->label) : key);
}

std::string amount_words_short(std::string_view currency, Decimal amount, int digits) {
    return std::string(currency) + " " + amount.grouped(digits);
}

std::string due_words(const Ui& ui, Date date) {
    const Date today = ui.state.environment.today();
    if (date == today) return std::string(ui.say(Text::today_due_today));
    if (date < today)
        return ui.say(Text::today_days_late, {std::to_string(today.days - date.days)});
    const std::string iso = date.to_text();
    return date.year() == today.year() ? iso.substr(5) : iso;
}

namespace {

/// The two topics that say most beside a customer; the page of the region has all.
constexpr std::size_t hint_traits = 2;

} // namespace

float region_hint(Ui& ui, const Rect& rect, std::string_view country, bool measure_only) {
    const auto profiles = profiles_for(country);
    if (profiles.empty()) return 0;
    const Language language = ui.state.language;
    const RegionProfile& profile = *profiles.front();
    const std::string title = std::string(country_name(country, language)) + " · " +
                              std::string(ui.say(Text::region_traits));
    std::string body;
    for (std::size_t i = 0; i < std::min(hint_traits, profile.traits.size()); ++i) {
        if (i > 0) body += '\n';
        body += profile.traits[i].trait(language);
    }
    const std::string source(ui.say(Text::region_hint_source));
    const float pad = 14, width = rect.w - 2 * pad;
    const TextStyle body_style{.size = ui.metrics.small};
    TextStyle source_style = small_text(ui);
    source_style.size = 12;
    const float body_height = paragraph(ui, {0, 0, width, 0}, body, body_style, true);
    const float source_height = paragraph(ui, {0, 0, width, 0}, source, source_style, true);
    const float height = 12 + 22 + body_height + 4 + source_height + 12;
    if (measure_only) return height;
    Rect box{rect.x, rect.y, rect.w, height};
    fill(ui, box, ui.palette->accent_ground, 10);
    outline(ui, box, ui.palette->accent_line, 10);
    box = box.inset(pad, 12);
    Rect head = box.cut_top(22);
    const std::string_view more = ui.say(Text::region_open);
    const Rect link = head.cut_right(text_width(ui, more) + 2);
    text(ui, head, title, {.size = ui.metrics.small, .bold = true});
    if (text_link(ui, link, "region_hint_open", more)) ui.send(OpenRegion{std::string(country)});
    paragraph(ui, box.cut_top(body_height), body, body_style);
    box.cut_top(4);
    paragraph(ui, box, source, source_style);
    return height;
}

} // namespace bb::ui
