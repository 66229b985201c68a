// Random command sequences on two or three devices: create, edit, bin, restore, undo, redo, kill
// and reload, compaction, merges that lose, repeat and shuffle, clocks a day apart.
#include "store/backup.h"
#include "support/store_page.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <memory>

using namespace bb;

namespace {

constexpr RecordType types[] = {RecordType::customer, RecordType::contact, RecordType::quote};

struct Random {
    IdSource source;
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(source.next_random() % n); }
};

/// What a user sees: living records and what is filled in.
std::string visible(const Workspace& records) {
    std::vector<std::string> lines;
    for (const RecordType type : types) {
        for (Row row = 0; row < records.row_count(type); ++row) {
            const RecordView record = records.at(type, row);
            if (record.deleted()) continue;
            std::string line = record.id().to_text();
            record.each_field([&](std::uint16_t field, std::string_view value, Stamp, Stamp) {
                if (!value.empty()) (line += " " + std::to_string(field) + "=") += value;
            });
            lines.push_back(std::move(line));
        }
    }
    std::sort(lines.begin(), lines.end());
    std::string all;
    for (const std::string& line : lines) all += line + "\n";
    return all;
}

struct Written {
    RecordType type{};
    RecordId id{};
    std::uint16_t field = 0;
    std::string value;
};

struct Device {
    std::uint32_t number = 0;
    std::int64_t clock_ahead = 0;
    FakeStore store;
    std::unique_ptr<StorePage> page;
    std::map<std::uint64_t, std::string> unsaved; // dump after each entry not surely durable
    std::string durable_dump;                     // of the last entry known durable
    std::vector<Written> written;                 // durable ones
    std::map<std::uint64_t, std::vector<Written>> in_doubt;

    void open() { page = std::make_unique<StorePage>(store, number); }
    CustomerFile& file() { return page->file(); }
    const Workspace& records() const { return page->keeper.file().records(); }
};

class Sequence {
public:
    explicit Sequence(std::uint64_t seed) : random_{IdSource(seed)} {
        devices_.resize(2 + random_.below(2));
        for (auto& device : devices_) {
            device = std::make_unique<Device>();
            device->number = static_cast<std::uint32_t>(&device - devices_.data() + 1);
            constexpr std::int64_t day = 86'400'000;
            device->clock_ahead = static_cast<std::int64_t>(random_.below(2 * day)) - day;
            device->open();
        }
    }

    /// The name of the first demand that does not hold; empty when all do.
    std::string run() {
        for (std::size_t left = 6 + random_.below(14); left > 0 && failure_.empty(); --left) step();
        if (failure_.empty()) finish();
        return failure_;
    }

private:
    void demand(bool holds, const char* what) {
        if (!holds && failure_.empty()) failure_ = what;
    }
    Instant now(const Device& device) {
        time_ += static_cast<std::int64_t>(random_.below(3)); // stands still at times
        return {test_noon.ms + time_ + device.clock_ahead};
    }

    Edit random_edit() {
        const RecordType type = types[random_.below(3)];
        const std::uint16_t fields[] = {common::deleted, 10, 11, 12, 40'000};
        const std::uint16_t field = fields[random_.below(5)];
        std::string value;
        if (field == common::deleted) {
            value = random_.below(2) ? "1" : "";
        } else if (random_.below(6) != 0) {
            value = "v" + std::to_string(random_.below(1000));
        }
        if (random_.below(4000) == 0) value.append(100'000, 'x');
        return {type, {5, 1 + random_.below(4)}, field, value};
    }

    Action random_action() {
        Action action;
        for (std::size_t n = 1 + random_.below(4); n > 0; --n)
            action.edits.push_back(random_edit());
        if (random_.below(4) == 0) action.join_key = "visit";
        return action;
    }

    /// After every change: remember what the file looks like at this entry.
    void note(Device& device) {
        device.unsaved[device.file().last_sequence()] = device.records().canonical_dump();
        device.page->keeper.pump();
        demand(device.page->keeper.saved_sequence() <= device.store.durable_sequence(),
               "saved is never ahead of durable");
    }

    void perform(Device& device) {
        const Action action = random_action();
        const std::string before = visible(device.records());
        if (!device.file().perform(action, now(device))) return;
        remember_written(device, action);
        note(device);
        if (random_.below(3) != 0 || !action.join_key.empty()) return;
        const std::string after = visible(device.records());
        device.file().undo(now(device));
        note(device);
        demand(visible(device.records()) == before, "undo takes back what was done");
        device.file().redo(now(device));
        note(device);
        demand(visible(device.records()) == after, "redo does it again");
    }

    void remember_written(Device& device, const Action& action) {
        auto& list = device.in_doubt[device.file().last_sequence()];
        for (const Edit& edit : action.edits) {
            const RecordView record = device.records().find(edit.type, edit.id);
            if (record.value(edit.field) == edit.value && !record.stamp(edit.field).empty()) {
                list.push_back({edit.type, edit.id, edit.field, edit.value});
            }
        }
    }

    void settle_doubts(Device& device) {
        const std::uint64_t durable = device.store.durable_sequence();
        for (auto& [sequence, list] : device.in_doubt) {
            if (sequence > durable) continue;
            device.written.insert(device.written.end(), list.begin(), list.end());
        }
        device.in_doubt.clear();
        if (const auto found = device.unsaved.find(durable); found != device.unsaved.end()) {
            device.durable_dump = found->second;
        }
        device.unsaved.clear();
    }

    void reload(Device& device) {
        device.store.kill(random_.below(3));
        settle_doubts(device);
        device.open();
        demand(device.page->ready(), "the file opens after a kill");
        demand(device.page->dump() == device.durable_dump, "what was durable is there, no more");
    }

    void merge(Device& into, const Device& from) {
        auto writes = all_writes(from.records());
        for (std::size_t n = writes.size(); n > 1; --n) {
            std::swap(writes[n - 1], writes[random_.below(n)]);
        }
        if (!writes.empty() && random_.below(2) == 0) {
            writes.resize(1 + random_.below(writes.size())); // some got lost on the way
        }
        const std::size_t twice = random_.below(writes.size() + 1);
        for (std::size_t n = 0; n < twice; ++n) writes.push_back(writes[n]);
        const auto told = into.file().preview_merge(writes);
        const auto done = into.file().merge(writes, Text{}, now(into));
        demand(told.created == done.created && told.changed == done.changed &&
                   told.superseded == done.superseded && told.removed == done.removed,
               "a merge does what its preview says");
        note(into);
    }

    void step() {
        Device& device = *devices_[random_.below(devices_.size())];
        switch (random_.below(12)) {
        case 0:
            if (device.file().can_undo()) device.file().undo(now(device));
            note(device);
            break;
        case 1:
            if (device.file().can_redo()) device.file().redo(now(device));
            note(device);
            break;
        case 2: reload(device); break;
        case 3:
            device.store.run();
            device.page->keeper.compact_if_due(true);
            break;
        case 4: merge(device, *devices_[random_.below(devices_.size())]); break;
        case 5: device.store.step(); break;
        case 6: device.store.run(); break;
        default: perform(device);
        }
        demand(device.page->keeper.saved_sequence() <= device.store.durable_sequence(),
               "saved is never ahead of durable");
    }

    bool findable(const Workspace& records, const Written& item) {
        const auto history = records.history(item.type, item.id);
        return std::any_of(history.begin(), history.end(), [&](const Write& write) {
            return write.field == item.field && write.value == item.value;
        });
    }

    void finish() {
        for (auto& device : devices_) {
            device->store.run();
            settle_doubts(*device);
        }
        std::vector<std::unique_ptr<CustomerFile>> unions;
        for (std::size_t first = 0; first < devices_.size(); ++first) {
            auto all = std::make_unique<CustomerFile>(99);
            for (std::size_t n = 0; n < devices_.size(); ++n) {
                const Device& next = *devices_[(first + n) % devices_.size()];
                const auto backup = read_backup(write_backup(next.page->file(), {}, test_noon));
                demand(backup.ok(), "a backup can be read");
                if (backup.ok()) all->merge(backup->writes, Text{}, test_noon);
            }
            unions.push_back(std::move(all));
        }
        const Workspace& reference = unions[0]->records();
        const std::string dump = reference.canonical_dump();
        for (const auto& other : unions) {
            demand(other->records().canonical_dump() == dump, "the order of merging is no matter");
        }
        const auto again = unions[0]->merge(all_writes(reference), Text{}, test_noon);
        demand(again.created + again.changed + again.superseded == 0, "merging twice is once");
        demand(reference.canonical_dump() == dump, "merging with itself changes nothing");
        for (const auto& device : devices_) {
            for (const Written& item : device->written) {
                demand(findable(reference, item), "every written value is found in the history");
            }
        }
        for (const RecordType type : types) {
            for (std::uint64_t n = 1; n <= 4; ++n) {
                demand(unions[0]->records().conflicts(type, {5, n}) ==
                           unions.back()->records().conflicts(type, {5, n}),
                       "all list the same conflicts");
            }
        }
        for (auto& device : devices_) {
            reload(*device);
            if (!device->page->ready()) continue;
            device->page->compact();
            demand(device->page->dump() == device->durable_dump, "compaction changes nothing");
            reload(*device);
        }
    }

    Random random_;
    std::vector<std::unique_ptr<Device>> devices_;
    std::int64_t time_ = 0;
    std::string failure_;
};

} // namespace

TEST_CASE("10,000 random command sequences keep every invariant") {
    for (std::uint64_t seed = 1; seed <= 10'000; ++seed) {
        const std::string failure = Sequence(seed).run();
        if (failure.empty()) continue;
        INFO("seed ", seed, ": ", failure);
        CHECK(failure.empty());
        break;
    }
}
