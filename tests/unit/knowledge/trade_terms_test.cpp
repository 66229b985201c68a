// Incoterms rules, currencies and free-mail domains.

#include "knowledge/currency.h"
#include "knowledge/free_mail.h"
#include "knowledge/incoterm.h"

#include "knowledge/country.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string_view>

using namespace bb;

TEST_CASE("there are eleven Incoterms rules, four of them by sea") {
    CHECK(incoterms().size() == 11);
    CHECK(std::ranges::count(incoterms(), TransportMode::sea, &Incoterm::mode) == 4);
    for (const Incoterm& rule : incoterms()) {
        CAPTURE(rule.code);
        CHECK(incoterm_by_code(rule.code) == &rule);
        CHECK(!rule.name(Language::chinese).empty());
        CHECK(!rule.name(Language::english).empty());
        CHECK(!rule.place(Language::chinese).empty());
        CHECK(!rule.place(Language::english).empty());
    }
    CHECK(incoterm_by_code("DAT") == nullptr);
    CHECK(incoterm_by_code("fob") == nullptr);
}

TEST_CASE("the rules by sea name a rule that fits containers better") {
    CHECK(incoterm_by_code("FOB")->container_rule == "FCA");
    CHECK(incoterm_by_code("CFR")->container_rule == "CPT");
    CHECK(incoterm_by_code("CIF")->container_rule == "CIP");
    for (const Incoterm& rule : incoterms()) {
        CAPTURE(rule.code);
        CHECK((container_hint(rule) != nullptr) == (rule.mode == TransportMode::sea));
        if (rule.container_rule.empty()) continue;
        CHECK(incoterm_by_code(rule.container_rule)->mode == TransportMode::any);
        CHECK(incoterm_by_code(rule.container_rule)->freight_included == rule.freight_included);
    }
}

TEST_CASE("only CIF and CIP promise insurance") {
    for (const Incoterm& rule : incoterms()) {
        CAPTURE(rule.code);
        CHECK(rule.minimum_cover.empty() == (rule.code != "CIF" && rule.code != "CIP"));
    }
    CHECK(incoterm_by_code("CIP")->minimum_cover == "A");
    CHECK(incoterm_by_code("CIF")->minimum_cover == "C");
}

TEST_CASE("currencies have a code, a symbol and both names, each once") {
    std::set<std::string_view> codes;
    for (const Currency& currency : currencies()) {
        CAPTURE(currency.code);
        CHECK(codes.insert(currency.code).second);
        CHECK(currency.code.size() == 3);
        CHECK(!currency.symbol.empty());
        CHECK(!currency.name(Language::chinese).empty());
        CHECK(!currency.name(Language::english).empty());
        CHECK(std::ranges::any_of(countries(), [&](const Country& country) {
            return country.currency == currency.code;
        }));
    }
    CHECK(currencies().size() >= 40);
    CHECK(currencies().front().code == "USD");
    CHECK(currency_by_code("CNY")->name(Language::chinese) == "人民币");
    CHECK(currency_by_code("XXX") == nullptr);
}

TEST_CASE("free mailboxes are known, firms' domains are not") {
    for (std::string_view domain :
         {"gmail.com",   "yahoo.com",   "yahoo.co.uk",    "hotmail.com", "outlook.com",
          "outlook.de",  "aol.com",     "qq.com",         "163.com",     "126.com",
          "vip.163.com", "sina.com",    "sohu.com",       "139.com",     "foxmail.com",
          "mail.ru",     "yandex.ru",   "web.de",         "gmx.de",      "gmx.net",
          "orange.fr",   "laposte.net", "rediffmail.com", "naver.com",   "uol.com.br"}) {
        CAPTURE(domain);
        CHECK(is_free_mail_domain(domain));
    }
    for (std::string_view domain : {"", "com", "example.com", "gmail.co", "mail.gmail.com",
                                    "Gmail.com", "huawei.com", "alibaba.com", "zzzz.zz"}) {
        CAPTURE(domain);
        CHECK(!is_free_mail_domain(domain));
    }
    CHECK(free_mail_domain_count() > 400);
}
