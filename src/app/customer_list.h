// The customers that the list shows: searched, filtered and sorted over 100,000 rows while typing.
#pragma once

#include "app/list_order.h"
#include "base/time.h"
#include "store/workspace.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace bb {

/// Empty parts let every customer pass.
struct CustomerFilter {
    /// Every word must be found in a searched field of the customer or of one of its contacts,
    /// whatever its case, width and accents; four digits or more also find phone numbers that are
    /// written with other separators.
    std::string search{};
    std::string grade{};   // choice key
    std::string country{}; // code
    std::string stage{};   // choice key
    bool due = false;      // next follow-up today or earlier
    bool bin = false;      // the recycle bin instead of the living ones

    friend bool operator==(const CustomerFilter&, const CustomerFilter&) = default;
};

class CustomerFactTable;

class CustomerList {
public:
    CustomerList();
    ~CustomerList();
    CustomerList(CustomerList&&) noexcept;
    CustomerList& operator=(CustomerList&&) noexcept;

    /// Makes what a search will need until `enough` says so, asked now and then. True: there is
    /// more. A search that comes before does the rest.
    bool prepare_search(const Workspace& records, const std::function<bool()>& enough);

    /// The same for what update() looks at of each customer.
    bool prepare_order(const Workspace& records, SortOrder order,
                       const std::function<bool()>& enough);

    /// Brings counts and countries up to date, and leaves rows() as they are: for a screen without
    /// the list. Cheap when nothing changed; otherwise only what changed is done anew.
    void count(const Workspace& records, Date today);
    /// The same, and rows().
    void update(const Workspace& records, const CustomerFilter& filter, SortOrder order,
                Date today);

    /// Rows of RecordType::customer in their order.
    std::span<const Row> rows() const;

    /// Of all customers, whatever the filter says.
    struct Counts {
        std::size_t all = 0;                   // living
        std::array<std::size_t, 4> grade = {}; // A, B, C, D
        std::size_t due = 0;
        std::size_t bin = 0;

        friend bool operator==(const Counts&, const Counts&) = default;
    };
    const Counts& counts() const;
    /// Of all customers, deleted ones too, as of the last count.
    const CustomerFactTable& facts() const;
    /// Codes and numbers of living customers, most first.
    std::vector<std::pair<std::string, std::size_t>> countries() const;
    /// Grows whenever rows() may have changed.
    std::uint64_t revision() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace bb
