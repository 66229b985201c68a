#include "base/utf8.h"
#include "list_fixture.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace bb;

TEST_CASE_FIXTURE(ListFixture,
                  "a customer is found by any searched field, whatever case and accents") {
    const RecordId kovac = add(RecordType::customer, {{customer::name, "Kovač Trgovina d.o.o."},
                                                      {customer::city, "Zadar"}});
    add(RecordType::customer,
        {{customer::name, "Müller & Söhne"}, {customer::notes, "客户要求\n宁波港"}});
    add_contact(kovac, {{contact::name, "Ana Horvat"}, {contact::email, "ana@example.com"}});
    CHECK(found("kovac") == Names{"Kovač Trgovina d.o.o."});
    CHECK(found("KOVAČ zad") == Names{"Kovač Trgovina d.o.o."});
    CHECK(found("ＫＯＶＡＣ") == Names{"Kovač Trgovina d.o.o."});
    CHECK(found("宁波") == Names{"Müller & Söhne"});
    CHECK(found("ana@example") == Names{"Kovač Trgovina d.o.o."});
    CHECK(found("horvat soehne").empty());
    CHECK(found("").size() == 2);
}

TEST_CASE_FIXTURE(ListFixture, "a match never reaches from one field into the next") {
    add(RecordType::customer, {{customer::name, "Alpha"}, {customer::city, "Beta"}});
    CHECK(found("alphabeta").empty());
    CHECK(found("alpha beta").size() == 1);
}

TEST_CASE_FIXTURE(ListFixture, "a phone number is found whatever its separators") {
    const RecordId id =
        add(RecordType::customer, {{customer::name, "Wu"}, {customer::phone, "+86 13800 13 8000"}});
    CHECK(found("138-0013").size() == 1);
    CHECK(found("13800138000").size() == 1);
    CHECK(found("(138)0013.8000").size() == 1);
    CHECK(found("8-0-0").empty()); // three digits only: taken as text
    add_contact(id, {{contact::mobile, "0574/8888-1234"}});
    CHECK(found("88881234").size() == 1);
}

TEST_CASE_FIXTURE(ListFixture, "edits, new contacts, moved contacts and the bin are seen at once") {
    const RecordId a = add(RecordType::customer, {{customer::name, "Aster"}});
    const RecordId b = add(RecordType::customer, {{customer::name, "Birch"}});
    const RecordId contact = add_contact(a, {{contact::name, "Zoe"}});
    CHECK(found("zoe") == Names{"Aster"});
    set(RecordType::contact, contact, {{contact::customer, b.to_text()}});
    CHECK(shown() == Names{"Birch"});
    set(RecordType::customer, b, {{customer::name, "Cedar"}});
    CHECK(shown() == Names{"Cedar"});
    set(RecordType::contact, contact, {{common::deleted, "1"}});
    CHECK(shown().empty());
    set(RecordType::customer, a, {{common::deleted, "1"}});
    CHECK(found("") == Names{"Cedar"});
    CHECK(list.counts().bin == 1);
    filter.bin = true;
    CHECK(shown() == Names{"Aster"});
}

TEST_CASE_FIXTURE(ListFixture,
                  "filters and counts go by grade, country, stage and due follow-ups") {
    add(RecordType::customer, {{customer::name, "A1"},
                               {customer::grade, "A"},
                               {customer::country, "PE"},
                               {customer::next_follow_up, "2026-11-21"}});
    add(RecordType::customer, {{customer::name, "A2"},
                               {customer::grade, "A"},
                               {customer::country, "PE"},
                               {customer::next_follow_up, "2026-11-22"}});
    add(RecordType::customer, {{customer::name, "B1"},
                               {customer::grade, "B"},
                               {customer::country, "DE"},
                               {customer::stage, "quote"}});
    CHECK(shown().size() == 3);
    CHECK(list.counts() ==
          CustomerList::Counts{.all = 3, .grade = {2, 1, 0, 0}, .due = 1, .bin = 0});
    CHECK(list.countries() ==
          std::vector<std::pair<std::string, std::size_t>>{{"PE", 2}, {"DE", 1}});
    filter.grade = "A";
    filter.country = "PE";
    CHECK(shown() == Names{"A1", "A2"});
    filter.due = true;
    CHECK(shown() == Names{"A1"});
    today = today.plus_days(1);
    CHECK(shown() == Names{"A1", "A2"});
    CHECK(list.counts().due == 2);
    filter = {.grade = "D"};
    CHECK(shown().empty());
    filter = {.stage = "quote"};
    CHECK(shown() == Names{"B1"});
    filter = {.stage = "no such stage"};
    CHECK(shown().empty());
}

TEST_CASE_FIXTURE(ListFixture,
                  "empty values are last in both directions and equal ones keep their order") {
    for (const std::string_view city : {"Oslo", "", "Bergen", "Oslo", ""}) {
        const std::string name = "c" + std::to_string(records().row_count(RecordType::customer));
        add(RecordType::customer, {{customer::name, name}, {customer::city, std::string(city)}});
    }
    order.field = customer::city;
    CHECK(shown() == Names{"c2", "c0", "c3", "c1", "c4"});
    order.ascending = false;
    CHECK(shown() == Names{"c0", "c3", "c2", "c1", "c4"});
    order.field = customer::next_follow_up;
    CHECK(shown() == Names{"c0", "c1", "c2", "c3", "c4"});
}

TEST_CASE_FIXTURE(ListFixture, "the revision grows only when the rows may have changed") {
    add(RecordType::customer, {{customer::name, "Aster"}});
    shown();
    const std::uint64_t before = list.revision();
    shown();
    CHECK(list.revision() == before);
    add(RecordType::product, {{product::model, "X"}});
    shown();
    CHECK(list.revision() == before);
    found("x");
    CHECK(list.revision() > before);
}

namespace {

// What the list promises, said in the plainest way.
bool naive_match(const Workspace& records, RecordId id, std::string_view search) {
    std::vector<std::string> texts;
    std::vector<std::string> phones;
    const auto add = [&](RecordType type, const RecordView& record) {
        for (const FieldInfo& field : info_of(type).fields) {
            if (!field.has(trait_searched)) continue;
            texts.push_back(folded(record.value(field.number)));
            if (field.type == FieldType::phone) {
                phones.push_back(digits_only(record.value(field.number)));
            }
        }
    };
    add(RecordType::customer, records.find(RecordType::customer, id));
    for (const RecordId contact : records.children(RecordType::contact, id)) {
        add(RecordType::contact, records.find(RecordType::contact, contact));
    }
    const std::string words = folded(search);
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        const std::string word = words.substr(at, end - at);
        at = end + 1;
        const auto has = [](const std::vector<std::string>& in, const std::string& part) {
            return std::ranges::any_of(
                in, [&](const std::string& text) { return text.find(part) != text.npos; });
        };
        const std::string digits = digits_only(word);
        const bool phone =
            digits.size() >= 4 && word.find_first_not_of("0123456789+-.()/") == word.npos;
        if (!has(texts, word) && !(phone && has(phones, digits))) return false;
    }
    return true;
}

} // namespace

TEST_CASE_FIXTURE(ListFixture,
                  "searching equals a plain look at every customer, through random edits") {
    constexpr std::string_view pieces[] = {"an", "na",  "é",   "北京", "京", "1380", "013", "-",
                                           " ",  "Ltd", "+86", "ß",    "Ó",  "x",    ".",   "8000"};
    const auto text = [&](std::size_t most) {
        std::string made;
        for (std::uint64_t left = ids.next_random() % (most + 1); left > 0; --left) {
            made += pieces[ids.next_random() % std::size(pieces)];
        }
        return made;
    };
    std::vector<RecordId> customers;
    for (int round = 0; round < 250; ++round) {
        const std::uint64_t dice = ids.next_random() % 10;
        if (dice < 4 || customers.empty()) {
            customers.push_back(add(RecordType::customer, {{customer::name, "n" + text(4)},
                                                           {customer::notes, text(5)},
                                                           {customer::phone, text(4)}}));
        } else if (dice < 6) {
            add_contact(customers[ids.next_random() % customers.size()],
                        {{contact::name, text(3)}, {contact::mobile, text(4)}});
        } else if (dice < 9) {
            set(RecordType::customer, customers[ids.next_random() % customers.size()],
                {{customer::notes, text(5)}});
        } else {
            set(RecordType::customer, customers[ids.next_random() % customers.size()],
                {{common::deleted, ids.next_random() % 2 == 0 ? "1" : ""}});
        }
        // Typed letter by letter, so that narrowing is tried as well.
        const std::string search = text(4);
        std::string typed;
        for (std::size_t at = 0; at <= search.size(); ++at) {
            typed = first_code_points(search, at);
            const Names shown = found(typed);
            Names expected;
            for (const RecordId id : customers) {
                const RecordView record = records().find(RecordType::customer, id);
                if (!record.deleted() && naive_match(records(), id, typed)) {
                    expected.emplace_back(record.value(customer::name));
                }
            }
            std::ranges::stable_sort(expected, {},
                                     [](const std::string& name) { return folded(name); });
            CAPTURE(typed);
            REQUIRE(shown == expected);
        }
    }
}
