// A page opened on the fake store, and short ways to say what its user does.
#pragma once

#include "store/keeper.h"
#include "support/fake_store.h"

#include <string>
#include <utility>
#include <vector>

namespace bb {

inline constexpr Instant test_noon{1'780'000'000'000};

inline Edit test_edit(RecordId id, std::uint16_t field, std::string value,
                      RecordType type = RecordType::customer) {
    return {type, id, field, std::move(value)};
}

inline Action test_action(std::vector<Edit> edits, std::string join_key = {}) {
    return {Text{}, {}, std::move(edits), std::move(join_key)};
}

inline std::vector<Write> all_writes(const Workspace& records) {
    std::vector<Write> writes;
    records.each_write([&](const Write& write) { writes.push_back(write); });
    return writes;
}

/// Opens on construction; dies without notice at the end.
struct StorePage {
    explicit StorePage(FakeStore& s, std::uint32_t device = 7) : store(s), keeper(s, device) {
        store.connect(&keeper);
        keeper.open();
        store.run();
    }
    ~StorePage() { store.kill(); }
    StorePage(const StorePage&) = delete;
    StorePage& operator=(const StorePage&) = delete;

    bool ready() const { return keeper.state() == KeeperState::ready; }
    CustomerFile& file() { return keeper.file(); }
    void act(std::vector<Edit> edits) {
        file().perform(test_action(std::move(edits)), test_noon);
        keeper.pump();
    }
    void act_and_save(std::vector<Edit> edits) {
        act(std::move(edits));
        store.run();
    }
    /// What idle time does: cleans, then compacts.
    void compact() {
        keeper.compact_if_due(true);
        store.run();
        keeper.compact_if_due(true);
        store.run();
    }
    std::string dump() const { return keeper.file().records().canonical_dump(); }

    FakeStore& store;
    Keeper keeper;
};

} // namespace bb
