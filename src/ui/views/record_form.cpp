// Widgets by field type, for every form of the program.
#include "ui/views/record_form.h"

#include "knowledge/country.h"
#include "knowledge/currency.h"
#include "ui/views/customer_filters.h"

#include <algorithm>

namespace bb::ui {
namespace {

FieldKind kind_of(FieldType type) {
    switch (type) {
    case FieldType::decimal: return FieldKind::decimal;
    case FieldType::integer: return FieldKind::integer;
    case FieldType::email: return FieldKind::email;
    case FieldType::phone: return FieldKind::phone;
    case FieldType::url: return FieldKind::url;
    case FieldType::date: return FieldKind::date;
    default: return FieldKind::text;
    }
}

std::vector<ChoiceItem> choice_items(const Ui& ui, const FieldInfo& info) {
    std::vector<ChoiceItem> items{{"", std::string(ui.say(Text::form_not_set))}};
    switch (info.type) {
    case FieldType::choice:
        for (const Choice& choice : info.choices)
            items.push_back({std::string(choice.key), std::string(ui.say(choice.label))});
        break;
    case FieldType::country:
        // The countries one already sells to come first.
        for (const auto& [code, count] : own_countries(ui))
            if (country_by_code(code) && items.size() < 8)
                items.push_back({code, std::string(country_name(code, ui.state.language))});
        for (const Country* country : countries_as_listed(ui.state.language))
            items.push_back(
                {std::string(country->code), std::string(country->name(ui.state.language))});
        break;
    case FieldType::currency:
        for (const Currency& currency : currencies())
            items.push_back(
                {std::string(currency.code),
                 std::string(currency.code) + " " + std::string(currency.name(ui.state.language))});
        break;
    default: break;
    }
    return items;
}

std::string shown_choice(const Ui& ui, const FieldInfo& info, std::string_view value) {
    if (value.empty()) return {};
    if (info.type == FieldType::country) return std::string(country_name(value, ui.state.language));
    const Choice* choice = choice_of(info, value);
    return std::string(choice ? ui.say(choice->label) : value);
}

bool is_choice(FieldType type) {
    return type == FieldType::choice || type == FieldType::country || type == FieldType::currency;
}

/// What is offered for a field that takes other words as well; empty for every other field.
std::span<const Choice> presets_of(RecordType type, const FieldInfo& info) {
    const bool payment = (type == RecordType::customer && info.number == customer::payment) ||
                         (type == RecordType::quote && info.number == quote::payment) ||
                         (type == RecordType::company && info.number == company::default_payment);
    if (payment) return payment_presets();
    return info.has(trait_open) ? info.choices : std::span<const Choice>{};
}

/// A text field with a list of usual values at its right end.
std::optional<std::string> preset_field(Ui& ui, const Rect& rect, const FieldSpec& spec,
                                        std::string_view value, std::span<const Choice> presets) {
    FieldSpec words = spec;
    words.pad_right = 36; // the list's button
    const auto known = std::ranges::find(presets, value, &Choice::key);
    if (known != presets.end()) words.value = ui.say(known->label);
    const FieldResult typed = field(ui, rect, words);
    const std::string list_key = std::string(spec.key) + "_list";
    const std::uint32_t owner = ui.id(list_key);
    if (!spec.read_only) {
        const Rect place{rect.right() - 34, rect.y + 2, 32, rect.h - 4};
        if (icon_button(ui, place, list_key, Icon::chevron_down,
                        ui.say(Text::form_choose_from, {std::string(spec.label)}))) {
            PopupList list;
            list.owner = owner;
            list.anchor = rect;
            list.title = spec.label;
            list.just_opened = true;
            for (const Choice& choice : presets)
                list.options.push_back({std::string(choice.key), std::string(ui.say(choice.label)),
                                        choice.key == value});
            ui.popup = std::move(list);
            ui.again = true;
        }
    }
    if (auto picked = ui.take_pick(owner)) return picked;
    return typed.text;
}

std::string label_of(const Ui& ui, const FieldInfo& info) {
    std::string label(ui.say(info.label));
    if (!info.unit.empty() && info.unit != "d") label += " (" + std::string(info.unit) + ")";
    if (info.unit == "d") label += " (" + std::string(ui.say(Text::unit_days)) + ")";
    return label;
}

/// "12,000.5", with the digits that were typed.
std::string grouped(std::string_view value) {
    const auto number = Decimal::parse(value);
    return number ? number->grouped(number->scale()) : std::string(value);
}

float field_height(Ui& ui, const FormRecord& record, const FieldInfo& info, float width) {
    if (info.type != FieldType::long_text) return ui.metrics.control;
    const std::string_view value = record.view.value(info.number);
    const float words = paragraph(ui, {0, 0, width - 24, 0}, value, {}, true);
    return std::clamp(words + 18, ui.metrics.control * 2, 220.0f);
}

/// On one line, or smaller on several when it is long: its end is the unit. Returns the height.
float form_label(Ui& ui, const Rect& rect, std::string_view words) {
    const TextStyle plain = quiet(ui.phone ? small_text(ui) : muted_text(ui));
    if (text_width(ui, words, plain) <= rect.w) {
        text(ui, rect, words, plain);
        return rect.h;
    }
    const TextStyle small = quiet(small_text(ui));
    const float height = paragraph(ui, rect, words, small, true);
    const float line = std::max(rect.h, height);
    paragraph(ui, {rect.x, rect.y + (line - height) / 2, rect.w, height}, words, small);
    return line;
}

bool is_name(RecordType type, std::uint16_t number) {
    return (type == RecordType::customer && number == customer::name) ||
           (type == RecordType::product && number == product::model);
}

} // namespace

void record_field(Ui& ui, const Rect& rect, const FormRecord& record, std::uint16_t number,
                  bool framed, std::string_view placeholder) {
    const FieldInfo* info = field_of(record.type, number);
    if (!info) return;
    ui.push_id(record.id);
    const std::string label = label_of(ui, *info);
    const std::string_view value = record.view.value(number);
    const bool locked = record.read_only || ui.state.read_only;
    const auto presets = presets_of(record.type, *info);
    if (placeholder.empty() && !framed && !is_choice(info->type)) placeholder = "—";
    if (!presets.empty()) {
        const auto text = preset_field(ui, rect,
                                       {.key = info->key,
                                        .label = label,
                                        .value = value,
                                        .placeholder = placeholder,
                                        .framed = framed,
                                        .read_only = locked},
                                       value, presets);
        if (text && *text != value) ui.send(SetField{record.type, record.id, number, *text});
    } else if (is_choice(info->type)) {
        const std::string shown = shown_choice(ui, *info, value);
        const auto picked = combo(ui, rect,
                                  {.key = info->key,
                                   .label = label,
                                   .value = value,
                                   .shown = shown,
                                   .framed = framed,
                                   .read_only = locked,
                                   .placeholder = framed ? ui.say(Text::form_choose) : "—"},
                                  [&] { return choice_items(ui, *info); });
        if (picked && *picked != value) ui.send(SetField{record.type, record.id, number, *picked});
    } else {
        const bool number_like =
            info->type == FieldType::decimal || info->type == FieldType::integer;
        const std::string shown = info->type == FieldType::decimal ? grouped(value) : "";
        const FieldResult result =
            field(ui, rect,
                  {.key = info->key,
                   .label = label,
                   .value = value,
                   .kind = kind_of(info->type),
                   .placeholder = placeholder,
                   .shown = shown,
                   .multiline = info->type == FieldType::long_text,
                   .framed = framed,
                   .read_only = locked,
                   .align = number_like && framed ? AlignText::right : AlignText::left});
        if (result.text) ui.send(SetField{record.type, record.id, number, *result.text});
        if (!locked) ui.keeps(ui.id(info->key), {record.type, record.id, number});
        if (record.id == ui.state.new_record && is_name(record.type, number))
            ui.request_focus(ui.id(info->key));
    }
    ui.pop_id();
}

float form_row(Ui& ui, const Rect& rect, const FormRecord& record, std::uint16_t number) {
    const FieldInfo* info = field_of(record.type, number);
    if (!info) return 0;
    const float label_width = 124;
    const float line =
        form_label(ui, {rect.x, rect.y, label_width - 8, ui.metrics.control}, label_of(ui, *info));
    const float width = rect.w - label_width;
    const float height = field_height(ui, record, *info, width);
    const Rect place{rect.x + label_width, rect.y + (line - ui.metrics.control) / 2, width, height};
    record_field(ui, place, record, number, info->type == FieldType::long_text);
    return height + line - ui.metrics.control + 4;
}

float labelled_record_field(Ui& ui, const Rect& rect, const FormRecord& record,
                            std::uint16_t number, std::string_view placeholder) {
    const FieldInfo* info = field_of(record.type, number);
    if (!info) return 0;
    const float height = field_height(ui, record, *info, rect.w);
    text(ui, {rect.x, rect.y, rect.w, label_height}, label_of(ui, *info), quiet(small_text(ui)));
    record_field(ui, {rect.x, rect.y + label_height, rect.w, height}, record, number, true,
                 placeholder);
    return label_height + height;
}

float form_title(Ui& ui, const Rect& rect, std::string_view words) {
    heading(ui, {rect.x, rect.y + 8, rect.w, 24}, words, 3, ui.metrics.text);
    return 38;
}

} // namespace bb::ui
