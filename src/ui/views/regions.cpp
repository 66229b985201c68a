// Regions: countries at the left, the page of one at the right: traits, facts, own note.
#include "ui/views/views.h"

#include "app/known_ids.h"
#include "base/utf8.h"
#include "knowledge/country.h"
#include "knowledge/region_note.h"
#include "ui/views/customer_filters.h"
#include "ui/views/page.h"
#include "ui/views/record_form.h"

#include <algorithm>
#include <initializer_list>

namespace bb::ui {
namespace {

std::size_t customers_of(const Ui& ui, std::string_view code) {
    for (const auto& [country, count] : ui.state.customers.countries())
        if (country == code) return count;
    return 0;
}

struct ListedCountry {
    const Country* country;
    std::size_t customers;
};

/// Own countries first, by number of customers, then those with traits, then the rest.
std::vector<ListedCountry> listed(const Ui& ui) {
    const std::string wanted = folded(ui.state.region_search);
    std::vector<ListedCountry> own, described, others;
    for (const auto& [code, count] : own_countries(ui))
        if (const Country* country = country_by_code(code)) own.push_back({country, count});
    for (const Country* country : countries_as_listed(ui.state.language)) {
        if (std::ranges::find(own, country, &ListedCountry::country) != own.end()) continue;
        (profiles_for(country->code).empty() ? others : described).push_back({country, 0});
    }
    own.insert(own.end(), described.begin(), described.end());
    own.insert(own.end(), others.begin(), others.end());
    if (!wanted.empty())
        std::erase_if(own, [&](const ListedCountry& line) {
            const Country& country = *line.country;
            return folded(country.name_zh).find(wanted) == std::string::npos &&
                   folded(country.name_en).find(wanted) == std::string::npos &&
                   folded(country.code) != wanted;
        });
    return own;
}

void draw_country_row(Ui& ui, const Rect& row, const Country& country, std::size_t count) {
    const bool open = ui.state.region == country.code;
    const std::string name(country.name(ui.state.language));
    const std::uint32_t id = ui.id(country.code);
    ui.node(id, Role::button, row, name,
            static_cast<std::uint16_t>(node_focusable | (open ? node_current : 0)));
    const Ui::Press press = ui.press(id, row);
    if (open)
        fill(ui, row, ui.palette->selected);
    else if (press.hovered)
        fill(ui, row, ui.palette->hover);
    if (press.pressed) ui.send(OpenRegion{std::string(country.code)});
    Rect inner = row.inset(ui.metrics.page, 0);
    if (count > 0) {
        TextStyle style = small_text(ui);
        style.align = AlignText::right;
        text(ui, inner.cut_right(80), ui.say(Text::region_customers_count, {grouped_count(count)}),
             quiet(style));
    }
    if (!profiles_for(country.code).empty()) {
        icon(ui, inner.cut_right(22), Icon::book_open, ui.palette->faint, 14);
        inner.cut_right(4);
    }
    text(ui, inner, name, {.bold = count > 0, .quiet = true});
    line_below(ui, row, ui.palette->line_soft);
}

void draw_country_list(Ui& ui, const Rect& area) {
    fill(ui, area, ui.palette->panel);
    const std::vector<ListedCountry> all = listed(ui);
    const float row_height = ui.touch ? 48.0f : 40.0f;
    const float offset = ui.begin_scroll(ui.id("countries"), area);
    ui.open(ui.id("country_list"), Role::group, area, ui.say(Text::view_regions));
    float y = area.y - offset;
    for (const auto& [country, customers] : all) {
        const Rect row{area.x, y, area.w, row_height};
        // Far rows are left out; keyboards reach every country by the search field.
        if (row.bottom() > area.y - 400 && row.y < area.bottom() + 400)
            draw_country_row(ui, row, *country, customers);
        y += row_height;
    }
    ui.close();
    if (all.empty())
        text(ui, Rect{area.x, area.y, area.w, 48}.inset(ui.metrics.page, 0),
             ui.say(Text::shell_nothing_found), muted_text(ui));
    ui.end_scroll(static_cast<float>(all.size()) * row_height);
}

std::string joined(std::initializer_list<std::string_view> parts) {
    std::string words;
    for (const std::string_view part : parts) words += part;
    return words;
}

/// What the notes below are about; the countries go below the kind of note when they are many.
float draw_profile_title(Ui& ui, const Rect& at, std::string_view name) {
    const std::string_view kind = ui.say(Text::region_traits);
    const std::string whole = joined({name, " · ", kind});
    const TextStyle title{.size = ui.metrics.text, .bold = true};
    if (text_width(ui, whole, title) <= at.w) return form_title(ui, at, whole);
    const float used = form_title(ui, at, kind);
    const Rect below{at.x, at.y + used - 4, at.w, 0};
    return used + paragraph(ui, below, name, small_text(ui)) + 6;
}

float draw_trait(Ui& ui, const Rect& rect, const RegionTrait& trait) {
    const Language language = ui.state.language;
    const float pad = 16, width = rect.w - 2 * pad;
    const std::string advice = trait.advice(language).empty()
                                   ? std::string()
                                   : joined({ui.say(Text::region_advice), ui.say(Text::joint_colon),
                                             trait.advice(language)});
    TextStyle small = small_text(ui);
    const float words = paragraph(ui, {0, 0, width, 0}, trait.trait(language), {}, true);
    const float second =
        advice.empty() ? 0 : paragraph(ui, {0, 0, width, 0}, advice, small, true) + 4;
    const Rect box{rect.x, rect.y, rect.w, 12 + 24 + words + second + 12};
    card(ui, box);
    Rect inner = box.inset(pad, 12);
    heading(ui, inner.cut_top(24), ui.say(topic_label(trait.topic)), 3, ui.metrics.text);
    paragraph(ui, inner.cut_top(words), trait.trait(language));
    if (second > 0) {
        inner.cut_top(4);
        paragraph(ui, inner, advice, small);
    }
    return box.h + 10;
}

std::string zone_words(const Country& country) {
    const auto offset = [](int minutes) {
        std::string words = minutes < 0 ? "UTC−" : "UTC+";
        const int size = std::abs(minutes);
        words += std::to_string(size / 60);
        if (size % 60 != 0) words += ":" + std::to_string(size % 60);
        return words;
    };
    std::string words = std::string(country.main_zone) + " (" + offset(country.winter_minutes);
    if (country.summer_minutes != country.winter_minutes)
        words += " / " + offset(country.summer_minutes);
    return words + ")";
}

float draw_facts(Ui& ui, const Rect& rect, const Country& country) {
    const Language language = ui.state.language;
    std::string languages, weekend;
    for (const std::string_view code : language_codes(country))
        languages += joined(
            {languages.empty() ? "" : ui.say(Text::joint_list), language_name(code, language)});
    for (int day = 0; day < 7; ++day)
        if (country.is_free_day(day))
            weekend +=
                (weekend.empty() ? "" : " ") +
                std::string(ui.say(static_cast<Text>(static_cast<int>(Text::weekday_0) + day)));
    const std::pair<Text, std::string> facts[] = {
        {Text::region_calling_code, "+" + std::string(country.calling_code)},
        {Text::region_currency, std::string(country.currency)},
        {Text::region_time_zone, zone_words(country)},
        {Text::region_languages, languages},
        {Text::region_weekend, weekend}};
    Rect at = rect;
    at.y += form_title(ui, at, ui.say(Text::region_facts));
    for (const auto& [label, value] : facts) {
        Rect row{at.x, at.y, at.w, 26};
        text(ui, row.cut_left(108), ui.say(label), muted_text(ui));
        text(ui, row, value.empty() ? "—" : value);
        at.y += 26;
    }
    at.y += paragraph(ui, {at.x, at.y + 4, at.w, 0}, ui.say(Text::region_facts_source),
                      small_text(ui)) +
            8;
    return at.y - rect.y;
}

void draw_country(Ui& ui, const Rect& area, const Country& country) {
    ui.push_id(country.code);
    const float offset = ui.begin_scroll(ui.id("page"), area);
    Rect at{area.x + ui.metrics.page, area.y - offset + 16,
            std::min(area.w - 2 * ui.metrics.page, 760.0f), 0};
    const float top = at.y;
    Rect head{at.x, at.y, at.w, 36};
    if (ui.phone &&
        icon_button(ui, head.cut_left(40), "back", Icon::chevron_left, ui.say(Text::shell_back)))
        ui.send(OpenRegion{{}});
    const std::size_t count = customers_of(ui, country.code);
    if (count > 0 && button_right(ui, head,
                                  {.key = "show",
                                   .label = std::string(ui.say(Text::region_show_customers)) + " " +
                                            grouped_count(count)})) {
        CustomerFilter filter;
        filter.country = country.code;
        ui.send(SetCustomerFilter{filter});
        ui.send(Go{View::customers});
    }
    heading(ui, head, country.name(ui.state.language), 2, 20);
    at.y += 48;
    const auto profiles = profiles_for(country.code);
    for (const RegionProfile* profile : profiles) {
        ui.push_id(profile->name(ui.state.language));
        at.y += draw_profile_title(ui, at, profile->name(ui.state.language));
        for (const RegionTrait& trait : profile->traits) at.y += draw_trait(ui, at, trait);
        ui.pop_id();
    }
    if (profiles.empty())
        at.y += paragraph(ui, at,
                          joined({ui.say(Text::region_none_title), ui.say(Text::joint_stop),
                                  ui.say(Text::region_none_advice)}),
                          muted_text(ui)) +
                12;
    else
        at.y += paragraph(ui, at,
                          joined({ui.say(Text::region_source_who), ui.say(Text::joint_stop),
                                  ui.say(Text::region_source_when), ui.say(Text::joint_stop),
                                  ui.say(Text::region_source_caution)}),
                          small_text(ui)) +
                12;
    at.y += form_title(ui, at, ui.say(Text::region_my_note));
    const RecordId id = region_note_id(country.code);
    const FormRecord note{RecordType::region_note, id,
                          ui.state.records().find(RecordType::region_note, id)};
    const float note_height = std::max(
        96.0f,
        paragraph(ui, {0, 0, at.w - 24, 0}, note.view.value(region_note::note), {}, true) + 20);
    record_field(ui, {at.x, at.y, at.w, note_height}, note, region_note::note, true,
                 ui.say(Text::region_my_note_hint));
    at.y += note_height + 12;
    at.y += draw_facts(ui, at, country);
    ui.end_scroll(at.y - top + 40);
    ui.pop_id();
}

} // namespace

void draw_regions(Ui& ui, const Rect& area) {
    const Country* open = country_by_code(ui.state.region);
    if (open && ui.phone) return draw_country(ui, area, *open);
    Rect rest = area;
    Rect bar = page_bar(ui, rest, ui.say(Text::view_regions));
    Rect search = bar;
    search.w = std::min(search.w, 460.0f);
    if (auto words = search_field(ui, search.middle(ui.metrics.control), "search",
                                  ui.state.region_search, ui.say(Text::region_search)))
        ui.send(SearchRegions{*words});
    const Rect list = ui.phone ? rest : rest.cut_left(std::min(320.0f, rest.w * 0.38f));
    draw_country_list(ui, list);
    if (ui.phone) return;
    line_left(ui, rest, ui.palette->line);
    if (open)
        draw_country(ui, rest, *open);
    else
        empty_state(ui, rest,
                    {.icon = Icon::globe,
                     .title = ui.say(Text::region_pick),
                     .advice = ui.say(Text::region_pick_advice),
                     .action = {}});
}

} // namespace bb::ui
