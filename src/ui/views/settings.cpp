// Settings: company profile, backup and export, language and theme, the sample data, about.
#include "ui/views/views.h"

#include "app/known_ids.h"
#include "ui/views/page.h"
#include "ui/views/record_form.h"
#include "ui/views/safety_cards.h"

#include <array>

namespace bb::ui {
namespace {

template <class Value>
void choice_chips(Ui& ui, Rect bar, std::span<const std::pair<Value, std::string>> options,
                  Value current, const std::function<void(Value)>& pick) {
    for (std::size_t i = 0; i < options.size(); ++i)
        if (chip(ui, bar, "choice" + std::to_string(i), options[i].second,
                 options[i].first == current))
            pick(options[i].first);
}

/// A row of the card: the label at the left or, where there is no room for that, above.
Rect labelled_row(Ui& ui, Rect& inner, std::string_view label) {
    if (ui.phone) {
        text(ui, inner.cut_top(28), label, muted_text(ui));
        return inner.cut_top(44);
    }
    Rect row = inner.cut_top(40);
    text(ui, row.cut_left(100), label, muted_text(ui));
    return row;
}

float draw_look(Ui& ui, const Rect& rect) {
    return growing_card(ui, rect, "look_card", [&](Rect inner) {
        const float top = inner.y;
        inner.h = rect.h;
        heading(ui, inner.cut_top(28), ui.say(Text::settings_look), 2, ui.metrics.text + 1);
        inner.cut_top(8);
        const std::array<std::pair<Language, std::string>, 2> languages = {
            {{Language::chinese, "简体中文"}, {Language::english, "English"}}};
        ui.push_id("language");
        choice_chips<Language>(ui, labelled_row(ui, inner, ui.say(Text::settings_language)),
                               languages, ui.state.language,
                               [&](Language l) { ui.send(SetLanguage{l}); });
        ui.pop_id();
        const std::array<std::pair<ThemeChoice, std::string>, 3> themes = {
            {{ThemeChoice::system, std::string(ui.say(Text::settings_theme_system))},
             {ThemeChoice::light, std::string(ui.say(Text::settings_theme_light))},
             {ThemeChoice::dark, std::string(ui.say(Text::settings_theme_dark))}}};
        ui.push_id("theme");
        choice_chips<ThemeChoice>(ui, labelled_row(ui, inner, ui.say(Text::settings_theme)), themes,
                                  ui.state.theme, [&](ThemeChoice t) { ui.send(SetTheme{t}); });
        ui.pop_id();
        return inner.y - top;
    });
}

float draw_backup(Ui& ui, const Rect& rect) {
    return growing_card(ui, rect, "backup_card", [&](Rect inner) {
        const float top = inner.y;
        heading(ui, {inner.x, inner.y, inner.w, 28}, ui.say(Text::settings_backup), 2,
                ui.metrics.text + 1);
        inner.y += 28;
        inner.y += paragraph(ui, inner, ui.say(Text::settings_backup_about), muted_text(ui)) + 12;
        ButtonFlow flow{inner, inner.x, inner.y};
        if (flow.add(ui, {.key = "backup",
                          .label = ui.say(Text::settings_backup_now),
                          .kind = ButtonKind::primary,
                          .icon = Icon::download}))
            ui.send(DownloadBackup{});
        if (flow.add(ui, {.key = "sealed", .label = ui.say(Text::backup_sealed)}))
            ui.send(DownloadSealedBackup{});
        if (flow.add(ui, {.key = "restore",
                          .label = ui.say(Text::action_restore_backup),
                          .icon = Icon::rotate_back,
                          .enabled = !ui.state.read_only && !ui.state.following}))
            ui.send(ChooseBackup{});
        if (flow.add(ui, {.key = "xlsx",
                          .label = ui.say(Text::settings_export_xlsx),
                          .icon = Icon::file_spreadsheet}))
            ui.send(ExportReadable{});
        if (flow.add(ui, {.key = "json", .label = ui.say(Text::settings_export_json)}))
            ui.send(ExportJson{});
        return flow.y + ui.metrics.control - top;
    });
}

constexpr std::array<std::uint16_t, 19> company_fields = {company::name_en,
                                                          company::name_zh,
                                                          company::address_en,
                                                          company::address_zh,
                                                          company::phone,
                                                          company::fax,
                                                          company::email,
                                                          company::website,
                                                          company::contact,
                                                          company::salesperson,
                                                          company::bank,
                                                          company::number_prefix,
                                                          company::default_currency,
                                                          company::default_incoterm,
                                                          company::default_place,
                                                          company::default_payment,
                                                          company::default_validity_days,
                                                          company::default_lead_time,
                                                          company::file_name_pattern};

float draw_company(Ui& ui, const Rect& rect) {
    return growing_card(ui, rect, "company_card", [&](Rect inner) {
        const float top = inner.y;
        heading(ui, {inner.x, inner.y, inner.w, 28}, ui.say(Text::record_company), 2,
                ui.metrics.text + 1);
        inner.y += 28;
        inner.y += paragraph(ui, inner, ui.say(Text::settings_company_about), muted_text(ui)) + 12;
        const FormRecord form{RecordType::company, company_id(),
                              ui.state.records().find(RecordType::company, company_id())};
        const bool two = inner.w > 620;
        const float gap = 20, width = two ? (inner.w - gap) / 2 : inner.w;
        float left = inner.y, right = inner.y;
        for (const std::uint16_t field : company_fields) {
            const bool second = two && right < left;
            float& y = second ? right : left;
            y += labelled_record_field(
                     ui, {inner.x + (second ? width + gap : 0), y, width, 0}, form, field,
                     field == company::file_name_pattern ? default_file_name : std::string_view()) +
                 12;
        }
        Rect logo{inner.x, std::max(left, right), inner.w, ui.metrics.control};
        const bool has_logo = !form.view.value(company::logo).empty();
        if (button_left(
                ui, logo,
                {.key = "logo",
                 .label = ui.say(has_logo ? Text::settings_change_logo : Text::settings_add_logo),
                 .icon = Icon::image,
                 .enabled = !ui.state.read_only}))
            ui.send(ChoosePicture{RecordType::company, company_id()});
        if (has_logo && button_left(ui, logo,
                                    {.key = "no_logo",
                                     .label = ui.say(Text::product_remove_picture),
                                     .kind = ButtonKind::quiet}))
            ui.send(SetField{RecordType::company, company_id(), company::logo, ""});
        return std::max(left, right) + ui.metrics.control - top;
    });
}

} // namespace

void draw_settings(Ui& ui, const Rect& area) {
    Rect rest = area;
    page_bar(ui, rest, ui.say(Text::view_settings));
    const std::uint32_t pane = ui.id("settings");
    const float offset = ui.begin_scroll(pane, rest);
    const float page = ui.metrics.page;
    const float width = std::min(rest.w - 2 * page, 760.0f);
    float y = rest.y - offset + page;
    const auto next = [&](float height) {
        const Rect rect{rest.x + page, y, width, height};
        y += height + 16;
        return rect;
    };
    y += draw_look(ui, {rest.x + page, y, width, 1000}) + 16;
    y += draw_backup(ui, {rest.x + page, y, width, 0}) + 16;
    y += draw_folder(ui, {rest.x + page, y, width, 0}) + 16;
    y += draw_storage(ui, {rest.x + page, y, width, 0}) + 16;
    if (!ui.state.environment.sample_database)
        y += draw_lock(ui, {rest.x + page, y, width, 0}) + 16;
    y += draw_company(ui, {rest.x + page, y, width, 0}) + 16;
    if (!ui.state.environment.sample_database) {
        const Rect sample = next(ui.metrics.control);
        Rect bar = sample;
        if (button_left(ui, bar,
                        {.key = "sample",
                         .label = ui.say(Text::first_sample),
                         .kind = ButtonKind::quiet,
                         .icon = Icon::sparkles}))
            ui.send(OpenSample{true});
    }
    y += paragraph(ui, {rest.x + page, y, width, 0}, ui.say(Text::settings_where), small_text(ui)) +
         16;
    ui.end_scroll(y - rest.y + offset + page);
}

} // namespace bb::ui
