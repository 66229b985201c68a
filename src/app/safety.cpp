// What keeps the file safe outside the store: the sentinel, the second copy, the browser's promise,
// encrypted backups.
#include "app/app_impl.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace bb {
namespace {

constexpr std::uint64_t edits_before_asking = 20;

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
    state.folder.next_copy.reset();
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
    step_copies();
}

void App::Impl::news(const SafetyNews& news) {
    using What = SafetyNews::What;
    switch (news.what) {
    case What::storage: return storage_news(news.text);
    case What::folder: return folder_news(news.text);
    case What::folder_copied: return folder_copied(news.text);
    case What::folder_failed: return folder_failed();
    case What::unsealed: return take_backup(read_backup_content(news.bytes));
    case What::sealed_saved:
        note_backup(sealed_taken);
        return tell_backup(sealed_taken, Text::settings_backup_made);
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
    s.lock = json.value("lock", std::string());
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
        const bool can = !state.folder.name.empty() && !state.environment.sample_database;
        if (can && !copying && state.file && state.storage.known) begin_copy();
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
