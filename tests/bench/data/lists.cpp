#include "lists.h"

#include "made.h"

#include <algorithm>
#include <fstream>

namespace bb::bench {
namespace {

constexpr std::uint32_t activities_a_file = 50'000;
/// A list for import has the fields that such lists have.
constexpr std::uint16_t not_in_lists[] = {common::created_at, customer::grade_reason,
                                          customer::loyalty};

std::string quoted(std::string_view value) {
    std::string out = "\"";
    for (const char letter : value) {
        if (letter == '"' || letter == '\\') out += '\\';
        out += letter;
    }
    return out + "\"";
}

/// The inside of an object.
std::string members(const MadeRecord& record) {
    std::string out = "\"id\":" + quoted(record.id.to_text());
    for (const auto& [field, value] : record.values)
        out += "," + quoted(field_of(record.type, field)->key) + ":" + quoted(value);
    return out;
}

bool in_lists(std::uint16_t field) {
    return std::ranges::find(not_in_lists, field) == std::end(not_in_lists);
}

std::string csv_cell(std::string_view value) {
    if (value.find_first_of(",\"\n") == value.npos) return std::string(value);
    std::string out = "\"";
    for (const char letter : value) out += letter == '"' ? "\"\"" : std::string(1, letter);
    return out + "\"";
}

template <class Cell> void write_csv_row(std::ofstream& out, const MadeRecord& record, Cell cell) {
    std::string row;
    for (const auto& [field, value] : record.values)
        if (in_lists(field)) row += csv_cell(cell(field, value)) + ",";
    row.back() = '\n';
    out << row;
}

} // namespace

bool write_customers_json(const std::string& path, std::uint32_t customers) {
    std::ofstream out(path, std::ios::binary);
    for (std::uint32_t n = 0; n < customers; ++n) {
        out << (n == 0 ? "[\n{" : ",\n{") << members(made_customer(n)) << ",\"contacts\":[";
        std::string comma;
        for (const MadeRecord& contact : made_contacts(n)) {
            out << comma << "{" << members(contact) << "}";
            comma = ",";
        }
        out << "]}";
    }
    out << "\n]\n";
    return out.good();
}

bool write_customers_csv(const std::string& path, std::uint32_t customers) {
    std::ofstream out(path, std::ios::binary);
    write_csv_row(out, made_customer(0), [](std::uint16_t field, const std::string&) {
        return std::string(words(field_of(RecordType::customer, field)->label, Language::chinese));
    });
    for (std::uint32_t n = 0; n < customers; ++n)
        write_csv_row(out, made_customer(n),
                      [](std::uint16_t, const std::string& value) { return value; });
    return out.good();
}

bool write_activities_json(const std::string& path, std::uint32_t activities,
                           std::uint32_t customers) {
    bool good = true;
    for (std::uint32_t first = 0; first < activities; first += activities_a_file) {
        std::ofstream out(path + "-" + std::to_string(first / activities_a_file) + ".json",
                          std::ios::binary);
        const std::uint32_t end = std::min(activities, first + activities_a_file);
        for (std::uint32_t n = first; n < end; ++n)
            out << (n == first ? "[\n{" : ",\n{") << members(made_activity(n, customers)) << "}";
        out << "\n]\n";
        good = good && out.good();
    }
    return good;
}

} // namespace bb::bench
