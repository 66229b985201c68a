// Customer files with some buyers, and short ways to change and count them.
#pragma once

#include "unit/app/app_desk.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace bb {

inline SetField named(RecordId id, std::string name) {
    return {RecordType::customer, id, customer::name, std::move(name)};
}

/// A file of `count` customers; returns what localStorage would remember.
inline std::string filled(FakeStore& store, int count) {
    Desk desk(store);
    desk.send(StartEmpty{});
    for (int n = 0; n < count; ++n) {
        const RecordId id = desk.add_customer();
        desk.send(named(id, "buyer " + std::to_string(n)));
    }
    desk.turn();
    REQUIRE(desk.state().keeper->all_saved());
    return desk.host.last(SafetyCall::keep_sentinel)->text;
}

inline std::size_t customers(const Desk& desk) {
    return desk.state().records().live_count(RecordType::customer);
}

} // namespace bb
