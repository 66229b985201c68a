// Evidence for a grade.
#include "domain/grading.h"
#include "domain/schema.h"

#include <doctest/doctest.h>

using namespace bb;

TEST_CASE("Every buyer type proposes a grade that exists") {
    CHECK(grade_for_buyer_type("seeking_seller") == "A");
    CHECK(grade_for_buyer_type("entering_market") == "B");
    CHECK(grade_for_buyer_type("collecting_information") == "C");
    CHECK(grade_for_buyer_type("wants_samples") == "D");
    CHECK(grade_for_buyer_type("stealing_information") == "D");
    CHECK(!grade_for_buyer_type(""));
    CHECK(!grade_for_buyer_type("other"));
    const FieldInfo* types = field_of(RecordType::customer, customer::buyer_type);
    const FieldInfo* grades = field_of(RecordType::customer, customer::grade);
    for (const Choice& type : types->choices) {
        const auto grade = grade_for_buyer_type(type.key);
        REQUIRE(grade);
        CHECK(choice_of(*grades, *grade));
    }
}

TEST_CASE("Phone and fax are compared by their digits") {
    CHECK(phone_is_fax("+86 755 1234", "0086-755-1234"));
    CHECK(phone_is_fax("(0755) 1234", "0755/1234"));
    CHECK(phone_is_fax("０７５５１２３４", "07551234"));
    CHECK(!phone_is_fax("0755-1234", "0755-1235"));
    CHECK(!phone_is_fax("", ""));
    CHECK(!phone_is_fax("-", "none"));
    CHECK(!phone_is_fax("123", ""));
}

TEST_CASE("The domain of an address is what follows the last at sign") {
    CHECK(mail_domain("a@example.com") == "example.com");
    CHECK(mail_domain("none").empty());
    CHECK(mail_domain("a@").empty());
    CHECK(mail_domain("").empty());
}
