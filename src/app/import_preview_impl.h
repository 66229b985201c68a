// What the dry run of an import keeps: shared by its steps and by the reasons that it gives.
#pragma once

#include "app/import_merge.h"
#include "app/import_preview.h"
#include "app/import_row.h"
#include "app/piece_store.h"

#include <algorithm>

namespace bb {

/// Beside each row of the preview.
struct RowDetail {
    ImportTarget target = KeyIndex::none;
    KeyKind matched_by{};
    bool matched = false;
    std::span<const KeptValue> values; // of Impl::values
};

struct ImportPreview::Impl {
    Impl(const Table& sheet, ImportPlan wanted, const Workspace& workspace)
        : table(&sheet), plan(std::move(wanted)), records(&workspace),
          type(plan.kind == ImportKind::products ? RecordType::product : RecordType::customer),
          revision(workspace.revision()), merge(workspace, type, plan.overwrite) {
        rows.reserve(data_rows());
        details.reserve(data_rows());
    }

    const Table* table;
    ImportPlan plan;
    const Workspace* records;
    RecordType type;
    std::uint64_t revision;

    bool makes_room = true; // of the index, at first
    Row next_record = 0;    // to be indexed
    Row next_contact = 0;   // to be indexed
    std::size_t next_row = 0;
    KeyIndex index;
    ImportMerge merge;
    PieceStore<char> texts;
    PieceStore<KeptValue> values; // of all rows
    std::vector<PreviewRow> rows;
    std::vector<RowDetail> details;           // beside rows
    std::vector<std::uint32_t> founding_rows; // table rows of new targets
    Counts counts;

    bool make_room() {
        constexpr std::size_t keys_a_record = 3; // more, where a list says much of everybody
        return index.make_room(keys_a_record * work());
    }
    void index_record(Row row);
    void index_contact(Row row);
    void look_at_row(std::size_t table_row);
    void find_match(const std::vector<MatchKey>& keys, RowDetail& detail);
    void judge(PreviewRow& row, RowDetail& detail, const RowReading& reading);
    std::vector<MatchKey> keys_of(const RowReading& reading) const;
    std::string name_of(ImportTarget target) const;
    void add_match_reason(std::vector<RowReason>& reasons, const RowReading& reading,
                          std::size_t at) const;
    void add_kept_values(std::vector<RowReason>& reasons, const RowReading& reading,
                         std::size_t at) const;
    std::size_t work_done() const { return next_record + next_contact + next_row; }
    std::size_t work() const {
        const std::size_t contacts =
            type == RecordType::customer ? records->row_count(RecordType::contact) : 0;
        return records->row_count(type) + contacts + data_rows();
    }
    std::size_t data_rows() const {
        return table->row_count() - std::min(plan.first_row, table->row_count());
    }
};

} // namespace bb
