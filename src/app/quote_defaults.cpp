// What a new quote is filled with beforehand, each value with its reason.
#include "app/quote_document.h"
#include "app/quote_records.h"

#include <algorithm>

namespace bb {
namespace {

constexpr std::string_view chinese_speaking[] = {"CN", "HK", "MO", "TW"};

class Defaults {
public:
    /// The first value that is not empty.
    void from(std::uint16_t field,
              std::initializer_list<std::pair<std::string_view, Text>> candidates) {
        for (const auto& [value, because] : candidates) {
            if (value.empty()) continue;
            list_.push_back({field, std::string(value), because});
            return;
        }
    }
    std::vector<Default> take() { return std::move(list_); }

private:
    std::vector<Default> list_;
};

/// The named place belongs to its rule: both come from the same source, and a place may stand in
/// only where the rule is the same.
void add_incoterm(Defaults& defaults, const RecordView& customer, const RecordView& company) {
    const std::string_view own = customer.value(customer::incoterm);
    const std::string_view ours = company.value(company::default_incoterm);
    defaults.from(quote::incoterm, {{own, Text::quote_because_customer},
                                    {ours, Text::quote_because_company},
                                    {"FOB", Text::quote_because_usual}});
    const bool ours_fits = own.empty() || own == ours;
    defaults.from(
        quote::place,
        {{own.empty() ? "" : customer.value(customer::place), Text::quote_because_customer},
         {ours_fits ? company.value(company::default_place) : "", Text::quote_because_company}});
}

void add_language(Defaults& defaults, const RecordView& customer) {
    const std::string_view country = customer.value(customer::country);
    const bool chinese = std::ranges::find(chinese_speaking, country) != std::end(chinese_speaking);
    defaults.from(quote::language,
                  {{customer.value(customer::language), Text::quote_because_customer},
                   {chinese ? "zh" : "", Text::quote_because_country},
                   {"en", Text::quote_because_usual}});
}

} // namespace

std::vector<Default> quote_defaults(const Workspace& records, RecordId customer_id, Date today) {
    const RecordView customer = records.find(RecordType::customer, customer_id);
    const RecordView company = company_profile(records);
    Defaults defaults;
    const auto contacts = records.children(RecordType::contact, customer_id);
    if (!contacts.empty()) {
        defaults.from(quote::contact,
                      {{contacts.front().to_text(), Text::quote_because_first_contact}});
    }
    defaults.from(quote::date, {{today.to_text(), Text::quote_because_today}});
    defaults.from(quote::valid_until, {{today.plus_days(validity_days(records)).to_text(),
                                        Text::quote_because_validity}});
    defaults.from(quote::currency,
                  {{customer.value(customer::currency), Text::quote_because_customer},
                   {company.value(company::default_currency), Text::quote_because_company},
                   {"USD", Text::quote_because_usual}});
    add_incoterm(defaults, customer, company);
    defaults.from(quote::payment,
                  {{customer.value(customer::payment), Text::quote_because_customer},
                   {company.value(company::default_payment), Text::quote_because_company},
                   {"tt_30_70_bl", Text::quote_because_usual}});
    defaults.from(quote::lead_time,
                  {{company.value(company::default_lead_time), Text::quote_because_company}});
    // Q20 and Q21: the buyer pays the courier, and a sample fee comes back with the bulk order.
    defaults.from(quote::sample_freight, {{"buyer", Text::quote_because_usual}});
    defaults.from(quote::sample_refund, {{"on_order", Text::quote_because_usual}});
    add_language(defaults, customer);
    return defaults.take();
}

} // namespace bb
