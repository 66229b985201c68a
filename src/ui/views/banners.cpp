// What must stay in sight while it lasts: not saved, read only, sample data, a new version; the
// toast that passes; and the dialog of a restore.
#include "ui/views/views.h"

#include <algorithm>

namespace bb::ui {
namespace {

struct Banner {
    std::string_view key;
    std::string words;
    std::string action = {};
    Command command = Undo{};
    bool alarm = false;
    std::string second = {}; // another way out
    Command second_command = Undo{};
};

/// Edits are at stake: a backup can be taken.
Banner alarm(const Ui& ui, std::string_view key, std::string words) {
    return {.key = key,
            .words = std::move(words),
            .action = std::string(ui.say(Text::settings_backup_now)),
            .command = DownloadBackup{},
            .alarm = true};
}

Banner frozen(const Ui& ui) {
    const Keeper& keeper = *ui.state.keeper;
    Banner banner =
        alarm(ui, "frozen",
              ui.say(Text::shell_not_saved_title, {grouped_count(keeper.unsaved_count())}) + " " +
                  std::string(ui.say(Text::shell_not_saved_advice)));
    if (keeper.can_try_again()) banner.second = ui.say(Text::shell_save_again);
    banner.second_command = SaveAgain{};
    return banner;
}

std::vector<Banner> banners_of(const Ui& ui) {
    const AppState& s = ui.state;
    const auto words = [&](Text text) { return std::string(ui.say(text)); };
    std::vector<Banner> list;
    if (!s.keeper) return list;
    const KeeperState kept = s.keeper->state();
    if (kept == KeeperState::frozen) list.push_back(frozen(ui));
    if (kept == KeeperState::unreadable)
        list.push_back(alarm(ui, "lost", words(Text::error_followed_lost)));
    if (s.storage.known && !s.storage.keeps)
        list.push_back(alarm(ui, "keeps_nothing", words(Text::shell_keeps_nothing)));
    if (s.handover_late)
        list.push_back(alarm(ui, "handover_late",
                             ui.say(Text::tabs_late, {grouped_count(s.keeper->unsaved_count())})));
    else if (s.following)
        list.push_back({.key = "other_tab", .words = words(Text::shell_other_tab)});
    if (kept == KeeperState::newer_schema)
        list.push_back({.key = "newer", .words = words(Text::shell_newer_schema)});
    if (s.environment.sample_database)
        list.push_back({.key = "sample",
                        .words = words(Text::shell_sample_banner),
                        .action = words(Text::shell_sample_leave),
                        .command = OpenSample{false}});
    if (s.update_waiting)
        list.push_back({.key = "update",
                        .words = words(Text::shell_update_waiting),
                        .action = words(Text::shell_update_now),
                        .command = ApplyUpdate{}});
    return list;
}

void draw_banner(Ui& ui, Rect& area, const Banner& banner) {
    const Palette& p = *ui.palette;
    const std::uint32_t ink = banner.alarm ? p.red : p.text;
    const ButtonSpec action{.key = banner.key, .label = banner.action, .kind = ButtonKind::quiet};
    const std::string second_key = std::string(banner.key) + "_second";
    const ButtonSpec second{.key = second_key, .label = banner.second, .kind = ButtonKind::quiet};
    const float second_space = banner.second.empty() ? 0 : button_width(ui, second) + 8;
    const float first_space = banner.action.empty() ? 0 : button_width(ui, action) + 8;
    const TextStyle style{.size = 13, .colour = ink, .quiet = true};
    const float whole = area.w - 2 * ui.metrics.page;
    const auto height_of = [&](float width) {
        return paragraph(ui, {0, 0, std::max(width, 1.0f), 0}, banner.words, style, true);
    };
    // On a narrow screen the buttons stand below the words where that takes less room.
    float button_space = first_space + second_space;
    const float line = ui.metrics.control + 8;
    const bool below = height_of(whole - button_space) > height_of(whole) + line;
    if (below) button_space = 0;
    const float words = height_of(whole - button_space);
    const float buttons_below = below ? line : 0;
    const Rect rect = area.cut_top(std::max(words + 16, ui.touch ? 48.0f : 40.0f) + buttons_below);
    fill(ui, rect, banner.alarm ? p.red_ground : p.amber_ground);
    line_below(ui, rect, p.line);
    Rect inner = rect.inset(ui.metrics.page, 0);
    ui.node(ui.id(std::string(banner.key) + "_words"), banner.alarm ? Role::alert : Role::status,
            inner, banner.words);
    Rect buttons = below ? inner.cut_bottom(buttons_below) : inner.cut_right(button_space);
    // Below the words their own words begin where those do.
    if (below) buttons.x -= button_padding;
    const auto place = [&](float space) {
        Rect at = buttons.cut_left(space).middle(32);
        at.w -= 8; // between two
        if (!below) at.x += 8;
        return at;
    };
    if (second_space > 0 && button(ui, place(second_space), second)) ui.send(banner.second_command);
    if (first_space > 0 && button(ui, place(first_space), action)) ui.send(banner.command);
    paragraph(ui, inner.middle(words), banner.words, style);
}

} // namespace

Rect draw_banners(Ui& ui, Rect area) {
    // How long the other tab has not answered.
    if (ui.state.following && !ui.state.keeper->all_saved()) ui.wake_in(1000);
    ui.push_id("banners");
    for (const Banner& banner : banners_of(ui)) draw_banner(ui, area, banner);
    ui.pop_id();
    return area;
}

namespace {

/// The sidebar is there: what is said of the content stands in the middle of the content.
bool beside_navigation(const Ui& ui) {
    const AppState& s = ui.state;
    return !ui.phone && !s.covered && (s.phase == Phase::ready || s.import != nullptr);
}

} // namespace

void draw_toast(Ui& ui) {
    const AppState& s = ui.state;
    if (!s.toast && !s.job) return;
    const Palette& p = *ui.palette;
    const bool failure = s.toast && s.toast->failure;
    const std::string words = s.job ? std::string(ui.say(s.job->label)) : ui.say(s.toast->says);
    const TextStyle style{.colour = p.text, .quiet = true};
    const ButtonSpec undo{
        .key = "undo", .label = ui.say(Text::shell_undo), .kind = ButtonKind::quiet};
    const ButtonSpec cancel{
        .key = "cancel", .label = ui.say(Text::shell_cancel), .kind = ButtonKind::quiet};
    const bool offers_undo = s.toast && !s.job && s.toast->offers_undo;
    const float buttons = s.job         ? button_width(ui, cancel)
                          : offers_undo ? button_width(ui, undo) + 40
                                        : 40.0f;
    const float sidebar = beside_navigation(ui) ? ui.metrics.nav : 0;
    const float room = ui.screen.w - sidebar;
    const float most = std::min(room - 32, 640.0f);
    const float natural = text_width(ui, words) + 2;
    const float text_space = std::min(natural, most - 52 - buttons);
    const float height = paragraph(ui, {0, 0, text_space, 0}, words, style, true) + 20;
    const float below = ui.phone ? 72 + s.environment.safe_bottom : 24.0f;
    const float width = text_space + 52 + buttons;
    const Rect box{sidebar + (room - width) / 2, ui.screen.h - below - std::max(height, 48.0f),
                   width, std::max(height, 48.0f)};
    ImGui::SetNextWindowPos(box.min());
    ImGui::SetNextWindowSize({box.w, box.h});
    ImGui::Begin("toast", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing);
    ui.cover(box);
    ui.open(ui.id("group"), Role::group, box, ui.say(Text::shell_message));
    ui.node(ui.id("words"), failure ? Role::alert : Role::status, box, words);
    fill(ui, box, p.panel, 10);
    outline(ui, box, failure ? p.red : p.line, 10);
    Rect inner = box.inset(14, 0);
    icon(ui, inner.cut_left(18),
         failure ? Icon::warning
         : s.job ? Icon::clock
                 : Icon::check,
         failure ? p.red : p.accent, 18);
    inner.cut_left(10);
    if (s.job) {
        if (button_right(ui, inner, cancel)) ui.send(CancelJob{});
    } else {
        if (icon_button(ui, inner.cut_right(32).middle(32), "close", Icon::x,
                        ui.say(Text::shell_dismiss)))
            ui.send(DismissToast{});
        if (offers_undo && button_right(ui, inner, undo)) {
            ui.send(Undo{});
            ui.send(DismissToast{});
        }
        ui.wake_in(static_cast<int>(
            std::max<std::int64_t>(16, s.toast->until.ms - s.environment.now.ms + 16)));
    }
    paragraph(ui, Rect{inner.x, inner.y, text_space + 1, inner.h}.middle(height - 20), words,
              style);
    ui.close();
    ImGui::End();
}

void draw_dialogs(Ui& ui) {
    if (!ui.state.restore) return;
    const RestoreSession& r = *ui.state.restore;
    const Palette& p = *ui.palette;
    const int offset = ui.state.environment.utc_offset_minutes;
    const std::string words = ui.say(
        Text::settings_restore_counts,
        {r.backup.made_at.date_at(offset).to_text() + " " + r.backup.made_at.clock_at(offset),
         grouped_count(r.backup.customers), grouped_count(r.counts.created),
         grouped_count(r.counts.changed), grouped_count(r.counts.removed)});
    const bool shrinks = r.shrinks;
    const std::string sure =
        ui.say(Text::restore_shrinks_sure, {grouped_count(r.counts.removed_customers)});
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({ui.screen.w, ui.screen.h});
    ImGui::Begin("dialog", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoNav);
    ui.draw().AddRectFilled({0, 0}, ui.screen.max(), colour(p.scrim, 0.45f));
    const float width = std::min(ui.screen.w - 32, 460.0f);
    const float text_height = paragraph(ui, {0, 0, width - 48, 0}, words, {}, true);
    const float warn_height = shrinks
                                  ? paragraph(ui, {0, 0, width - 48, 0},
                                              ui.say(Text::settings_restore_shrinks), {}, true) +
                                        12 + ui.metrics.control
                                  : 0;
    const Rect box = ui.screen.centred(width, 24 + 32 + 8 + text_height + warn_height + 24 +
                                                  ui.metrics.control + 24);
    ui.open(ui.id("restore"), Role::dialog, box, ui.say(Text::action_restore_backup), node_modal);
    card(ui, box);
    Rect inner = box.inset(24);
    heading(ui, inner.cut_top(32), ui.say(Text::action_restore_backup), 2, 18);
    inner.cut_top(8);
    paragraph(ui, inner.cut_top(text_height), words);
    if (shrinks) {
        inner.cut_top(12);
        paragraph(ui, inner.cut_top(warn_height - 12 - ui.metrics.control),
                  ui.say(Text::settings_restore_shrinks), {.colour = p.red});
        const bool accepts = r.accepts_shrinking;
        if (toggle(ui, inner.cut_top(ui.metrics.control), "sure", sure, accepts))
            ui.send(AcceptShrinking{!accepts});
    }
    Rect bar = inner.cut_bottom(ui.metrics.control);
    if (button_right(ui, bar,
                     {.key = "confirm",
                      .label = ui.say(Text::settings_restore_confirm),
                      .kind = ButtonKind::primary,
                      .enabled = !shrinks || r.accepts_shrinking}))
        ui.send(ConfirmRestore{});
    if (button_right(ui, bar, {.key = "cancel", .label = ui.say(Text::shell_cancel)}) ||
        ui.key(0, "Escape"))
        ui.send(CancelRestore{});
    ui.close();
    ImGui::End();
}

} // namespace bb::ui
