#include "store_rows.h"

#include "made.h"
#include "support/store_page.h"

#include <algorithm>
#include <fstream>

namespace bb::bench {
namespace {

constexpr std::uint32_t records_an_action = 20'000;

/// Collects edits and performs them some thousands of records at a time.
class Filler {
public:
    explicit Filler(StorePage& page) : page_(page) {}

    void add(MadeRecord record) {
        for (auto& [field, value] : record.values)
            edits_.push_back(test_edit(record.id, field, std::move(value), record.type));
        if (++records_ % records_an_action == 0) perform();
    }
    void perform() {
        if (!edits_.empty()) page_.act_and_save(std::exchange(edits_, {}));
        // What the journal holds is packed away as it grows, as the page does when it is idle.
        page_.compact();
    }

private:
    StorePage& page_;
    std::vector<Edit> edits_;
    std::uint32_t records_ = 0;
};

void fill(StorePage& page, std::uint32_t customers, std::uint32_t activities) {
    Filler filler(page);
    for (std::uint32_t n = 0; n < customers; ++n) {
        filler.add(made_customer(n));
        for (MadeRecord& contact : made_contacts(n)) filler.add(std::move(contact));
    }
    for (std::uint32_t n = 0; n < activities; ++n) filler.add(made_activity(n, customers));
    filler.perform();
}

/// Some days of use: what the first filling left in the journal is packed and cleaned away.
bool settle(FakeStore& store) {
    for (int day = 0; day < 3; ++day) {
        StorePage page(store);
        if (!page.ready()) return false;
        const RecordId first = made_customer(0).id;
        page.act_and_save(
            {test_edit(first, customer::grade_reason, "第 " + std::to_string(day) + " 天")});
        page.compact();
    }
    StorePage page(store);
    return page.ready();
}

void write_u32(std::ofstream& out, std::size_t value) {
    const auto n = static_cast<std::uint32_t>(value);
    out.write(reinterpret_cast<const char*>(&n), sizeof n);
}

} // namespace

bool write_store_rows(const std::string& path, std::uint32_t customers, std::uint32_t activities) {
    FakeStore store;
    {
        StorePage page(store);
        fill(page, customers, activities);
    }
    if (!settle(store)) return false;
    std::ofstream out(path, std::ios::binary);
    for (const Place place : {Place::journal, Place::shard, Place::meta, Place::blob})
        for (const auto& [key, bytes] : store.rows(place)) {
            out.put(static_cast<char>(place));
            write_u32(out, key.size());
            out.write(key.data(), static_cast<std::streamsize>(key.size()));
            write_u32(out, bytes.size());
            out.write(reinterpret_cast<const char*>(bytes.data()),
                      static_cast<std::streamsize>(bytes.size()));
        }
    return out.good();
}

} // namespace bb::bench
