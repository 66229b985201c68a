#include "store/salvage.h"

#include "store/manifest.h"
#include "store/parts.h"
#include "store/write_codec.h"

#include <algorithm>
#include <map>

namespace bb {
namespace {

constexpr std::string_view setting_prefix = "setting.";

/// "g<generation>/<table in 2 hex digits>/<number>"
std::uint8_t table_in_key(std::string_view key) {
    const std::size_t slash = key.find('/');
    if (slash == std::string_view::npos || slash + 3 > key.size()) return 0;
    return static_cast<std::uint8_t>(
        std::stoul(std::string(key.substr(slash + 1, 2)), nullptr, 16));
}

/// Whether it ever was given a name, and not whether that is empty now.
bool has_name(const RecordView& record) { return !record.stamp(customer::name).empty(); }

/// What was created or deleted after the last stamp that a manifest knows was not so when it counted.
/// Without a stamp all is taken to have been there.
bool was_created(const RecordView& record, Stamp known) {
    return known.empty() || record.stamp(common::created_at) <= known;
}
bool was_living(const RecordView& record, Stamp known) {
    return !record.deleted() || (!known.empty() && record.stamp(common::deleted) > known);
}

} // namespace

void Salvage::apply(RecordType type, RecordId id, std::span<const FieldValue> writes) {
    if (id.empty() || static_cast<std::uint8_t>(type) == 0) return;
    records_.apply(type, id, writes);
    for (const FieldValue& write : writes) newest_ = std::max(newest_, write.stamp);
}

void Salvage::apply(const RecordTable& table) {
    std::vector<FieldValue> fields;
    for (std::uint32_t row = 0; row < table.rows().count(); ++row) {
        fields.clear();
        packed::unpack(table.rows().at(row), fields);
        apply(table.type(), packed::id_of(table.rows().at(row)), fields);
    }
    table.history().each([&](RecordId id, const FieldValue& write) {
        apply(table.type(), id, {&write, 1});
    });
}

void Salvage::take(Place place, std::vector<StoredRow> rows) {
    if (place == Place::journal) return take_journal(rows);
    for (StoredRow& row : rows) {
        if (place == Place::meta) take_meta(row);
        if (place == Place::shard) take_shard(std::move(row));
    }
}

void Salvage::take_meta(const StoredRow& row) {
    if (row.key.starts_with(setting_prefix)) {
        settings_[row.key.substr(setting_prefix.size())] = as_text(row.bytes);
    } else if (row.key == "last") {
        JournalHead last;
        const auto read = last.decode(row.bytes);
        newer_ = newer_ || read == JournalHead::Read::newer;
        if (read == JournalHead::Read::damaged)
            ++damaged_;
        else
            sequence_ = std::max(sequence_, last.sequence);
    } else if (row.key == "active" || row.key == "previous") {
        Manifest manifest;
        if (!manifest.decode(row.bytes)) {
            ++damaged_;
            return;
        }
        newer_ = newer_ || manifest.schema > store_schema;
        sequence_ = std::max(sequence_, manifest.covers.sequence);
        last_change_.ms = std::max(last_change_.ms, manifest.covers.at.ms);
        pieces_.add_manifest(std::move(manifest));
    }
}

void Salvage::take_shard(StoredRow row) {
    const auto header = checked_shard(row.bytes);
    const std::uint8_t table = header ? header->table : table_in_key(row.key);
    Workspace one;
    RecordTable& into = one.parts().table(static_cast<RecordType>(table & ~history_table));
    const auto place = ShardPlace{0,
                                  1,
                                  header ? header->hash : 0,
                                  header ? header->count : 0,
                                  static_cast<std::uint32_t>(row.bytes.size()),
                                  false};
    const bool history = (table & history_table) != 0;
    const bool sound = header && (history ? into.history().load(std::move(row.bytes), place)
                                          : into.rows().load_checked(std::move(row.bytes), place));
    if (!sound) {
        ++damaged_;
        return;
    }
    pieces_.add_shard(header->hash);
    std::vector<FieldValue> fields;
    for (std::uint32_t n = 0; n < into.rows().count(); ++n) {
        fields.clear();
        packed::unpack(into.rows().at(n), fields);
        apply(into.type(), packed::id_of(into.rows().at(n)), fields);
    }
    into.history().each([&](RecordId id, const FieldValue& write) {
        apply(into.type(), id, {&write, 1});
    });
}

bool Salvage::apply_entry(ByteView payload) {
    Instant at;
    const auto writes = writes_of_payload(payload, at);
    if (!writes || !readable_writes(*writes)) return false;
    WriteReader reader(*writes);
    while (reader.next()) apply(reader.type(), reader.id(), reader.writes());
    last_change_.ms = std::max(last_change_.ms, at.ms);
    return true;
}

// An entry counts when all its rows are there; what lies before or after it does not matter.
void Salvage::take_journal(const std::vector<StoredRow>& rows) {
    Bytes payload;
    std::uint64_t sequence = 0;
    std::uint32_t next_part = 0;
    for (const StoredRow& stored : rows) {
        JournalRow row;
        if (!read_journal_row(stored, row)) {
            ++damaged_;
            continue;
        }
        newer_ = newer_ || row.newer;
        if (row.part == 0) {
            payload.clear();
            sequence = row.sequence;
            next_part = 0;
        }
        if (row.sequence != sequence || row.part != next_part) continue;
        payload.insert(payload.end(), row.piece.begin(), row.piece.end());
        if (++next_part <= row.last_part) continue;
        if (!apply_entry(payload)) {
            ++damaged_;
            continue;
        }
        sequence_ = std::max(sequence_, sequence);
        pieces_.add_entry(sequence);
    }
}

void Salvage::add(std::span<const Write> writes) {
    for (const Write& write : writes) {
        const FieldValue one{write.field, write.value, write.stamp, write.seen};
        apply(write.type, write.id, {&one, 1});
    }
}

void Salvage::join(const Salvage& other) {
    other.records_.parts().each_table([&](const RecordTable& table) { apply(table); });
    newer_ = newer_ || other.newer_;
    sequence_ = std::max(sequence_, other.sequence_);
    pieces_.join(other.pieces_);
    last_change_.ms = std::max(last_change_.ms, other.last_change_.ms);
    for (const auto& [name, value] : other.settings_) settings_.try_emplace(name, value);
}

std::uint64_t Salvage::customers_expected() const {
    const Manifest* const last = pieces_.newest();
    return last ? last->customers : 0;
}

std::uint64_t Salvage::customers_missing() const {
    const Manifest* const last = pieces_.newest();
    const Stamp known = last ? last->covers.newest : Stamp{};
    std::uint64_t found = 0;
    std::uint64_t nameless = 0;
    for (Row row = 0; row < records_.row_count(RecordType::customer); ++row) {
        const RecordView record = records_.at(RecordType::customer, row);
        if (has_name(record))
            found += was_created(record, known) && was_living(record, known);
        else
            nameless += !record.deleted();
    }
    const std::uint64_t expected = customers_expected();
    return std::max(nameless, expected - std::min(expected, found));
}

/// As many as the newest manifest counts and no piece has. One of which an edit is all that is left
/// was not found: what made it is missing.
std::uint64_t Salvage::records_missing(RecordType type) const {
    const Manifest& last = *pieces_.newest();
    std::uint64_t expected = 0;
    for (const Manifest::Shard& shard : last.shards)
        if (shard.table == static_cast<std::uint8_t>(type)) expected += shard.place.count;
    std::uint64_t found = 0;
    for (Row row = 0; row < records_.row_count(type); ++row) {
        const RecordView record = records_.at(type, row);
        found +=
            !record.stamp(common::created_at).empty() && was_created(record, last.covers.newest);
    }
    return expected - std::min(expected, found);
}

std::vector<LostRecords> Salvage::lost() const {
    std::map<RecordType, LostRecords> by_type;
    for (const Manifest::Shard& shard : pieces_.lost_shards()) {
        if (shard.place.count == 0) continue;
        const auto type = static_cast<RecordType>(shard.table & ~history_table);
        LostRecords& lost = by_type[type];
        lost.type = type;
        const bool history = (shard.table & history_table) != 0;
        (history ? lost.earlier : lost.held) += shard.place.count;
    }
    std::vector<LostRecords> all;
    for (auto& entry : by_type) {
        LostRecords& lost = entry.second;
        lost.nowhere = std::min(lost.held, records_missing(lost.type));
        all.push_back(lost);
    }
    return all;
}

std::size_t customers_named(const Workspace& records) {
    std::size_t count = 0;
    for (Row row = 0; row < records.row_count(RecordType::customer); ++row) {
        const RecordView record = records.at(RecordType::customer, row);
        count += !record.deleted() && has_name(record);
    }
    return count;
}

std::vector<std::string> missing_names(const Workspace& all, const Workspace& part,
                                       std::size_t most, std::size_t& count) {
    std::vector<std::string> names;
    count = 0;
    for (Row row = 0; row < all.row_count(RecordType::customer); ++row) {
        const RecordView record = all.at(RecordType::customer, row);
        if (record.deleted() || !has_name(record)) continue;
        if (has_name(part.find(RecordType::customer, record.id()))) continue;
        if (++count <= most) names.emplace_back(record.value(customer::name));
    }
    return names;
}

} // namespace bb
