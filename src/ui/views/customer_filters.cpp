// The filters as chips where there is room for them, with fewer words where there is less, and as
// lists where even those do not fit: a filter that is on is in sight in any window.
#include "ui/views/customer_filters.h"

#include "imgui.h"
#include "knowledge/country.h"
#include "ui/views/page.h"

#include <array>

namespace bb::ui {
namespace {

constexpr std::array<std::string_view, 4> grade_keys = {"A", "B", "C", "D"};
constexpr float country_width = 168, country_least = 140;
constexpr float list_most = 200; // of a filter shown as a list, but on a phone

struct FilterChip {
    std::string_view key;
    std::string label, brief; // the brief one where the chips are many or the place is narrow
    bool on = false;
    CustomerFilter then; // after a press
};
using FilterChips = std::vector<FilterChip>;

std::string with_count(std::string words, std::size_t count) {
    if (count == 0) return words;
    return words + " " + grouped_count(count);
}

FilterChip chip_for_all(const Ui& ui) {
    const CustomerFilter& now = ui.state.customer_filter;
    CustomerFilter only_searched;
    only_searched.search = now.search;
    const std::string label(ui.say(Text::customers_all));
    const bool unfiltered = now.grade.empty() && !now.due && !now.bin && now.country.empty();
    return {"all", label, label, unfiltered, std::move(only_searched)};
}

FilterChip chip_for_grade(const Ui& ui, std::size_t grade) {
    CustomerFilter then = ui.state.customer_filter;
    const std::string key(grade_keys[grade]);
    const std::size_t count = ui.state.customers.counts().grade[grade];
    const bool on = then.grade == key;
    then.grade = on ? "" : key;
    return {grade_keys[grade],
            with_count(choice_words(ui, RecordType::customer, customer::grade, key), count),
            with_count(key, count), on, std::move(then)};
}

FilterChip chip_for_switch(const Ui& ui, std::string_view key, std::string label,
                           bool CustomerFilter::*which) {
    CustomerFilter then = ui.state.customer_filter;
    const bool on = then.*which;
    then.*which = !on;
    return {key, label, label, on, std::move(then)};
}

FilterChips chips_of(const Ui& ui) {
    const CustomerList::Counts& counts = ui.state.customers.counts();
    const CustomerFilter& now = ui.state.customer_filter;
    FilterChips chips{chip_for_all(ui)};
    for (std::size_t i = 0; i < grade_keys.size(); ++i) chips.push_back(chip_for_grade(ui, i));
    if (counts.due > 0 || now.due)
        chips.push_back(chip_for_switch(ui, "due",
                                        ui.say(Text::customers_due, {grouped_count(counts.due)}),
                                        &CustomerFilter::due));
    if (counts.bin > 0 || now.bin)
        chips.push_back(chip_for_switch(ui, "bin",
                                        ui.say(Text::customers_bin, {grouped_count(counts.bin)}),
                                        &CustomerFilter::bin));
    return chips;
}

float width_of(const Ui& ui, const FilterChips& chips, std::string FilterChip::*words) {
    float width = 0;
    for (const FilterChip& c : chips) width += chip_width(ui, c.*words) + chip_gap;
    return width;
}

void draw_chips(Ui& ui, Rect& bar, const FilterChips& chips, std::string FilterChip::*words) {
    for (const FilterChip& c : chips) {
        if (chip(ui, bar, c.key, c.*words, c.on)) ui.send(SetCustomerFilter{c.then});
        if (c.*words == c.label) continue;
        // Read out, and said on hover, in full.
        ui.nodes.back().label = c.label;
        if (!ui.touch) ImGui::SetItemTooltip("%s", c.label.c_str());
    }
}

/// What the chips offer, as a list for where there is no room for them.
void draw_chip_list(Ui& ui, const Rect& rect, const FilterChips& chips) {
    std::vector<ChoiceItem> items{{"", std::string(ui.say(Text::customers_all_grades))}};
    std::string chosen, shown;
    for (const FilterChip& c : chips) {
        if (c.key == "all") continue;
        items.push_back({std::string(c.key), c.label});
        if (!c.on) continue;
        chosen = c.key;
        shown += (shown.empty() ? "" : " + ") + c.label;
    }
    const auto picked = combo(ui, rect,
                              {.key = "grade",
                               .label = ui.say(Text::customers_all_grades),
                               .value = chosen,
                               .shown = shown.empty() ? items.front().label : shown},
                              [&] { return items; });
    if (!picked) return;
    CustomerFilter filter = ui.state.customer_filter;
    filter.due = *picked == "due";
    filter.bin = *picked == "bin";
    filter.grade = filter.due || filter.bin ? std::string() : *picked;
    ui.send(SetCustomerFilter{filter});
}

std::vector<ChoiceItem> country_items(const Ui& ui) {
    std::vector<ChoiceItem> items{{"", std::string(ui.say(Text::customers_all_countries))}};
    for (const auto& [code, count] : own_countries(ui))
        if (!code.empty())
            items.push_back({code, std::string(country_name(code, ui.state.language)) + "  " +
                                       grouped_count(count)});
    return items;
}

void draw_country_filter(Ui& ui, const Rect& rect) {
    CustomerFilter filter = ui.state.customer_filter;
    const std::string shown(filter.country.empty()
                                ? ui.say(Text::customers_all_countries)
                                : country_name(filter.country, ui.state.language));
    const auto picked = combo(ui, rect,
                              {.key = "country",
                               .label = ui.say(Text::customers_by_country),
                               .value = filter.country,
                               .shown = shown},
                              [&] { return country_items(ui); });
    if (!picked) return;
    filter.country = *picked;
    ui.send(SetCustomerFilter{filter});
}

void draw_lists(Ui& ui, Rect bar, const FilterChips& chips) {
    const float half = (bar.w - chip_gap) / 2;
    const float width = ui.phone ? half : std::min(half, list_most);
    const float height = ui.touch ? 40.0f : 28.0f;
    draw_chip_list(ui, bar.cut_left(width).middle(height), chips);
    bar.cut_left(chip_gap);
    draw_country_filter(ui, bar.cut_left(width).middle(height));
}

void draw_choices(Ui& ui, Rect bar) {
    ui.open(ui.id("filters"), Role::group, bar, ui.say(Text::customers_filters));
    const FilterChips chips = chips_of(ui);
    const auto fits = [&](std::string FilterChip::*words) {
        return !ui.phone && width_of(ui, chips, words) + country_least <= bar.w;
    };
    const bool in_full = fits(&FilterChip::label);
    if (in_full || fits(&FilterChip::brief)) {
        draw_chips(ui, bar, chips, in_full ? &FilterChip::label : &FilterChip::brief);
        draw_country_filter(ui, bar.cut_left(country_width).middle(ui.touch ? 36 : 28));
    } else {
        draw_lists(ui, bar, chips);
    }
    ui.close();
}

} // namespace

std::vector<std::pair<std::string, std::size_t>> own_countries(const Ui& ui) {
    struct Own {
        std::size_t count, place;
        std::string code;
    };
    std::vector<Own> found;
    for (auto& [code, count] : ui.state.customers.countries())
        found.push_back({count, place_in_list(code, ui.state.language), code});
    std::ranges::stable_sort(found, [](const Own& a, const Own& b) {
        return a.count != b.count ? a.count > b.count : a.place < b.place;
    });
    std::vector<std::pair<std::string, std::size_t>> sorted;
    for (Own& own : found) sorted.emplace_back(std::move(own.code), own.count);
    return sorted;
}

void draw_customer_filters(Ui& ui, Rect& area) {
    const std::string found =
        ui.say(Text::customers_count, {grouped_count(ui.state.customers.rows().size())});
    TextStyle style = small_text(ui);
    if (ui.phone) {
        Rect bar = area.cut_top(80).inset(ui.metrics.page, 0);
        const Rect choices = bar.cut_top(52);
        text(ui, bar, found, style);
        return draw_choices(ui, choices);
    }
    Rect bar = area.cut_top(ui.touch ? 56 : 52).inset(ui.metrics.page, 0);
    style.align = AlignText::right;
    text(ui, bar.cut_right(text_width(ui, found, style) + 1), found, style);
    bar.cut_right(ui.metrics.gap);
    draw_choices(ui, bar);
}

} // namespace bb::ui
