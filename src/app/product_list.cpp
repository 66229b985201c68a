#include "app/product_list.h"

#include "app/row_order.h"

#include <algorithm>

namespace bb {

void ProductList::update(const Workspace& records, const ProductFilter& filter, SortOrder order) {
    const auto changed = changes_.look(records, RecordType::product);
    if (revision_ != 0 && changed.empty() && filter == filter_ && order == order_) return;
    filter_ = filter;
    order_ = order;
    ++revision_;

    for (const Row row : changed) {
        const RecordView record = records.at(RecordType::product, row);
        text_.begin_row(row);
        for (const FieldInfo& field : info_of(RecordType::product).fields) {
            if (field.has(trait_searched)) text_.add(record.value(field.number));
        }
        text_.end_row();
    }

    const Row count = records.row_count(RecordType::product);
    const FieldInfo* field = field_of(RecordType::product, order.field);
    const std::vector<SearchWord> words = search_words(filter.search);
    std::vector<std::string> keys(count);
    std::vector<std::uint8_t> shown(count, 0);
    counts_ = {};
    for (Row row = 0; row < count; ++row) {
        const RecordView record = records.at(RecordType::product, row);
        ++(record.deleted() ? counts_.bin : counts_.all);
        shown[row] = record.deleted() == filter.bin && text_.row_matches(row, words);
        if (field != nullptr && shown[row] != 0) {
            keys[row] = sort_key(*field, record.value(order.field), order.language);
        }
    }
    RowOrder sorted;
    sorted.sort(std::move(keys), order.ascending);
    rows_.clear();
    std::ranges::copy_if(sorted.rows(), std::back_inserter(rows_),
                         [&](Row row) { return shown[row] != 0; });
}

} // namespace bb
