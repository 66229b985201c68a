// The field tables keep the promises that files rely on.
#include "domain/schema.h"

#include <doctest/doctest.h>

#include <set>

using namespace bb;

TEST_CASE("Field numbers and keys are unique in each record type") {
    for (const RecordType type : all_record_types) {
        std::set<std::uint16_t> numbers;
        std::set<std::string_view> keys;
        for (const FieldInfo& field : info_of(type).fields) {
            CHECK_MESSAGE(numbers.insert(field.number).second, field.key);
            CHECK_MESSAGE(keys.insert(field.key).second, field.key);
            CHECK(field_of(type, field.number) == &field);
            CHECK(field_by_key(type, field.key) == &field);
        }
    }
}

TEST_CASE("Numbers below 10 are the common fields, and every type has them") {
    for (const RecordType type : all_record_types) {
        for (const auto number : {common::deleted, common::created_at, common::order_key}) {
            CHECK(field_of(type, number));
        }
        for (const FieldInfo& field : info_of(type).fields) {
            const bool is_common = field.number == common::deleted ||
                                   field.number == common::created_at ||
                                   field.number == common::order_key;
            CHECK_MESSAGE((field.number >= 10 || is_common), field.key);
        }
    }
}

TEST_CASE("Keys are plain, so that they can stay for ever") {
    std::set<std::string_view> records;
    for (const RecordType type : all_record_types) {
        CHECK(info_of(type).type == type);
        CHECK(record_type_by_key(info_of(type).key) == type);
        CHECK(records.insert(info_of(type).key).second);
        for (const FieldInfo& field : info_of(type).fields) {
            for (const char c : field.key) {
                CHECK(((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'));
            }
        }
    }
    CHECK(!record_type_by_key("nothing"));
    CHECK(!field_by_key(RecordType::customer, "nothing"));
    CHECK(!field_of(RecordType::customer, 9999));
}

TEST_CASE("Choices belong to choice fields and have unique keys and labels") {
    for (const RecordType type : all_record_types) {
        for (const FieldInfo& field : info_of(type).fields) {
            CHECK((field.type == FieldType::choice) == !field.choices.empty());
            std::set<std::string_view> keys;
            std::set<std::string_view> chinese;
            for (const Choice& choice : field.choices) {
                CHECK(keys.insert(choice.key).second);
                CHECK(chinese.insert(words(choice.label, Language::chinese)).second);
                CHECK(choice_of(field, choice.key) == &choice);
            }
            CHECK(!choice_of(field, "no such choice"));
        }
    }
}

TEST_CASE("A parent field is a link to a record") {
    for (const RecordType type : all_record_types) {
        const std::uint16_t parent = info_of(type).parent_field;
        if (parent == 0) continue;
        const FieldInfo* field = field_of(type, parent);
        REQUIRE(field);
        CHECK(field->type == FieldType::record);
        CHECK(field->has(trait_hidden));
    }
}
