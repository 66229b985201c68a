// The upper part of an import: the file, where its columns go, and what makes two customers one.
#include "ui/views/import_plan.h"

#include <algorithm>
#include <array>

namespace bb::ui {
namespace {

std::string target_key(ColumnTarget target) {
    if (target.left_out()) return "";
    return std::to_string(static_cast<int>(target.type)) + "." + std::to_string(target.field) +
           (target.carton_size ? "s" : "");
}

void draw_target(Ui& ui, const Rect& box, const ImportSession& session, std::size_t column,
                 const std::string& name) {
    const ColumnTarget target = session.plan.columns[column].target;
    const auto picked =
        combo(ui, box,
              {.key = "target",
               .label = ui.say(Text::import_goes_to, {name}),
               .value = target_key(target),
               .shown = target_label(target, ui.state.language)},
              [&] {
                  std::vector<ChoiceItem> items;
                  const ColumnTarget none{};
                  items.push_back({"", target_label(none, ui.state.language)});
                  for (const ColumnTarget one : import_targets(session.plan.kind))
                      if (!one.left_out())
                          items.push_back({target_key(one), target_label(one, ui.state.language)});
                  return items;
              });
    if (picked) {
        ColumnTarget chosen{};
        for (const ColumnTarget one : import_targets(session.plan.kind))
            if (target_key(one) == *picked) chosen = one;
        ui.send(SetImportTarget{column, chosen});
    }
    fill(ui, {box.x, box.bottom() + 3, box.w, 2},
         target.left_out() ? ui.palette->line : ui.palette->accent);
}

/// One column of the file: its header, a value from it, and where it goes; on a phone side by side.
void draw_column(Ui& ui, Rect cell, const ImportSession& session, std::size_t column) {
    const PlannedColumn& planned = session.plan.columns[column];
    ui.push_id("column" + std::to_string(column));
    const std::string name = planned.header.empty()
                                 ? ui.say(Text::import_column, {std::to_string(column + 1)})
                                 : planned.header;
    const CellView sample = session.plan.first_row < session.sheet.table.row_count()
                                ? session.sheet.table.cell(session.plan.first_row, column)
                                : CellView{};
    Rect words = cell;
    Rect box{cell.x, cell.y + 46, cell.w, ui.metrics.control};
    if (ui.phone) {
        box = cell.cut_right(std::round(cell.w * 0.52f)).middle(ui.metrics.control);
        words = Rect{cell.x, cell.y, cell.w - 12, cell.h}.middle(42);
    }
    text(ui, words.cut_top(22), name, {.bold = true});
    text(ui, words.cut_top(20), sample.text.empty() ? "—" : sample.text, small_text(ui));
    draw_target(ui, box, session, column, name);
    ui.pop_id();
}

/// Columns of the file stand side by side; on a phone each takes the whole width.
struct ColumnGrid {
    std::size_t count, per_line;
    float width, line;

    ColumnGrid(const Ui& ui, float room, std::size_t columns) : count(columns) {
        per_line =
            ui.phone
                ? 1
                : std::max<std::size_t>(1, static_cast<std::size_t>((room + gap) / (190 + gap)));
        width = ui.phone ? room : 190;
        line = ui.metrics.control + (ui.phone ? 16.0f : 22 + 20 + 4 + 16.0f);
    }
    float height() const { return static_cast<float>((count + per_line - 1) / per_line) * line; }
    Rect place(const Rect& area, std::size_t column) const {
        const auto x = static_cast<float>(column % per_line);
        const auto y = static_cast<float>(column / per_line);
        return {area.x + x * (width + gap), area.y + y * line, width, line - 8};
    }
    static constexpr float gap = 12;
};

void draw_columns(Ui& ui, const Rect& area, const ColumnGrid& grid, const ImportSession& session) {
    ui.open(ui.id("column_group"), Role::group, area, ui.say(Text::import_columns));
    const std::size_t shown = std::min(grid.count, session.columns_shown);
    for (std::size_t i = 0; i < shown; ++i) draw_column(ui, grid.place(area, i), session, i);
    ui.close();
}

/// Pieces one after the other, on further lines where the width ends.
struct Flow {
    Rect area;
    float line;
    float x = area.x, y = area.y;

    Rect place(float width) {
        if (x > area.x && x + width > area.right()) x = area.x, y += line;
        const Rect piece{x, y, std::min(width, area.w), line};
        x += width + chip_gap;
        return piece;
    }
    float height() const { return y + line - area.y; }
};

struct Key {
    std::string_view key;
    Text label;
    bool MatchKeys::*member;
};
constexpr std::array<Key, 4> match_keys = {
    {{"email", Text::field_customer_email, &MatchKeys::email},
     {"domain", Text::import_key_domain, &MatchKeys::domain},
     {"phone", Text::field_customer_phone, &MatchKeys::phone},
     {"name", Text::field_customer_name, &MatchKeys::name}}};

/// What makes two customers one, and which value wins. Returns the height used.
float draw_rules(Ui& ui, const Rect& area, const ImportSession& session,
                 bool measure_only = false) {
    Flow flow{.area = area, .line = ui.touch ? 44.0f : 36.0f};
    MatchKeys keys = session.plan.keys;
    const TextStyle small = small_text(ui);
    if (session.plan.kind == ImportKind::customers) {
        const std::string_view words = ui.say(Text::import_match_by);
        const Rect lead = flow.place(std::ceil(text_width(ui, words, small)));
        if (!measure_only) text(ui, lead, words, small);
        for (const Key& key : match_keys) {
            Rect place = flow.place(chip_width(ui, ui.say(key.label)));
            if (measure_only) continue;
            if (chip(ui, place, key.key, ui.say(key.label), keys.*key.member)) {
                keys.*key.member = !(keys.*key.member);
                ui.send(SetImportRules{keys, session.plan.overwrite});
            }
        }
    }
    const std::string_view overwrite = ui.say(Text::import_overwrite);
    const Rect place = flow.place(36 + 10 + std::ceil(text_width(ui, overwrite)) + 2);
    if (!measure_only && toggle(ui, place, "overwrite", overwrite, session.plan.overwrite))
        ui.send(SetImportRules{keys, !session.plan.overwrite});
    return flow.height();
}

/// One pane that scrolls, so that the rows below keep their room.
void draw_phone_plan(Ui& ui, Rect& rest, const ImportSession& session) {
    const float width = rest.w - 2 * ui.metrics.page;
    const ColumnGrid grid(ui, width, session.plan.columns.size());
    const float rules = draw_rules(ui, {0, 0, width, 0}, session, true);
    const float content = rules + 8 + grid.height();
    const Rect pane = rest.cut_top(std::min(content, rest.h * 0.42f));
    const float offset = ui.begin_scroll(ui.id("columns"), pane);
    const Rect at{pane.x + ui.metrics.page, pane.y - offset, width, rules};
    if (session.shown >= ImportPart::rules) draw_rules(ui, at, session);
    draw_columns(ui, {at.x, at.bottom() + 8, width, grid.height()}, grid, session);
    ui.end_scroll(content);
    fill(ui, {rest.x, rest.y, rest.w, 1}, ui.palette->line);
}

std::string source_words(const Ui& ui, const ImportSession& session) {
    const std::size_t all = session.sheet.table.row_count();
    const std::size_t data = all - std::min(all, session.plan.first_row);
    std::string words =
        session.file_name + " · " + ui.say(Text::import_rows_count, {grouped_count(data)});
    if (!session.sheet.encoding.empty()) words += " · " + session.sheet.encoding;
    for (const Error& note : session.sheet.notes) words += " · " + ui.say(note);
    return words;
}

} // namespace

void draw_import_source(Ui& ui, Rect& rest, const ImportSession& session) {
    const bool many_sheets = session.sheet.sheet_names.size() > 1;
    const bool two_lines = ui.phone && (many_sheets || !session.sheet.notes.empty());
    const Rect first = rest.cut_top(two_lines ? 28.0f : 0.0f).inset(ui.metrics.page, 0);
    Rect bar = rest.cut_top(48).inset(ui.metrics.page, 0);
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
    if (many_sheets) {
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
    text(ui, two_lines ? first : bar, source_words(ui, session), small_text(ui));
}

void draw_import_plan(Ui& ui, Rect& rest, const ImportSession& session) {
    if (ui.phone) return draw_phone_plan(ui, rest, session);
    const float page = ui.metrics.page;
    const float width = rest.w - 2 * page;
    const ColumnGrid grid(ui, width, session.plan.columns.size());
    const float most = std::min(rest.h * 0.42f, 226.0f);
    const Rect pane = rest.cut_top(std::min(most, grid.height())).inset(page, 0);
    const float offset = ui.begin_scroll(ui.id("columns"), pane);
    draw_columns(ui, {pane.x, pane.y - offset, pane.w, grid.height()}, grid, session);
    ui.end_scroll(grid.height());
    fill(ui, {rest.x, rest.y, rest.w, 1}, ui.palette->line);
    const float rules = draw_rules(ui, {0, 0, width, 0}, session, true);
    const Rect below = rest.cut_top(rules + 16).inset(page, 8);
    if (session.shown >= ImportPart::rules) draw_rules(ui, below, session);
}

} // namespace bb::ui
