// Union of this file's writes with another's. What the user sees change is one undo step; what
// lost goes to the history.
#include "store/customer_file.h"
#include "store/parts.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace bb {
namespace {

/// Calls visit(type, id, writes) for each run of writes of one record. A record may come in
/// several runs.
template <class Visit> void each_run(std::span<const Write> writes, Visit visit) {
    std::vector<FieldValue> run;
    for (std::size_t first = 0, last = 0; first < writes.size(); first = last) {
        run.clear();
        const Write& head = writes[first];
        for (last = first; last < writes.size(); ++last) {
            const Write& write = writes[last];
            if (write.type != head.type || write.id != head.id) break;
            run.push_back({write.field, write.value, write.stamp, write.seen});
        }
        visit(head.type, head.id, run);
    }
}

bool is_storable(RecordType type, RecordId id) {
    const auto number = static_cast<std::uint8_t>(type);
    return number > 0 && number < 0x80 && !id.empty();
}

using RecordName = std::pair<RecordType, RecordId>;

} // namespace

CustomerFile::MergeCounts CustomerFile::merge(std::span<const Write> writes, Text label,
                                              Instant now, bool undoable) {
    MergeCounts counts;
    const std::size_t superseded = records_.superseded_count();
    std::array<Row, 0x80> rows_before{};
    for (std::size_t type = 1; type < rows_before.size(); ++type) {
        rows_before[type] = records_.row_count(static_cast<RecordType>(type));
    }
    const auto is_new = [&](RecordType type, Row row) {
        return row >= rows_before[static_cast<std::size_t>(type)];
    };

    Draft draft;
    std::map<RecordName, bool> touched; // records that were here and changed: were they living?
    std::vector<FieldValue> fresh;
    std::vector<FieldChange> changes;
    Bytes before_bytes;
    each_run(writes, [&](RecordType type, RecordId id, const std::vector<FieldValue>& run) {
        if (!is_storable(type, id)) return;
        const RecordView before = records_.find(type, id);
        // A copy: the packed record may move while the run is applied.
        before_bytes.assign(before.packed().begin(), before.packed().end());
        const RecordView old{ByteView(before_bytes)};
        const std::span<const Applied> results = records_.apply(type, id, run);

        fresh.clear();
        changes.clear();
        const RecordView after = records_.find(type, id);
        for (std::size_t n = 0; n < run.size(); ++n) {
            clock_.receive(run[n].stamp);
            if (results[n] == Applied::known) continue;
            fresh.push_back(run[n]);
            const std::uint16_t field = run[n].field;
            const auto listed = std::any_of(changes.begin(), changes.end(),
                                            [&](const FieldChange& c) { return c.field == field; });
            if (listed || old.value(field) == after.value(field)) continue;
            changes.push_back({field, old.value(field), after.value(field)});
        }
        draft.writes.add(type, id, fresh);
        if (!old.exists()) {
            draft.changes.add_created(type, id, after.value(common::deleted));
        } else if (!changes.empty() && !is_new(type, *records_.row_of(type, id))) {
            draft.changes.add(type, id, changes);
            touched.try_emplace({type, id}, !old.deleted());
        }
    });

    for (std::size_t type = 1; type < rows_before.size(); ++type) {
        counts.created += records_.row_count(static_cast<RecordType>(type)) - rows_before[type];
    }
    for (const auto& [record, was_living] : touched) {
        const bool gone = was_living && records_.find(record.first, record.second).deleted();
        counts.removed += gone;
        counts.removed_customers += gone && record.first == RecordType::customer;
    }
    counts.changed = touched.size();
    counts.superseded = records_.superseded_count() - superseded;
    commit(draft, label, now);
    if (undoable && !draft.changes.empty())
        remember({{label, {}, {}, {}}, std::move(draft.changes), false});
    return counts;
}

void CustomerFile::copy_touched(std::span<const Write> writes, CustomerFile& out) const {
    std::set<RecordName> copied;
    std::vector<FieldValue> mine;
    each_run(writes, [&](RecordType type, RecordId id, const std::vector<FieldValue>&) {
        const RecordTable* const table = records_.parts().find(type);
        if (!table || !copied.insert({type, id}).second) return;
        mine.clear();
        table->writes_of(id, mine);
        if (!mine.empty()) out.records_.apply(type, id, mine);
    });
}

CustomerFile::MergeCounts CustomerFile::preview_merge(std::span<const Write> writes) const {
    CustomerFile scratch(clock_.device());
    copy_touched(writes, scratch);
    return scratch.merge(writes, {}, {});
}

bool CustomerFile::settle(RecordType type, RecordId id, std::uint16_t field, Text label,
                          Instant now) {
    const RecordView record = records_.find(type, id);
    const std::string value(record.value(field));
    std::vector<FieldValue> writes;
    std::vector<Stamp> lost;
    for (const Write& write : records_.conflicts(type, id)) {
        if (write.field == field) lost.push_back(write.stamp);
    }
    if (lost.empty()) return false;
    // The same value again, once for each lost stamp that is hereby seen, and for its own.
    lost.push_back(record.stamp(field));
    Draft draft;
    draft.stamp = clock_.tick(now.ms);
    for (const Stamp seen : lost) writes.push_back({field, value, draft.stamp, seen});
    draft.writes.add(type, id, writes);
    records_.apply(type, id, writes);
    return commit(draft, label, now);
}

} // namespace bb
