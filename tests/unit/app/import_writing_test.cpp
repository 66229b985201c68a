// The rows of an import become records in slices: whatever else is asked for meanwhile comes after.
#include "app_desk.h"
#include "documents/worker_protocol.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace bb;

namespace {

constexpr std::size_t many = 30'000; // many slices on any machine

/// Of one row, in columns nothing is known of.
SheetFile wide_list(std::size_t columns) {
    SheetFile file;
    for (std::size_t n = 0; n < columns; ++n)
        file.table.add_cell(CellKind::text, n == 0 ? "公司名称" : "Extra " + std::to_string(n));
    file.table.end_row();
    for (std::size_t n = 0; n < columns; ++n)
        file.table.add_cell(CellKind::text, "Firm " + std::to_string(n));
    file.table.end_row();
    return file;
}

SheetFile list_of(std::size_t rows) {
    SheetFile file;
    const auto row = [&](const std::string& name, const std::string& mail) {
        file.table.add_cell(CellKind::text, name);
        file.table.add_cell(CellKind::text, mail);
        file.table.end_row();
    };
    row("公司名称", "邮箱");
    for (std::size_t n = 0; n < rows; ++n)
        row("Firm " + std::to_string(n), "buyer" + std::to_string(n) + "@example.com");
    return file;
}

/// A desk where an import is about to be accepted.
struct ImportDesk : Desk {
    explicit ImportDesk(FakeStore& store) : Desk(store) {
        send(StartEmpty{});
        event(FileArrived{FilePurpose::import_sheet, 1, "list.csv", 10});
        event(JobDone{host.jobs.back().id, true, pack_sheet_file(list_of(many))});
        while (state().import->stage != ImportStage::ready) turn();
        REQUIRE(state().import->preview->counts().accepted == many);
    }
    bool writes() const { return state().import && state().import->stage == ImportStage::writing; }
    void work_until_some_are_there() {
        while (customers() == 0) REQUIRE(app.work().more);
        REQUIRE(writes());
    }
    std::size_t customers() const { return state().records().row_count(RecordType::customer); }
};

} // namespace

TEST_CASE("an import is one step of undo and one transaction, however many slices it takes") {
    FakeStore store;
    ImportDesk desk(store);
    const std::uint64_t before = desk.state().file->last_sequence();
    const auto at_risk = desk.state().changes_since_backup;
    desk.app.send(AcceptImport{});
    desk.app.step(desk.environment);
    desk.work_until_some_are_there();
    CHECK(desk.customers() < many);
    CHECK(desk.state().file->last_sequence() == before); // nothing of it is for the store yet
    std::set<std::size_t> lengths;                       // of the journal
    while (desk.writes()) {
        lengths.insert(store.rows(Place::journal).size());
        desk.turn();
    }
    lengths.insert(store.rows(Place::journal).size());
    CHECK(lengths.size() == 2); // before and after: all of its rows at once
    CHECK_FALSE(desk.state().import);
    CHECK(desk.customers() == many);
    CHECK(desk.state().file->last_sequence() == before + 1);
    CHECK(desk.said() == Text::import_done);
    CHECK(desk.state().changes_since_backup == at_risk + many);
    desk.send(Undo{});
    CHECK(desk.state().records().live_count(RecordType::customer) == 0);
}

TEST_CASE("what is asked for while rows are written comes after them") {
    FakeStore store;
    ImportDesk desk(store);
    desk.app.send(AcceptImport{});
    desk.app.send(Undo{});
    desk.app.step(desk.environment);
    desk.work_until_some_are_there();
    desk.event(FileArrived{FilePurpose::import_sheet, 2, "another.csv", 10});
    CHECK(desk.customers() == many); // all are there before the next file is looked at
    REQUIRE(desk.state().import);
    CHECK(desk.state().import->file_name == "another.csv");
    desk.turn();
    CHECK(desk.state().records().live_count(RecordType::customer) == 0); // the undo
}

TEST_CASE(
    "a page that goes away has all rows of an import written, and acknowledged before it is gone") {
    FakeStore store;
    {
        ImportDesk desk(store);
        desk.app.send(AcceptImport{});
        desk.app.step(desk.environment);
        desk.work_until_some_are_there();
        desk.app.hide();
        CHECK_FALSE(desk.state().import);
        desk.turn();
    }
    Desk next(store);
    CHECK(next.state().records().live_count(RecordType::customer) == many);
}

TEST_CASE("a browser that is killed while rows are written leaves none of them") {
    FakeStore store;
    {
        ImportDesk desk(store);
        desk.app.send(AcceptImport{});
        desk.app.step(desk.environment);
        desk.work_until_some_are_there();
        store.run();
    }
    Desk next(store);
    CHECK(next.state().phase == Phase::ready);
    CHECK(next.state().records().row_count(RecordType::customer) == 0);
}

TEST_CASE(
    "what headers are compared with is made ready while a sheet is read, and no more is done") {
    FakeStore store;
    Desk desk(store);
    desk.send(StartEmpty{});
    desk.app.host_event(FileArrived{FilePurpose::import_sheet, 1, "list.csv", 10});
    std::size_t slices = 0;
    for (; desk.app.has_work(); ++slices) desk.app.work();
    CHECK(slices == import_kinds.size());
    CHECK(desk.state().import->stage == ImportStage::reading);
    desk.app.host_event(JobDone{desk.host.jobs.back().id, true, pack_sheet_file(list_of(2))});
    while (desk.app.work().more) {
    }
    // A frame is drawn here, of the columns alone.
    CHECK(desk.state().import->plan.columns.size() == 2);
    CHECK(desk.state().import->preview->rows().empty());
    while (desk.app.has_work()) desk.app.work();
    CHECK(desk.state().import->stage == ImportStage::ready);
    CHECK(desk.state().import->preview->counts().new_records == 2);
}

TEST_CASE(
    "an import is shown a part with each frame, then some columns with each, before its rows") {
    FakeStore store;
    Desk desk(store);
    desk.send(StartEmpty{});
    desk.app.host_event(FileArrived{FilePurpose::import_sheet, 1, "list.csv", 10});
    desk.app.host_event(JobDone{desk.host.jobs.back().id, true, pack_sheet_file(wide_list(27))});
    const ImportSession& session = *desk.state().import;
    std::size_t frames = 0;
    std::size_t shown = 0;
    ImportPart part = ImportPart::nothing;
    do {
        while (desk.app.work().more) CHECK(session.columns_shown == shown);
        if (session.stage != ImportStage::checking) break;
        CHECK(session.preview->rows().empty());
        // A part more, or some columns more once all parts are there.
        CHECK((session.shown != part) != (session.columns_shown != shown));
        CHECK((part == ImportPart::rows || session.columns_shown == 0));
        CHECK(session.columns_shown <= std::max<std::size_t>(7, 2 * shown));
        part = session.shown;
        shown = session.columns_shown;
        ++frames;
    } while (frames < 27);
    CHECK(part == ImportPart::rows);
    CHECK(shown >= 27);
    CHECK(frames >= 6);
    CHECK(session.stage == ImportStage::ready);
    desk.send(ChooseImportSheet{1}); // has columns of its own
    CHECK(session.columns_shown == 0);
}
