#include "app/contact_links.h"

#include <utility>

namespace bb {

void ContactLinks::unlink(Row contact) {
    if (parent_[contact] == none) return;
    Row* link = &first_[parent_[contact]];
    while (*link != contact) link = &next_[*link];
    *link = next_[contact];
    parent_[contact] = none;
}

void ContactLinks::renew(const Workspace& records, std::span<const Row> contacts,
                         std::vector<Row>& touched) {
    first_.resize(records.row_count(RecordType::customer), none);
    next_.resize(records.row_count(RecordType::contact), none);
    parent_.resize(next_.size(), none);

    std::vector<Row> changed = std::exchange(orphans_, {});
    changed.insert(changed.end(), contacts.begin(), contacts.end());
    // Links are put in front: from the last, so that a customer's first contact comes first.
    for (std::size_t at = changed.size(); at-- > 0;) {
        const Row row = changed[at];
        if (parent_[row] != none) touched.push_back(parent_[row]);
        unlink(row);
        const RecordView record = records.at(RecordType::contact, row);
        if (record.deleted()) continue;
        const auto id = RecordId::parse(record.value(contact::customer));
        const auto customer = id ? records.row_of(RecordType::customer, *id) : std::nullopt;
        if (!customer) {
            orphans_.push_back(row);
            continue;
        }
        parent_[row] = *customer;
        next_[row] = std::exchange(first_[*customer], row);
        touched.push_back(*customer);
    }
}

} // namespace bb
