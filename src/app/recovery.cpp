// When what was read at the start is not what was saved: everything that store and second copy
// still hold is gathered and shown, and nothing is written before the person has chosen.
#include "app/app_impl.h"

namespace bb {
namespace {

/// Above every request of the keeper.
constexpr std::uint32_t first_request = 0x80000000;
constexpr std::size_t names_shown = 200;

} // namespace

bool App::Impl::needs_recovery(RecoverySession::Why& why) const {
    using Why = RecoverySession::Why;
    const KeeperState kept = keeper.state();
    if (kept == KeeperState::unreadable) {
        why = keeper.fault() ? Why::closed : Why::damaged;
        return true;
    }
    if (kept == KeeperState::newer_schema || !sentinel) return false;
    if (keeper.saved_sequence() >= sentinel->sequence) return false;
    why = keeper.empty_at_open() ? Why::empty : Why::set_back;
    return true;
}

void App::Impl::start_recovery(RecoverySession::Why why) {
    state.phase = Phase::recovery;
    state.recovery = std::make_unique<RecoverySession>();
    state.recovery->why = why;
    found_export.reset();
    to_look_at.clear();
    for (const Source source : {Source::salvage, Source::spare})
        for (const Place place : {Place::meta, Place::shard, Place::journal})
            to_look_at.emplace_back(source, place);
    looking = first_request;
    look_on();
}

void App::Impl::look_on() {
    if (to_look_at.empty()) return weigh_what_was_found();
    const auto [source, place] = to_look_at.front();
    store.read_range(++looking, place, "0", "~", source);
}

void App::Impl::rows_read(std::uint32_t request, std::vector<StoredRow> rows) {
    if (request < first_request) return keeper.rows_read(request, std::move(rows));
    if (!state.recovery || request != looking) return;
    if (found_export) return found_picture_read(std::move(rows));
    if (to_look_at.empty()) return;
    const auto [source, place] = to_look_at.front();
    to_look_at.pop_front();
    Salvage& into = source == Source::spare ? state.recovery->spare : state.recovery->store;
    into.take(place, std::move(rows));
    changed = true;
    look_on();
}

void App::Impl::failed(std::uint32_t request, StoreFault fault) {
    if (request < first_request) return keeper.failed(request, fault);
    rows_read(request, {}); // what cannot be read is not there
}

void App::Impl::weigh_what_was_found() {
    RecoverySession& r = *state.recovery;
    r.all.join(r.store);
    r.all.join(r.spare);
    r.stage = RecoverySession::Stage::shown;
    changed = true;
    const std::uint64_t last =
        std::max(r.all.sequence(), sentinel ? sentinel->sequence : std::uint64_t{0});
    r.lost_entries = last - std::min(last, r.store.found_until());
    r.gap = last - std::min(last, r.all.found_until());
    r.missing = missing_names(r.all.records(), r.store.records(), names_shown, r.missing_count);
    r.customers_in_store = customers_named(r.store.records());
    r.customers_in_spare = customers_named(r.spare.records());
    r.customers = customers_named(r.all.records());
    // What is remembered may be older than the file, or say nothing of customers at all.
    const std::uint64_t remembered = sentinel ? sentinel->customers : 0;
    const std::uint64_t forgotten = remembered - std::min<std::uint64_t>(remembered, r.customers);
    r.unnamed = std::max(forgotten, r.all.customers_missing());
    r.lost = r.all.lost();
}

void App::Impl::add_to_recovery(Backup backup) {
    RecoverySession& r = *state.recovery;
    if (r.stage != RecoverySession::Stage::shown) return;
    r.all.add(backup.writes);
    for (auto& picture : backup.blobs) r.backup_pictures.push_back(std::move(picture));
    ++r.backups;
    weigh_what_was_found();
}

bool App::Impl::recovery_command(const Command& command) {
    if (!state.recovery) return false;
    RecoverySession& r = *state.recovery;
    if (std::get_if<ChooseBackup>(&command)) {
        host.pick_file(FilePurpose::restore_backup, ".bbk");
        return true;
    }
    if (std::get_if<DownloadBackup>(&command)) return export_found(), true;
    const bool shown = r.stage == RecoverySession::Stage::shown;
    if (std::get_if<CancelRestore>(&command)) return r.asks_anew = r.asks_anew && !shown, true;
    const auto* const anew = std::get_if<StartAnew>(&command);
    if (!anew && !std::get_if<RestoreFound>(&command)) return false;
    if (state.environment.writer_elsewhere) {
        complain({Text::error_only_in_writer, {}});
        return true;
    }
    if (!shown || r.all.newer()) return true;
    if (anew && !(anew->sure && r.asks_anew)) return r.asks_anew = true;
    begin_restoring(anew != nullptr);
    return true;
}

/// `anew`: into an empty file goes nothing of what was found but the settings.
void App::Impl::begin_restoring(bool anew) {
    RecoverySession& r = *state.recovery;
    r.stage = RecoverySession::Stage::restoring;
    r.asks_anew = anew;
    const std::uint64_t sequence =
        std::max(r.all.sequence(), sentinel ? sentinel->sequence : std::uint64_t{0}) + 1;
    for (const auto& [name, value] : r.all.settings()) keeper.put_setting(name, value);
    keeper.put_setting("started", "1");
    if (anew)
        keeper.restore_anew({}, sequence, r.all.newest());
    else
        keeper.restore_anew(std::move(r.all.records()), sequence, r.all.newest(),
                            std::move(r.backup_pictures));
}

void App::Impl::step_recovery() {
    if (!state.recovery || state.recovery->stage != RecoverySession::Stage::restoring) return;
    RecoverySession& r = *state.recovery;
    if (keeper.state() == KeeperState::restored) {
        keep_sentinel();
        r.stage = RecoverySession::Stage::looking; // until the page has gone
        to_look_at.clear();
        host.safety(SafetyCall::reload);
    } else if (keeper.state() == KeeperState::unreadable) {
        complain({Text::recovery_failed, {}});
        // As it was shown, with the backups that were added: it is to be exported.
        if (!r.asks_anew) r.all.records() = keeper.take_back(r.backup_pictures);
        r.stage = RecoverySession::Stage::shown;
        changed = true;
    }
}

} // namespace bb
