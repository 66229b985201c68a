// The inside of App, shared by the files that carry out commands.
#pragma once

#include "app/app.h"
#include "documents/quote_sheet.h"
#include "documents/worker_protocol.h"
#include "store/sentinel.h"

#include <deque>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace bb {

/// Those of one record stand together.
std::size_t records_in(std::span<const Edit> edits);

struct App::Impl final : StoreEvents {
    Impl(StorePort& store, HostPort& the_host);

    /// Of long work a slice is done until it says so, asked now and then.
    using Enough = std::function<bool()>;

    StorePort& store;
    HostPort& host;
    IdSource ids;
    Keeper keeper;
    AppState state;
    std::deque<Command> commands;
    TodayDesk today_desk;
    std::uint64_t today_number = 0; // of the board that is shown
    ImportMemory import_memory;
    JobId next_job = 1;
    /// What to do with the result of the running job.
    struct PendingExport {
        std::string file_name;
        std::string mime;
    };
    std::optional<PendingExport> pending_export;
    std::optional<std::pair<RecordType, RecordId>> pending_picture;
    JobId read_job = 0;
    Bytes job_result; // as far as it has come
    /// Asked for by a view, not yet decoded: true once the bytes went to be decoded.
    std::map<std::string, bool, std::less<>> wanted_pictures;
    void decode_wanted_pictures();
    bool changed = false; // the screen must be drawn again
    enum class BackupFor : std::uint8_t { download, sealed, folder };
    std::set<BackupFor> backups_wanted; // wait for pictures to be read
    /// What a backup holds: it may be minutes until it is where it shall be, and work goes on.
    struct BackupTaken {
        Instant at{};
        std::uint64_t changes = 0;  // changes_made
        std::uint64_t sequence = 0; // of the journal
        std::size_t lacks = 0;      // pictures that could not be read
    };
    BackupTaken sealed_taken, folder_taken;
    std::uint64_t changes_made = 0;       // [session]
    std::uint64_t followed_at_backup = 0; // how far the writing tab had saved
    /// Pictures gathered for it: the keeper lets the least used ones go.
    std::map<std::string, Bytes> backup_pictures;
    bool started = false;
    Instant note_drafts_changed{};

    // The store's answers: the keeper's, or those that a recovery waits for.
    void rows_read(std::uint32_t request, std::vector<StoredRow> rows) override;
    void committed(std::uint32_t request) override { keeper.committed(request); }
    void failed(std::uint32_t request, StoreFault fault) override;

    // recovery.cpp
    std::optional<Sentinel> sentinel; // as it was at the start
    std::deque<std::pair<Source, Place>> to_look_at;
    std::uint32_t looking = 0; // request
    bool needs_recovery(RecoverySession::Why& why) const;
    void start_recovery(RecoverySession::Why why);
    void look_on();
    void weigh_what_was_found();
    bool recovery_command(const Command& command);
    void add_to_recovery(Backup backup);
    void begin_restoring(bool anew);
    void step_recovery();

    // recovery_export.cpp
    struct FoundExport {
        std::deque<std::string> wanted;  // pictures not read yet
        Source source = Source::salvage; // where the first of them is looked for
        std::deque<Bytes> read;
        std::vector<std::pair<std::string, const Bytes*>> blobs; // of `read`, and of added backups
        std::size_t lacks = 0;
    };
    std::optional<FoundExport> found_export;
    void export_found();
    void read_found_picture();
    void found_picture_read(std::vector<StoredRow> rows);
    void write_found_export();

    // tabs.cpp
    struct Handed {
        std::uint64_t tab = 0, number = 0;
        std::uint64_t sequence = 0; // of our journal: saved means confirmed
    };
    std::uint64_t tab_id = 0;
    std::deque<Handed> to_confirm;
    std::uint64_t told_saved = 0;
    bool announced_writer = false;
    // Of notes, by customer: not told yet; and told to a tab that has not said that it keeps them.
    std::set<RecordId> changed_drafts;
    std::set<RecordId> told_drafts;
    bool shell_is_own = false;        // language or theme was chosen meanwhile
    std::uint64_t changes_stored = 0; // as many as the file says that no backup has
    std::uint64_t handing = 0; // the oldest edit that is not confirmed, and since when it waits
    Instant handing_since{};
    void hand_over(const std::vector<const JournalEntry*>& entries);
    void message_from_tab(ByteView message);
    void take_handed(ByteReader& in);
    void tell_note_drafts(const std::set<RecordId>& customers);
    void put_note_draft(RecordId customer, NoteDraft draft);
    void take_note_draft(ByteReader& in);
    void adopt_settings();
    void watch_handovers();
    void step_tabs();

    // safety.cpp
    std::string sentinel_text;
    bool spare_follows = false;
    bool persist_asked = false;
    bool storage_shown = false; // the settings are in sight
    void news(const SafetyNews& news);
    void storage_news(std::string_view json);
    void step_safety();
    void keep_sentinel();
    bool safety_command(const Command& command);
    void take_backup(Result<Backup> backup);

    // folder_copies.cpp
    bool copying = false;
    Instant copy_not_before{};
    std::string copies_series;        // [setting] of names; empty = there is none
    std::string copied_under;         // [setting] which passcode opens the last copy
    std::uint64_t copied_through = 0; // [setting] the last entry in it
    void folder_news(std::string_view json);
    void find_last_copy();
    void begin_copy();
    void folder_copied(const std::string& name);
    void folder_failed();
    std::string new_copy_name();
    void step_copies();

    // long_work.cpp
    bool prepare_lists(const Enough& enough);
    bool prepare(const Enough& enough);
    std::uint64_t prepared = 0; // revision of the records

    // app.cpp
    void after_open();
    void read_shell(bool looks);
    void refresh();
    void update_customers();
    void refresh_quote();
    Instant now() const { return state.environment.now; }
    CustomerFile& file() { return keeper.file(); }
    const Workspace& records() const { return keeper.file().records(); }

    // messages
    void tell(Text text, std::vector<std::string> args = {}, bool offers_undo = false);
    void complain(Error error);
    /// False (and says why) when nothing may be changed.
    bool may_write();
    /// As may_write, for what only the writing tab does: imports and restores.
    bool may_write_here();
    bool perform(const Action& action);
    void save_settings();
    /// `exactly`: what is stored else runs up to 7 changes ahead, so that most edits need not
    /// store it again; after the end of the browser it tells too many rather than too few.
    void put_settings(bool exactly = false);
    void store_changes_exactly();
    /// Of records that no backup has.
    void count_changes(std::size_t records);
    void change_note_draft(RecordId customer, NoteDraft draft);
    /// Once the typing has paused, or at once.
    void keep_note_drafts(bool at_once);
    void add_drafted_note(RecordId customer);

    // commands, by subject
    void carry_out_commands();
    void carry_out(const Command& command);
    void dispatch(const Command& command);
    bool record_command(const Command& command);
    bool import_command(const Command& command);
    bool quote_command(const Command& command);
    bool file_command(const Command& command);
    bool shell_command(const Command& command);
    void set_field(const SetField& command);

    // host events
    void on_event(const HostEvent& event);
    void file_arrived(const FileArrived& arrived);
    std::optional<Error> refused(const FileArrived& arrived) const;
    void file_bytes(const FileBytes& bytes);
    void job_piece(const JobPiece& piece);
    void job_done(const JobDone& done);
    void sheet_read(bool ok, Bytes bytes);
    void picture_fitted(const Bytes& bytes);
    void pdf_written(const PendingExport& wanted, ByteView answer);
    void start_import(const FileArrived& arrived);
    void read_import_sheet();
    void give_up_import();
    void renew_preview();
    // As Enough lets them; true: there is more.
    bool work_on_import(const Enough& enough);
    bool plan_import();
    bool check_import(const Enough& enough);
    bool show_more();
    bool write_import(const Enough& enough);
    bool write_import_rows(const Enough& enough);

    void begin_writing_import();
    void store_import();
    void end_import();
    bool import_goes_on() const {
        if (!state.import) return false;
        const ImportSession& session = *state.import;
        if (session.stage == ImportStage::reading)
            return session.labels_known < import_kinds.size() ||
                   session.arrived != ImportSession::Sheet::awaited;
        return session.stage == ImportStage::checking || session.stage == ImportStage::writing;
    }
    bool is_writing_import() const {
        return state.import && state.import->stage == ImportStage::writing;
    }
    /// Before anything else changes the file, and before the page goes.
    void finish_import();
    void begin_backup(BackupFor purpose);
    void write_backups_now();
    void hand_out(BackupFor purpose, const BackupTaken& taken);
    void note_backup(const BackupTaken& taken);
    /// `made`: how that is said where nothing is missing.
    void tell_backup(const BackupTaken& taken, Text made);
    void export_quote(const ExportQuote& command);
    void export_readable();
    PictureSource picture_source() const;
    JobId start_job(WorkerOp op, Text label, FileToken token, Bytes payload);
};

/// All living records of a type for people (see readable_export.cpp).
NamedTable readable_table(const Workspace& records, Language language, int utc_offset,
                          RecordType type);
/// Every picture that a living or deleted record names.
std::vector<std::string> picture_names(const Workspace& records);
/// From the worker's packed error.
Error unpacked_error(ByteView bytes);

} // namespace bb
