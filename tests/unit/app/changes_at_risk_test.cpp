// How many changes no backup has: what the badge says, and what of it outlives the page.
#include "unit/app/filled_desk.h"

#include <doctest/doctest.h>

using namespace bb;

TEST_CASE("changes that no backup has are counted by record, and still known the next day") {
    FakeStore store;
    {
        Desk desk(store);
        desk.send(StartEmpty{});
        const RecordId id = desk.add_customer();
        desk.turn();
        const std::uint64_t before = desk.state().changes_since_backup;
        desk.send(named(id, "buyer"));
        desk.turn();
        CHECK(desk.state().changes_since_backup == before + 1);
        desk.send(Undo{});
        desk.turn();
        CHECK(desk.state().changes_since_backup == before + 2);
        desk.app.hide();
        desk.turn();
        REQUIRE(desk.state().keeper->all_saved());
    }
    Desk again(store);
    again.turn();
    CHECK(again.state().changes_since_backup == 3);
}

TEST_CASE("of a browser that was killed, the changes that no backup has are some too many, never "
          "too few") {
    for (std::uint64_t edits = 1; edits < 20; ++edits) {
        FakeStore store;
        {
            Desk desk(store);
            desk.send(StartEmpty{});
            const RecordId id = desk.add_customer();
            for (std::uint64_t n = 1; n < edits; ++n) {
                desk.send(named(id, "buyer " + std::to_string(n)));
                desk.turn();
            }
            REQUIRE(desk.state().changes_since_backup == edits);
        }
        Desk again(store);
        again.turn();
        CHECK(again.state().changes_since_backup >= edits);
        CHECK(again.state().changes_since_backup < edits + 8);
    }
}

TEST_CASE("most edits store what they change, and not once more how many there are") {
    FakeStore store;
    Desk desk(store);
    desk.send(StartEmpty{});
    const RecordId id = desk.add_customer();
    const auto stored = [&] { return store.rows(Place::meta).at("setting.shell"); };
    int changed = 0;
    for (int n = 0; n < 16; ++n) {
        const auto before = stored();
        desk.send(named(id, "buyer " + std::to_string(n)));
        desk.turn();
        changed += stored() != before;
    }
    CHECK(changed == 2);
}
