// What keeps the file safe outside the store: the sentinel, the second copy, the browser's promise,
// automatic copies into a folder, encrypted backups.
#include "app/app_impl.h"

#include "app/copy_names.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace bb {
namespace {

constexpr std::uint64_t edits_before_asking = 20;
constexpr std::int64_t copy_every_ms = 3'600'000;

nlohmann::json object_of(std::string_view text) {
    auto json = nlohmann::json::parse(text, nullptr, false);
    return json.is_object() ? json : nlohmann::json::object();
}

} // namespace

void App::Impl::keep_sentinel() {
    Sentinel now_kept;
    now_kept.sequence = keeper.saved_sequence();
    if (sentinel && now_kept.sequence < sentinel->sequence) return; // it never forgets
    now_kept.customers = records().live_count(RecordType::customer);
    now_kept.last_backup = state.last_backup;
    const std::string text = now_kept.to_text();
    if (text == sentinel_text) return;
    sentinel_text = text;
    host.safety(SafetyCall::keep_sentinel, text);
}

void App::Impl::step_safety() {
    if (state.phase != Phase::ready || keeper.state() != KeeperState::ready) return;
    if (keeper.all_saved() && keeper.saved_sequence() > 0) keep_sentinel();
    if (!spare_follows) {
        spare_follows = true;
        host.safety(SafetyCall::follow_with_spare, std::to_string(keeper.saved_sequence()));
    }
    if (!persist_asked && state.storage.known && !state.storage.persisted &&
        !state.environment.sample_database && keeper.saved_sequence() >= edits_before_asking) {
        persist_asked = true;
        host.safety(SafetyCall::ask_persist);
    }
    const bool shown = state.view == View::settings;
    if (std::exchange(storage_shown, shown) != shown && shown) {
        host.safety(SafetyCall::look_at_storage);
    }
    const FolderInfo& folder = state.folder;
    // Before it is known whether the file is encrypted, no copy of it leaves.
    const bool due = state.storage.known && !folder.name.empty() && folder.may_write &&
                     !folder.failed && !copying && state.changes_since_backup > 0 &&
                     keeper.all_saved() && backup_wanted == BackupFor::none &&
                     (!folder.last_copy || now().ms - folder.last_copy->ms >= copy_every_ms) &&
                     now().ms - copy_tried.ms >= copy_every_ms / 60;
    if (!due) return;
    copying = true;
    copy_tried = now();
    backup_wanted = BackupFor::folder;
}

void App::Impl::news(const SafetyNews& news) {
    using What = SafetyNews::What;
    switch (news.what) {
    case What::storage: return storage_news(news.text);
    case What::folder: return folder_news(news.text);
    case What::folder_copied: return folder_copied(news.text);
    case What::folder_failed:
        copying = false;
        state.folder.failed = true;
        return complain({Text::backup_folder_failed, {state.folder.name}});
    case What::unsealed: return take_backup(read_backup_content(news.bytes));
    case What::sealed_saved: note_backup(); return tell(Text::settings_backup_made);
    case What::from_tab: return message_from_tab(news.bytes);
    }
}

void App::Impl::storage_news(std::string_view text) {
    const auto json = object_of(text);
    StorageInfo& s = state.storage;
    s.known = true;
    s.persisted = json.value("persisted", false);
    s.keeps = json.value("keeps", true);
    s.usage = json.value("usage", std::uint64_t{0});
    s.quota = json.value("quota", std::uint64_t{0});
    s.spare = json.value("spare", std::string());
    s.sealed = json.value("sealed", false);
}

void App::Impl::folder_news(std::string_view text) {
    const auto json = object_of(text);
    FolderInfo& folder = state.folder;
    folder = {};
    folder.available = json.value("available", false);
    folder.name = json.value("name", std::string());
    folder.may_write = json.value("permission", std::string()) == "granted";
    folder.files = json.value("files", std::vector<std::string>());
    for (const std::string& file : folder.files)
        if (const auto at = copy_time(file); at && (!folder.last_copy || *at > *folder.last_copy))
            folder.last_copy = at;
}

void App::Impl::folder_copied(const std::string& name) {
    copying = false;
    FolderInfo& folder = state.folder;
    folder.files.push_back(name);
    folder.last_copy = now();
    folder.failed = false;
    std::string old;
    for (const std::string& file : copies_to_remove(folder.files)) {
        old += file + "\n";
        std::erase(folder.files, file);
    }
    if (!old.empty()) host.safety(SafetyCall::remove_from_folder, old);
    note_backup();
    tell(Text::backup_folder_copied);
}

bool App::Impl::safety_command(const Command& command) {
    if (std::get_if<SaveAgain>(&command)) return keeper.try_again(), true;
    if (std::get_if<AskPersist>(&command)) return host.safety(SafetyCall::ask_persist), true;
    if (std::get_if<OpenLockPage>(&command)) return host.safety(SafetyCall::open_lock_page), true;
    if (std::get_if<LockNow>(&command)) return host.safety(SafetyCall::reload), true;
    if (std::get_if<ChooseFolder>(&command)) return host.safety(SafetyCall::choose_folder), true;
    if (std::get_if<AllowFolder>(&command)) return host.safety(SafetyCall::allow_folder), true;
    if (std::get_if<ForgetFolder>(&command)) return host.safety(SafetyCall::forget_folder), true;
    if (std::get_if<CopyToFolder>(&command)) {
        if (state.folder.name.empty() || copying || !state.file || !state.storage.known)
            return true;
        state.folder.failed = false;
        copying = true;
        backup_wanted = BackupFor::folder;
        return true;
    }
    if (const auto* cover = std::get_if<CoverScreen>(&command)) {
        state.covered = cover->on;
        return true;
    }
    return false;
}

bool App::at_stake() const {
    const Keeper& keeper = impl_->keeper;
    const bool stuck = keeper.state() == KeeperState::frozen ||
                       (keeper.state() == KeeperState::unreadable && impl_->state.file);
    return impl_->state.handover_late || (stuck && keeper.unsaved_count() > 0);
}

bool App::unsaved() const {
    const Keeper& keeper = impl_->keeper;
    // Settings of a tab that only follows are never written by it.
    const bool writing = keeper.state() == KeeperState::ready && !keeper.all_saved();
    const bool handing = impl_->state.following && keeper.unsaved_count() > 0;
    return at_stake() || writing || handing;
}

} // namespace bb
