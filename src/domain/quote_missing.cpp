// What stands in the way of issuing a quote: rule Q04 (a quote says everything the buyer has to
// know), the named place beside an Incoterms rule, and rule L14 (letterhead with address; a
// fax number is printed where there is one, many firms have none today).
// Pictures are not asked for: rule Q05 wants long lists without them.
#include "base/utf8.h"
#include "domain/quote.h"

#include <algorithm>

namespace bb {
namespace {

bool blank(std::string_view text) { return trimmed(text).empty(); }

bool positive(const std::optional<Decimal>& value) {
    return value && value->valid() && *value > Decimal{0};
}

bool says_packing(const CartonData& carton) {
    return positive(carton.pieces) && positive(carton.length) && positive(carton.width) &&
           positive(carton.height) && positive(carton.net) && positive(carton.gross);
}

class Missing {
public:
    void unless(bool said, Text text) {
        if (!said) list_.push_back(text);
    }
    std::vector<Text> take() { return std::move(list_); }

private:
    std::vector<Text> list_;
};

void check_parties(const QuoteDocument& quote, Missing& missing) {
    missing.unless(!blank(quote.seller.name) || !blank(quote.seller.second_name),
                   Text::quote_missing_seller_name);
    missing.unless(!blank(quote.seller.address), Text::quote_missing_seller_address);
    missing.unless(!blank(quote.buyer.name) || !blank(quote.buyer.second_name),
                   Text::quote_missing_buyer);
}

void check_terms(const QuoteDocument& quote, Missing& missing) {
    missing.unless(!blank(quote.currency), Text::quote_missing_currency);
    missing.unless(!blank(quote.incoterm), Text::quote_missing_incoterm);
    missing.unless(!blank(quote.place), Text::quote_missing_place);
    missing.unless(!blank(quote.payment), Text::quote_missing_payment);
    missing.unless(!blank(quote.lead_time), Text::quote_missing_lead_time);
    missing.unless(quote.valid_until.has_value(), Text::quote_missing_valid_until);
    missing.unless(!quote.valid_until || *quote.valid_until >= quote.date,
                   Text::quote_missing_valid_order);
    missing.unless(quote.sample_price.has_value(), Text::quote_missing_sample_price);
    missing.unless(quote.sample_days.has_value(), Text::quote_missing_sample_days);
}

void check_lines(const QuoteDocument& quote, Missing& missing) {
    const auto all = [&](auto&& said) { return std::ranges::all_of(quote.lines, said); };
    const auto named = [](const QuotedLine& line) {
        return !blank(line.model) || !blank(line.name_zh) || !blank(line.name_en);
    };
    missing.unless(!quote.lines.empty(), Text::quote_missing_lines);
    missing.unless(all(named), Text::quote_missing_line_name);
    missing.unless(all([](const QuotedLine& line) { return positive(line.quantity); }),
                   Text::quote_missing_line_quantity);
    missing.unless(all([](const QuotedLine& line) { return positive(line.price); }),
                   Text::quote_missing_line_price);
    missing.unless(all([](const QuotedLine& line) { return says_packing(line.carton); }),
                   Text::quote_missing_line_packing);
    const Decimal total = sums_of(quote).total;
    missing.unless(total.valid() && !total.is_negative(), Text::quote_missing_total);
}

} // namespace

std::vector<Text> missing_for_issue(const QuoteDocument& quote) {
    Missing missing;
    check_parties(quote, missing);
    check_terms(quote, missing);
    check_lines(quote, missing);
    return missing.take();
}

} // namespace bb
