// An import from the picked file to one accepted step.
#include "app/app_impl.h"

#include "app/import_labels.h"
#include "app/import_report.h"
#include "documents/worker_protocol.h"

#include <algorithm>

namespace bb {
namespace {

constexpr std::size_t import_rows_at_once = 16; // between two looks at the clock
constexpr std::size_t first_import_columns = 7; // a line of them on a wide screen

} // namespace

void App::Impl::start_import(const FileArrived& arrived) {
    if (!may_write_here()) return host.release_file(arrived.token);
    finish_import();
    if (state.import) host.release_file(state.import->token);
    state.import = std::make_unique<ImportSession>();
    state.import->file_name = arrived.name.empty()
                                  ? std::string(words(Text::import_pasted, state.language))
                                  : arrived.name;
    state.import->token = arrived.token;
    state.view = View::customers;
    read_import_sheet();
}

void App::Impl::read_import_sheet() {
    ImportSession& session = *state.import;
    session.stage = ImportStage::reading;
    session.permille = 0;
    session.shown = ImportPart::nothing;
    session.columns_shown = 0;
    session.preview.reset();
    session.arrived = ImportSession::Sheet::awaited;
    read_job = start_job(WorkerOp::read_sheet, Text::import_reading, session.token,
                         pack_read_request({session.file_name, session.sheet_index}));
}

void App::Impl::give_up_import() {
    if (!state.import) return;
    if (state.job && state.job->id == read_job) {
        host.cancel_job(read_job);
        state.job.reset();
    }
    host.release_file(state.import->token);
    state.import.reset();
    tell(Text::import_cancelled);
}

void App::Impl::sheet_read(bool ok, Bytes bytes) {
    if (!state.import) return;
    ImportSession& session = *state.import;
    Result<SheetFile> sheet =
        ok ? adopt_sheet_file(std::move(bytes)) : Result<SheetFile>(unpacked_error(bytes));
    if (!sheet) {
        host.release_file(session.token);
        state.import.reset();
        return complain(sheet.error());
    }
    session.sheet = std::move(*sheet);
    session.arrived = ImportSession::Sheet::read;
}

void App::Impl::renew_preview() {
    ImportSession& session = *state.import;
    session.preview = std::make_unique<ImportPreview>(session.sheet.table, session.plan, records());
    session.stage = ImportStage::checking;
    session.permille = 0;
}

bool App::Impl::import_command(const Command& command) {
    if (std::get_if<ChooseImportFile>(&command)) {
        if (may_write_here())
            host.pick_file(FilePurpose::import_sheet, ".xlsx,.xlsm,.csv,.tsv,.txt,.xls");
        return true;
    }
    if (!state.import) return false;
    ImportSession& session = *state.import;
    const bool mapped =
        session.stage == ImportStage::checking || session.stage == ImportStage::ready;
    if (const auto* c = std::get_if<ChooseImportSheet>(&command)) {
        session.sheet_index = c->index;
        return read_import_sheet(), true;
    }
    if (std::get_if<CancelImport>(&command)) {
        return give_up_import(), true;
    }
    if (const auto* c = std::get_if<SetImportTarget>(&command)) {
        if (mapped) set_target(session.plan, c->column, c->target), renew_preview();
        return true;
    }
    if (const auto* c = std::get_if<SetImportKind>(&command)) {
        if (mapped)
            session.plan = guess_plan(session.sheet.table, c->kind, import_memory), renew_preview();
        return true;
    }
    if (const auto* c = std::get_if<SetImportRules>(&command)) {
        if (!mapped) return true;
        session.plan.keys = c->keys;
        session.plan.overwrite = c->overwrite;
        return renew_preview(), true;
    }
    if (const auto* c = std::get_if<AcceptImportRow>(&command)) {
        if (session.preview) session.preview->accept(c->index, c->yes);
        return true;
    }
    if (std::get_if<SaveImportFaults>(&command)) {
        if (!session.preview) return true;
        const std::string csv =
            faults_csv(*session.preview, session.sheet.table, state.language, false);
        host.save_file(safe_file_name(session.file_name) + "-faults.csv", "text/csv",
                       Bytes(csv.begin(), csv.end()));
        return true;
    }
    if (std::get_if<AcceptImport>(&command)) {
        if (session.stage == ImportStage::ready && may_write()) begin_writing_import();
        return true;
    }
    return false;
}

bool App::Impl::work_on_import(const Enough& enough) {
    switch (state.import->stage) {
    case ImportStage::writing: return write_import(enough);
    case ImportStage::checking: return check_import(enough);
    default: return plan_import();
    }
}

/// A step at a time. The labels of all fields are folded while the sheet is being read; twenty rows are
/// looked through for headers afterwards.
bool App::Impl::plan_import() {
    using Sheet = ImportSession::Sheet;
    ImportSession& session = *state.import;
    if (session.labels_known < import_kinds.size()) {
        ImportLabels::of(import_kinds[session.labels_known++]);
        return import_goes_on();
    }
    const Table& table = session.sheet.table;
    switch (session.arrived) {
    case Sheet::planned: return renew_preview(), true;
    case Sheet::of_a_kind:
        set_header_row(session.plan, table, session.header_row, import_memory);
        session.arrived = Sheet::planned;
        return true;
    case Sheet::headed:
        session.plan = {};
        session.plan.kind = guess_import_kind(table, session.header_row);
        session.arrived = Sheet::of_a_kind;
        return true;
    default:
        session.header_row = find_header_row(table);
        session.arrived = Sheet::headed;
        return true;
    }
}

bool App::Impl::check_import(const Enough& enough) {
    ImportSession& session = *state.import;
    if (!session.preview || session.preview->outdated()) renew_preview();
    if (session.preview->makes_room()) {
        while (session.preview->makes_room() && !enough()) session.preview->step(1);
        return true;
    }
    if (show_more()) return false;
    bool done = false;
    do {
        done = session.preview->step(import_rows_at_once);
    } while (!done && !enough());
    if (done) session.stage = ImportStage::ready;
    session.permille = static_cast<std::uint16_t>(session.preview->progress());
    return !done;
}

/// Before rows are checked, each frame shows a part of the screen more, then some columns, more and more
/// of them: a frame with all, whose code is new and whose letters are, would hold up the page.
bool App::Impl::show_more() {
    ImportSession& session = *state.import;
    if (session.shown != ImportPart::rows) {
        session.shown = static_cast<ImportPart>(static_cast<std::uint8_t>(session.shown) + 1);
        return true;
    }
    if (session.columns_shown >= session.plan.columns.size()) return false;
    session.columns_shown += std::max(session.columns_shown, first_import_columns);
    return true;
}

void App::Impl::begin_writing_import() {
    ImportSession& session = *state.import;
    session.writing = std::make_unique<ImportWriting>(*session.preview);
    session.next = ImportSession::Writing::rows;
    session.written = 0;
    session.permille = 0;
    session.stage = ImportStage::writing;
    file().begin(session.preview->action(), now());
}

bool App::Impl::write_import(const Enough& enough) {
    using Writing = ImportSession::Writing;
    ImportSession& session = *state.import;
    switch (session.next) {
    case Writing::rows:
        if (write_import_rows(enough)) return true;
        session.anything_new = file().end();
        session.next = Writing::lists;
        return true;
    case Writing::lists:
        session.writing.reset();
        if (!prepare_lists(enough)) session.next = Writing::list;
        return true;
    case Writing::list:
        update_customers();
        session.next = Writing::board;
        return true;
    case Writing::board:
        today_desk.update(records(), state.customers.facts(), state.environment.today());
        session.next = Writing::packing;
        return true;
    case Writing::packing:
        if (!keeper.pack(enough)) session.next = Writing::storing;
        return true;
    case Writing::storing:
        store_import();
        session.next = Writing::showing;
        return true;
    case Writing::showing: end_import();
    }
    return false;
}

bool App::Impl::write_import_rows(const Enough& enough) {
    ImportSession& session = *state.import;
    std::vector<Edit> edits;
    bool done = false;
    do {
        edits.clear();
        done = session.writing->step(import_rows_at_once, edits, ids, now());
        session.written += records_in(edits);
        file().add(edits);
    } while (!done && !enough());
    session.permille = static_cast<std::uint16_t>(session.writing->progress());
    return !done;
}

void App::Impl::store_import() {
    const ImportSession& session = *state.import;
    if (!session.anything_new) return;
    import_memory.remember(session.plan);
    count_changes(session.written);
    if (state.phase == Phase::first_start) keeper.put_setting("started", "1");
    keeper.pump();
}

void App::Impl::finish_import() {
    while (is_writing_import()) write_import([] { return false; });
}

void App::Impl::end_import() {
    ImportSession& session = *state.import;
    session.stage = ImportStage::ready;
    if (!session.anything_new) return tell(Text::import_nothing_new);
    const std::string accepted = grouped_count(session.preview->counts().accepted);
    const ImportKind kind = session.plan.kind;
    host.release_file(session.token);
    state.import.reset();
    state.view = kind == ImportKind::products ? View::products : View::customers;
    if (state.phase == Phase::first_start) state.phase = Phase::ready;
    tell(Text::import_done, {accepted}, true);
}

} // namespace bb
