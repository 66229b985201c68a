// From typed to canonical, one field type after the other.
#include "base/id.h"
#include "base/utf8.h"
#include "domain/validate.h"

#include <doctest/doctest.h>

using namespace bb;

namespace {

const FieldInfo& field(RecordType type, std::uint16_t number) {
    const FieldInfo* found = field_of(type, number);
    REQUIRE(found);
    return *found;
}

const FieldInfo& customer_field(std::uint16_t number) {
    return field(RecordType::customer, number);
}

/// The canonical text, or "refused".
std::string canonical(const FieldInfo& info, std::string_view typed) {
    const auto result = canonical_value(info, typed);
    return result ? *result : "refused";
}

Text reason(const FieldInfo& info, std::string_view typed) {
    const auto result = canonical_value(info, typed);
    REQUIRE(!result.ok());
    return result.error().text;
}

} // namespace

TEST_CASE("The empty text is allowed in every field and what is canonical stays as it is") {
    IdSource random{11};
    for (const RecordType type : all_record_types) {
        for (const FieldInfo& info : info_of(type).fields) {
            CHECK(canonical(info, "").empty());
            if (info.type == FieldType::snapshot) continue;
            CHECK(canonical(info, " \t\xE3\x80\x80\n").empty());
            for (const char* typed : {"1", "12.50", "2026/1/5", "A", "us", "usd", "a@b.co", "x.de",
                                      "TEL 12", "是", "é  ü", "2026-11-21 14:02", "pcs", "zh"}) {
                const auto once = canonical_value(info, typed);
                if (once) CHECK_MESSAGE(canonical(info, *once) == *once, info.key);
            }
        }
    }
}

TEST_CASE("Text is cleaned, and one line stays one line") {
    using namespace std::string_view_literals;
    const FieldInfo& name = customer_field(customer::name);
    CHECK(canonical(name, "  Müller & Söhne \r\n GmbH\0 "sv) == "Müller & Söhne   GmbH");
    CHECK(canonical(name, "=1+1") == "=1+1");
    const FieldInfo& notes = customer_field(customer::notes);
    CHECK(canonical(notes, " a\r\nb\rc\n") == "a\nb\nc");
    CHECK(canonical(notes, "a\xFF") == "a\xEF\xBF\xBD");
}

TEST_CASE("Texts over 64 KiB are refused, never cut") {
    const FieldInfo& notes = customer_field(customer::notes);
    CHECK(canonical(notes, std::string(64 * 1024, 'x')).size() == 64 * 1024);
    CHECK(reason(notes, std::string(64 * 1024 + 1, 'x')) == Text::error_text_too_long);
    CHECK(reason(notes, std::string(40 * 1024, '\xFF')) == Text::error_text_too_long);
}

TEST_CASE("Choices are known by key, by label and by the names people use") {
    const FieldInfo& grade = customer_field(customer::grade);
    for (const char* typed : {"A", "a", "Ａ", "A级", "a 级", "A类", "A 热门客户", "热门客户",
                              "A Hot", "hot", "grade A", "Class a", "A grade"}) {
        CHECK_MESSAGE(canonical(grade, typed) == "A", typed);
    }
    CHECK(canonical(grade, "无潜力客户") == "D");
    CHECK(canonical(grade, "b级") == "B");
    CHECK(reason(grade, "E") == Text::error_not_choice);
    CHECK(reason(grade, "AB") == Text::error_not_choice);
    const FieldInfo& type = customer_field(customer::buyer_type);
    CHECK(canonical(type, "寻找卖家型") == "seeking_seller");
    CHECK(canonical(type, "SEEKING A SELLER") == "seeking_seller");
    CHECK(canonical(type, "seeking_seller") == "seeking_seller");
    const FieldInfo& incoterm = customer_field(customer::incoterm);
    CHECK(canonical(incoterm, "fob") == "FOB");
    CHECK(canonical(incoterm, "C&F") == "CFR");
    CHECK(canonical(incoterm, "FOB Ningbo") == "refused");
    CHECK(canonical(customer_field(customer::language), "英文") == "en");
    // A name of another field's choice is none here.
    CHECK(canonical(customer_field(customer::language), "piece") == "refused");
    for (const RecordType record : all_record_types) {
        for (const FieldInfo& info : info_of(record).fields) {
            for (const Choice& choice : info.choices) {
                CHECK(canonical(info, choice.key) == choice.key);
                for (const Language language : {Language::chinese, Language::english}) {
                    CHECK(canonical(info, words(choice.label, language)) == choice.key);
                }
            }
        }
    }
}

TEST_CASE("Units are choices or any other text") {
    const FieldInfo& unit = field(RecordType::product, product::unit);
    CHECK(canonical(unit, "PCS") == "pcs");
    CHECK(canonical(unit, "Piece") == "pcs");
    CHECK(canonical(unit, "千克") == "kg");
    CHECK(canonical(unit, "sqm") == "m2");
    CHECK(canonical(unit, "barrels") == "barrels");
}

TEST_CASE("Countries are codes here") {
    const FieldInfo& country = customer_field(customer::country);
    CHECK(canonical(country, " de ") == "DE");
    CHECK(canonical(country, "ＦＲ") == "FR");
    CHECK(reason(country, "Germany") == Text::error_not_country);
    CHECK(reason(country, "D1") == Text::error_not_country);
    CHECK(reason(country, "德国") == Text::error_not_country);
}

TEST_CASE("Currencies are known by code and by unmistakable names") {
    const FieldInfo& currency = customer_field(customer::currency);
    CHECK(canonical(currency, "usd") == "USD");
    CHECK(canonical(currency, "US$") == "USD");
    CHECK(canonical(currency, "美元") == "USD");
    CHECK(canonical(currency, "RMB") == "CNY");
    CHECK(canonical(currency, "€") == "EUR");
    CHECK(canonical(currency, "ＥＵＲ") == "EUR");
    for (const char* typed : {"$", "¥", "UDS", "EDA", "US", "DOLLARS?", "XXX"}) {
        CHECK(reason(currency, typed) == Text::error_not_currency);
    }
}

TEST_CASE("Numbers become canonical decimals") {
    const FieldInfo& price = field(RecordType::product, product::price);
    CHECK(canonical(price, "1,234.50") == "1234.50");
    CHECK(canonical(price, "￥１２") == "12");
    CHECK(canonical(price, ".5") == "0.5");
    CHECK(reason(price, "12 USD") == Text::error_not_number);
    CHECK(reason(price, "1,5") == Text::error_not_number);
    const FieldInfo& days = field(RecordType::product, product::lead_time);
    CHECK(canonical(days, "030") == "30");
    CHECK(canonical(days, "30.00") == "30");
    CHECK(canonical(days, "1,000") == "1000");
    CHECK(reason(days, "30.5") == Text::error_not_integer);
    CHECK(reason(days, "30 days") == Text::error_not_integer);
    CHECK(reason(days, "9999999999") == Text::error_not_integer);
}

TEST_CASE("Dates and times become canonical") {
    const FieldInfo& date = customer_field(customer::next_follow_up);
    CHECK(canonical(date, "2026年1月5日") == "2026-01-05");
    CHECK(canonical(date, "2026-11-21T14:02:03.000Z") == "2026-11-21");
    CHECK(reason(date, "2026-02-30") == Text::error_not_date);
    CHECK(reason(date, "soon") == Text::error_not_date);
    const FieldInfo& at = field(RecordType::activity, activity::at);
    CHECK(canonical(at, "2026-11-21T14:02:03Z") == "2026-11-21T14:02:03.000Z");
    CHECK(*canonical_value(at, "2026-11-21 14:02", 480) == "2026-11-21T06:02:00.000Z");
    CHECK(*canonical_value(at, "2026/11/21", 480) == "2026-11-21T04:00:00.000Z");
    CHECK(reason(at, "yesterday") == Text::error_not_instant);
    CHECK(!canonical_value(at, "1900-01-01 00:30", 480));
}

TEST_CASE("E-mail addresses are one address") {
    const FieldInfo& email = customer_field(customer::email);
    CHECK(canonical(email, " Anna.Lee+1@Example.COM ") == "Anna.Lee+1@example.com");
    CHECK(canonical(email, "mailto:a@b.co") == "a@b.co");
    CHECK(canonical(email, "ａ＠ｂ．ｃｏ") == "a@b.co");
    CHECK(canonical(email, "info@müller.de") == "info@müller.de");
    for (const char* typed :
         {"a", "@b.co", "a@", "a@b", "a@b.co; c@d.co", "a b@c.co", "a@b..co", "a@.co", "a@b.co.",
          ".a@b.co", "a..b@c.co", "a@@b.co", "a@-b.co", "<a@b.co>", "a@b.co\xE2\x80\xAE",
          "a\xE2\x80\x8B@b.co", "a@b.co\ncc:x@y.zz"}) {
        CHECK_MESSAGE(reason(email, typed) == Text::error_not_email, typed);
    }
}

TEST_CASE("Links are http and https only") {
    const FieldInfo& url = customer_field(customer::website);
    CHECK(canonical(url, "www.Example.com/Path?q=1#x") == "https://www.example.com/Path?q=1#x");
    CHECK(canonical(url, "HTTP://Example.com") == "http://example.com");
    CHECK(canonical(url, "https://例子.中国/产品") == "https://例子.中国/产品");
    CHECK(canonical(url, "example.com:8080/a") == "https://example.com:8080/a");
    CHECK(canonical(url, "ｗｗｗ．example．com") == "https://www.example.com");
    for (const char* typed :
         {"javascript:alert(1)", "javascript://a.b/%0aalert(1)", "data:text/html,x", "ftp://a.b",
          "file:///etc/passwd", "https://user@evil.com", "https://a.b\\@c.d", "https://", "example",
          "https://a b.com", "https://a.b/<script>", "https://a.b/\"x", "https://-a.b", "//a.b",
          "https://a.b:99999999", "https://a.b/\xE2\x80\xAE", "https://a.b/ c", "mailto:a@b.co"}) {
        CHECK_MESSAGE(reason(url, typed) == Text::error_not_url, typed);
    }
}

TEST_CASE("Telephone numbers stay as they were written") {
    const FieldInfo& phone = customer_field(customer::phone);
    CHECK(canonical(phone, "+86 (0755) 1234-5678 ext. 9") == "+86 (0755) 1234-5678 ext. 9");
    CHECK(canonical(phone, "00491701234567") == "00491701234567");
    CHECK(canonical(phone, "０７５５－１２３") == "0755-123");
    CHECK(reason(phone, "none") == Text::error_not_phone);
    CHECK(reason(phone, "1.38E+10") == Text::error_phone_damaged);
    CHECK(reason(phone, "8.61381E12") == Text::error_phone_damaged);
}

TEST_CASE("Links between records, pictures and flags have one form") {
    const FieldInfo& link = field(RecordType::contact, contact::customer);
    const std::string id = "0123456789abcdeffedcba9876543210";
    CHECK(canonical(link, id) == id);
    CHECK(reason(link, "0123") == Text::error_not_link);
    CHECK(reason(link, std::string(32, '0')) == Text::error_not_link);
    CHECK(canonical(field(RecordType::product, product::picture), id) == id);
    CHECK(reason(field(RecordType::product, product::picture), "../x") == Text::error_not_link);
    const FieldInfo& flag = customer_field(common::deleted);
    for (const char* yes : {"1", "yes", "是", "TRUE", "√"}) CHECK(canonical(flag, yes) == "1");
    for (const char* no : {"0", "No", "否", "false", "×"}) CHECK(canonical(flag, no).empty());
    CHECK(reason(flag, "maybe") == Text::error_not_flag);
}

TEST_CASE("A frozen copy is kept byte for byte or refused") {
    const FieldInfo& frozen = field(RecordType::quote, quote::frozen);
    const std::string json = "{ \"a\": \"\\r\\n\" }\r\n";
    CHECK(canonical(frozen, json) == json);
    CHECK(canonical(frozen, std::string(200'000, ' ')).size() == 200'000);
    CHECK(reason(frozen, "\xFF") == Text::error_snapshot_damaged);
}

TEST_CASE("An error shows a shortened copy of what was typed") {
    const auto result = canonical_value(customer_field(customer::country), std::string(500, 'x'));
    REQUIRE(!result.ok());
    REQUIRE(result.error().args.size() == 1);
    CHECK(result.error().args[0] == std::string(40, 'x') + "…");
}

TEST_CASE("Any bytes give valid text or an error") {
    IdSource random{12};
    for (int i = 0; i < 3'000; ++i) {
        std::string typed;
        for (std::uint64_t n = random.next_random() % 24; n > 0; --n) {
            const std::uint64_t r = random.next_random();
            typed += r % 2 == 0 ? "0123456789.,-:/@+aE年"[r / 2 % 22] : static_cast<char>(r >> 8);
        }
        for (const RecordType type :
             {RecordType::customer, RecordType::activity, RecordType::product}) {
            for (const FieldInfo& info : info_of(type).fields) {
                const auto once = canonical_value(info, typed);
                if (!once) continue;
                REQUIRE(is_utf8(*once));
                const auto twice = canonical_value(info, *once);
                REQUIRE(twice.ok());
                REQUIRE(*twice == *once);
            }
        }
    }
}
