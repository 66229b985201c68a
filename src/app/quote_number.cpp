// Numbers of quotes, counted by year.
#include "app/quote_document.h"
#include "app/quote_records.h"

#include <algorithm>
#include <charconv>

namespace bb {

std::string next_quote_number(const Workspace& records, Date today) {
    std::string prefix = text_of(company_profile(records), company::number_prefix);
    if (prefix.empty()) prefix = "Q";
    prefix += std::to_string(today.year()) + '-';

    // Deleted quotes count too: a number that a buyer has seen is never given to another quote.
    std::uint32_t greatest = 0;
    for (Row row = 0; row < records.row_count(RecordType::quote); ++row) {
        std::string_view number = records.at(RecordType::quote, row).value(quote::number);
        if (!number.starts_with(prefix)) continue;
        number.remove_prefix(prefix.size());
        std::uint32_t count = 0;
        const auto [end, error] =
            std::from_chars(number.data(), number.data() + number.size(), count);
        if (error != std::errc{} || end != number.data() + number.size()) continue;
        if (count < 1'000'000'000) greatest = std::max(greatest, count);
    }
    std::string digits = std::to_string(greatest + 1);
    if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
    return prefix + digits;
}

} // namespace bb
