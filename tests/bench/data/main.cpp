// Writes the data that tools/bench times the page and its peers with; see made.h.
//     bench_data store FILE CUSTOMERS ACTIVITIES    rows of the page's database
//     bench_data lists FOLDER CUSTOMERS ACTIVITIES  the same records as JSON, and a list as CSV
//     bench_data quotes FOLDER                      quotes of 10 and 100 lines with pictures
#include "lists.h"
#include "quotes.h"
#include "store_rows.h"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

std::uint32_t number(const std::string& text) {
    return static_cast<std::uint32_t>(std::strtoul(text.c_str(), nullptr, 10));
}

bool write_lists(const std::string& folder, std::uint32_t customers, std::uint32_t activities) {
    using namespace bb::bench;
    return write_customers_json(folder + "/customers.json", customers) &&
           write_customers_csv(folder + "/customers.csv", customers) &&
           write_activities_json(folder + "/activities", activities, customers);
}

} // namespace

int main(int count, char** arguments) {
    const std::vector<std::string> words(arguments + 1, arguments + count);
    const std::string what = words.empty() ? "" : words[0];
    bool ok = false;
    if (what == "store" && words.size() == 4)
        ok = bb::bench::write_store_rows(words[1], number(words[2]), number(words[3]));
    else if (what == "lists" && words.size() == 4)
        ok = write_lists(words[1], number(words[2]), number(words[3]));
    else if (what == "quotes" && words.size() == 2)
        ok = bb::bench::write_quotes(words[1]);
    else
        std::fprintf(stderr, "usage: bench_data store|lists|quotes PATH [CUSTOMERS ACTIVITIES]\n");
    return ok ? 0 : 1;
}
