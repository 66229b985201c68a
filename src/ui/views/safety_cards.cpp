// Where the file is kept and copied: the folder for automatic copies, the browser's promise,
// encryption at rest, the screen cover.
#include "ui/views/safety_cards.h"

#include "ui/views/page.h"
#include "ui/views/views.h"

#include <algorithm>

namespace bb::ui {
namespace {

float card_head(Ui& ui, Rect& inner, std::string_view title, std::string_view about) {
    const float top = inner.y;
    heading(ui, {inner.x, inner.y, inner.w, 28}, title, 2, ui.metrics.text + 1);
    inner.y += 28;
    inner.y += paragraph(ui, inner, about, muted_text(ui)) + 12;
    return top;
}

std::string local_time(const Ui& ui, Instant at) {
    const int offset = ui.state.environment.utc_offset_minutes;
    return at.date_at(offset).to_text() + " " + at.clock_at(offset);
}

std::string amount(std::uint64_t bytes) {
    constexpr std::uint64_t mega = 1024 * 1024;
    constexpr std::uint64_t giga = 1024 * mega;
    return bytes < giga ? grouped_count(bytes / mega) + " MB" : grouped_count(bytes / giga) + " GB";
}

/// Returns the height.
float draw_folder_state(Ui& ui, Rect rect, const FolderInfo& folder) {
    if (!folder.may_write)
        return paragraph(ui, rect, ui.say(Text::backup_folder_asks, {folder.name}));
    const float height =
        paragraph(ui, rect,
                  folder.last_copy ? ui.say(Text::backup_folder_last,
                                            {folder.name, local_time(ui, *folder.last_copy)})
                                   : ui.say(Text::backup_folder_no_copy, {folder.name}));
    if (!folder.failed) return height;
    rect.y += height + 4;
    return height + 4 +
           paragraph(ui, rect, ui.say(Text::backup_folder_retry), {.colour = ui.palette->red});
}

} // namespace

float draw_folder(Ui& ui, const Rect& rect) {
    return growing_card(ui, rect, "folder_card", [&](Rect inner) {
        const FolderInfo& folder = ui.state.folder;
        const bool can = folder.available || !folder.name.empty();
        const float top =
            card_head(ui, inner, ui.say(Text::backup_folder),
                      ui.say(can ? Text::backup_folder_about : Text::backup_folder_unavailable));
        if (ui.state.environment.sample_database) {
            inner.y += paragraph(ui, inner, ui.say(Text::backup_folder_sample));
            return inner.y - top;
        }
        if (!can) return inner.y - 12 - top;
        if (!folder.name.empty()) inner.y += draw_folder_state(ui, inner, folder) + 12;
        ButtonFlow flow{inner, inner.x, inner.y};
        const bool writer = !ui.state.following;
        if (!folder.name.empty() && !folder.may_write) {
            const std::string allow = ui.say(Text::backup_folder_allow, {folder.name});
            if (flow.add(ui, {.key = "allow", .label = allow, .kind = ButtonKind::primary}))
                ui.send(AllowFolder{});
        }
        if (!folder.name.empty() && folder.may_write &&
            flow.add(ui, {.key = "copy",
                          .label = ui.say(Text::backup_folder_now),
                          .kind = ButtonKind::primary,
                          .enabled = writer}))
            ui.send(CopyToFolder{});
        if (flow.add(ui, {.key = "choose", .label = ui.say(Text::backup_folder_choose)}))
            ui.send(ChooseFolder{});
        if (!folder.name.empty() && flow.add(ui, {.key = "stop",
                                                  .label = ui.say(Text::backup_folder_stop),
                                                  .kind = ButtonKind::quiet}))
            ui.send(ForgetFolder{});
        return flow.y + ui.metrics.control - top;
    });
}

float draw_storage(Ui& ui, const Rect& rect) {
    return growing_card(ui, rect, "storage_card", [&](Rect inner) {
        const StorageInfo& s = ui.state.storage;
        const float top =
            card_head(ui, inner, ui.say(Text::storage_title),
                      ui.say(s.persisted ? Text::storage_persisted : Text::storage_not_persisted));
        const Text spare = s.spare == "following"                 ? Text::storage_spare_following
                           : s.spare.empty() || s.spare == "none" ? Text::storage_spare_none
                                                                  : Text::storage_spare_behind;
        std::string words(ui.say(spare));
        if (s.quota > 0)
            words += " " + ui.say(Text::storage_usage,
                                  {amount(s.usage), amount(s.quota - std::min(s.quota, s.usage))});
        inner.y += paragraph(ui, inner, words) + 12;
        ButtonFlow flow{inner, inner.x, inner.y};
        if (!s.persisted && flow.add(ui, {.key = "persist", .label = ui.say(Text::storage_ask)}))
            ui.send(AskPersist{});
        if (flow.add(ui, {.key = "cover", .label = ui.say(Text::cover_now)}))
            ui.send(CoverScreen{true});
        return flow.y + ui.metrics.control - top;
    });
}

float draw_lock(Ui& ui, const Rect& rect) {
    return growing_card(ui, rect, "lock_card", [&](Rect inner) {
        const bool sealed = ui.state.storage.sealed;
        const float top = card_head(ui, inner, ui.say(Text::lock_title),
                                    ui.say(sealed ? Text::lock_on_about : Text::lock_off_about));
        ButtonFlow flow{inner, inner.x, inner.y};
        // Both leave the page, and what is not saved with it.
        const bool saved = ui.state.keeper->unsaved_count() == 0;
        if (sealed &&
            flow.add(ui, {.key = "now", .label = ui.say(Text::lock_now), .enabled = saved}))
            ui.send(LockNow{});
        const Text open = sealed ? Text::lock_manage : Text::lock_set_up;
        if (flow.add(ui, {.key = "open", .label = ui.say(open), .enabled = saved}))
            ui.send(OpenLockPage{});
        return flow.y + ui.metrics.control - top;
    });
}

void draw_cover(Ui& ui, const Rect& area) {
    if (empty_state(ui, area,
                    {.icon = Icon::book_open,
                     .title = ui.say(Text::cover_title),
                     .advice = ui.say(Text::cover_about),
                     .action = {.key = "lift", .label = ui.say(Text::cover_lift)}}))
        ui.send(CoverScreen{false});
}

} // namespace bb::ui
