// The inside of App, shared by the files that carry out commands.
#pragma once

#include "app/app.h"
#include "documents/quote_sheet.h"
#include "documents/worker_protocol.h"

#include <deque>
#include <string>
#include <vector>

namespace bb {

struct App::Impl {
    Impl(StorePort& store, HostPort& the_host);

    HostPort& host;
    IdSource ids;
    Keeper keeper;
    AppState state;
    std::deque<Command> commands;
    TodayDesk today_desk;
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
    /// Asked for by a view, not yet decoded: true once the bytes went to be decoded.
    std::map<std::string, bool, std::less<>> wanted_pictures;
    void decode_wanted_pictures();
    bool changed = false;       // the screen must be drawn again
    bool backup_wanted = false; // waits for pictures to be read
    /// Pictures gathered for it: the keeper lets the least used ones go.
    std::map<std::string, Bytes> backup_pictures;
    bool started = false;
    Instant note_drafts_changed{};

    // step.cpp
    void after_open();
    void refresh();
    void refresh_quote();
    Instant now() const { return state.environment.now; }
    CustomerFile& file() { return keeper.file(); }
    const Workspace& records() const { return keeper.file().records(); }

    // messages
    void tell(Text text, std::vector<std::string> args = {}, bool offers_undo = false);
    void complain(Error error);
    /// False (and says why) when nothing may be changed.
    bool may_write();
    bool perform(const Action& action);
    void save_settings();
    void change_note_draft(RecordId customer, NoteDraft draft);
    /// Once the typing has paused, or at once.
    void keep_note_drafts(bool at_once);
    void add_drafted_note(RecordId customer);

    // commands, by subject
    void carry_out(const Command& command);
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
    void job_done(const JobDone& done);
    void sheet_read(const JobDone& done);
    void picture_fitted(const Bytes& bytes);
    void pdf_written(const PendingExport& wanted, ByteView answer);
    void start_import(const FileArrived& arrived);
    void read_import_sheet();
    void renew_preview();
    bool step_import();
    void write_backup_now();
    void export_quote(const ExportQuote& command);
    void export_readable();
    PictureSource picture_source() const;
    JobId start_job(WorkerOp op, Text label, FileToken token, Bytes payload);
};

/// All living records of a type for people (see readable_export.cpp).
NamedTable readable_table(const Workspace& records, Language language, int utc_offset,
                          RecordType type);
/// From the worker's packed error.
Error unpacked_error(ByteView bytes);

} // namespace bb
