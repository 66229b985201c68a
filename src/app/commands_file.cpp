// The file as a whole: backup, restore by merge, readable exports.
#include "app/app_impl.h"

#include <algorithm>
#include <utility>

namespace bb {
namespace {

std::string stamped_name(std::string_view stem, const Environment& environment,
                         std::string_view extension) {
    std::string clock = environment.now.clock_at(environment.utc_offset_minutes);
    std::erase(clock, ':');
    return std::string(stem) + "-" + environment.today().to_text() + "-" + clock +
           std::string(extension);
}

} // namespace

std::vector<std::string> picture_names(const Workspace& records) {
    std::vector<std::string> names;
    for (const RecordType type : all_record_types)
        for (const FieldInfo& field : info_of(type).fields) {
            if (field.type != FieldType::picture) continue;
            for (Row row = 0; row < records.row_count(type); ++row)
                if (const auto name = records.at(type, row).value(field.number); !name.empty())
                    names.emplace_back(name);
        }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

/// One that is asked for while another waits is made with it.
void App::Impl::begin_backup(BackupFor purpose) {
    if (backups_wanted.empty()) backup_pictures.clear();
    keeper.look_again_for_pictures(); // what could not be read before may be readable now
    backups_wanted.insert(purpose);
}

void App::Impl::write_backups_now() {
    bool waiting = false;
    BackupTaken taken{now(), changes_made, file().last_sequence(), 0};
    for (const std::string& name : picture_names(records())) {
        if (backup_pictures.contains(name)) continue;
        keeper.want_picture(name);
        if (const Bytes* bytes = keeper.picture(name))
            backup_pictures[name] = *bytes;
        else if (keeper.picture_missing(name))
            ++taken.lacks;
        else
            waiting = true; // its answer comes; then again
    }
    if (waiting) return;
    for (const BackupFor purpose : std::exchange(backups_wanted, {})) hand_out(purpose, taken);
    backup_pictures.clear();
}

void App::Impl::hand_out(BackupFor purpose, const BackupTaken& taken) {
    std::vector<std::pair<std::string, const Bytes*>> blobs;
    for (const auto& [name, bytes] : backup_pictures) blobs.emplace_back(name, &bytes);
    const std::string name = stamped_name("buyerbook", state.environment, ".bbk");
    if (purpose == BackupFor::download) {
        host.save_file(name, "application/octet-stream", write_backup(file(), blobs, now()));
        note_backup(taken);
        tell_backup(taken, Text::settings_backup_made);
    } else if (purpose == BackupFor::sealed) {
        sealed_taken = taken; // it is saved after the passphrase was given
        host.safety(SafetyCall::save_sealed, name, backup_content(file(), blobs, now()));
    } else {
        folder_taken = taken; // it is noted once it was read back
        const bool sealed = state.storage.sealed;
        host.safety(
            sealed ? SafetyCall::seal_to_folder : SafetyCall::copy_to_folder, new_copy_name(),
            sealed ? backup_content(file(), blobs, now()) : write_backup(file(), blobs, now()));
    }
}

void App::Impl::note_backup(const BackupTaken& taken) {
    state.last_backup = std::max(state.last_backup.value_or(taken.at), taken.at);
    // What was changed since its content was taken is not in it.
    state.changes_since_backup = std::min(state.changes_since_backup, changes_made - taken.changes);
    followed_at_backup = keeper.saved_sequence();
    save_settings();
}

void App::Impl::tell_backup(const BackupTaken& taken, Text made) {
    if (taken.lacks == 0) return tell(made);
    complain({Text::settings_backup_lacks, {grouped_count(taken.lacks)}});
}

void App::Impl::file_bytes(const FileBytes& arrived) {
    host.release_file(arrived.token);
    Result<Backup> backup = read_backup(arrived.bytes);
    if (!backup && backup.error().text == Text::error_backup_encrypted)
        return host.safety(SafetyCall::unseal, {}, arrived.bytes);
    take_backup(std::move(backup));
}

void App::Impl::take_backup(Result<Backup> backup) {
    if (!backup) return complain(backup.error());
    if (state.recovery) return add_to_recovery(std::move(*backup));
    if (!state.file) return;
    state.restore.emplace();
    RestoreSession& restore = *state.restore;
    restore.counts = file().preview_merge(backup->writes);
    restore.backup = std::move(*backup);
    constexpr std::size_t many = 50, one_in = 20;
    const std::size_t removed = restore.counts.removed_customers;
    restore.shrinks =
        removed > many || removed * one_in > records().live_count(RecordType::customer);
}

bool App::Impl::file_command(const Command& command) {
    if (std::get_if<DownloadBackup>(&command)) return begin_backup(BackupFor::download), true;
    if (std::get_if<DownloadSealedBackup>(&command)) return begin_backup(BackupFor::sealed), true;
    if (std::get_if<ChooseBackup>(&command)) {
        if (may_write_here()) host.pick_file(FilePurpose::restore_backup, ".bbk");
        return true;
    }
    if (std::get_if<CancelRestore>(&command)) return state.restore.reset(), true;
    if (const auto* accept = std::get_if<AcceptShrinking>(&command)) {
        if (state.restore) state.restore->accepts_shrinking = accept->yes;
        return true;
    }
    if (std::get_if<ConfirmRestore>(&command)) {
        if (!state.restore || !may_write_here()) return true;
        if (state.restore->shrinks && !state.restore->accepts_shrinking) return true;
        for (auto& [name, bytes] : state.restore->backup.blobs)
            file().attach_blob(std::move(name), std::move(bytes));
        const auto counts =
            file().merge(state.restore->backup.writes, Text::action_restore_backup, now());
        count_changes(counts.created + counts.changed);
        state.restore.reset();
        state.phase = Phase::ready;
        keeper.put_setting("started", "1");
        keeper.pump();
        tell(Text::settings_restored,
             {grouped_count(counts.created), grouped_count(counts.changed)}, true);
        return true;
    }
    if (std::get_if<ExportReadable>(&command)) return export_readable(), true;
    if (std::get_if<ExportJson>(&command)) {
        const std::string json = json_export(records(), now());
        host.save_file(stamped_name("buyerbook", state.environment, ".json"), "application/json",
                       Bytes(json.begin(), json.end()));
        return true;
    }
    if (std::get_if<CancelJob>(&command)) {
        if (state.job && state.job->id == read_job) give_up_import();
        if (state.job) host.cancel_job(state.job->id);
        state.job.reset();
        pending_export.reset();
        return true;
    }
    return false;
}

void App::Impl::export_readable() {
    if (state.job) return tell(Text::shell_job_running);
    std::vector<NamedTable> tables;
    for (const RecordType type : all_record_types)
        if (records().live_count(type) > 0)
            tables.push_back(readable_table(records(), state.language,
                                            state.environment.utc_offset_minutes, type));
    if (tables.empty()) return tell(Text::settings_nothing_to_export);
    pending_export = {stamped_name("buyerbook", state.environment, ".xlsx"),
                      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};
    start_job(WorkerOp::write_tables, Text::settings_writing_export, 0, pack_tables(tables));
}

} // namespace bb
