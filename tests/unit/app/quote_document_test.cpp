#include "app/quote_document.h"
#include "app_fixture.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace bb;

namespace {

struct QuoteFixture : AppFixture {
    RecordId company = add(RecordType::company, {{company::name_en, "Sample Lighting"},
                                                 {company::name_zh, "样例灯饰"},
                                                 {company::address_en, "1 Road"},
                                                 {company::fax, "+86 574 1"},
                                                 {company::default_place, "Ningbo"},
                                                 {company::default_incoterm, "FOB"},
                                                 {company::default_lead_time, "30 days"}});
    RecordId customer = add(RecordType::customer, {{customer::name, "Andina"},
                                                   {customer::country, "PE"},
                                                   {customer::city, "Lima"},
                                                   {customer::code, "C0412"}});
    RecordId product = add(RecordType::product, {{product::model, "LP-1"},
                                                 {product::name_en, "Panel"},
                                                 {product::name_zh, "面板灯"},
                                                 {product::material, "Aluminium"},
                                                 {product::price, "7.66"},
                                                 {product::currency, "USD"},
                                                 {product::unit, "pcs"},
                                                 {product::carton_pieces, "8"},
                                                 {product::carton_length, "56"},
                                                 {product::carton_width, "32.5"},
                                                 {product::carton_height, "49"},
                                                 {product::net_weight, "15"},
                                                 {product::gross_weight, "16.8"}});

    RecordId draft() {
        const NewRecord made = new_quote(records(), customer, ids, today, now);
        perform(made.action);
        return made.id;
    }
    RecordId line(RecordId quote, std::string_view quantity) {
        const NewRecord made = add_product_line(records(), quote, product, ids, now);
        perform(made.action);
        set(RecordType::quote_line, made.id, {{quote_line::quantity, std::string(quantity)}});
        return made.id;
    }
    RecordId complete_draft() {
        const RecordId quote = draft();
        line(quote, "2000");
        set(RecordType::quote, quote, {{quote::sample_price, "0"}, {quote::sample_days, "7"}});
        return quote;
    }
    void issue(RecordId quote) {
        const Result<Action> action = issue_quote(records(), quote, ids, today, now);
        REQUIRE(action.ok());
        perform(*action);
    }
    std::string of(RecordId quote, std::uint16_t field) {
        return value(RecordType::quote, quote, field);
    }
    std::optional<Default> default_of(std::uint16_t field) {
        const auto all = quote_defaults(records(), customer, today);
        const auto found = std::ranges::find(all, field, &Default::field);
        if (found == all.end()) return std::nullopt;
        return *found;
    }
};

} // namespace

TEST_CASE_FIXTURE(QuoteFixture,
                  "defaults come from the customer, else the company, else the trade, and say so") {
    CHECK(default_of(quote::currency)->value == "USD");
    CHECK(default_of(quote::currency)->because == Text::quote_because_usual);
    CHECK(default_of(quote::place)->value == "Ningbo");
    CHECK(default_of(quote::place)->because == Text::quote_because_company);
    CHECK(default_of(quote::valid_until)->value == "2026-12-21");
    CHECK(default_of(quote::language)->value == "en");
    CHECK_FALSE(default_of(quote::contact).has_value());
    set(RecordType::customer, customer, {{customer::currency, "EUR"}, {customer::incoterm, "CIF"}});
    set(RecordType::company, company,
        {{company::default_validity_days, "10"}, {company::default_currency, "CNY"}});
    add_contact(customer, {{contact::name, "Luis"}});
    CHECK(default_of(quote::currency)->value == "EUR");
    CHECK(default_of(quote::currency)->because == Text::quote_because_customer);
    CHECK(default_of(quote::valid_until)->value == "2026-12-01");
    CHECK_FALSE(default_of(quote::place).has_value()); // a FOB place says nothing about CIF
    CHECK(default_of(quote::contact).has_value());
}

TEST_CASE_FIXTURE(QuoteFixture,
                  "numbers count by year, and a deleted quote's number is never used again") {
    CHECK(next_quote_number(records(), today) == "Q2026-0001");
    const RecordId old =
        add(RecordType::quote, {{quote::number, "Q2026-0117"}, {common::deleted, "1"}});
    add(RecordType::quote, {{quote::number, "Q2025-0900"}});
    add(RecordType::quote, {{quote::number, "Q2026-0500-X"}});
    CHECK(records().find(RecordType::quote, old).deleted());
    CHECK(next_quote_number(records(), today) == "Q2026-0118");
    set(RecordType::company, company, {{company::number_prefix, "NB"}});
    CHECK(next_quote_number(records(), today) == "NB2026-0001");
    CHECK(number_with_revision("Q2026-0118", 1) == "Q2026-0118");
    CHECK(number_with_revision("Q2026-0118", 2) == "Q2026-0118-R2");
    CHECK(number_with_revision("", 2).empty());
}

TEST_CASE_FIXTURE(QuoteFixture,
                  "a product line copies words and packing, the price only in the same currency") {
    const RecordId quote = draft();
    line(quote, "10");
    set(RecordType::quote, quote, {{quote::currency, "EUR"}});
    line(quote, "20");
    const QuoteDocument document = quote_document(records(), quote);
    REQUIRE(document.lines.size() == 2);
    CHECK(document.lines[0].model == "LP-1");
    CHECK(document.lines[0].name_zh == "面板灯");
    CHECK(document.lines[0].description == "Aluminium");
    CHECK(document.lines[0].price == Decimal::parse("7.66"));
    CHECK(document.lines[0].quantity == Decimal(10));
    CHECK(document.lines[1].price.is_zero());
    CHECK(document.lines[1].quantity == Decimal(20));
    CHECK(document.buyer.address == "Lima, Peru");
    CHECK(document.seller.name == "Sample Lighting");
}

TEST_CASE_FIXTURE(QuoteFixture, "a shown price has all digits of the price that is used") {
    const RecordId quote = draft();
    const RecordId id = line(quote, "1");
    CHECK(quote_document(records(), quote).price_digits == 2);
    set(RecordType::quote_line, id, {{quote_line::price, "2.7750"}});
    CHECK(quote_document(records(), quote).price_digits == 3);
    set(RecordType::quote, quote, {{quote::price_scale, "4"}});
    CHECK(quote_document(records(), quote).price_digits == 4);
    set(RecordType::quote, quote, {{quote::price_scale, ""}, {quote::currency, "JPY"}});
    set(RecordType::quote_line, id, {{quote_line::price, "820"}});
    CHECK(quote_document(records(), quote).price_digits == 0);
}

TEST_CASE_FIXTURE(QuoteFixture, "an issued quote keeps what it said, whatever changes later") {
    const RecordId quote = complete_draft();
    CHECK(quote_document(records(), quote).draft);
    issue(quote);
    const QuoteDocument issued = quote_document(records(), quote);
    CHECK_FALSE(issued.draft);
    CHECK(issued.number == "Q2026-0001");
    CHECK(of(quote, quote::status) == "issued");
    set(RecordType::customer, customer, {{customer::name, "Another name"}});
    set(RecordType::product, product, {{product::price, "9"}});
    CHECK(quote_document(records(), quote).buyer.name == "Andina");
    CHECK(freeze(quote_document(records(), quote)) == freeze(issued));
    // It stands in the customer's timeline.
    const auto activities = records().children(RecordType::activity, customer);
    REQUIRE(activities.size() == 1);
    CHECK(value(RecordType::activity, activities[0], activity::summary) ==
          "Q2026-0001 · FOB Ningbo · USD 15,320.00");
}

TEST_CASE_FIXTURE(QuoteFixture, "only a complete draft can be issued") {
    const RecordId empty = draft();
    CHECK_FALSE(issue_quote(records(), empty, ids, today, now).ok());
    const RecordId quote = complete_draft();
    issue(quote);
    const Result<Action> again = issue_quote(records(), quote, ids, today, now);
    REQUIRE_FALSE(again.ok());
    CHECK(again.error().text == Text::quote_not_a_draft);
}

TEST_CASE_FIXTURE(QuoteFixture, "undo of issuing gives the draft back") {
    const RecordId quote = complete_draft();
    issue(quote);
    file.undo(now);
    CHECK(quote_document(records(), quote).draft);
    CHECK(quote_document(records(), quote).number.empty());
    CHECK(records().children(RecordType::activity, customer).empty());
}

TEST_CASE_FIXTURE(QuoteFixture,
                  "a revision has the same number, the next revision and a copy of all lines") {
    const RecordId quote = complete_draft();
    CHECK(revise_quote(records(), quote, ids, today, now).action.edits.empty());
    line(quote, "5");
    issue(quote);
    const NewRecord made = revise_quote(records(), quote, ids, today.plus_days(3), now);
    perform(made.action);
    CHECK(of(quote, quote::status) == "superseded");
    CHECK(of(made.id, quote::status) == "draft");
    CHECK(of(made.id, quote::number) == "Q2026-0001");
    CHECK(of(made.id, quote::revision) == "2");
    CHECK(of(made.id, quote::date) == "2026-11-24");
    CHECK(of(made.id, quote::valid_until) == "2026-12-24");
    CHECK(of(made.id, quote::frozen).empty());
    const QuoteDocument revised = quote_document(records(), made.id);
    REQUIRE(revised.lines.size() == 2);
    CHECK(revised.lines[0].quantity == Decimal(2000));
    CHECK(revised.lines[1].quantity == Decimal(5));
    issue(made.id);
    const NewRecord third = revise_quote(records(), quote, ids, today, now);
    perform(third.action);
    CHECK(of(third.id, quote::revision) == "3");
    CHECK(of(quote, quote::status) == "superseded");
}

TEST_CASE_FIXTURE(QuoteFixture, "a copy is a new draft without a number") {
    const RecordId quote = complete_draft();
    issue(quote);
    const NewRecord made = copy_quote(records(), quote, ids, today, now);
    perform(made.action);
    CHECK(of(made.id, quote::number).empty());
    CHECK(of(made.id, quote::status) == "draft");
    CHECK(quote_document(records(), made.id).lines.size() == 1);
    CHECK(of(quote, quote::status) == "issued");
}

TEST_CASE_FIXTURE(QuoteFixture, "freezing and thawing gives the same quote again") {
    const RecordId quote = complete_draft();
    set(RecordType::quote, quote,
        {{quote::language, "both"},
         {quote::discount, "12.50"},
         {quote::remarks, "两行\n\"quoted\" \\ text"},
         {quote::valid_until, ""}});
    const QuoteDocument document = quote_document(records(), quote);
    const std::string frozen = freeze(document);
    const Result<QuoteDocument> thawed = thaw(frozen);
    REQUIRE(thawed.ok());
    CHECK(freeze(*thawed) == frozen);
    CHECK(thawed->remarks == document.remarks);
    CHECK(thawed->language == DocumentLanguage::both);
    CHECK_FALSE(thawed->valid_until.has_value());
    CHECK(thawed->discount.to_text() == "12.50");
    REQUIRE(thawed->lines.size() == 1);
    CHECK(thawed->lines[0].carton.width == Decimal::parse("32.5"));
    CHECK(sums_of(*thawed).total == sums_of(document).total);
}

TEST_CASE_FIXTURE(QuoteFixture, "a damaged frozen copy is refused, and the records speak instead") {
    for (const std::string_view bad :
         {"", "{", "[]", "{}", "{\"format\":99}", "{\"format\":1,\"lines\":5}",
          "{\"format\":1,\"discount\":\"1e5\"}", "{\"format\":1,\"revision\":-3}"}) {
        CAPTURE(bad);
        CHECK_FALSE(thaw(bad).ok());
    }
    const std::string frozen = freeze(quote_document(records(), complete_draft()));
    for (std::size_t length = 0; length < frozen.size(); length += 7) {
        CHECK_FALSE(thaw(frozen.substr(0, length)).ok());
    }
    const RecordId quote = complete_draft();
    issue(quote);
    set(RecordType::quote, quote, {{quote::frozen, "{\"format\":99}"}});
    CHECK(quote_document(records(), quote).buyer.name == "Andina");
}

TEST_CASE_FIXTURE(QuoteFixture,
                  "a bilingual quote names both parties' languages and payment terms") {
    const RecordId quote = draft();
    set(RecordType::quote, quote, {{quote::language, "both"}});
    const QuoteDocument document = quote_document(records(), quote);
    CHECK(document.seller.name == "Sample Lighting");
    CHECK(document.seller.second_name == "样例灯饰");
    CHECK(document.payment.find("30% deposit") != document.payment.npos);
    CHECK(document.payment.find("定金") != document.payment.npos);
    set(RecordType::quote, quote, {{quote::language, "zh"}, {quote::payment, "月结 30 天"}});
    CHECK(quote_document(records(), quote).seller.name == "样例灯饰");
    CHECK(quote_document(records(), quote).payment == "月结 30 天");
}
