// What one undo step changed, packed: fields with their values before and after, and the records
// it made. An import of 100,000 records costs two megabytes here, not a gigabyte of strings.
#pragma once

#include "store/packed_record.h"

#include <span>
#include <vector>

namespace bb {

struct FieldChange {
    std::uint16_t field = 0;
    std::string_view before;
    std::string_view after;
};

class StepChanges {
public:
    bool empty() const { return groups_.empty(); }
    std::size_t group_count() const { return groups_.size(); }

    /// The record came into being with this step, living or (`after`) in the bin. Taken back, it
    /// is in the bin; its other fields stay.
    void add_created(RecordType type, RecordId id, std::string_view after);
    void add(RecordType type, RecordId id, std::span<const FieldChange> changes);
    /// Typing on: a later change of a field that is in already only moves its "after".
    void extend(const StepChanges& later);

    struct Group {
        RecordType type{};
        RecordId id{};
        bool created = false; // then the only change is that of `deleted`
        std::vector<FieldChange> changes;
    };
    /// Values point into the step.
    Group group(std::size_t n) const;

private:
    void append(RecordType type, RecordId id, bool created, std::span<const FieldChange> changes);

    Bytes packed_;
    std::vector<std::size_t> groups_; // where each begins
};

} // namespace bb
