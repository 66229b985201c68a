// Rows of a list in the order of their keys. Keys are byte strings whose bytewise order is the
// order of the values; all rows of a type are ordered once, filters then only pick.
#pragma once

#include "base/text_id.h"
#include "domain/schema.h"
#include "store/workspace.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bb {

/// Text by its folded form, numbers and dates by value, choices in the order of their table,
/// countries by name. Empty for an empty value.
std::string sort_key(const FieldInfo& field, std::string_view value, Language language);

class RowOrder {
public:
    /// Orders all rows anew; keys by row.
    void sort(std::vector<std::string> keys, bool ascending);
    /// Only some rows have another key, or are new. `rows` ascending, `keys` beside them.
    void change(std::span<const Row> rows, std::vector<std::string> keys);
    void set_direction(bool ascending);

    /// Empty keys last in both directions; equal ones by row.
    std::span<const Row> rows() const { return order_; }

private:
    bool before(Row a, Row b) const;

    std::vector<std::string> keys_;
    std::vector<std::uint64_t> prefixes_; // first eight bytes, so that most compare without a look
    std::vector<Row> order_;
    bool ascending_ = true;
};

} // namespace bb
