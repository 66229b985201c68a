// What a quote says: the values that preview, XLSX and PDF all show, and its sums.
// Pure values; taken from the customer file while it is a draft, frozen when it is issued.
#pragma once

#include "base/decimal.h"
#include "base/text_id.h"
#include "base/time.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace bb {

/// Letterhead and addressee. L14: a letterhead carries address and fax.
struct Party {
    std::string name; // in the document's language; both joined when bilingual
    std::string second_name;
    std::string address;
    std::string contact;
    std::string phone;
    std::string fax;
    std::string email;
    std::string website;
    std::string tax_id;
};

struct CartonData {
    std::optional<Decimal> pieces;                // units in a carton
    std::optional<Decimal> length, width, height; // cm, outside
    std::optional<Decimal> net, gross;            // kg a carton
};

struct QuotedLine {
    std::string model;
    std::string name_zh;
    std::string name_en;
    std::string description;
    std::string unit; // choice key or free text
    std::string hs_code;
    std::string remarks;
    std::string picture; // content name of the picture, or empty
    std::optional<Decimal> moq;
    Decimal quantity;
    Decimal price; // in the quote's currency, as shown: shown price = price used
    CartonData carton;
};

/// Which language the buyer's copy speaks.
enum class DocumentLanguage { chinese, english, both };

struct QuoteDocument {
    std::string number;
    int revision = 1;
    bool draft = true; // a draft is marked as such on every page
    Date date{};
    std::optional<Date> valid_until;
    Party seller;
    Party buyer;
    std::string customer_code; // for the file name (Q03)
    std::string buyer_reference;
    std::string bank;
    std::string logo;   // content name
    std::string accent; // "#0f766e", or empty for the default
    std::string currency;
    int currency_digits = 2; // digits of an amount
    int price_digits = 2;    // digits of a unit price, 2–4
    std::string incoterm;    // "FOB"
    std::string place;       // named place: obligatory beside the rule
    std::string port_of_loading;
    std::string destination;
    std::string payment; // as printed
    std::string lead_time;
    std::optional<Decimal> sample_price;
    std::optional<int> sample_days;
    std::string sample_freight; // choice key: buyer | seller
    std::string sample_refund;  // choice key: on_order | none
    Decimal discount;           // taken off the sum of lines
    Decimal freight;            // added
    Decimal insurance;          // added
    std::string remarks;
    DocumentLanguage language = DocumentLanguage::english;
    std::vector<QuotedLine> lines;
};

struct LineSums {
    Decimal amount;                    // round(price · quantity) to the currency's digits
    std::optional<Decimal> cartons;    // ⌈quantity / pieces⌉
    std::optional<Decimal> volume;     // m³ = cartons · L·W·H / 1,000,000
    std::optional<Decimal> net, gross; // kg
};

struct QuoteSums {
    std::vector<LineSums> lines;
    Decimal lines_total;                 // Σ line amounts
    Decimal total;                       // lines_total − discount + freight + insurance
    Decimal cartons, volume, net, gross; // over the lines that say it
    bool packing_complete = false;       // every line says cartons, size and weight
};

/// Formulas 15 and 24 of the quoting rules: amounts are rounded a line, then added.
QuoteSums sums_of(const QuoteDocument& quote);

/// What is still missing before the quote may be issued (Q04, incoterm place, L14); empty = none.
std::vector<Text> missing_for_issue(const QuoteDocument& quote);

/// Digits after the point of a currency's amounts (JPY, KRW, VND, CLP … 0; KWD, BHD … 3; else 2).
int currency_digits(std::string_view currency);

/// "SAY US DOLLARS TWENTY-TWO THOUSAND FIVE HUNDRED ONLY"; cents as "AND CENTS FIFTY".
std::string amount_in_words(Decimal amount, std::string_view currency);

/// Q03: {product} {model} {qty} {date} {customerNo} {number} filled in, made safe as a file name
/// (letters of any script, digits, ._-, at most 80 characters, no leading dot, no reserved name).
/// Without an extension.
std::string quote_file_name(const QuoteDocument& quote, std::string_view pattern);
std::string safe_file_name(std::string_view wanted);

/// The choice label of a unit in the document's language, or the text itself.
std::string unit_label(std::string_view unit, DocumentLanguage language);

} // namespace bb
