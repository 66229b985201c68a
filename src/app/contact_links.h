// Which contact rows belong to which customer row: the list's search text of a customer holds its
// contacts, and asking the workspace for the children of 100,000 customers would take too long.
#pragma once

#include "store/workspace.h"

#include <span>
#include <vector>

namespace bb {

class ContactLinks {
public:
    static constexpr Row none = 0xFFFFFFFFU;

    /// Takes in changed contacts; adds the customers whose contacts changed, before or after, to
    /// `touched`. Contacts of customers that are not there yet are tried again each time.
    void renew(const Workspace& records, std::span<const Row> contacts, std::vector<Row>& touched);

    template <class Visit> void each_contact(Row customer, Visit visit) const {
        if (customer >= first_.size()) return;
        for (Row row = first_[customer]; row != none; row = next_[row]) visit(row);
    }

private:
    void unlink(Row contact);

    std::vector<Row> first_;  // by customer
    std::vector<Row> next_;   // by contact
    std::vector<Row> parent_; // by contact
    std::vector<Row> orphans_;
};

} // namespace bb
