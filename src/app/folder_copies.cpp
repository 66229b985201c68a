// Automatic copies into a folder that the user chose: when one is due, and what becomes of it.
#include "app/app_impl.h"

#include "app/copy_names.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace bb {
namespace {

constexpr std::int64_t copy_every_ms = 3'600'000;
/// A folder in the network that is away, or a file that another program holds.
constexpr std::int64_t try_again_ms = 600'000;

} // namespace

void App::Impl::folder_news(std::string_view text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    FolderInfo& folder = state.folder;
    folder = {};
    copy_not_before = {};
    if (!json.is_object()) return;
    folder.available = json.value("available", false);
    folder.name = json.value("name", std::string());
    folder.may_write = json.value("permission", std::string()) == "granted";
    folder.files = json.value("files", std::vector<std::string>());
    find_last_copy();
}

void App::Impl::find_last_copy() {
    FolderInfo& folder = state.folder;
    folder.last_copy.reset();
    for (const std::string& file : folder.files)
        if (const auto at = copy_time(copies_series, file))
            folder.last_copy = std::max(folder.last_copy.value_or(*at), *at);
}

/// An hour after the last one when something has changed since; at once where there is none yet, or
/// none that the passcode in use opens.
void App::Impl::step_copies() {
    FolderInfo& folder = state.folder;
    // Before it is known whether the file is encrypted, no copy of it leaves.
    const bool can = state.storage.known && !folder.name.empty() && folder.may_write && !copying &&
                     keeper.saved_sequence() > 0 && keeper.all_saved() &&
                     !state.environment.sample_database;
    if (!can) return;
    const bool none_of_use = !folder.last_copy || copied_under != state.storage.lock;
    if (!none_of_use && keeper.saved_sequence() <= copied_through) return;
    const Instant after_last = none_of_use ? now() : Instant{folder.last_copy->ms + copy_every_ms};
    folder.next_copy = std::max(after_last, copy_not_before);
    if (now() < *folder.next_copy) return;
    folder.next_copy.reset();
    begin_copy();
}

void App::Impl::begin_copy() {
    copying = true;
    begin_backup(BackupFor::folder);
}

std::string App::Impl::new_copy_name() {
    if (copies_series.empty()) {
        copies_series = copy_series(host.random64());
        put_settings();
    }
    return copy_name(copies_series, now());
}

void App::Impl::folder_copied(const std::string& name) {
    copying = false;
    FolderInfo& folder = state.folder;
    folder.files.push_back(name);
    folder.last_copy = folder_taken.at;
    folder.failed = false;
    copied_under = state.storage.lock;
    copied_through = folder_taken.sequence;
    std::string old;
    for (const std::string& file : copies_to_remove(copies_series, folder.files)) {
        old += file + "\n";
        std::erase(folder.files, file);
    }
    if (!old.empty()) host.safety(SafetyCall::remove_from_folder, old);
    note_backup(folder_taken);
    tell_backup(folder_taken, Text::backup_folder_copied);
}

void App::Impl::folder_failed() {
    copying = false;
    copy_not_before = {now().ms + try_again_ms};
    // The settings go on saying it; each further try says nothing new.
    if (!std::exchange(state.folder.failed, true))
        complain({Text::backup_folder_failed, {state.folder.name}});
}

} // namespace bb
