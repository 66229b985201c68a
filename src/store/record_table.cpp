#include "store/record_table.h"

#include <algorithm>

namespace bb {
namespace {

/// 0 = the type has no parent, or is a newer program's.
std::uint16_t parent_field_of(RecordType type) {
    const auto known = std::find(std::begin(all_record_types), std::end(all_record_types), type);
    return known == std::end(all_record_types) ? std::uint16_t{0} : info_of(type).parent_field;
}

} // namespace

RecordId RecordTable::parent_of(const std::uint8_t* record) const {
    const std::uint16_t field = parent_field_of(type_);
    if (field == 0) return {};
    return RecordId::parse(packed::value_of(record, field)).value_or(RecordId{});
}

bool RecordTable::link_children(std::uint32_t most) const {
    if (children_.rows() == 0) children_.reserve(rows_.count());
    const std::uint32_t left = rows_.count() - children_.rows();
    for (std::uint32_t made = 0; made < std::min(most, left); ++made)
        children_.add(parent_of(rows_.at(children_.rows())));
    return left > most;
}

const ChildIndex& RecordTable::children() const {
    link_children(rows_.count());
    return children_;
}

Applied RecordTable::apply_one(RecordId id, const FieldValue& write, bool exists) {
    const auto at = std::lower_bound(
        fields_.begin(), fields_.end(), write.field,
        [](const FieldValue& item, std::uint16_t field) { return item.field < field; });
    if (at == fields_.end() || at->field != write.field) {
        const bool first = fields_.empty() && !exists;
        fields_.insert(at, write);
        return first ? Applied::created : Applied::changed;
    }
    const auto order = standing_order(write, *at);
    if (order == 0) return Applied::known;
    if (order > 0) {
        history_.add(id, *at);
        *at = write;
        return Applied::changed;
    }
    if (history_.contains(id, write)) return Applied::known;
    history_.add(id, write);
    return Applied::superseded;
}

void RecordTable::store(RecordId id, std::uint32_t row) {
    packed_.clear();
    packed::pack(id, fields_, packed_);
    if (row == RowIndex::none) {
        rows_.append(packed_);
        return;
    }
    if (row < children_.rows()) {
        const RecordId before = parent_of(rows_.at(row));
        const RecordId after = parent_of(packed_.data());
        if (before != after) children_.move(row, before, after);
    }
    rows_.replace(row, packed_);
    changes_.replaced(row, rows_.count());
}

void RecordTable::apply(RecordId id, std::span<const FieldValue> writes,
                        std::vector<Applied>& results) {
    const std::uint32_t row = rows_.row_of(id);
    const bool exists = row != RowIndex::none;
    fields_.clear();
    if (exists) packed::unpack(rows_.at(row), fields_);
    bool any = false;
    bool standing = false;
    results.clear();
    for (const FieldValue& write : writes) {
        const Applied result = apply_one(id, write, exists);
        results.push_back(result);
        any = any || result != Applied::known;
        standing = standing || result == Applied::changed || result == Applied::created;
    }
    if (standing) store(id, row);
    if (any) ++revision_;
}

void RecordTable::writes_of(RecordId id, std::vector<FieldValue>& out) const {
    const std::uint32_t row = rows_.row_of(id);
    if (row == RowIndex::none) return;
    packed::unpack(rows_.at(row), out);
    history_.each_of(id, [&](const FieldValue& write) { out.push_back(write); });
}

} // namespace bb
