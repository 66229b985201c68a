// The quotes that a list shows: searched and sorted, each with its customer and its total. Totals
// are kept by currency: amounts of different currencies are never added.
#pragma once

#include "app/list_order.h"
#include "app/row_changes.h"
#include "base/decimal.h"
#include "base/id.h"
#include "base/time.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace bb {

struct QuoteFilter {
    /// Words in the number, the customer's name, the buyer's reference, the remarks and the models.
    std::string search{};
    std::string status{}; // choice key
    RecordId customer{};  // empty: of all customers
    bool bin = false;

    friend bool operator==(const QuoteFilter&, const QuoteFilter&) = default;
};

/// Not a field of the records: SortOrder::field for sorting by currency, then total.
inline constexpr std::uint16_t quote_sort_by_total = 0xfff0;

struct QuoteEntry {
    Row row = 0; // of RecordType::quote
    RecordId id{};
    RecordId customer{};
    std::string number; // with its revision: "Q2026-0118-R2"; empty for a draft without one
    std::string customer_name;
    std::string status; // choice key; "draft" when nothing is said
    std::optional<Date> date;
    std::optional<Date> valid_until;
    std::string currency;
    int currency_digits = 2;
    Decimal total;
    std::size_t lines = 0;
};

class QuoteList {
public:
    void update(const Workspace& records, const QuoteFilter& filter,
                SortOrder order = {.field = quote::date, .ascending = false});

    std::span<const QuoteEntry> rows() const { return rows_; }
    struct Counts {
        std::size_t all = 0; // living
        std::size_t draft = 0;
        std::size_t issued = 0;
        std::size_t bin = 0;
    };
    const Counts& counts() const { return counts_; }
    /// Sum of the shown rows by currency, most quotes first; superseded ones are not counted.
    std::vector<std::pair<std::string, Decimal>> totals() const;
    /// Grows whenever rows() may have changed.
    std::uint64_t revision() const { return revision_; }

private:
    struct Kept {
        QuoteEntry entry;
        std::string words; // folded, for the search
        bool deleted = false;
    };
    bool take_changes(const Workspace& records);
    void renew(const Workspace& records, Row row);
    void count();
    void select();

    RowChanges quote_changes_;
    RowChanges line_changes_;
    std::vector<Kept> kept_; // by row
    std::vector<QuoteEntry> rows_;
    Counts counts_;
    QuoteFilter filter_;
    SortOrder order_;
    std::uint64_t customer_revision_ = ~std::uint64_t{0};
    std::uint64_t revision_ = 0;
};

} // namespace bb
