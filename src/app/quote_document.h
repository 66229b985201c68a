// Quotes between the customer file and paper: what a quote says, the defaults of a new one, and the
// actions that make, fill, issue and revise it.
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "domain/quote.h"
#include "store/customer_file.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bb {

/// From the frozen copy once it is issued; until then from the records as they are.
QuoteDocument quote_document(const Workspace& records, RecordId quote);
/// Always from the records.
QuoteDocument quote_from_records(const Workspace& records, RecordId quote);

/// The copy kept with an issued quote: JSON with keys that are kept for ever.
std::string freeze(const QuoteDocument& quote);
Result<QuoteDocument> thaw(std::string_view json);

/// A field of a new quote that is filled in beforehand, and where the value comes from.
struct Default {
    std::uint16_t field = 0; // of RecordType::quote
    std::string value;
    Text because{};
};
/// Contact, dates, currency, Incoterms rule, place, payment, lead time, language: the customer's,
/// else the company profile's, else the trade's usual.
std::vector<Default> quote_defaults(const Workspace& records, RecordId customer, Date today);

/// "Q2026-0118": one more than the greatest of that year, deleted quotes counted too.
std::string next_quote_number(const Workspace& records, Date today);
/// "Q2026-0118-R2"; the first revision is not named. Empty when there is no number yet.
std::string number_with_revision(std::string_view number, int revision);
/// "draft", "issued", …; "draft" when nothing is said.
std::string_view quote_status(const RecordView& quote);

struct NewRecord {
    Action action;
    RecordId id{};
};
/// A draft for a customer, filled with quote_defaults().
NewRecord new_quote(const Workspace& records, RecordId customer, IdSource& ids, Date today,
                    Instant now);
/// A line with the product's words, packing and picture, after the last one. The price only when
/// it is in the quote's currency: nothing is converted silently.
NewRecord add_product_line(const Workspace& records, RecordId quote, RecordId product,
                           IdSource& ids, Instant now);
/// A line of its own, for goods that are not in the product list.
NewRecord add_empty_line(const Workspace& records, RecordId quote, IdSource& ids, Instant now);

/// Numbers the quote, freezes it and notes it in the customer's timeline. An error when something
/// is still missing (missing_for_issue) or when it is no draft.
Result<Action> issue_quote(const Workspace& records, RecordId quote, IdSource& ids, Date today,
                           Instant now);
/// A draft with the same number, the next revision and a copy of all lines; the old one is
/// superseded.
NewRecord revise_quote(const Workspace& records, RecordId quote, IdSource& ids, Date today,
                       Instant now);
/// The same again as a new draft: new dates, no number.
NewRecord copy_quote(const Workspace& records, RecordId quote, IdSource& ids, Date today,
                     Instant now);

} // namespace bb
