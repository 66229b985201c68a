// Why a row of an import has its verdict, said for the screen when somebody looks at it.
#include "app/import_preview_impl.h"

namespace bb {
namespace {

Text text_of_match(KeyKind kind) {
    switch (kind) {
    case KeyKind::email: return Text::import_same_email;
    case KeyKind::phone: return Text::import_same_phone;
    case KeyKind::domain: return Text::import_same_domain;
    case KeyKind::model: return Text::import_same_model;
    case KeyKind::name: break;
    }
    return Text::import_same_name;
}

} // namespace

std::string ImportPreview::Impl::name_of(ImportTarget target) const {
    const RecordView record = records->at(type, target);
    if (type == RecordType::customer) return std::string(record.value(customer::name));
    for (const std::uint16_t field : {product::model, product::name_zh, product::name_en}) {
        if (!record.value(field).empty()) return std::string(record.value(field));
    }
    return {};
}

void ImportPreview::Impl::add_match_reason(std::vector<RowReason>& reasons,
                                           const RowReading& reading, std::size_t at) const {
    const RowDetail& detail = details[at];
    if (!detail.matched) return;
    if ((detail.target & new_target_bit) != 0) {
        const std::uint32_t row = founding_rows[detail.target & ~new_target_bit];
        reasons.push_back({{}, {Text::import_same_row, {std::to_string(row + 1)}}});
    } else {
        // What is the same, as the sheet writes it.
        std::string same;
        for (const MatchKey& key : keys_of(reading)) {
            if (key.kind != detail.matched_by) continue;
            const std::vector<ImportTarget> targets = index.find_all(key);
            if (std::ranges::find(targets, detail.target) == targets.end()) continue;
            same = key.text;
            break;
        }
        reasons.push_back({{}, {text_of_match(detail.matched_by), {name_of(detail.target), same}}});
    }
    if (rows[at].verdict == RowVerdict::duplicate) {
        reasons.push_back({{}, {Text::import_nothing_to_add, {}}});
    }
}

/// Values that differ from those of the record, or of the first row for it, which stay.
void ImportPreview::Impl::add_kept_values(std::vector<RowReason>& reasons,
                                          const RowReading& reading, std::size_t at) const {
    const RowDetail& detail = details[at];
    if (!detail.matched) return;
    const bool founded_here = (detail.target & new_target_bit) != 0;
    if (plan.overwrite && !founded_here) return;
    const RecordView record = founded_here ? RecordView() : records->at(type, detail.target);
    const RowReading founder =
        founded_here ? read_row(*table, founding_rows[detail.target & ~new_target_bit], plan)
                     : RowReading();
    for (const RowValue& value : reading.values) {
        if (value.type != type) continue;
        const std::string_view there =
            founded_here ? founder.value(type, value.field) : record.value(value.field);
        if (there.empty() || same_value(type, value.field, there, value.value)) continue;
        reasons.push_back({cell_address(rows[at].table_row, value.column),
                           {Text::import_kept_value, {std::string(there), value.value}}});
    }
}

std::vector<RowReason> ImportPreview::reasons(std::size_t at) const {
    std::vector<RowReason> reasons;
    if (at >= impl_->rows.size()) return reasons;
    const PreviewRow& row = impl_->rows[at];
    const RowReading reading = read_row(*impl_->table, row.table_row, impl_->plan);
    impl_->add_match_reason(reasons, reading, at);
    if (row.verdict == RowVerdict::faulty) {
        const bool products = impl_->plan.kind == ImportKind::products;
        reasons.push_back(
            {{}, {products ? Text::import_no_product_name : Text::import_no_name, {}}});
    }
    for (const RowFault& fault : reading.faults) {
        reasons.push_back({cell_address(row.table_row, fault.column), fault.error});
    }
    impl_->add_kept_values(reasons, reading, at);
    return reasons;
}

} // namespace bb
