#include "app/quote_records.h"

namespace bb {

RecordView company_profile(const Workspace& records) {
    // There is one profile, company_id(), whose id is smaller than any made by a clock.
    RecordView profile;
    for (Row row = 0; row < records.row_count(RecordType::company); ++row) {
        const RecordView record = records.at(RecordType::company, row);
        if (record.deleted()) continue;
        if (!profile || record.id() < profile.id()) profile = record;
    }
    return profile;
}

std::optional<int> small_number_of(const RecordView& record, std::uint16_t field) {
    const std::optional<Decimal> number = decimal_of(record, field);
    if (!number || number->scale() != 0 || *number < Decimal(0) || *number > Decimal(9999)) {
        return std::nullopt;
    }
    return static_cast<int>(number->units());
}

std::optional<RecordId> link_of(const RecordView& record, std::uint16_t field) {
    return RecordId::parse(record.value(field));
}

int validity_days(const Workspace& records) {
    const RecordView company = company_profile(records);
    if (!company) return usual_validity_days;
    return small_number_of(company, company::default_validity_days).value_or(usual_validity_days);
}

} // namespace bb
