// A list of customers beside the file it shows.
#pragma once

#include "app/customer_list.h"
#include "app_fixture.h"

#include <string>
#include <vector>

namespace bb {

using Names = std::vector<std::string>;

inline std::vector<std::string> names(const Workspace& records, const CustomerList& list) {
    std::vector<std::string> result;
    for (const Row row : list.rows()) {
        result.emplace_back(records.at(RecordType::customer, row).value(customer::name));
    }
    return result;
}

struct ListFixture : AppFixture {
    CustomerList list;
    CustomerFilter filter;
    SortOrder order;

    std::vector<std::string> shown() {
        list.update(records(), filter, order, today);
        return names(records(), list);
    }
    std::vector<std::string> found(std::string_view search) {
        filter.search = search;
        return shown();
    }
};

} // namespace bb
