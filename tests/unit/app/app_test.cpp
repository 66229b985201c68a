// The program as a whole, without a screen: commands and the outside's events in, state out.
#include "documents/worker_protocol.h"
#include "unit/app/app_desk.h"

#include <doctest/doctest.h>

using namespace bb;

namespace {

constexpr std::uint64_t megabyte = 1024 * 1024;

} // namespace

TEST_CASE("a note that is being written is kept once the typing pauses") {
    FakeStore store;
    RecordId customer;
    {
        Desk desk(store);
        desk.send(StartEmpty{});
        customer = desk.add_customer();
        desk.send(DraftNote{customer, {"note", "wants 3 samp", ""}});
        desk.send(DraftNote{customer, {"email", "wants 3 samples", "someday"}});
        CHECK(desk.state().note_drafts_unsaved);
        desk.wait(900);
        CHECK_FALSE(desk.state().note_drafts_unsaved);
        CHECK(desk.state().keeper->all_saved());
    }
    Desk desk(store);
    REQUIRE(desk.state().note_drafts.contains(customer));
    CHECK(desk.state().note_drafts.at(customer) ==
          NoteDraft{"email", "wants 3 samples", "someday"});
}

TEST_CASE("a page that goes keeps the note at once") {
    FakeStore store;
    RecordId customer;
    {
        Desk desk(store);
        desk.send(StartEmpty{});
        customer = desk.add_customer();
        desk.send(DraftNote{customer, {"note", "half a word", ""}});
        desk.app.hide();
        store.run();
    }
    Desk desk(store);
    CHECK(desk.state().note_drafts.contains(customer));
}

TEST_CASE("a note that is not in order stays a draft, one that is becomes an activity") {
    FakeStore store;
    Desk desk(store);
    desk.send(StartEmpty{});
    const RecordId customer = desk.add_customer();
    const auto activities = [&] {
        return desk.state().records().children(RecordType::activity, customer).size();
    };
    desk.send(AddDraftedNote{customer}); // nothing was written
    CHECK(activities() == 0);
    desk.send(DraftNote{customer, {"phone", "wants 3 samples", "someday"}});
    desk.send(AddDraftedNote{customer});
    CHECK(desk.said() == Text::error_date_unclear);
    CHECK(activities() == 0);
    CHECK(desk.state().note_drafts.at(customer).summary == "wants 3 samples");
    desk.send(DraftNote{customer, {"phone", "wants 3 samples", "2026-12-01"}});
    desk.send(AddDraftedNote{customer});
    CHECK(activities() == 1);
    CHECK_FALSE(desk.state().note_drafts.contains(customer));
    CHECK(desk.state()
              .records()
              .find(RecordType::customer, customer)
              .value(customer::next_follow_up) == "2026-12-01");
}

TEST_CASE("a file is looked at only when its size and place are right") {
    FakeStore store;
    Desk desk(store);
    desk.send(StartEmpty{});
    desk.event(FileArrived{FilePurpose::import_sheet, 1, "list.xlsx", 257 * megabyte});
    CHECK(desk.said() == Text::read_file_too_large);
    desk.event(FileArrived{FilePurpose::restore_backup, 2, "old.bbk", 1025 * megabyte});
    CHECK(desk.said() == Text::error_backup_too_large);
    desk.event(FileArrived{FilePurpose::dropped_picture, 3, "lamp.png", megabyte});
    CHECK(desk.said() == Text::product_picture_nowhere);
    desk.send(AddProduct{});
    desk.event(FileArrived{FilePurpose::dropped_picture, 4, "lamp.png", 41 * megabyte});
    CHECK(desk.said() == Text::picture_too_large);
    CHECK(desk.host.jobs.empty());
    CHECK(desk.host.read.empty());
    CHECK(desk.host.released == std::vector<FileToken>{1, 2, 3, 4});
}

TEST_CASE("a dropped picture is for the open product, not for one that was asked before") {
    FakeStore store;
    Desk desk(store);
    desk.send(StartEmpty{});
    desk.send(AddProduct{});
    const RecordId first = desk.state().product;
    desk.send(ChoosePicture{RecordType::product, first}); // and nothing was picked
    desk.send(AddProduct{});
    const RecordId second = desk.state().product;
    desk.event(FileArrived{FilePurpose::dropped_picture, 5, "lamp.png", megabyte});
    REQUIRE(desk.host.jobs.size() == 1);
    desk.event(JobDone{desk.host.jobs[0].id, true, Bytes{0xFF, 0xD8, 0xFF}});
    const Workspace& records = desk.state().records();
    CHECK(records.find(RecordType::product, first).value(product::picture).empty());
    CHECK_FALSE(records.find(RecordType::product, second).value(product::picture).empty());
}

TEST_CASE("a second piece of work waits for the first") {
    FakeStore store;
    Desk desk(store);
    desk.send(StartEmpty{});
    desk.event(FileArrived{FilePurpose::import_sheet, 1, "a.csv", 10});
    desk.event(FileArrived{FilePurpose::import_sheet, 2, "b.csv", 10});
    CHECK(desk.said() == Text::shell_job_running);
    CHECK(desk.host.jobs.size() == 1);
    CHECK(desk.state().import->file_name == "a.csv");
}

TEST_CASE("what failed in one view is not said over another, and good news is") {
    FakeStore store;
    Desk desk(store);
    desk.send(StartEmpty{});
    desk.send(Go{View::customers});
    desk.event(FileArrived{FilePurpose::import_sheet, 1, "a.csv", std::uint64_t{1} << 40});
    REQUIRE(desk.state().toast->failure);
    desk.send(Go{View::customers}); // the view it was said in
    CHECK(desk.state().toast.has_value());
    desk.send(Go{View::settings});
    CHECK(!desk.state().toast.has_value());
    desk.send(CopyRows{{{"a"}}, 1});
    desk.send(Go{View::customers});
    CHECK(desk.said() == Text::shell_rows_copied);
}

TEST_CASE("pasted rows are an import with a name of ours") {
    FakeStore store;
    Desk desk(store);
    desk.send(StartEmpty{});
    desk.event(FileArrived{FilePurpose::import_sheet, 1, "", 10});
    CHECK(desk.state().import->file_name == "粘贴的表格");
}

TEST_CASE("a PDF with characters that no font has is saved, and they are named") {
    FakeStore store;
    Desk desk(store);
    desk.send(StartEmpty{});
    desk.send(NewQuote{desk.add_customer()});
    const RecordId quote = desk.state().quote->id;
    desk.send(ExportQuote{quote, ExportFormat::pdf});
    desk.event(JobDone{desk.host.jobs.back().id, true, pack_pdf_file({{'%', 'P'}, "กส"})});
    REQUIRE(desk.host.saved.size() == 1);
    CHECK(desk.host.saved[0].second == Bytes{'%', 'P'});
    CHECK(desk.said() == Text::write_pdf_missing_characters);
    CHECK(desk.state().toast->says.args == std::vector<std::string>{"กส"});
    desk.send(ExportQuote{quote, ExportFormat::pdf});
    desk.event(JobDone{desk.host.jobs.back().id, true, pack_pdf_file({{'%', 'P'}, ""})});
    CHECK(desk.said() == Text::shell_file_saved);
}

TEST_CASE("rows are copied as cells, and their number is told") {
    FakeStore store;
    Desk desk(store);
    desk.send(StartEmpty{});
    desk.send(CopyRows{{{"a", "b"}}, 1});
    CHECK(desk.host.copied == std::vector<std::string>{"a\tb\r\n"});
    CHECK(desk.said() == Text::shell_rows_copied);
}

TEST_CASE("the price of a new product is taken over by a new quote") {
    FakeStore store;
    Desk desk(store);
    desk.send(StartEmpty{});
    desk.send(AddProduct{});
    const RecordId product = desk.state().product;
    desk.send(SetField{RecordType::product, product, product::price, "12.35"});
    desk.send(NewQuote{desk.add_customer()});
    const RecordId quote = desk.state().quote->id;
    desk.send(AddQuoteLine{quote, product});
    const Workspace& records = desk.state().records();
    const auto lines = records.children(RecordType::quote_line, quote);
    REQUIRE(lines.size() == 1);
    CHECK(records.find(RecordType::quote_line, lines[0]).value(quote_line::price) == "12.35");
}

TEST_CASE("a journal that has grown is packed into shards, by the writing tab only") {
    FakeStore store;
    RecordId customer;
    {
        Desk desk(store);
        desk.send(StartEmpty{});
        customer = desk.add_customer();
        for (int n = 0; n < 2100; ++n)
            desk.send(SetField{RecordType::customer, customer, customer::city, std::to_string(n)});
        desk.turn();
        CHECK(store.rows(Place::shard).size() > 0);
        CHECK(desk.state().keeper->journal_length() < 200);
    }
    Desk desk(store);
    CHECK(desk.state().records().find(RecordType::customer, customer).value(customer::city) ==
          "2099");
    CHECK(desk.state().keeper->journal_length() < 200); // what was packed is not done again
    const std::size_t requests = store.request_count();
    desk.environment.writer_elsewhere = true;
    for (int n = 0; n < 3; ++n) desk.turn();
    CHECK(store.request_count() == requests);
}

TEST_CASE("an edit is taken in and handed to the store before anything is drawn") {
    FakeStore store;
    Desk desk(store);
    desk.send(StartEmpty{});
    const RecordId customer = desk.add_customer();
    desk.turn();
    REQUIRE(desk.state().keeper->all_saved());
    desk.app.send(SetField{RecordType::customer, customer, customer::city, "Bremen"});
    desk.app.take_in(desk.environment);
    CHECK_FALSE(desk.state().keeper->all_saved());
    store.run();
    CHECK(desk.state().keeper->all_saved());
    CHECK(desk.app.step(desk.environment)); // and the screen shows it
}

TEST_CASE("an import that is left while its file is read does not keep the next one waiting") {
    FakeStore store;
    Desk desk(store);
    desk.send(StartEmpty{});
    desk.event(FileArrived{FilePurpose::import_sheet, 1, "list.csv", 10});
    const JobId job = desk.host.jobs.back().id;
    SUBCASE("for another view") { desk.send(Go{View::today}); }
    SUBCASE("where the import is given up") { desk.send(CancelImport{}); }
    SUBCASE("where the reading is given up") { desk.send(CancelJob{}); }
    CHECK_FALSE(desk.state().import);
    CHECK_FALSE(desk.state().job);
    CHECK(desk.host.cancelled == std::vector{job});
    CHECK(desk.host.released == std::vector<FileToken>{1});
    desk.event(FileArrived{FilePurpose::import_sheet, 2, "list.csv", 10});
    CHECK(desk.state().import);
    CHECK_FALSE(desk.said() == Text::shell_job_running);
}

TEST_CASE("an import that is left ends no job but its own") {
    FakeStore store;
    Desk desk(store);
    desk.send(StartEmpty{});
    desk.add_customer();
    desk.event(FileArrived{FilePurpose::import_sheet, 1, "list.csv", 10});
    SheetFile list;
    list.table.add_cell(CellKind::text, "公司名称");
    list.table.end_row();
    desk.event(JobDone{desk.host.jobs.back().id, true, pack_sheet_file(list)});
    desk.send(ExportReadable{});
    REQUIRE(desk.state().job);
    desk.send(CancelImport{});
    CHECK_FALSE(desk.state().import);
    CHECK(desk.state().job);
    CHECK(desk.host.cancelled.empty());
}

TEST_CASE("a result that comes in pieces is put together, and forgotten with its job") {
    FakeStore store;
    Desk desk(store);
    desk.send(StartEmpty{});
    SheetFile list;
    for (const char* text : {"公司名称", "Casa Azul", "Nordlicht"}) {
        list.table.add_cell(CellKind::text, text);
        list.table.end_row();
    }
    const Bytes packed = pack_sheet_file(list);
    const auto part = [&](std::size_t from, std::size_t until) {
        return Bytes(packed.begin() + static_cast<std::ptrdiff_t>(from),
                     packed.begin() + static_cast<std::ptrdiff_t>(until));
    };
    desk.event(FileArrived{FilePurpose::import_sheet, 1, "list.csv", 10});
    desk.event(JobPiece{desk.host.jobs.back().id, packed.size(), part(0, 9)});
    desk.send(CancelImport{});
    desk.event(JobPiece{desk.host.jobs.back().id, packed.size(), part(9, 12)});

    desk.event(FileArrived{FilePurpose::import_sheet, 2, "list.csv", 10});
    const JobId job = desk.host.jobs.back().id;
    desk.event(JobPiece{job, packed.size(), part(0, 7)});
    desk.event(JobPiece{job, packed.size(), part(7, 20)});
    desk.event(JobDone{job, true, part(20, packed.size())});
    REQUIRE(desk.state().import);
    while (desk.state().import->stage != ImportStage::ready) desk.turn();
    CHECK(desk.state().import->preview->counts().new_records == 2);
}
