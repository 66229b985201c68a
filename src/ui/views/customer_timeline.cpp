// What happened with a customer: a line to write, the hint of its region, activities newest first;
// and the history of every value.
#include "ui/views/customer_panel.h"

#include "app/activity_rules.h"
#include "app/command.h"
#include "app/readable_value.h"
#include "ui/views/page.h"
#include "ui/views/record_form.h"

#include <algorithm>

namespace bb::ui {
namespace {

float draw_composer(Ui& ui, const Rect& rect, const RecordView& record) {
    if (ui.state.read_only || record.deleted()) return 0;
    const auto kept = ui.state.note_drafts.find(record.id());
    const NoteDraft shown = kept == ui.state.note_drafts.end() ? NoteDraft{} : kept->second;
    NoteDraft draft = shown;
    std::string& kind = draft.kind;
    Rect at = rect;
    const Rect box = at.cut_top(76);
    at.y = box.bottom() + 8;
    const FieldResult typed = field(ui, box,
                                    {.key = "note",
                                     .label = ui.say(Text::timeline_write),
                                     .value = shown.summary,
                                     .placeholder = ui.say(Text::timeline_write_hint),
                                     .multiline = true,
                                     .live = true});
    if (typed.text) draft.summary = *typed.text;
    Rect row{rect.x, at.y, rect.w, ui.metrics.control};
    const ButtonSpec add{.key = "note_add",
                         .label = ui.say(Text::timeline_add),
                         .kind = ButtonKind::primary,
                         .enabled = !shown.summary.empty()};
    const Rect button_place = row.cut_right(button_width(ui, add));
    row.cut_right(8);
    const Rect kind_place = row.cut_left(std::min(110.0f, row.w * 0.45f));
    row.cut_left(8);
    const FieldInfo& info = *field_of(RecordType::activity, activity::kind);
    const auto picked =
        combo(ui, kind_place,
              {.key = "note_kind",
               .label = ui.say(info.label),
               .value = kind,
               .shown = choice_words(ui, RecordType::activity, activity::kind, kind)},
              [&] {
                  std::vector<ChoiceItem> items;
                  for (const Choice& choice : info.choices)
                      items.push_back({std::string(choice.key), std::string(ui.say(choice.label))});
                  return items;
              });
    if (picked) kind = *picked;
    const FieldResult date = field(ui, row,
                                   {.key = "note_next",
                                    .label = ui.say(Text::timeline_next),
                                    .value = shown.next_date,
                                    .kind = FieldKind::date,
                                    .placeholder = ui.say(Text::timeline_next),
                                    .live = true});
    if (date.text) draft.next_date = *date.text;
    if (draft != shown) ui.send(DraftNote{record.id(), draft});
    if (button(ui, button_place, add)) ui.send(AddDraftedNote{record.id()});
    if (ui.state.note_drafts_unsaved) ui.wake_in(1000);
    return 76 + 8 + ui.metrics.control + 16;
}

float draw_activity(Ui& ui, const Rect& rect, const RecordView& view, bool last) {
    const Palette& p = *ui.palette;
    const int offset = ui.state.environment.utc_offset_minutes;
    const Rect body{rect.x + 24, rect.y, rect.w - 24, 0};
    const std::string kind =
        choice_words(ui, RecordType::activity, activity::kind, view.value(activity::kind));
    const std::string words =
        kind + std::string(ui.say(Text::joint_colon)) + std::string(view.value(activity::summary));
    const float height = paragraph(ui, body, words);
    std::string when;
    if (const auto at = Instant::parse(view.value(activity::at)))
        when = at->date_at(offset).to_text() + " " + at->clock_at(offset);
    if (const auto next = view.value(activity::next_date); !next.empty())
        when += " · " + ui.say(Text::timeline_next_on, {std::string(next)});
    if (const auto outcome = view.value(activity::outcome); !outcome.empty())
        when += " · " + std::string(outcome);
    TextStyle small = small_text(ui);
    small.size = 12;
    text(ui, {body.x, rect.y + height, body.w, 18}, when, small);
    const float total = height + 18 + 14;
    if (!last) fill(ui, {rect.x + 6, rect.y + 10, 2, total}, p.line);
    if (ui.visible({rect.x, rect.y, 14, 20})) {
        ui.draw().AddCircleFilled({rect.x + 7, rect.y + 10}, 5, colour(p.panel));
        ui.draw().AddCircle({rect.x + 7, rect.y + 10}, 5, colour(p.accent), 0, 2);
    }
    return total;
}

/// What a field was set to, its name at the left. Returns the height.
float draw_write(Ui& ui, const Rect& rect, std::string_view label, std::string_view value,
                 bool lost) {
    constexpr float label_width = 124;
    constexpr float gap = 8;
    const Rect name{rect.x, rect.y + gap / 2 + 2, label_width - gap, 0}; // on one base line
    Rect words{rect.x + label_width, rect.y + gap / 2, rect.w - label_width, 0};
    const float name_height = paragraph(ui, name, label, small_text(ui));
    const TextStyle faint{.colour = ui.palette->faint};
    float height = value.empty() ? paragraph(ui, words, ui.say(Text::history_emptied), faint)
                                 : paragraph(ui, words, value);
    words.y += height;
    if (lost)
        height += paragraph(ui, words, ui.say(Text::history_conflict),
                            {.size = 12, .colour = ui.palette->red});
    return std::max(name_height, height) + gap;
}

} // namespace

float draw_timeline(Ui& ui, const Rect& rect, const RecordView& record) {
    const Workspace& records = ui.state.records();
    Rect at = rect;
    const std::string_view country = record.value(customer::country);
    if (const float used = region_hint(ui, at, country); used > 0) at.y += used + 16;
    at.y += draw_composer(ui, at, record);
    const std::vector<RecordView> activities = timeline_of(records, record.id());
    for (std::size_t i = 0; i < activities.size(); ++i)
        at.y += draw_activity(ui, at, activities[i], i + 1 == activities.size());
    if (activities.empty()) {
        at.y += paragraph(ui, at, ui.say(Text::timeline_empty), muted_text(ui));
    }
    return at.y - rect.y;
}

float draw_history(Ui& ui, const Rect& rect, RecordType type, RecordId id) {
    const Workspace& records = ui.state.records();
    const std::vector<Write> conflicts = records.conflicts(type, id);
    const int offset = ui.state.environment.utc_offset_minutes;
    Rect at = rect;
    at.y += paragraph(ui, at, ui.say(Text::history_about), small_text(ui)) + 4;
    std::string minute;
    for (const Write& write : records.history(type, id)) {
        const FieldInfo* info = field_of(type, write.field);
        if (!info || info->type == FieldType::snapshot || write.field == common::order_key)
            continue;
        const Instant when{write.stamp.ms()};
        std::string moment = when.date_at(offset).to_text() + " " + when.clock_at(offset);
        if (moment != minute) {
            minute = std::move(moment);
            text(ui, {at.x, at.y + 14, at.w, 22}, minute, muted_text(ui));
            fill(ui, {at.x, at.y + 39, at.w, 1}, ui.palette->line_soft);
            at.y += 44;
        }
        const bool lost = std::find(conflicts.begin(), conflicts.end(), write) != conflicts.end();
        std::string value = readable_value(records, *info, write.value, ui.state.language, offset);
        at.y += draw_write(ui, at, ui.say(info->label), value, lost);
    }
    return at.y - rect.y;
}

} // namespace bb::ui
