// From records to what a quote says.
#include "app/quote_document.h"

#include "app/quote_records.h"
#include "knowledge/country.h"

#include <algorithm>

namespace bb {
namespace {

DocumentLanguage language_of(std::string_view key) {
    if (key == "zh") return DocumentLanguage::chinese;
    if (key == "both") return DocumentLanguage::both;
    return DocumentLanguage::english;
}

struct TwoTexts {
    std::string first;
    std::string second;
};

/// The text in the document's language, else in the other one; both when it is bilingual.
TwoTexts in_language(std::string chinese, std::string english, DocumentLanguage language) {
    if (language == DocumentLanguage::chinese) {
        return {chinese.empty() ? std::move(english) : std::move(chinese), {}};
    }
    if (english.empty()) return {std::move(chinese), {}};
    if (language == DocumentLanguage::english) return {std::move(english), {}};
    return {std::move(english), std::move(chinese)};
}

Party seller_of(const RecordView& company, DocumentLanguage language) {
    TwoTexts name = in_language(text_of(company, company::name_zh),
                                text_of(company, company::name_en), language);
    TwoTexts address = in_language(text_of(company, company::address_zh),
                                   text_of(company, company::address_en), language);
    if (!address.second.empty()) address.first += '\n' + address.second;
    const std::string salesperson = text_of(company, company::salesperson);
    return {
        .name = std::move(name.first),
        .second_name = std::move(name.second),
        .address = std::move(address.first),
        .contact = salesperson.empty() ? text_of(company, company::contact) : salesperson,
        .phone = text_of(company, company::phone),
        .fax = text_of(company, company::fax),
        .email = text_of(company, company::email),
        .website = text_of(company, company::website),
        .tax_id = {},
    };
}

/// City and country close the address unless it names them already.
std::string full_address(const RecordView& customer, DocumentLanguage language) {
    std::string address = text_of(customer, customer::address);
    const auto add = [&](std::string_view part) {
        if (part.empty() || address.find(part) != address.npos) return;
        if (!address.empty()) address += ", ";
        address += part;
    };
    add(customer.value(customer::city));
    const std::string_view country = customer.value(customer::country);
    if (!country.empty()) {
        add(country_name(country, language == DocumentLanguage::chinese ? Language::chinese
                                                                        : Language::english));
    }
    return address;
}

Party buyer_of(const RecordView& customer, const RecordView& contact, DocumentLanguage language) {
    // The local name may be a nickname of the office's own: it is never printed.
    Party buyer{
        .name = text_of(customer, customer::name),
        .second_name = {},
        .address = full_address(customer, language),
        .contact = text_of(contact, contact::name),
        .phone = text_of(contact, contact::phone),
        .fax = text_of(customer, customer::fax),
        .email = text_of(contact, contact::email),
        .website = text_of(customer, customer::website),
        .tax_id = text_of(customer, customer::tax_id),
    };
    if (buyer.phone.empty()) buyer.phone = text_of(contact, contact::mobile);
    if (buyer.phone.empty()) buyer.phone = text_of(customer, customer::phone);
    if (buyer.email.empty()) buyer.email = text_of(customer, customer::email);
    return buyer;
}

/// Payment terms may be the key of a usual one: its words are printed.
std::string payment_words(std::string_view payment, DocumentLanguage language) {
    const auto presets = payment_presets();
    const auto choice = std::ranges::find(presets, payment, &Choice::key);
    if (choice == presets.end()) return std::string(payment);
    const std::string_view chinese = words(choice->label, Language::chinese);
    const std::string_view english = words(choice->label, Language::english);
    if (language == DocumentLanguage::chinese) return std::string(chinese);
    if (language == DocumentLanguage::english) return std::string(english);
    return std::string(english) + " / " + std::string(chinese);
}

QuotedLine line_of(const RecordView& record) {
    return {
        .model = text_of(record, quote_line::model),
        .name_zh = text_of(record, quote_line::name_zh),
        .name_en = text_of(record, quote_line::name_en),
        .description = text_of(record, quote_line::description),
        .unit = text_of(record, quote_line::unit),
        .hs_code = text_of(record, quote_line::hs_code),
        .remarks = text_of(record, quote_line::remarks),
        .picture = text_of(record, quote_line::picture),
        .moq = decimal_of(record, quote_line::moq),
        .quantity = decimal_of(record, quote_line::quantity).value_or(Decimal()),
        .price = decimal_of(record, quote_line::price).value_or(Decimal()),
        .carton =
            {
                .pieces = decimal_of(record, quote_line::carton_pieces),
                .length = decimal_of(record, quote_line::carton_length),
                .width = decimal_of(record, quote_line::carton_width),
                .height = decimal_of(record, quote_line::carton_height),
                .net = decimal_of(record, quote_line::net_weight),
                .gross = decimal_of(record, quote_line::gross_weight),
            },
    };
}

/// As many as any price needs, so that the shown price is the price that is used.
int price_digits_of(const QuoteDocument& document, const RecordView& quote) {
    int digits = small_number_of(quote, quote::price_scale).value_or(document.currency_digits);
    digits = std::min(digits, Decimal::max_scale);
    for (const QuotedLine& line : document.lines) {
        digits = std::max(digits, line.price.trimmed().scale());
    }
    return digits;
}

void add_terms(QuoteDocument& document, const RecordView& quote) {
    document.incoterm = text_of(quote, quote::incoterm);
    document.place = text_of(quote, quote::place);
    document.port_of_loading = text_of(quote, quote::port_of_loading);
    document.destination = text_of(quote, quote::destination);
    document.payment = payment_words(quote.value(quote::payment), document.language);
    document.lead_time = text_of(quote, quote::lead_time);
    document.sample_price = decimal_of(quote, quote::sample_price);
    document.sample_days = small_number_of(quote, quote::sample_days);
    document.sample_freight = text_of(quote, quote::sample_freight);
    document.sample_refund = text_of(quote, quote::sample_refund);
    document.discount = decimal_of(quote, quote::discount).value_or(Decimal());
    document.freight = decimal_of(quote, quote::freight).value_or(Decimal());
    document.insurance = decimal_of(quote, quote::insurance).value_or(Decimal());
    document.remarks = text_of(quote, quote::remarks);
}

RecordView linked(const Workspace& records, RecordType type, const RecordView& from,
                  std::uint16_t field) {
    const std::optional<RecordId> id = link_of(from, field);
    return id ? records.find(type, *id) : RecordView();
}

} // namespace

QuoteDocument quote_from_records(const Workspace& records, RecordId id) {
    QuoteDocument document;
    const RecordView quote = records.find(RecordType::quote, id);
    if (!quote) return document;
    const RecordView customer = linked(records, RecordType::customer, quote, quote::customer);
    const RecordView contact = linked(records, RecordType::contact, quote, quote::contact);
    const RecordView company = company_profile(records);

    document.language = language_of(quote.value(quote::language));
    document.number = text_of(quote, quote::number);
    document.revision = std::max(1, small_number_of(quote, quote::revision).value_or(1));
    document.draft = quote_status(quote) == "draft";
    document.date = Date::parse(quote.value(quote::date)).value_or(Date{});
    document.valid_until = Date::parse(quote.value(quote::valid_until));
    document.seller = seller_of(company, document.language);
    document.buyer = buyer_of(customer, contact, document.language);
    document.customer_code = text_of(customer, customer::code);
    document.buyer_reference = text_of(quote, quote::buyer_reference);
    document.bank = text_of(company, company::bank);
    document.logo = text_of(company, company::logo);
    document.accent = text_of(company, company::accent);
    document.currency = text_of(quote, quote::currency);
    document.currency_digits = currency_digits(document.currency);
    add_terms(document, quote);
    for (const RecordId line : records.children(RecordType::quote_line, id)) {
        document.lines.push_back(line_of(records.find(RecordType::quote_line, line)));
    }
    document.price_digits = price_digits_of(document, quote);
    return document;
}

QuoteDocument quote_document(const Workspace& records, RecordId id) {
    const RecordView quote = records.find(RecordType::quote, id);
    const std::string_view frozen = quote.value(quote::frozen);
    if (quote_status(quote) != "draft" && !frozen.empty()) {
        Result<QuoteDocument> copy = thaw(frozen);
        if (copy) return std::move(copy).value();
    }
    return quote_from_records(records, id);
}

std::string number_with_revision(std::string_view number, int revision) {
    std::string text(number);
    if (!text.empty() && revision > 1) text += "-R" + std::to_string(revision);
    return text;
}

std::string_view quote_status(const RecordView& quote) {
    const std::string_view status = quote.value(quote::status);
    return status.empty() ? "draft" : status;
}

} // namespace bb
