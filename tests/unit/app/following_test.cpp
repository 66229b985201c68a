// A tab that follows another one: what is edited in it, and what it takes over.
#include "unit/app/filled_desk.h"

#include <optional>

using namespace bb;

namespace {

/// What a tab has said to the others since it was asked last.
void pass_on(Desk& from, Desk& to) {
    const auto calls = std::exchange(from.host.safety_calls, {});
    for (const auto& call : calls)
        if (call.call == SafetyCall::tell_tabs)
            to.event(SafetyNews{SafetyNews::What::from_tab, {}, call.bytes});
}

/// A tab that writes a file with one buyer, and one that follows it. That one sees of the file what
/// there was when it looked last.
struct TwoDesks {
    TwoDesks() {
        filled(database, 1);
        writer.emplace(database);
        follower.emplace(look(), "", true);
    }

    FakeStore& look() {
        seen.copy_durable(database);
        return seen;
    }
    void writer_speaks() {
        look();
        pass_on(*writer, *follower);
    }

    FakeStore database;
    FakeStore seen;
    std::optional<Desk> writer; // may go before the other
    std::optional<Desk> follower;
};

} // namespace

TEST_CASE(
    "an edit in a following tab goes to the writing one, which confirms it when it is saved") {
    TwoDesks tabs;
    Desk& writer = *tabs.writer;
    Desk& follower = *tabs.follower;
    REQUIRE(follower.state().following);
    const RecordId id = follower.add_customer();
    follower.send(named(id, "from the second tab"));
    CHECK_FALSE(follower.state().keeper->all_saved());
    pass_on(follower, writer);
    CHECK(customers(writer) == 2);
    CHECK_FALSE(writer.state().file->can_undo()); // the other tab's step
    tabs.writer_speaks();
    follower.turn();
    CHECK(follower.state().keeper->all_saved());
    CHECK(follower.state().records().canonical_dump() == writer.state().records().canonical_dump());
    // What the writer does itself is followed as well.
    writer.send(named(writer.add_customer(), "from the first tab"));
    tabs.writer_speaks();
    CHECK(customers(follower) == 3);
    // Imports are the writing tab's.
    follower.send(ChooseBackup{});
    CHECK(follower.said() == Text::error_only_in_writer);
    // The writer goes, just when something is being typed here.
    follower.app.host_event(WriterElsewhere{false});
    follower.app.step(follower.environment);
    REQUIRE(follower.state().keeper->state() == KeeperState::taking_over);
    follower.app.send(named(id, "typed meanwhile"));
    follower.app.step(follower.environment);
    const auto typed = [&follower, id] {
        return follower.state().records().find(RecordType::customer, id).value(customer::name);
    };
    CHECK(typed() == "typed meanwhile");
    follower.turn();
    follower.turn();
    CHECK_FALSE(follower.state().following);
    CHECK(follower.state().keeper->state() == KeeperState::ready);
    CHECK(follower.state().keeper->all_saved());
    CHECK(typed() == "typed meanwhile");
}

TEST_CASE("a file that was set back is noticed by a following tab too") {
    FakeStore store;
    const std::string sentinel = filled(store, 2);
    FakeStore older;
    filled(older, 1);
    const Desk set_back(older, sentinel, true);
    CHECK(set_back.state().phase == Phase::recovery);
    FakeStore empty;
    const Desk emptied(empty, sentinel, true);
    CHECK(emptied.state().phase == Phase::recovery);
    CHECK(emptied.state().recovery->why == RecoverySession::Why::empty);
    const Desk sound(store, sentinel, true);
    CHECK(sound.state().phase == Phase::ready);
}

TEST_CASE("a writing tab that can save again asks for what it could not take meanwhile") {
    TwoDesks tabs;
    Desk& writer = *tabs.writer;
    Desk& follower = *tabs.follower;
    writer.host.safety_calls.clear();
    tabs.database.fail_request(tabs.database.request_count(), StoreFault::quota);
    writer.send(AddCustomer{});
    REQUIRE(writer.state().keeper->state() == KeeperState::frozen);
    follower.send(AddCustomer{});
    pass_on(follower, writer);
    CHECK_FALSE(follower.state().keeper->all_saved());
    writer.send(SaveAgain{});
    REQUIRE(writer.state().keeper->state() == KeeperState::ready);
    for (int n = 0; n < 2; ++n) {
        tabs.writer_speaks();
        pass_on(follower, writer);
        writer.turn();
    }
    tabs.writer_speaks();
    CHECK(follower.state().keeper->all_saved());
    CHECK(customers(writer) == 3);
}

TEST_CASE("an edit that the writing tab does not take for long is an alarm in the other one") {
    FakeStore database;
    filled(database, 1);
    Desk follower(database, {}, true);
    follower.send(AddCustomer{});
    follower.wait(4000);
    CHECK_FALSE(follower.state().handover_late);
    // Nobody is asked before the page goes, and yet it does not go by itself.
    CHECK_FALSE(follower.app.at_stake());
    CHECK(follower.app.unsaved());
    // Another one meanwhile changes nothing about the first.
    follower.send(AddCustomer{});
    follower.wait(2000);
    CHECK(follower.state().handover_late);
    CHECK(follower.app.at_stake());
    follower.event(WriterElsewhere{false}); // it has gone: this tab saves them
    follower.turn();
    CHECK(follower.state().keeper->all_saved());
    CHECK_FALSE(follower.state().handover_late);
    CHECK_FALSE(follower.app.at_stake());
    CHECK_FALSE(follower.app.unsaved());
}

TEST_CASE("a note being written in a following tab is kept by the writing one") {
    TwoDesks tabs;
    Desk& writer = *tabs.writer;
    Desk& follower = *tabs.follower;
    const RecordId first{1, 1};
    const RecordId second{1, 2};
    const RecordId third{1, 3};
    tabs.writer_speaks();
    writer.send(DraftNote{first, {"note", "in the writing tab", ""}});
    writer.wait(2000);
    follower.send(DraftNote{second, {"call", "in the other one", ""}});
    follower.wait(2000);
    pass_on(follower, writer);
    CHECK(writer.state().note_drafts.at(second).summary == "in the other one");
    tabs.writer_speaks();
    CHECK(follower.state().note_drafts.at(first).summary == "in the writing tab");
    // What the writing tab makes of it afterwards is not undone by another note.
    writer.send(DraftNote{second, {"call", "in the other one, and on", ""}});
    writer.wait(2000);
    follower.send(DraftNote{third, {"note", "a third", ""}});
    follower.wait(2000);
    pass_on(follower, writer);
    tabs.writer_speaks();
    CHECK(follower.state().note_drafts == writer.state().note_drafts);
    tabs.writer.reset();
    const Desk again(tabs.database);
    CHECK(again.state().note_drafts.at(third).summary == "a third");
    CHECK(again.state().note_drafts.at(first).summary == "in the writing tab");
    CHECK(again.state().note_drafts.at(second).summary == "in the other one, and on");
    CHECK(again.state().note_drafts.at(second).kind == "call");
}

TEST_CASE("a tab that takes over has the settings and the drafts of the one before, and its own") {
    TwoDesks tabs;
    Desk& writer = *tabs.writer;
    Desk& follower = *tabs.follower;
    const RecordId first{1, 1};
    const RecordId second{1, 2};
    writer.send(DraftNote{first, {"note", "in the writing tab", ""}});
    writer.wait(2000);
    writer.send(SetTheme{ThemeChoice::dark});
    writer.send(DownloadBackup{});
    writer.turn();
    REQUIRE(writer.state().last_backup);
    tabs.writer.reset();
    follower.send(DraftNote{second, {"note", "in the other one", ""}});
    tabs.look();
    follower.event(WriterElsewhere{false});
    follower.turn();
    REQUIRE(follower.state().keeper->state() == KeeperState::ready);
    CHECK(follower.state().theme == ThemeChoice::dark);
    CHECK(follower.state().last_backup);
    follower.wait(2000);
    follower.send(AddCustomer{});
    follower.turn();
    const Desk again(tabs.seen);
    CHECK(again.state().note_drafts.at(first).summary == "in the writing tab");
    CHECK(again.state().note_drafts.at(second).summary == "in the other one");
    CHECK(again.state().theme == ThemeChoice::dark);
    CHECK(again.state().last_backup);
}

TEST_CASE(
    "after a change of writers the badge says what no backup has, rather too many than too few") {
    const auto take_over = [](TwoDesks& tabs) -> std::uint64_t {
        tabs.writer.reset();
        tabs.look();
        tabs.follower->event(WriterElsewhere{false});
        tabs.follower->turn();
        REQUIRE(tabs.follower->state().keeper->state() == KeeperState::ready);
        return tabs.follower->state().changes_since_backup;
    };
    SUBCASE("edits of the writing tab after a backup that was made in this one") {
        TwoDesks tabs;
        tabs.follower->send(DownloadBackup{});
        REQUIRE(tabs.follower->host.saved.size() == 1);
        const RecordId id = tabs.writer->add_customer();
        tabs.writer->send(named(id, "after the backup"));
        tabs.writer_speaks();
        CHECK(take_over(tabs) >= 2);
        CHECK(tabs.follower->state().last_backup);
    }
    SUBCASE("nothing after that backup") {
        TwoDesks tabs;
        tabs.follower->send(DownloadBackup{});
        CHECK(take_over(tabs) == 0);
    }
    SUBCASE("an edit of this tab that the writing one, which has made a backup, never got") {
        TwoDesks tabs;
        tabs.writer->send(DownloadBackup{});
        tabs.writer->turn();
        tabs.follower->add_customer();
        CHECK(take_over(tabs) >= 1);
    }
}
