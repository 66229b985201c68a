#include "store/step_changes.h"

#include <algorithm>

namespace bb {

void StepChanges::add_created(RecordType type, RecordId id, std::string_view after) {
    const FieldChange from_bin{common::deleted, "1", after};
    append(type, id, true, {&from_bin, 1});
}

void StepChanges::add(RecordType type, RecordId id, std::span<const FieldChange> changes) {
    append(type, id, false, changes);
}

void StepChanges::append(RecordType type, RecordId id, bool created,
                         std::span<const FieldChange> changes) {
    ByteWriter out;
    out.u8(static_cast<std::uint8_t>(type));
    out.id(id);
    out.u8(created ? 1 : 0);
    out.varint(changes.size());
    for (const FieldChange& change : changes) {
        out.varint(change.field);
        out.text(change.before);
        out.text(change.after);
    }
    groups_.push_back(packed_.size());
    packed_.insert(packed_.end(), out.bytes().begin(), out.bytes().end());
}

StepChanges::Group StepChanges::group(std::size_t n) const {
    ByteReader in(ByteView(packed_).subspan(groups_[n]));
    Group result;
    result.type = static_cast<RecordType>(in.u8());
    result.id = in.id();
    result.created = in.u8() == 1;
    result.changes.resize(static_cast<std::size_t>(in.varint()));
    for (FieldChange& change : result.changes) {
        change.field = static_cast<std::uint16_t>(in.varint());
        change.before = in.text();
        change.after = in.text();
    }
    return result;
}

namespace {

/// True when `mine` already speaks for all of `later`.
bool join(StepChanges::Group& mine, const StepChanges::Group& later) {
    if (mine.type != later.type || mine.id != later.id) return false;
    for (const FieldChange& change : later.changes) {
        const auto same =
            std::find_if(mine.changes.begin(), mine.changes.end(),
                         [&](const FieldChange& other) { return other.field == change.field; });
        if (same != mine.changes.end()) {
            same->after = change.after;
        } else if (!mine.created) {
            mine.changes.push_back(change);
        }
    }
    return true;
}

} // namespace

void StepChanges::extend(const StepChanges& later) {
    std::vector<Group> groups;
    for (std::size_t n = 0; n < group_count(); ++n) groups.push_back(group(n));
    for (std::size_t n = 0; n < later.group_count(); ++n) {
        Group more = later.group(n);
        const auto joined = std::find_if(groups.rbegin(), groups.rend(),
                                         [&](Group& mine) { return join(mine, more); });
        if (joined == groups.rend()) groups.push_back(std::move(more));
    }
    StepChanges result;
    for (const Group& each : groups) result.append(each.type, each.id, each.created, each.changes);
    *this = std::move(result);
}

} // namespace bb
