// Sums of a quote: each line is rounded as it is shown, then the rounded ones are added.
#include "domain/quote.h"

namespace bb {
namespace {

Decimal times(const std::optional<Decimal>& a, Decimal b) {
    return a ? *a * b : Decimal::overflow();
}

std::optional<Decimal> known(Decimal v) {
    if (!v.valid()) return std::nullopt;
    return v.trimmed();
}

/// ⌈quantity / pieces⌉; nothing for a quantity that cannot be packed.
std::optional<Decimal> cartons_of(const QuotedLine& line) {
    if (!line.carton.pieces || line.quantity.is_negative()) return std::nullopt;
    return Decimal::divide_up(line.quantity, *line.carton.pieces);
}

LineSums sums_of_line(const QuotedLine& line, int digits) {
    LineSums sums;
    sums.amount = (line.price * line.quantity).rounded(digits);
    sums.cartons = cartons_of(line);
    if (!sums.cartons) return sums;
    const CartonData& carton = line.carton;
    const Decimal cubic_metres_of_cubic_cm = Decimal::from_units(1, 6);
    const Decimal cubic_cm = times(carton.length, times(carton.width, times(carton.height, 1)));
    sums.volume = known(*sums.cartons * cubic_cm * cubic_metres_of_cubic_cm);
    sums.net = known(times(carton.net, *sums.cartons));
    sums.gross = known(times(carton.gross, *sums.cartons));
    return sums;
}

bool says_packing(const LineSums& line) {
    return line.cartons && line.volume && line.net && line.gross;
}

} // namespace

QuoteSums sums_of(const QuoteDocument& quote) {
    const int digits = quote.currency_digits;
    QuoteSums sums;
    sums.lines_total = Decimal::from_units(0, digits);
    sums.packing_complete = !quote.lines.empty();
    for (const QuotedLine& quoted : quote.lines) {
        const LineSums line = sums_of_line(quoted, digits);
        sums.lines_total = sums.lines_total + line.amount;
        sums.cartons = sums.cartons + line.cartons.value_or(0);
        sums.volume = sums.volume + line.volume.value_or(0);
        sums.net = sums.net + line.net.value_or(0);
        sums.gross = sums.gross + line.gross.value_or(0);
        sums.packing_complete = sums.packing_complete && says_packing(line);
        sums.lines.push_back(line);
    }
    // Rounded one by one as well: what is shown is what is added.
    sums.total = sums.lines_total - quote.discount.rounded(digits) + quote.freight.rounded(digits) +
                 quote.insurance.rounded(digits);
    return sums;
}

} // namespace bb
