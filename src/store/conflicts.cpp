// Which values were lost to a concurrent write and not settled since. A write names the stamp it
// saw; what can be reached that way from a write of the standing value was known to its author.
// Only the set of writes decides, so that every device lists the same conflicts.
#include "store/parts.h"
#include "store/workspace.h"

#include <algorithm>

namespace bb {
namespace {

using Writes = std::span<FieldValue>;

/// The writes reached from those of the standing value, by following `seen`.
std::vector<bool> known_to_standing(Writes by_stamp, std::string_view standing) {
    std::vector<bool> known(by_stamp.size(), false);
    std::vector<std::size_t> waiting;
    const auto reach = [&](std::size_t n) {
        if (!known[n]) waiting.push_back(n);
        known[n] = true;
    };
    for (std::size_t n = 0; n < by_stamp.size(); ++n) {
        if (by_stamp[n].value == standing) reach(n);
    }
    while (!waiting.empty()) {
        const Stamp seen = by_stamp[waiting.back()].seen;
        waiting.pop_back();
        auto at = std::lower_bound(
            by_stamp.begin(), by_stamp.end(), seen,
            [](const FieldValue& item, Stamp stamp) { return item.stamp < stamp; });
        for (; at != by_stamp.end() && at->stamp == seen; ++at) {
            reach(static_cast<std::size_t>(at - by_stamp.begin()));
        }
    }
    return known;
}

/// Appends the lost writes of one field.
void lost_writes(Writes by_stamp, std::vector<FieldValue>& out) {
    const std::string_view standing = by_stamp.back().value;
    const std::vector<bool> known = known_to_standing(by_stamp, standing);
    for (std::size_t n = 0; n < by_stamp.size(); ++n) {
        const FieldValue& item = by_stamp[n];
        if (known[n] || item.value.empty() || item.value == standing) continue;
        // Settled as well when the same value was chosen later and then replaced knowingly.
        bool settled = false;
        for (std::size_t later = n + 1; later < by_stamp.size() && !settled; ++later) {
            settled = known[later] && by_stamp[later].value == item.value;
        }
        if (!settled) out.push_back(item);
    }
}

} // namespace

std::vector<Write> Workspace::conflicts(RecordType type, RecordId id) const {
    std::vector<Write> result;
    const RecordTable* const table = parts_->find(type);
    if (!table) return result;
    std::vector<FieldValue> all;
    table->writes_of(id, all);
    std::sort(all.begin(), all.end(), [](const FieldValue& a, const FieldValue& b) {
        return a.field != b.field ? a.field < b.field : standing_order(a, b) < 0;
    });
    std::vector<FieldValue> lost;
    for (auto first = all.begin(); first != all.end();) {
        const auto last = std::find_if(
            first, all.end(), [&](const FieldValue& item) { return item.field != first->field; });
        if (last - first > 1) lost_writes({first, last}, lost);
        first = last;
    }
    std::sort(lost.begin(), lost.end(),
              [](const FieldValue& a, const FieldValue& b) { return standing_order(a, b) > 0; });
    for (const FieldValue& item : lost) {
        result.push_back({type, id, item.field, std::string(item.value), item.stamp, item.seen});
    }
    return result;
}

} // namespace bb
