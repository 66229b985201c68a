// An import: reading, the plan at the top, the dry run of every row below, acceptance.
#include "ui/views/views.h"

#include "ui/table.h"
#include "ui/views/import_plan.h"
#include "ui/views/page.h"

#include <cmath>
#include <vector>

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

/// The widest verdict, in whichever language, is not cut.
float verdict_width(const Ui& ui) {
    float widest = text_width(ui, ui.say(Text::import_verdict), small_text(ui));
    for (const RowVerdict verdict :
         {RowVerdict::new_record, RowVerdict::update, RowVerdict::duplicate, RowVerdict::faulty})
        widest =
            std::max(widest, text_width(ui, ui.say(look_of(ui, verdict).words), {.size = 12}) + 16);
    return std::ceil(widest) + 26;
}

std::string reason_words(const Ui& ui, const RowReason& reason) {
    if (reason.cell.empty()) return ui.say(reason.error);
    return reason.cell + std::string(ui.say(Text::joint_colon)) + ui.say(reason.error);
}

std::string reasons_of(const Ui& ui, const ImportPreview& preview, std::size_t index) {
    std::string words;
    for (const RowReason& reason : preview.reasons(index))
        words += (words.empty() ? "" : " · ") + reason_words(ui, reason);
    return words;
}

/// On a narrow screen the reasons stand below a row's other words.
constexpr float line_of_reasons = 18;

void draw_reasons_below(Ui& ui, const Rect& place, const ImportPreview& preview, std::size_t row) {
    const TextStyle style = quiet({.size = 12, .colour = ui.palette->muted});
    const std::vector<RowReason> reasons = preview.reasons(row);
    Rect lines = place;
    ui.push_clip(place);
    if (reasons.size() == 1)
        paragraph(ui, place, reason_words(ui, reasons.front()), style);
    else
        for (const RowReason& reason : reasons)
            text(ui, lines.cut_top(line_of_reasons), reason_words(ui, reason), style);
    ui.pop_clip();
}

bool any_reasons(const ImportPreview& preview) {
    const ImportPreview::Counts& counts = preview.counts();
    return counts.updates + counts.duplicates + counts.faulty + counts.cells_left_out > 0;
}

std::string draw_take(Ui& ui, const Rect& rect, const PreviewRow& line) {
    const bool usable =
        line.verdict == RowVerdict::new_record || line.verdict == RowVerdict::update;
    if (!usable) return {};
    const Rect box = rect.middle(18);
    const Rect square{box.x, box.y, 18, 18};
    if (line.accepted)
        fill(ui, square, ui.palette->accent, 5);
    else
        outline(ui, square, ui.palette->faint, 5, 1.5f);
    if (line.accepted) icon(ui, square, Icon::check, ui.palette->on_accent, 14);
    return std::string(ui.say(line.accepted ? Text::import_taken : Text::import_not_taken));
}

void draw_rows(Ui& ui, const Rect& area, const ImportSession& session) {
    const ImportPreview& preview = *session.preview;
    const bool narrow = area.w < 620;
    const bool below = narrow && any_reasons(preview);
    std::vector<Column> columns = {
        {.key = "take", .label = ui.say(Text::import_take), .width = 64},
        {.key = "row", .label = ui.say(Text::import_row), .width = 64, .align = AlignText::right},
        {.key = "verdict", .label = ui.say(Text::import_verdict), .width = verdict_width(ui)},
        {.key = "name",
         .label = ui.say(session.plan.kind == ImportKind::products ? Text::product_model_name
                                                                   : Text::field_customer_name),
         .share = 1},
        {.key = "why", .label = ui.say(Text::import_why), .share = 1.6f},
    };
    if (narrow) {
        columns.front().width = 56;
        std::erase_if(columns, [](const Column& c) { return c.key == "row"; });
        columns.back().width = 1; // drawn below the others, read out as any column
    }
    const RecordType type =
        session.plan.kind == ImportKind::products ? RecordType::product : RecordType::customer;
    const std::uint16_t name = type == RecordType::product ? product::model : customer::name;
    const float two_lines = 2 * line_of_reasons;
    const TableSpec spec{.key = "import_rows",
                         .label = ui.say(Text::import_rows),
                         .columns = columns,
                         .row_count = preview.rows().size(),
                         .row_height = below    ? 32 + two_lines + 6
                                       : narrow ? 48.0f
                                                : 38.0f,
                         .selected = {}};
    const TableResult result =
        table(ui, area, spec, [&](std::size_t row, std::size_t column, const Rect& cell) {
            const PreviewRow& line = preview.rows()[row];
            const std::string_view key = columns[column].key;
            Rect rect = cell;
            if (below && key != "why" && !preview.reasons(row).empty()) rect.h = 36;
            if (key == "take") return draw_take(ui, rect, line);
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
            if (below)
                draw_reasons_below(
                    ui, {area.x + 12, rect.bottom() - two_lines - 6, area.w - 24, two_lines},
                    preview, row);
            else if (!narrow)
                text(ui, rect, words, quiet(small_text(ui)));
            return words;
        });
    if (result.opened) {
        const PreviewRow& line = preview.rows()[*result.opened];
        ui.send(AcceptImportRow{*result.opened, !line.accepted});
    }
}

/// Returns the place left beside them.
Rect draw_counts(Ui& ui, Rect bar, const ImportSession& session) {
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
    return bar;
}

/// Words and bar of a check that goes on.
void draw_checking(Ui& ui, Rect bar, const ImportSession& session) {
    const bool writing = session.stage == ImportStage::writing;
    const std::string_view words = ui.say(writing ? Text::import_writing : Text::import_checking);
    const TextStyle style = quiet(small_text(ui));
    text(ui, bar.cut_left(std::ceil(text_width(ui, words, style)) + 12), words, style);
    bar.w = std::min(bar.w, 420.0f);
    progress(ui, bar, words, session.permille);
}

void draw_faults_button(Ui& ui, Rect& bar) {
    if (button_right(ui, bar,
                     {.key = "faults",
                      .label = ui.say(Text::import_save_faults),
                      .kind = ButtonKind::quiet,
                      .icon = Icon::download}))
        ui.send(SaveImportFaults{});
}

/// How many of each verdict, what is left out, and the list of it to keep; on a phone in two lines.
void draw_summary(Ui& ui, Rect& rest, const ImportSession& session) {
    const ImportPreview::Counts& counts = session.preview->counts();
    Rect bar = rest.cut_top(40).inset(ui.metrics.page, 0);
    const bool faults = counts.faulty + counts.cells_left_out > 0;
    Rect second = ui.phone && faults ? rest.cut_top(48).inset(ui.metrics.page, 0) : Rect{};
    if (faults) draw_faults_button(ui, ui.phone ? second : bar);
    if (session.stage != ImportStage::ready) return draw_checking(ui, bar, session);
    const Rect beside = draw_counts(ui, bar, session);
    if (counts.cells_left_out == 0) return;
    const std::string words =
        ui.say(Text::import_cells_left_out, {grouped_count(counts.cells_left_out)});
    if (!ui.phone) return text(ui, beside, words, small_text(ui));
    const TextStyle style{.size = 12, .colour = ui.palette->muted};
    paragraph(ui, second.middle(paragraph(ui, second, words, style, true)), words, style);
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
    if (button_right(ui, actions,
                     {.key = "cancel",
                      .label = ui.say(Text::shell_cancel),
                      .enabled = session.stage != ImportStage::writing}))
        ui.send(CancelImport{});
    if (session.stage == ImportStage::reading) return draw_reading(ui, rest, session);
    if (session.shown < ImportPart::source) return;
    draw_import_source(ui, rest, session);
    draw_import_plan(ui, rest, session);
    if (!session.preview || session.shown < ImportPart::rows) return;
    draw_summary(ui, rest, session);
    draw_rows(ui, rest, session);
}

} // namespace bb::ui
