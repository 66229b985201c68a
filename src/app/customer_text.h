// The text that a search looks through, a row for each customer with its contacts. Making it for
// 100,000 customers takes most of a second, so it is made in slices after the file is open, and
// whatever is missing when somebody searches is made then.
#pragma once

#include "app/contact_links.h"
#include "app/row_changes.h"
#include "app/search_text.h"
#include "store/workspace.h"

#include <functional>
#include <span>
#include <vector>

namespace bb {

class CustomerText {
public:
    /// Makes anew what changed, until `enough` says so, asked now and then. True: there is more.
    bool make(const Workspace& records, const std::function<bool()>& enough);
    /// All of it.
    void make(const Workspace& records);
    /// Whether a row was made anew since the last call.
    bool take_renewed();

    /// See SearchText.
    void keep(std::span<const SearchWord> words, std::vector<std::uint8_t>& hits) const;

private:
    void note_changes(const Workspace& records);
    void renew(const Workspace& records, Row row);

    RowChanges customer_changes_;
    RowChanges contact_changes_;
    ContactLinks contacts_;
    SearchText text_;
    std::vector<Row> due_; // the last one first, so that made ones go from the end
    std::uint64_t revision_ = ~std::uint64_t{0};
    int made_ = 0; // rows
    bool renewed_ = false;
};

} // namespace bb
