// The products that a list or a picker shows: searched and sorted.
#pragma once

#include "app/list_order.h"
#include "app/row_changes.h"
#include "app/search_text.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace bb {

struct ProductFilter {
    std::string search{};
    bool bin = false;

    friend bool operator==(const ProductFilter&, const ProductFilter&) = default;
};

class ProductList {
public:
    void update(const Workspace& records, const ProductFilter& filter,
                SortOrder order = {.field = product::model});

    /// Rows of RecordType::product in their order.
    std::span<const Row> rows() const { return rows_; }
    struct Counts {
        std::size_t all = 0; // living
        std::size_t bin = 0;
    };
    const Counts& counts() const { return counts_; }
    /// Grows whenever rows() may have changed.
    std::uint64_t revision() const { return revision_; }

private:
    RowChanges changes_;
    SearchText text_;
    std::vector<Row> rows_;
    Counts counts_;
    ProductFilter filter_;
    SortOrder order_;
    std::uint64_t revision_ = 0;
};

} // namespace bb
