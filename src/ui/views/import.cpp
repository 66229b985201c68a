// An import: reading, columns at the top, the dry run of every row below, acceptance.
#include "ui/views/views.h"

#include "ui/table.h"
#include "ui/views/page.h"

#include <array>

namespace bb::ui {
namespace {

void draw_reading(Ui& ui, const Rect& area, const ImportSession& session) {
    Rect box = area.centred(std::min(area.w - 32, 420.0f), 120);
    text(ui, box.cut_top(28), session.file_name, {.bold = true, .align = AlignText::centre});
    progress(ui, box.cut_top(24), ui.say(Text::import_reading), session.permille);
    TextStyle style = muted_text(ui);
    style.align = AlignText::centre;
    text(ui, box.cut_top(28), ui.say(Text::import_reading), style);
}

std::string target_key(ColumnTarget target) {
    if (target.left_out()) return "";
    return std::to_string(static_cast<int>(target.type)) + "." + std::to_string(target.field) +
           (target.carton_size ? "s" : "");
}

/// One column of the file: its header, a value from it, and where it goes.
void draw_column(Ui& ui, Rect cell, const ImportSession& session, std::size_t column) {
    const PlannedColumn& planned = session.plan.columns[column];
    ui.push_id("column" + std::to_string(column));
    const std::string name = planned.header.empty()
                                 ? ui.say(Text::import_column, {std::to_string(column + 1)})
                                 : planned.header;
    text(ui, cell.cut_top(22), name, {.bold = true});
    const CellView sample = session.plan.first_row < session.sheet.table.row_count()
                                ? session.sheet.table.cell(session.plan.first_row, column)
                                : CellView{};
    text(ui, cell.cut_top(20), sample.text.empty() ? "—" : sample.text, small_text(ui));
    cell.cut_top(4);
    const Rect box = cell.cut_top(ui.metrics.control);
    const auto picked = combo(
        ui, box,
        {.key = "target",
         .label = ui.say(Text::import_goes_to, {name}),
         .value = target_key(planned.target),
         .shown = target_label(planned.target, ui.state.language)},
        [&] {
            std::vector<ChoiceItem> items;
            const ColumnTarget none{};
            items.push_back({"", target_label(none, ui.state.language)});
            for (const ColumnTarget target : import_targets(session.plan.kind))
                if (!target.left_out())
                    items.push_back({target_key(target), target_label(target, ui.state.language)});
            return items;
        });
    if (picked) {
        ColumnTarget chosen{};
        for (const ColumnTarget target : import_targets(session.plan.kind))
            if (target_key(target) == *picked) chosen = target;
        ui.send(SetImportTarget{column, chosen});
    }
    if (planned.target.left_out())
        fill(ui, {box.x, box.bottom() + 3, box.w, 2}, ui.palette->line);
    else
        fill(ui, {box.x, box.bottom() + 3, box.w, 2}, ui.palette->accent);
    ui.pop_id();
}

/// All columns side by side; wheel and keyboard move through them.
void draw_columns(Ui& ui, const Rect& area, const ImportSession& session) {
    const float width = ui.phone ? 180.0f : 190.0f;
    const std::size_t count = session.plan.columns.size();
    const float gap = 12;
    const auto per_line =
        std::max<std::size_t>(1, static_cast<std::size_t>((area.w + gap) / (width + gap)));
    const float line = 22 + 20 + 4 + ui.metrics.control + 16;
    const float offset = ui.begin_scroll(ui.id("columns"), area);
    ui.open(ui.id("column_group"), Role::group, area, ui.say(Text::import_columns));
    for (std::size_t i = 0; i < count; ++i) {
        const auto x = static_cast<float>(i % per_line), y = static_cast<float>(i / per_line);
        draw_column(ui, {area.x + x * (width + gap), area.y - offset + y * line, width, line - 8},
                    session, i);
    }
    ui.close();
    ui.end_scroll(static_cast<float>((count + per_line - 1) / per_line) * line);
}

struct VerdictLook {
    Text words;
    std::uint32_t ink, ground;
};

VerdictLook look_of(const Ui& ui, RowVerdict verdict) {
    const Palette& p = *ui.palette;
    switch (verdict) {
    case RowVerdict::new_record: return {Text::import_verdict_new, p.accent, p.accent_ground};
    case RowVerdict::update: return {Text::import_verdict_update, p.blue, p.blue_ground};
    case RowVerdict::duplicate: return {Text::import_verdict_duplicate, p.grey, p.grey_ground};
    default: return {Text::import_verdict_faulty, p.red, p.red_ground};
    }
}

std::string reasons_of(const Ui& ui, const ImportPreview& preview, std::size_t index) {
    std::string words;
    for (const RowReason& reason : preview.reasons(index)) {
        if (!words.empty()) words += "  ";
        if (!reason.cell.empty()) words += reason.cell + "：";
        words += ui.say(reason.error);
    }
    return words;
}

void draw_rows(Ui& ui, const Rect& area, const ImportSession& session) {
    const ImportPreview& preview = *session.preview;
    const std::array<Column, 5> columns = {{
        {.key = "take", .label = ui.say(Text::import_take), .width = 64},
        {.key = "row", .label = ui.say(Text::import_row), .width = 64, .align = AlignText::right},
        {.key = "verdict",
         .label = ui.say(Text::import_verdict),
         .width = ui.phone ? 84.0f : 96.0f},
        {.key = "name",
         .label = ui.say(session.plan.kind == ImportKind::products ? Text::product_model_name
                                                                   : Text::field_customer_name),
         .share = 1},
        {.key = "why", .label = ui.say(Text::import_why), .share = 1.6f},
    }};
    std::vector<Column> shown(columns.begin(), columns.end());
    if (area.w < 620)
        std::erase_if(shown, [](const Column& c) { return c.key == "row" || c.key == "why"; });
    const RecordType type =
        session.plan.kind == ImportKind::products ? RecordType::product : RecordType::customer;
    const std::uint16_t name = type == RecordType::product ? product::model : customer::name;
    const TableSpec spec{.key = "import_rows",
                         .label = ui.say(Text::import_rows),
                         .columns = shown,
                         .row_count = preview.rows().size(),
                         .row_height = 38,
                         .selected = {}};
    const TableResult result =
        table(ui, area, spec, [&](std::size_t row, std::size_t column, const Rect& rect) {
            const PreviewRow& line = preview.rows()[row];
            const std::string_view key = shown[column].key;
            const bool usable =
                line.verdict == RowVerdict::new_record || line.verdict == RowVerdict::update;
            if (key == "take") {
                if (!usable) return std::string();
                const Rect box = rect.middle(18);
                const Rect square{box.x, box.y, 18, 18};
                if (line.accepted)
                    fill(ui, square, ui.palette->accent, 5);
                else
                    outline(ui, square, ui.palette->faint, 5, 1.5f);
                if (line.accepted) icon(ui, square, Icon::check, ui.palette->on_accent, 14);
                return std::string(
                    ui.say(line.accepted ? Text::import_taken : Text::import_not_taken));
            }
            if (key == "row") {
                const std::string number = std::to_string(line.table_row + 1);
                TextStyle style = quiet(small_text(ui));
                style.align = AlignText::right;
                text(ui, rect, number, style);
                return number;
            }
            if (key == "verdict") {
                const VerdictLook look = look_of(ui, line.verdict);
                tag(ui, rect, ui.say(look.words), look.ink, look.ground, true);
                return std::string(ui.say(look.words));
            }
            if (key == "name") {
                std::string words(preview.value(row, type, name));
                text(ui, rect, words.empty() ? "—" : words, {.quiet = true});
                return words;
            }
            std::string words = reasons_of(ui, preview, row);
            text(ui, rect, words, quiet(small_text(ui)));
            return words;
        });
    if (result.opened) {
        const PreviewRow& line = preview.rows()[*result.opened];
        ui.send(AcceptImportRow{*result.opened, !line.accepted});
    }
}

void draw_counts(Ui& ui, Rect bar, const ImportSession& session) {
    const ImportPreview::Counts& counts = session.preview->counts();
    const auto number = [](std::size_t n) { return grouped_count(n); };
    const std::pair<RowVerdict, std::size_t> parts[] = {
        {RowVerdict::new_record, counts.new_records},
        {RowVerdict::update, counts.updates},
        {RowVerdict::duplicate, counts.duplicates},
        {RowVerdict::faulty, counts.faulty}};
    for (const auto& [verdict, count] : parts) {
        const VerdictLook look = look_of(ui, verdict);
        bar.cut_left(tag(ui, bar, std::string(ui.say(look.words)) + " " + number(count), look.ink,
                         look.ground) +
                     8);
    }
    if (counts.cells_left_out > 0 && bar.w > 120)
        text(ui, bar, ui.say(Text::import_cells_left_out, {number(counts.cells_left_out)}),
             small_text(ui));
}

void draw_rules(Ui& ui, Rect bar, const ImportSession& session) {
    MatchKeys keys = session.plan.keys;
    const auto send = [&](bool overwrite) { ui.send(SetImportRules{keys, overwrite}); };
    if (session.plan.kind == ImportKind::customers) {
        const TextStyle style = small_text(ui);
        const std::string_view words = ui.say(Text::import_match_by);
        text(ui, bar.cut_left(text_width(ui, words, style) + 8), words, style);
        struct Key {
            std::string_view key;
            Text label;
            bool MatchKeys::*member;
        };
        constexpr std::array<Key, 4> all = {
            {{"email", Text::field_customer_email, &MatchKeys::email},
             {"domain", Text::import_key_domain, &MatchKeys::domain},
             {"phone", Text::field_customer_phone, &MatchKeys::phone},
             {"name", Text::field_customer_name, &MatchKeys::name}}};
        for (const Key& key : all) {
            if (bar.w < 90) break;
            if (chip(ui, bar, key.key, ui.say(key.label), keys.*key.member)) {
                keys.*key.member = !(keys.*key.member);
                send(session.plan.overwrite);
            }
        }
        bar.cut_left(8);
    }
    if (bar.w > 150 && toggle(ui, bar.cut_left(220), "overwrite", ui.say(Text::import_overwrite),
                              session.plan.overwrite))
        send(!session.plan.overwrite);
}

void draw_source(Ui& ui, Rect bar, const ImportSession& session) {
    std::string words =
        session.file_name + " · " +
        ui.say(Text::import_rows_count, {grouped_count(session.sheet.table.row_count())});
    if (!session.sheet.encoding.empty()) words += " · " + session.sheet.encoding;
    for (const Error& note : session.sheet.notes) words += " · " + ui.say(note);
    const bool products = session.plan.kind == ImportKind::products;
    const Rect kind_box = bar.cut_right(130).middle(ui.touch ? 40.0f : 32.0f);
    bar.cut_right(8);
    const auto kind = combo(
        ui, kind_box,
        {.key = "kind",
         .label = ui.say(Text::import_what),
         .value = products ? "products" : "customers",
         .shown = ui.say(products ? Text::view_products : Text::view_customers)},
        [&] {
            return std::vector<ChoiceItem>{{"customers", std::string(ui.say(Text::view_customers))},
                                           {"products", std::string(ui.say(Text::view_products))}};
        });
    if (kind)
        ui.send(SetImportKind{*kind == "products" ? ImportKind::products : ImportKind::customers});
    if (session.sheet.sheet_names.size() > 1 && bar.w > 260) {
        const Rect box = bar.cut_right(150).middle(ui.touch ? 40.0f : 32.0f);
        bar.cut_right(8);
        const auto sheet = combo(ui, box,
                                 {.key = "sheet",
                                  .label = ui.say(Text::import_sheet),
                                  .value = session.sheet.sheet_name,
                                  .shown = session.sheet.sheet_name},
                                 [&] {
                                     std::vector<ChoiceItem> items;
                                     for (const std::string& name : session.sheet.sheet_names)
                                         items.push_back({name, name});
                                     return items;
                                 });
        if (sheet)
            for (std::size_t i = 0; i < session.sheet.sheet_names.size(); ++i)
                if (session.sheet.sheet_names[i] == *sheet)
                    ui.send(ChooseImportSheet{static_cast<int>(i)});
    }
    text(ui, bar, words, small_text(ui));
}

} // namespace

void draw_import(Ui& ui, const Rect& area) {
    const ImportSession& session = *ui.state.import;
    Rect rest = area;
    Rect bar = page_bar(ui, rest, ui.say(Text::import_start));
    const bool ready = session.stage == ImportStage::ready;
    const std::size_t accepted = session.preview ? session.preview->counts().accepted : 0;
    Rect actions = bar;
    if (ui.phone) {
        actions = rest.cut_bottom(ui.metrics.control + 16);
        fill(ui, actions, ui.palette->panel);
        actions = actions.inset(ui.metrics.page, 0);
    }
    if (session.stage != ImportStage::reading &&
        button_right(ui, actions,
                     {.key = "accept",
                      .label = ui.say(Text::import_accept, {grouped_count(accepted)}),
                      .kind = ButtonKind::primary,
                      .enabled = ready && accepted > 0}))
        ui.send(AcceptImport{});
    if (button_right(ui, actions, {.key = "cancel", .label = ui.say(Text::shell_cancel)}))
        ui.send(CancelImport{});
    if (session.stage == ImportStage::reading) return draw_reading(ui, rest, session);
    const float page = ui.metrics.page;
    draw_source(ui, rest.cut_top(48).inset(page, 0), session);
    const float columns_height = std::min(rest.h * 0.42f, ui.phone ? 240.0f : 226.0f);
    draw_columns(ui, rest.cut_top(columns_height).inset(page, 0), session);
    fill(ui, {rest.x, rest.y, rest.w, 1}, ui.palette->line);
    draw_rules(ui, rest.cut_top(52).inset(page, 0), session);
    if (!session.preview) return;
    Rect counts = rest.cut_top(40).inset(page, 0);
    if (session.preview->counts().faulty + session.preview->counts().cells_left_out > 0 &&
        !ui.phone &&
        button_right(ui, counts,
                     {.key = "faults",
                      .label = ui.say(Text::import_save_faults),
                      .kind = ButtonKind::quiet,
                      .icon = Icon::download}))
        ui.send(SaveImportFaults{});
    if (ready)
        draw_counts(ui, counts, session);
    else
        progress(ui, counts, ui.say(Text::import_checking), session.permille);
    draw_rows(ui, rest, session);
}

} // namespace bb::ui
