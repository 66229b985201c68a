// R7: random histories of 3 to 8 devices whose messages are dropped, doubled, held back and
// reordered, with clocks up to a day wrong; at the end everybody merges with everybody. All files
// are byte-equal then, and every value that was ever written is found on each.
#include "store/customer_file.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>
#include <tuple>
#include <vector>

using namespace bb;

namespace {

constexpr std::int64_t noon = 1'780'000'000'000;
constexpr std::int64_t day = 86'400'000;
constexpr RecordType types[] = {RecordType::customer, RecordType::contact,
                                static_cast<RecordType>(0x7E)};
constexpr std::uint16_t fields[] = {common::deleted, 10, 40'000};
constexpr std::uint64_t records_of_a_type = 2; // few, so that devices meet

using Message = std::vector<Write>;

struct Device {
    CustomerFile file;
    std::int64_t clock_ahead = 0;
    std::vector<Message> inbox;
};

class History {
public:
    explicit History(std::uint64_t seed) : random_(seed) {
        const std::size_t count = 3 + below(6);
        for (std::size_t n = 0; n < count; ++n) {
            devices_.push_back({CustomerFile(static_cast<std::uint32_t>(n + 1)), 0, {}});
            devices_[n].clock_ahead = static_cast<std::int64_t>(below(2 * day + 1)) - day;
        }
    }

    /// The first demand that does not hold; empty when all do.
    std::string run() {
        for (std::size_t left = 8 + below(24); left > 0; --left) step();
        if (!failure_.empty()) return failure_;
        everybody_merges_with_everybody();
        const std::string wanted = devices_[0].file.records().canonical_dump();
        for (const Device& device : devices_)
            if (device.file.records().canonical_dump() != wanted) return "all files are equal";
        return written_is_found();
    }

private:
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_.next_random() % n); }
    bool one_in(std::size_t n) { return below(n) == 0; }
    Device& any_device() { return devices_[below(devices_.size())]; }
    template <class List> void shuffle(List& list) {
        for (std::size_t n = list.size(); n > 1; --n) std::swap(list[n - 1], list[below(n)]);
    }
    /// Stands still at times, and a clock may be set anew.
    Instant now(Device& device) {
        time_ += static_cast<std::int64_t>(below(3));
        if (one_in(20)) device.clock_ahead = static_cast<std::int64_t>(below(2 * day + 1)) - day;
        return {noon + time_ + device.clock_ahead};
    }

    void step() {
        Device& device = any_device();
        switch (below(8)) {
        case 0:
            if (device.file.can_undo()) device.file.undo(now(device));
            break;
        case 1:
            if (device.file.can_redo()) device.file.redo(now(device));
            break;
        case 2: settle_one(device); break;
        case 3:
        case 4: deliver_one(device); return;
        default: perform(device);
        }
        send_out(device);
    }

    /// What was typed last is seen, however far ahead the clocks of others were.
    void perform(Device& device) {
        const Action action = random_action();
        device.file.perform(action, now(device));
        std::set<std::tuple<RecordType, RecordId, std::uint16_t>> later;
        for (auto edit = action.edits.rbegin(); edit != action.edits.rend(); ++edit) {
            if (!later.insert({edit->type, edit->id, edit->field}).second) continue;
            const RecordView record = device.file.records().find(edit->type, edit->id);
            if (record.value(edit->field) != edit->value) failure_ = "what was typed last is seen";
        }
    }

    Action random_action() {
        Action action;
        for (std::size_t n = 1 + below(3); n > 0; --n) {
            const std::uint16_t field = fields[below(std::size(fields))];
            std::string value = one_in(6) ? "" : "v" + std::to_string(below(1000));
            if (field == common::deleted) value = one_in(2) ? "1" : "";
            action.edits.push_back({types[below(std::size(types))],
                                    {5, 1 + below(records_of_a_type)},
                                    field,
                                    std::move(value)});
        }
        return action;
    }

    void settle_one(Device& device) {
        for (const RecordType type : types) {
            const RecordId id{5, 1 + below(records_of_a_type)};
            const auto open = device.file.records().conflicts(type, id);
            if (open.empty()) continue;
            device.file.settle(type, id, open.front().field, Text{}, now(device));
            return;
        }
    }

    /// What the device just wrote, to each other one: perhaps lost, perhaps twice.
    void send_out(Device& from) {
        for (const JournalEntry& entry : from.file.take_outbox()) {
            const Message writes = writes_of(entry);
            written_.insert(written_.end(), writes.begin(), writes.end());
            for (Device& to : devices_) {
                if (&to == &from) continue;
                for (std::size_t copies = below(3); copies > 0; --copies)
                    to.inbox.push_back(writes);
            }
        }
    }

    /// Any of the messages waiting, its writes in any order.
    void deliver_one(Device& to) {
        if (to.inbox.empty()) return;
        std::swap(to.inbox[below(to.inbox.size())], to.inbox.back());
        shuffle(to.inbox.back());
        to.file.merge(to.inbox.back(), Text{}, now(to));
        to.inbox.pop_back();
        if (one_in(4))
            send_out(to); // hands on what was new
        else
            to.file.take_outbox();
    }

    /// Each with what the others had, in an order of its own: what was lost on the way comes now.
    void everybody_merges_with_everybody() {
        std::vector<Message> had;
        for (const Device& device : devices_) {
            Message all;
            device.file.records().each_write([&](const Write& write) { all.push_back(write); });
            had.push_back(std::move(all));
        }
        for (Device& device : devices_) {
            shuffle(had);
            for (Message& writes : had) {
                if (one_in(3)) shuffle(writes);
                device.file.merge(writes, Text{}, now(device));
            }
        }
    }

    std::string written_is_found() {
        const auto order = [](const Write& a, const Write& b) {
            return std::tie(a.type, a.id, a.field, a.stamp, a.seen, a.value) <
                   std::tie(b.type, b.id, b.field, b.stamp, b.seen, b.value);
        };
        std::set<Write, decltype(order)> found(order);
        const Workspace& records = devices_[below(devices_.size())].file.records();
        for (const RecordType type : types)
            for (std::uint64_t n = 1; n <= records_of_a_type; ++n)
                for (Write& write : records.history(type, {5, n})) found.insert(std::move(write));
        for (const Write& write : written_)
            if (!found.contains(write)) return "every written value is found in the history";
        return {};
    }

    IdSource random_;
    std::vector<Device> devices_;
    std::vector<Write> written_;
    std::int64_t time_ = 0;
    std::string failure_;
};

struct Seeds {
    std::uint64_t first, last;
};

/// BUYERBOOK_MERGE_RUNS, where the time for more is there. The run of everything has 100,000 in all:
/// those of WebAssembly, which sees no environment, follow the 25,000 that the sanitizers watch.
Seeds wanted_seeds() {
#ifdef __EMSCRIPTEN__
    return {25'001, 100'000};
#else
    const char* runs = std::getenv("BUYERBOOK_MERGE_RUNS");
    return {1, runs ? std::strtoull(runs, nullptr, 10) : 3'000};
#endif
}

} // namespace

TEST_CASE("random histories of many devices end in the same file everywhere") {
    const Seeds seeds = wanted_seeds();
    REQUIRE(seeds.last >= seeds.first);
    for (std::uint64_t seed = seeds.first; seed <= seeds.last; ++seed) {
        const std::string failure = History(seed).run();
        if (failure.empty()) continue;
        INFO("seed ", seed, ": ", failure);
        CHECK(failure.empty());
        break;
    }
}
