// The frozen copy of an issued quote as JSON. One list of members serves writing and reading; its
// keys are kept for ever. Numbers are texts: JSON readers would make them floating point.
#include "app/quote_document.h"

#include <nlohmann/json.hpp>

namespace bb {
namespace {

using Json = nlohmann::json;

constexpr int newest_format = 1; // greater only when an older reader would misread the copy

template <class P, class Visit>
void members(P& party, Visit visit) requires std::same_as<std::remove_const_t<P>, Party> {
    visit("name", party.name);
    visit("second_name", party.second_name);
    visit("address", party.address);
    visit("contact", party.contact);
    visit("phone", party.phone);
    visit("fax", party.fax);
    visit("email", party.email);
    visit("website", party.website);
    visit("tax_id", party.tax_id);
}

template <class C, class Visit>
void members(C& carton, Visit visit) requires std::same_as<std::remove_const_t<C>, CartonData> {
    visit("pieces", carton.pieces);
    visit("length", carton.length);
    visit("width", carton.width);
    visit("height", carton.height);
    visit("net", carton.net);
    visit("gross", carton.gross);
}

template <class L, class Visit>
void members(L& line, Visit visit) requires std::same_as<std::remove_const_t<L>, QuotedLine> {
    visit("model", line.model);
    visit("name_zh", line.name_zh);
    visit("name_en", line.name_en);
    visit("description", line.description);
    visit("unit", line.unit);
    visit("hs_code", line.hs_code);
    visit("remarks", line.remarks);
    visit("picture", line.picture);
    visit("moq", line.moq);
    visit("quantity", line.quantity);
    visit("price", line.price);
    visit("carton", line.carton);
}

template <class Q, class Visit>
void members(Q& quote, Visit visit) requires std::same_as<std::remove_const_t<Q>, QuoteDocument> {
    visit("number", quote.number);
    visit("revision", quote.revision);
    visit("draft", quote.draft);
    visit("date", quote.date);
    visit("valid_until", quote.valid_until);
    visit("seller", quote.seller);
    visit("buyer", quote.buyer);
    visit("customer_code", quote.customer_code);
    visit("buyer_reference", quote.buyer_reference);
    visit("bank", quote.bank);
    visit("logo", quote.logo);
    visit("accent", quote.accent);
    visit("currency", quote.currency);
    visit("currency_digits", quote.currency_digits);
    visit("price_digits", quote.price_digits);
    visit("incoterm", quote.incoterm);
    visit("place", quote.place);
    visit("port_of_loading", quote.port_of_loading);
    visit("destination", quote.destination);
    visit("payment", quote.payment);
    visit("lead_time", quote.lead_time);
    visit("sample_price", quote.sample_price);
    visit("sample_days", quote.sample_days);
    visit("sample_freight", quote.sample_freight);
    visit("sample_refund", quote.sample_refund);
    visit("discount", quote.discount);
    visit("freight", quote.freight);
    visit("insurance", quote.insurance);
    visit("remarks", quote.remarks);
    visit("language", quote.language);
    visit("lines", quote.lines);
}

Json written(const std::string& value) { return value; }
Json written(int value) { return value; }
Json written(bool value) { return value; }
Json written(Date value) { return value.to_text(); }
Json written(const Decimal& value) { return value.to_text(); }
Json written(DocumentLanguage value) {
    return value == DocumentLanguage::chinese ? "zh"
           : value == DocumentLanguage::both  ? "both"
                                              : "en";
}
template <class T> Json written(const T& value);

template <class T> Json written(const std::optional<T>& value) {
    return value ? written(*value) : Json();
}

template <class T> Json written(const std::vector<T>& values) {
    Json list = Json::array();
    for (const T& value : values) list.push_back(written(value));
    return list;
}

template <class T> Json written(const T& value) {
    Json object = Json::object();
    members(value, [&](const char* key, const auto& member) { object[key] = written(member); });
    return object;
}

bool read(const Json& json, std::string& value) {
    if (!json.is_string()) return false;
    value = json.get<std::string>();
    return true;
}
bool read(const Json& json, int& value) {
    if (!json.is_number_integer()) return false;
    const auto number = json.get<std::int64_t>();
    if (number < 0 || number > 9999) return false;
    value = static_cast<int>(number);
    return true;
}
bool read(const Json& json, bool& value) {
    if (!json.is_boolean()) return false;
    value = json.get<bool>();
    return true;
}
/// Date and Decimal: what parse() takes.
template <class T> bool read_parsed(const Json& json, T& value) {
    if (!json.is_string()) return false;
    const auto parsed = T::parse(json.get_ref<const std::string&>());
    if (parsed) value = *parsed;
    return parsed.has_value();
}
bool read(const Json& json, Date& value) { return read_parsed(json, value); }
bool read(const Json& json, Decimal& value) { return read_parsed(json, value); }
bool read(const Json& json, DocumentLanguage& value) {
    value = json == "zh"     ? DocumentLanguage::chinese
            : json == "both" ? DocumentLanguage::both
                             : DocumentLanguage::english;
    return json.is_string();
}
template <class T> bool read(const Json& json, T& value);

template <class T> bool read(const Json& json, std::optional<T>& value) {
    value.reset();
    if (json.is_null()) return true;
    return read(json, value.emplace());
}

template <class T> bool read(const Json& json, std::vector<T>& values) {
    if (!json.is_array()) return false;
    for (const Json& entry : json) {
        if (!read(entry, values.emplace_back())) return false;
    }
    return true;
}

template <class T> bool read(const Json& json, T& value) {
    if (!json.is_object()) return false;
    bool ok = true;
    // A member that an older program did not write keeps its default.
    members(value, [&](const char* key, auto& member) {
        if (const auto found = json.find(key); found != json.end()) {
            ok = read(*found, member) && ok;
        }
    });
    return ok;
}

} // namespace

std::string freeze(const QuoteDocument& quote) {
    Json json = written(quote);
    json["format"] = newest_format;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<QuoteDocument> thaw(std::string_view text) {
    const Error unreadable{Text::quote_frozen_unreadable, {}};
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return unreadable;
    const auto format = json.find("format");
    if (format == json.end() || !format->is_number_integer() ||
        format->get<std::int64_t>() > newest_format) {
        return unreadable;
    }
    QuoteDocument quote;
    if (!read(json, quote)) return unreadable;
    return quote;
}

} // namespace bb
