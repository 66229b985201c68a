// A quote that misses nothing.
#pragma once

#include "domain/quote.h"

#include <doctest/doctest.h>

namespace bb {

inline Decimal number(std::string_view text) {
    const auto parsed = Decimal::parse(text);
    REQUIRE(parsed);
    return *parsed;
}

inline QuotedLine lamp() {
    QuotedLine line;
    line.model = "L-12";
    line.name_zh = "台灯";
    line.name_en = "Desk lamp";
    line.unit = "pcs";
    line.quantity = number("560");
    line.price = number("2.495");
    line.carton = {number("2"),  number("56"), number("32.5"),
                   number("49"), number("20"), number("24")};
    return line;
}

inline QuoteDocument complete_quote() {
    QuoteDocument quote;
    quote.number = "Q2026-0123";
    quote.date = *Date::from_civil(2026, 11, 21);
    quote.valid_until = quote.date.plus_days(30);
    quote.seller.name = "Our Firm";
    quote.seller.address = "1 Road, Ningbo";
    quote.seller.fax = "+86 574 1";
    quote.buyer.name = "Buyer";
    quote.customer_code = "C001";
    quote.currency = "USD";
    quote.incoterm = "FOB";
    quote.place = "Ningbo";
    quote.payment = "T/T";
    quote.lead_time = "30 days";
    quote.sample_price = Decimal{0};
    quote.sample_days = 7;
    quote.lines = {lamp()};
    return quote;
}

} // namespace bb
