// The index by keys finds what was put in, whether room was made for it or not.
#include "app/match_keys.h"
#include "app/piece_store.h"
#include "base/id.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace bb;

namespace {

MatchKey random_key(IdSource& random) {
    const std::string text = "k" + std::to_string(random.next_random() % 300);
    return {random.next_random() % 2 == 0 ? KeyKind::email : KeyKind::model, text, text};
}

} // namespace

TEST_CASE("A key finds its values, in the order they came, each once and at most eight") {
    for (const std::size_t room : {0U, 1U, 50U, 5'000U, 50'000U}) {
        IdSource random{21};
        KeyIndex index;
        while (room > 0 && index.make_room(room)) {
        }
        std::map<std::pair<KeyKind, std::string>, std::vector<std::uint32_t>> right;
        for (int i = 0; i < 3'000; ++i) {
            const MatchKey key = random_key(random);
            const auto value = static_cast<std::uint32_t>(random.next_random() % 20);
            index.add(key, value);
            auto& values = right[{key.kind, key.text}];
            const bool known = std::ranges::find(values, value) != values.end();
            if (!known && values.size() < KeyIndex::most_values) values.push_back(value);
        }
        for (int i = 0; i < 1'000; ++i) {
            const MatchKey key = random_key(random);
            REQUIRE(index.find_all(key) == right[{key.kind, key.text}]);
        }
        for (const auto& [key, values] : right) {
            REQUIRE(index.find_all({key.first, key.second, key.second}) == values);
        }
        CHECK(index.find({KeyKind::name, "k1", "k1\n"}) == KeyIndex::none);
    }
}

TEST_CASE("What a store of pieces keeps stays where it is") {
    IdSource random{22};
    PieceStore<std::uint32_t> store;
    std::vector<std::vector<std::uint32_t>> put;
    std::vector<std::span<const std::uint32_t>> kept;
    for (int i = 0; i < 2'000; ++i) {
        // Now and then more than fits into a piece.
        const std::size_t size = i % 500 == 499 ? 20'000 : random.next_random() % 40;
        std::vector<std::uint32_t> some(size);
        for (std::uint32_t& one : some) one = static_cast<std::uint32_t>(random.next_random());
        kept.push_back(store.keep(some));
        put.push_back(std::move(some));
    }
    for (std::size_t i = 0; i < put.size(); ++i) REQUIRE(std::ranges::equal(kept[i], put[i]));
}
