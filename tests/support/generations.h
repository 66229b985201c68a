// A store with two generations of shards, for tests of what is damaged in them.
#pragma once

#include "store/shard.h"
#include "support/store_page.h"

#include <algorithm>
#include <string>

namespace bb {

inline Edit test_birth(RecordType type, RecordId id) {
    return {type, id, common::created_at, "2026-11-20T08:00:00.000Z"};
}

/// Three customers and five quotes. Both generations name the shard of the quotes, as no quote was
/// edited between them; the first customer was. The journal before them is gone.
inline void fill_generations(FakeStore& store) {
    std::vector<Edit> edits;
    for (std::uint64_t n = 1; n <= 3; ++n) {
        edits.push_back(test_birth(RecordType::customer, {1, n}));
        edits.push_back(test_edit({1, n}, customer::name, "buyer " + std::to_string(n)));
    }
    for (std::uint64_t n = 1; n <= 5; ++n) {
        edits.push_back(test_birth(RecordType::quote, {2, n}));
        edits.push_back(
            test_edit({2, n}, quote::number, "Q-" + std::to_string(n), RecordType::quote));
    }
    for (const char* city : {"", "Bremen", "Lyon"}) {
        StorePage page(store);
        page.keeper.put_setting("started", "1");
        if (*city != '\0') edits = {test_edit({1, 1}, customer::city, city)};
        page.act_and_save(edits);
        page.compact();
    }
}

/// Takes the shards of one type (or, with history_table, of its history) away; from a generation on.
inline void lose_shards(FakeStore::Rows& shards, std::uint8_t table, std::uint32_t first = 0) {
    std::erase_if(shards, [&](const auto& row) {
        const std::string key = shard_key(0, table, 0);
        const std::size_t slash = key.find('/');
        return row.first.substr(slash, 4) == key.substr(slash, 4) &&
               row.first >= shard_key(first, table, 0);
    });
}

} // namespace bb
