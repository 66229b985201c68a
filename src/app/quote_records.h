// Small looks into the records that quotes are made of; only the quote_*.cpp files include it.
#pragma once

#include "app/quote_document.h"

namespace bb {

/// The company profile; an empty view when none was filled in.
RecordView company_profile(const Workspace& records);

inline std::string text_of(const RecordView& record, std::uint16_t field) {
    return std::string(record.value(field));
}
inline std::optional<Decimal> decimal_of(const RecordView& record, std::uint16_t field) {
    return Decimal::parse(record.value(field));
}
/// A whole number between 0 and 9999, as days and revisions are.
std::optional<int> small_number_of(const RecordView& record, std::uint16_t field);
std::optional<RecordId> link_of(const RecordView& record, std::uint16_t field);

/// How long a quote holds unless said otherwise.
inline constexpr int usual_validity_days = 30;
int validity_days(const Workspace& records);

} // namespace bb
