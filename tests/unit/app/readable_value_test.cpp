#include "app/readable_value.h"
#include "app_fixture.h"

#include <doctest/doctest.h>

using namespace bb;

namespace {

std::string shown(const AppFixture& f, RecordType type, std::uint16_t field, std::string_view value,
                  Language language = Language::chinese) {
    return readable_value(f.records(), *field_of(type, field), value, language, 480);
}

} // namespace

TEST_CASE("keys, codes and instants are shown in words") {
    const AppFixture f;
    CHECK(shown(f, RecordType::customer, customer::country, "HR") == "克罗地亚");
    CHECK(shown(f, RecordType::customer, customer::country, "HR", Language::english) == "Croatia");
    CHECK(shown(f, RecordType::customer, customer::grade, "A") == "A 热门客户");
    CHECK(shown(f, RecordType::customer, common::created_at, "2026-11-20T22:30:00.000Z") ==
          "2026-11-21 06:30");
    CHECK(shown(f, RecordType::customer, common::deleted, "1") == "是");
    CHECK(shown(f, RecordType::customer, customer::name, "Kovač") == "Kovač");
    CHECK(shown(f, RecordType::customer, customer::name, "") == "");
}

TEST_CASE("an id is shown as the name of its record, or as it stands when there is none") {
    AppFixture f;
    const RecordId id = f.add(RecordType::customer, {{customer::name, "Hafenlicht GmbH"}});
    CHECK(shown(f, RecordType::quote, quote::customer, id.to_text()) == "Hafenlicht GmbH");
    const std::string unknown(32, '7');
    CHECK(shown(f, RecordType::quote, quote::customer, unknown) == unknown);
}
