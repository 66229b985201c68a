// Customers, contacts and activities out of a seed: number n of them is always the same, so that the
// page and the programs it is compared with get the same data from one source.
#pragma once

#include "domain/schema.h"
#include "store/customer_file.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace bb::bench {

/// splitmix64.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next();
    std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(next() % limit); }
    template <class Words> auto one_of(const Words& words) {
        return words[below(static_cast<std::uint32_t>(std::size(words)))];
    }
    std::string digits(int count);

private:
    std::uint64_t state_;
};

struct MadeRecord {
    RecordType type{};
    RecordId id{};
    std::vector<std::pair<std::uint16_t, std::string>> values;

    void set(std::uint16_t field, std::string value) {
        values.emplace_back(field, std::move(value));
    }
};

/// With 27 fields; its name is one that no other has.
MadeRecord made_customer(std::uint32_t number);
/// One or two.
std::vector<MadeRecord> made_contacts(std::uint32_t number);
/// Activity `number` of all, which belongs to customer `number % customers`.
MadeRecord made_activity(std::uint32_t number, std::uint32_t customers);

} // namespace bb::bench
