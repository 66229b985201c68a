// Merging whatever writes a backup may hold: twice is once, and the order makes no difference.
#include "fuzz/fuzzing.h"
#include "store/customer_file.h"

#include <algorithm>

using namespace bb;
using fuzzing::demand;

namespace {

constexpr Instant noon{1'780'000'000'000};

std::vector<Write> read_writes(ByteView in) {
    std::vector<Write> all;
    WriteReader reader(in);
    while (reader.next()) {
        for (const FieldValue& item : reader.writes()) {
            all.push_back({reader.type(), reader.id(), item.field, std::string(item.value),
                           item.stamp, item.seen});
        }
    }
    return reader.ok() ? all : std::vector<Write>{};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::vector<Write> writes = read_writes({data, size});
    if (writes.empty()) return 0;
    CustomerFile forwards(1);
    const auto told = forwards.preview_merge(writes);
    const auto done = forwards.merge(writes, Text{}, noon);
    demand(told.created == done.created && told.changed == done.changed &&
               told.superseded == done.superseded && told.removed == done.removed,
           "a merge does what its preview says");
    const std::string dump = forwards.records().canonical_dump();
    const auto again = forwards.merge(writes, Text{}, noon);
    demand(again.created + again.changed + again.superseded == 0, "merging twice is once");
    demand(forwards.records().canonical_dump() == dump, "merging twice changes nothing");

    std::reverse(writes.begin(), writes.end());
    CustomerFile backwards(2);
    backwards.merge(writes, Text{}, noon);
    demand(backwards.records().canonical_dump() == dump, "the order of writes is no matter");
    for (const Write& write : writes) {
        const auto type = static_cast<std::uint8_t>(write.type);
        if (type == 0 || type >= 0x80 || write.id.empty()) continue; // of no record: not taken
        const auto history = forwards.records().history(write.type, write.id);
        demand(std::find(history.begin(), history.end(), write) != history.end(),
               "every written value is found in the history");
    }
    return 0;
}
