#include "store/workspace.h"

#include "store/parts.h"

#include <algorithm>

namespace bb {
namespace {

Write to_write(RecordType type, RecordId id, const FieldValue& item) {
    return {type, id, item.field, std::string(item.value), item.stamp, item.seen};
}

/// A total order, so that the same writes are listed alike on every device.
bool newer(const FieldValue& a, const FieldValue& b) {
    if (a.stamp != b.stamp) return a.stamp > b.stamp;
    if (a.field != b.field) return a.field < b.field;
    return standing_order(a, b) > 0;
}

} // namespace

RecordId RecordView::id() const { return exists() ? packed::id_of(packed_.data()) : RecordId{}; }

std::string_view RecordView::value(std::uint16_t field) const {
    return exists() ? packed::value_of(packed_.data(), field) : std::string_view{};
}

Stamp RecordView::stamp(std::uint16_t field) const {
    Stamp found;
    if (!exists()) return found;
    packed::FieldWalk walk(packed_.data());
    while (walk.next()) {
        Stamp seen;
        if (walk.field() == field) {
            packed::stamps_of(packed_.data(), walk.stamp_index(), found, seen);
        }
    }
    return found;
}

// A file that is read anew may count as many changes as the one before it, and be another.
Workspace::Workspace() : parts_(std::make_unique<Parts>()) {
    constexpr int bits_of_changes = 40;
    static std::uint64_t workspaces = 0;
    parts_->origin = ++workspaces << bits_of_changes;
}
Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

Row Workspace::row_count(RecordType type) const {
    const RecordTable* const table = parts_->find(type);
    return table ? table->rows().count() : 0;
}

std::size_t Workspace::live_count(RecordType type) const {
    const RecordTable* const table = parts_->find(type);
    return table ? table->rows().live() : 0;
}

RecordView Workspace::at(RecordType type, Row row) const {
    return RecordView(parts_->find(type)->rows().view(row));
}

std::optional<Row> Workspace::row_of(RecordType type, RecordId id) const {
    const RecordTable* const table = parts_->find(type);
    const Row row = table ? table->rows().row_of(id) : RowIndex::none;
    return row == RowIndex::none ? std::nullopt : std::optional(row);
}

RecordView Workspace::find(RecordType type, RecordId id) const {
    const auto row = row_of(type, id);
    return row ? at(type, *row) : RecordView{};
}

std::vector<RecordId> Workspace::children(RecordType child, RecordId parent) const {
    const RecordTable* const table = parts_->find(child);
    if (!table) return {};
    std::vector<std::pair<std::string_view, RecordId>> found;
    table->children().each(parent, [&](Row row) {
        const RecordView record(table->rows().view(row));
        if (!record.deleted()) found.emplace_back(record.value(common::order_key), record.id());
    });
    std::sort(found.begin(), found.end());
    std::vector<RecordId> ids;
    ids.reserve(found.size());
    for (const auto& [key, id] : found) ids.push_back(id);
    return ids;
}

std::size_t Workspace::child_count(RecordType child, RecordId parent) const {
    const RecordTable* const table = parts_->find(child);
    std::size_t count = 0;
    if (!table) return count;
    table->children().each(
        parent, [&](Row row) { count += !RecordView(table->rows().view(row)).deleted(); });
    return count;
}

bool Workspace::prepare_children(RecordType child, Row most) const {
    const RecordTable* const table = parts_->find(child);
    return table && table->link_children(most);
}

Applied Workspace::apply(const Write& write) {
    const FieldValue item{write.field, write.value, write.stamp, write.seen};
    return apply(write.type, write.id, {&item, 1}).front();
}

std::span<const Applied> Workspace::apply(RecordType type, RecordId id,
                                          std::span<const FieldValue> writes) {
    parts_->table(type).apply(id, writes, parts_->results);
    return parts_->results;
}

std::vector<Write> Workspace::history(RecordType type, RecordId id) const {
    std::vector<Write> result;
    const RecordTable* const table = parts_->find(type);
    if (!table) return result;
    std::vector<FieldValue> all;
    table->writes_of(id, all);
    std::sort(all.begin(), all.end(), newer);
    result.reserve(all.size());
    for (const FieldValue& item : all) result.push_back(to_write(type, id, item));
    return result;
}

std::uint64_t Workspace::revision(RecordType type) const {
    const RecordTable* const table = parts_->find(type);
    return parts_->origin + (table ? table->revision() : 0);
}

std::uint64_t Workspace::revision() const {
    std::uint64_t sum = parts_->origin;
    parts_->each_table([&](const RecordTable& table) { sum += table.revision(); });
    return sum;
}

ReplacedRows Workspace::replaced_rows(RecordType type) const {
    const RecordTable* const table = parts_->find(type);
    return table ? table->replaced() : nullptr;
}

std::size_t Workspace::superseded_count() const {
    std::size_t count = 0;
    parts_->each_table([&](const RecordTable& table) { count += table.history().count(); });
    return count;
}

std::size_t Workspace::write_count() const {
    std::size_t count = superseded_count();
    parts_->each_table([&](const RecordTable& table) {
        for (Row row = 0; row < table.rows().count(); ++row) {
            packed::FieldWalk walk(table.rows().at(row));
            while (walk.next()) ++count;
        }
    });
    return count;
}

void Workspace::visit_writes(void* context, void (*visit)(void*, const Write&)) const {
    Write write;
    const auto show = [&](RecordType type, RecordId id, const FieldValue& item) {
        write.type = type;
        write.id = id;
        write.field = item.field;
        write.value.assign(item.value);
        write.stamp = item.stamp;
        write.seen = item.seen;
        visit(context, write);
    };
    std::vector<FieldValue> fields;
    parts_->each_table([&](const RecordTable& table) {
        for (Row row = 0; row < table.rows().count(); ++row) {
            fields.clear();
            packed::unpack(table.rows().at(row), fields);
            const RecordId id = packed::id_of(table.rows().at(row));
            for (const FieldValue& item : fields) show(table.type(), id, item);
        }
        table.history().each(
            [&](RecordId id, const FieldValue& item) { show(table.type(), id, item); });
    });
}

bool Workspace::Parts::any_dirty() const {
    bool dirty = false;
    each_table([&](const RecordTable& table) {
        dirty = dirty || table.rows().any_dirty() || table.history().any_dirty();
    });
    return dirty;
}

void Workspace::Parts::mark_all_dirty() {
    for (const auto& table : tables) {
        if (!table) continue;
        table->rows().mark_all_dirty();
        table->history().mark_all_dirty();
    }
}

bool Workspace::Parts::encode_dirty(std::uint32_t generation, EncodedShard& out) {
    for (const auto& table : tables) {
        if (!table) continue;
        if (table->rows().encode_dirty(generation, out)) return true;
        if (table->history().encode_dirty(generation, out)) return true;
    }
    return false;
}

} // namespace bb
