#include "app/row_order.h"

#include "base/decimal.h"
#include "base/utf8.h"
#include "knowledge/country.h"

#include <algorithm>

namespace bb {
namespace {

// Sixteen bytes, the greatest first: at most 18 digits before and after the point, so that the
// value at scale 18 fits, shifted so that negative ones come first.
using Wide = unsigned __int128;

std::string number_key(std::string_view value) {
    const std::optional<Decimal> number = Decimal::parse(value);
    if (!number) return '\xff' + folded(value);
    __int128 units = number->units();
    for (int scale = number->scale(); scale < Decimal::max_scale; ++scale) units *= 10;
    const auto shifted = static_cast<Wide>(units) + (static_cast<Wide>(1) << 127);
    std::string key;
    for (int shift = 120; shift >= 0; shift -= 8) {
        key += static_cast<char>(static_cast<std::uint8_t>(shifted >> shift));
    }
    return key;
}

std::string choice_key(const FieldInfo& field, std::string_view value) {
    const Choice* choice = choice_of(field, value);
    if (choice == nullptr) return '\xff' + folded(value);
    return {static_cast<char>(1 + (choice - field.choices.data()))};
}

std::uint64_t prefix_of(std::string_view key) {
    std::uint64_t prefix = 0;
    for (std::size_t at = 0; at < 8; ++at) {
        const auto byte = at < key.size() ? static_cast<std::uint8_t>(key[at]) : std::uint8_t{0};
        prefix = prefix << 8 | byte;
    }
    return prefix;
}

} // namespace

std::string sort_key(const FieldInfo& field, std::string_view value, Language language) {
    if (value.empty()) return {};
    switch (field.type) {
    case FieldType::decimal:
    case FieldType::integer: return number_key(value);
    case FieldType::choice: return choice_key(field, value);
    case FieldType::country: return folded(country_name(value, language));
    default: return folded(value);
    }
}

bool RowOrder::before(Row a, Row b) const {
    const std::string& key_a = keys_[a];
    const std::string& key_b = keys_[b];
    if (key_a.empty() != key_b.empty()) return key_b.empty();
    if (prefixes_[a] != prefixes_[b]) return (prefixes_[a] < prefixes_[b]) == ascending_;
    if (const int order = key_a.compare(key_b); order != 0) return (order < 0) == ascending_;
    return a < b;
}

void RowOrder::sort(std::vector<std::string> keys, bool ascending) {
    keys_ = std::move(keys);
    prefixes_.resize(keys_.size());
    std::ranges::transform(keys_, prefixes_.begin(), prefix_of);
    ascending_ = ascending;

    // Prefixes beside the rows: most comparisons then stay in memory that is near.
    struct Entry {
        std::uint64_t prefix;
        Row row;
    };
    std::vector<Entry> entries;
    std::vector<Row> empty;
    entries.reserve(keys_.size());
    for (Row row = 0; row < keys_.size(); ++row) {
        if (keys_[row].empty())
            empty.push_back(row);
        else
            entries.push_back({prefixes_[row], row});
    }
    std::ranges::sort(entries, [this](const Entry& a, const Entry& b) {
        if (a.prefix != b.prefix) return (a.prefix < b.prefix) == ascending_;
        return before(a.row, b.row);
    });
    order_.clear();
    for (const Entry& entry : entries) order_.push_back(entry.row);
    order_.insert(order_.end(), empty.begin(), empty.end());
}

void RowOrder::change(std::span<const Row> rows, std::vector<std::string> keys) {
    if (rows.empty()) return;
    const std::size_t known = keys_.size();
    const std::size_t count = std::max<std::size_t>(known, std::size_t{rows.back()} + 1);
    keys_.resize(count);
    prefixes_.resize(count);
    std::vector<std::uint8_t> moved(count, 0);
    for (std::size_t index = 0; index < rows.size(); ++index) {
        keys_[rows[index]] = std::move(keys[index]);
        prefixes_[rows[index]] = prefix_of(keys_[rows[index]]);
        moved[rows[index]] = 1;
    }
    const auto precedes = [this](Row a, Row b) { return before(a, b); };
    std::vector<Row> coming(rows.begin(), rows.end());
    std::ranges::sort(coming, precedes);
    std::erase_if(order_, [&](Row row) { return moved[row] != 0; });
    std::vector<Row> merged;
    merged.reserve(order_.size() + coming.size());
    std::ranges::merge(order_, coming, std::back_inserter(merged), precedes);
    order_ = std::move(merged);
}

void RowOrder::set_direction(bool ascending) {
    if (ascending == ascending_) return;
    ascending_ = ascending;
    const auto filled_end =
        std::ranges::find_if(order_, [this](Row row) { return keys_[row].empty(); });
    std::reverse(order_.begin(), filled_end);
    // Equal ones keep the order of their making.
    for (auto run = order_.begin(); run != filled_end;) {
        const auto end =
            std::find_if(run, filled_end, [&](Row row) { return keys_[row] != keys_[*run]; });
        std::reverse(run, end);
        run = end;
    }
}

} // namespace bb
