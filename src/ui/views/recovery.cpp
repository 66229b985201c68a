// What was found of a file that is not as it was saved, what is missing by name and count, and the
// ways on. Nothing happens here by itself.
#include "ui/views/page.h"
#include "ui/views/views.h"

#include <algorithm>

namespace bb::ui {
namespace {

std::string_view say(const Ui& ui, Text text) { return ui.say(text); }

std::string why_words(const Ui& ui, const RecoverySession& r) {
    using Why = RecoverySession::Why;
    const std::uint64_t known = r.customers + r.unnamed;
    switch (r.why) {
    case Why::empty:
        if (known == 0) return std::string(ui.say(Text::recovery_why_empty_copy));
        return ui.say(Text::recovery_why_empty, {grouped_count(known)});
    case Why::set_back: return ui.say(Text::recovery_why_short, {grouped_count(r.lost_entries)});
    case Why::damaged: return std::string(say(ui, Text::recovery_why_damaged));
    case Why::closed: return std::string(say(ui, Text::recovery_why_closed));
    }
    return {};
}

std::string found_words(const Ui& ui, const Salvage& found, std::size_t customers) {
    if (found.nothing()) return std::string(say(ui, Text::recovery_nothing));
    const Workspace& records = found.records();
    std::size_t all = 0;
    for (const RecordType type : all_record_types) all += records.live_count(type);
    std::string words =
        ui.say(Text::recovery_found, {grouped_count(customers), grouped_count(all)});
    const int offset = ui.state.environment.utc_offset_minutes;
    const Instant at = found.last_change();
    if (at.ms > 0)
        words += " · " + ui.say(Text::recovery_until,
                                {at.date_at(offset).to_text() + " " + at.clock_at(offset)});
    if (found.damaged_pieces() > 0)
        words +=
            " · " + ui.say(Text::recovery_damaged_pieces, {grouped_count(found.damaged_pieces())});
    return words;
}

/// A line of the table: where, and what is there.
void found_line(Ui& ui, Rect& inner, Text where, const std::string& words, bool strong = false) {
    const float left = std::min(140.0f, inner.w / 3);
    const std::string_view label = say(ui, where);
    const auto draw = [&](const Rect& line, bool measure_only) {
        return std::max(
            paragraph(ui, {line.x, line.y, left - 8, 0}, label, muted_text(ui), measure_only),
            paragraph(ui, {line.x + left, line.y, line.w - left, 0}, words, {.bold = strong},
                      measure_only));
    };
    Rect line = inner.cut_top(draw(inner, true) + 12);
    line_below(ui, line, ui.palette->line_soft);
    line.cut_top(6);
    draw(line, false);
}

/// Adds to what is enumerated.
void enumerate(const Ui& ui, std::string& all, std::string_view next) {
    if (!all.empty()) all += ui.state.language == Language::chinese ? "、" : ", ";
    all += next;
}

std::string missing_words(const Ui& ui, const RecoverySession& r) {
    constexpr std::size_t shown = 12;
    std::string names;
    for (std::size_t n = 0; n < std::min(shown, r.missing.size()); ++n)
        enumerate(ui, names, r.missing[n].empty() ? "—" : r.missing[n]);
    if (r.missing_count > shown) names = ui.say(Text::recovery_names_more, {names});
    return ui.say(Text::recovery_missing, {grouped_count(r.missing_count)}) + " " + names;
}

void words(Ui& ui, Rect& inner, const std::string& text, TextStyle style = {}) {
    inner.cut_top(paragraph(ui, inner, text, style) + 8);
}

std::string_view type_words(const Ui& ui, RecordType type) {
    const auto* const known = std::ranges::find(all_record_types, type);
    const bool ours = known != std::end(all_record_types);
    return say(ui, ours ? info_of(type).label : Text::recovery_lost_other);
}

/// What was in shards that are nowhere: the records, those of which only something older is left, and
/// overwritten values.
void draw_lost(Ui& ui, Rect& inner, const std::vector<LostRecords>& all, const TextStyle& alarm) {
    std::string nowhere, older;
    std::uint64_t earlier = 0;
    for (const LostRecords& lost : all) {
        const std::string type(type_words(ui, lost.type));
        if (lost.nowhere > 0) enumerate(ui, nowhere, type + " " + grouped_count(lost.nowhere));
        if (lost.held > lost.nowhere) enumerate(ui, older, type);
        earlier += lost.earlier;
    }
    if (!nowhere.empty()) words(ui, inner, ui.say(Text::recovery_lost_records, {nowhere}), alarm);
    if (!older.empty()) words(ui, inner, ui.say(Text::recovery_lost_state, {older}), alarm);
    if (earlier > 0)
        words(ui, inner, ui.say(Text::recovery_lost_earlier, {grouped_count(earlier)}), alarm);
}

void draw_findings(Ui& ui, Rect& inner, const RecoverySession& r) {
    found_line(ui, inner, Text::recovery_in_store, found_words(ui, r.store, r.customers_in_store));
    found_line(ui, inner, Text::recovery_in_spare, found_words(ui, r.spare, r.customers_in_spare));
    if (r.backups > 0) found_line(ui, inner, Text::recovery_in_backup, grouped_count(r.backups));
    found_line(ui, inner, Text::recovery_together, found_words(ui, r.all, r.customers), true);
    inner.cut_top(16);
    if (r.missing_count > 0) words(ui, inner, missing_words(ui, r));
    const TextStyle alarm{.colour = ui.palette->red};
    if (r.unnamed > 0)
        words(ui, inner, ui.say(Text::recovery_unnamed, {grouped_count(r.unnamed)}), alarm);
    draw_lost(ui, inner, r.lost, alarm);
    if (r.gap > 0) words(ui, inner, ui.say(Text::recovery_gap, {grouped_count(r.gap)}), alarm);
    if (r.unnamed == 0 && r.gap == 0 && r.lost.empty() && !r.all.nothing())
        words(ui, inner, std::string(say(ui, Text::recovery_complete)),
              {.colour = ui.palette->green});
}

/// After the first press of "start empty".
void draw_sure_anew(Ui& ui, Rect& inner) {
    words(ui, inner, std::string(say(ui, Text::recovery_start_anew_sure)),
          {.colour = ui.palette->red});
    ButtonFlow flow{inner, inner.x, inner.y};
    if (flow.add(ui, {.key = "anew_sure",
                      .label = say(ui, Text::recovery_start_anew_yes),
                      .kind = ButtonKind::danger}))
        ui.send(StartAnew{true});
    if (flow.add(ui, {.key = "anew_not", .label = say(ui, Text::shell_cancel)}) ||
        ui.key(0, "Escape"))
        ui.send(CancelRestore{});
    inner.cut_top(flow.y + ui.metrics.control + 8 - inner.y);
}

void draw_ways_on(Ui& ui, Rect& inner, const RecoverySession& r) {
    inner.cut_top(8);
    const bool something = !r.all.nothing();
    ButtonFlow flow{inner, inner.x, inner.y};
    if (flow.add(ui, {.key = "restore",
                      .label = say(ui, Text::recovery_restore),
                      .kind = ButtonKind::primary,
                      .icon = Icon::rotate_back,
                      .enabled = something && !r.all.newer()}))
        ui.send(RestoreFound{});
    if (flow.add(ui, {.key = "add", .label = say(ui, Text::recovery_add_backup)}))
        ui.send(ChooseBackup{});
    if (flow.add(ui, {.key = "export",
                      .label = say(ui, Text::recovery_export),
                      .icon = Icon::download,
                      .enabled = something}))
        ui.send(DownloadBackup{});
    if (flow.add(ui, {.key = "anew",
                      .label = say(ui, Text::recovery_start_anew),
                      .kind = ButtonKind::quiet,
                      .enabled = !r.all.newer()}))
        ui.send(StartAnew{});
    inner.cut_top(flow.y + ui.metrics.control + 8 - inner.y);
    if (r.asks_anew) draw_sure_anew(ui, inner);
}

std::string doing_words(const Ui& ui, const RecoverySession& r) {
    using Stage = RecoverySession::Stage;
    if (r.stage == Stage::exporting)
        return ui.say(Text::recovery_exporting,
                      {grouped_count(r.pictures_read), grouped_count(r.pictures)});
    const bool looking = r.stage == Stage::looking;
    return std::string(say(ui, looking ? Text::recovery_looking : Text::recovery_restoring));
}

} // namespace

void draw_recovery(Ui& ui, const Rect& area) {
    const RecoverySession& r = *ui.state.recovery;
    const std::uint32_t pane = ui.id("recovery");
    const float offset = ui.begin_scroll(pane, area);
    const float width = std::min(area.w - 2 * ui.metrics.page, 680.0f);
    const float top = area.y - offset + (ui.phone ? 24.0f : 64.0f);
    Rect inner{area.x + (area.w - width) / 2, top, width, 4000};
    const Rect mark = inner.cut_top(40);
    icon(ui, {mark.x, mark.y, 32, mark.h}, Icon::warning, ui.palette->amber, 32);
    heading(ui, inner.cut_top(40), say(ui, Text::recovery_title), 1, ui.phone ? 20.0f : 22.0f);
    inner.cut_top(4);
    if (r.stage == RecoverySession::Stage::shown) {
        words(ui, inner, why_words(ui, r));
        words(ui, inner, std::string(say(ui, Text::recovery_lead)), muted_text(ui));
        inner.cut_top(8);
        draw_findings(ui, inner, r);
        draw_ways_on(ui, inner, r);
    } else {
        const std::string doing = doing_words(ui, r);
        ui.node(ui.id("doing"), Role::status, {inner.x, inner.y, inner.w, 24}, doing);
        words(ui, inner, doing, quiet(muted_text(ui)));
    }
    ui.end_scroll(inner.y - top + 2 * ui.metrics.page);
}

} // namespace bb::ui
