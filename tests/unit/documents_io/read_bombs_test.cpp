// R13: files made to take memory or time. Each is refused with a reason or read within the limits,
// soon and in little memory.
#include "measured_reading.h"
#include "read_support.h"

#include "documents_io/read_limits.h"

#include <doctest/doctest.h>

#include <functional>
#include <iterator>
#include <span>

using namespace bb;
using namespace bb::test;

namespace {

constexpr Text is_read = Text::count_; // harmless: a table came out

#if defined(BUYERBOOK_SANITIZED) || defined(__EMSCRIPTEN__)
constexpr double most_seconds = 20; // a multiple of what it is without, for a part of the size
constexpr std::size_t share = 5;
#else
constexpr double most_seconds = 6; // 2 where nothing else runs: a busy machine counts up to thrice
constexpr std::size_t share = 1;
#endif
constexpr std::size_t most_memory = 512'000'000;

/// A size that only takes time: a part of it is enough where everything is slower.
constexpr std::size_t large(std::size_t size) { return size / share; }

struct Bomb {
    const char* name;
    Text outcome;
    std::function<std::string()> make;
};

constexpr std::size_t workbook_part = 2, relations_part = 3, strings_part = 4, styles_part = 5,
                      sheet_part = 6;

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    out.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

Parts good_parts() { return parts_of({"<row><c><v>7</v></c></row>", "", "", "", ""}); }

std::string with_part(std::size_t part, std::string content, Packing packing = Packing::stored) {
    Parts parts = good_parts();
    parts[part].second = std::move(content);
    return zip_of(parts, packing);
}

std::string with_rows(const std::string& rows, const std::string& strings = "") {
    return xlsx_of({rows, strings, "", "", ""}, Packing::stored);
}

std::string with_strings(const std::string& strings) {
    return with_rows("<row><c t=\"s\"><v>0</v></c></row>", strings);
}

/// Sets four bytes at `offset` in every directory entry, or in every local header.
std::string patched(std::string zip, std::string_view mark, std::size_t offset,
                    std::uint32_t value) {
    for (std::size_t at = zip.find(mark); at != zip.npos; at = zip.find(mark, at + 4)) {
        std::string number;
        put_number(number, value, 4);
        zip.replace(at + offset, 4, number);
    }
    return zip;
}

constexpr std::string_view directory_mark = "PK\x01\x02";
constexpr std::size_t directory_size_at = 24, directory_packed_at = 20, directory_header_at = 42;

/// Many directory entries that share one file's bytes.
std::string overlapping(std::size_t entries) {
    Parts parts = good_parts();
    for (std::size_t i = 0; i < entries; ++i)
        parts.push_back({"xl/worksheets/more" + std::to_string(i) + ".xml", ""});
    return patched(zip_of(parts, Packing::stored), directory_mark, directory_header_at, 0);
}

/// Sheets that all name one part, which is empty and long.
std::string many_sheets_of_one_part(std::size_t sheets) {
    Parts parts = good_parts();
    std::string list;
    for (std::size_t i = 0; i < sheets; ++i) list += "<sheet name=\"S\" r:id=\"rId1\"/>";
    parts[workbook_part].second = "<workbook><sheets>" + list + "</sheets></workbook>";
    parts[sheet_part].second =
        "<worksheet><sheetData>" + repeated("<row/>", 100'000) + "</sheetData></worksheet>";
    return zip_of(parts);
}

/// Every sheet looks for its relation among many.
std::string sheets_and_relations(std::size_t count) {
    Parts parts = good_parts();
    parts[relations_part].second = "<Relationships>" +
                                   repeated("<Relationship Id=\"a\" Type=\"worksheet\"/>", count) +
                                   "</Relationships>";
    parts[workbook_part].second =
        "<workbook><sheets>" + repeated("<sheet r:id=\"z\"/>", count) + "</sheets></workbook>";
    return zip_of(parts, Packing::stored);
}

std::string billion_laughs() {
    std::string declared = "<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 30; ++i) {
        const std::string before = "&a" + std::to_string(i - 1) + ";";
        declared += "<!ENTITY a" + std::to_string(i) + " \"" + before + before + "\">";
    }
    return "<!DOCTYPE sst [" + declared + "]><sst><si><t>&a29;</t></si></sst>";
}

std::string long_name_archive() {
    Parts parts = good_parts();
    for (int i = 0; i < 500; ++i) parts.push_back({std::string(60'000, 'n'), ""});
    return zip_of(parts, Packing::stored);
}

const Bomb archives[] = {
    {"a sheet of 65 MB from 65 kB", Text::read_packed_too_densely,
     [] { return with_part(sheet_part, std::string(65'000'000, ' '), Packing::deflated); }},
    {"blanks before the workbook's first tag", Text::read_packed_too_densely,
     [] { return with_part(workbook_part, std::string(65'000'000, ' '), Packing::deflated); }},
    {"relations as dense as zeros", Text::read_packed_too_densely,
     [] { return with_part(relations_part, std::string(65'000'000, '\n'), Packing::deflated); }},
    {"styles of zeros", Text::read_damaged,
     [] { return with_part(styles_part, std::string(65'000'000, '\0'), Packing::deflated); }},
    {"2 GB claimed in the directory", Text::read_damaged,
     [] { return patched(zip_of(good_parts()), directory_mark, directory_size_at, 0x80000000); }},
    {"4 GB claimed in the directory", Text::read_damaged,
     [] { return patched(zip_of(good_parts()), directory_mark, directory_size_at, 0xFFFFFFFE); }},
    {"4 GB of packed bytes claimed", Text::read_damaged,
     [] { return patched(zip_of(good_parts()), directory_mark, directory_packed_at, 0xFFFFFFFE); }},
    {"nothing claimed, much inside", Text::read_damaged,
     [] { return patched(zip_of(good_parts()), directory_mark, directory_size_at, 0); }},
    {"every entry at the same bytes", Text::read_damaged, [] { return overlapping(1'500); }},
    {"100,000 entries", Text::read_too_many_parts,
     [] {
         Parts parts = good_parts();
         for (int i = 0; i < 100'000; ++i) parts.push_back({"e", ""});
         return zip_of(parts, Packing::zip64);
     }},
    {"entries counted that are not there", Text::read_too_many_parts,
     [] {
         std::string zip = zip_of(good_parts());
         zip.replace(zip.size() - 12, 2, "\xFF\xFE");
         return zip;
     }},
    {"names of 60 kB", is_read, long_name_archive},
    {"an archive within an archive", Text::read_damaged,
     [] {
         return with_part(sheet_part, zip_of({{"a", zip_of({{"b", "c"}})}}));
     }},
    {"the end of an archive 16,000 times", Text::read_damaged,
     [] { return "PK\x03\x04" + repeated("PK\x05\x06", 16'000); }},
    {"1,000 sheets that are one long part", Text::read_no_data,
     [] { return many_sheets_of_one_part(1'000); }},
};

const Bomb xml[] = {
    {"a billion laughs", Text::read_unsafe_xml,
     [] { return with_part(strings_part, billion_laughs()); }},
    {"one long entity many times", Text::read_unsafe_xml,
     [] {
         return with_part(sheet_part, "<!DOCTYPE x [<!ENTITY a \"" + std::string(100'000, 'a') +
                                          "\">]><x>" + repeated("&a;", 10'000) + "</x>");
     }},
    {"an entity from a file", Text::read_unsafe_xml,
     [] {
         return with_part(strings_part, "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///dev/zero\">]>"
                                        "<sst><si><t>&a;</t></si></sst>");
     }},
    {"a million elements deep", Text::read_xml_too_deep,
     [] { return with_part(sheet_part, repeated("<a>", large(1'000'000))); }},
    {"a million elements deep in the styles", Text::read_xml_too_deep,
     [] { return with_part(styles_part, repeated("<a>", large(1'000'000))); }},
    {"a tag that never ends", Text::read_damaged,
     [] { return with_part(sheet_part, "<worksheet a='" + std::string(large(20'000'000), 'x')); }},
    {"100,000 attributes", Text::read_damaged,
     [] {
         std::string tag = "<worksheet";
         for (int i = 0; i < 100'000; ++i) tag += " a" + std::to_string(i) + "=''";
         return with_part(sheet_part, tag + "/>");
     }},
    {"a million sheets and a million relations", Text::read_too_many_parts,
     [] { return sheets_and_relations(large(1'000'000)); }},
    {"2.5 million shared strings with an escape in each", is_read,
     [] { return with_strings(repeated("<si><t>_x0041_</t></si>", large(2'500'000))); }},
    {"a shared string of 60 MB", Text::read_field_too_long,
     [] { return with_strings("<si><t>" + std::string(large(60'000'000), 'x') + "</t></si>"); }},
    {"12 million empty shared strings", Text::read_no_data,
     [] { return with_strings(repeated("<si/>", large(12'000'000))); }},
    {"a million number formats", is_read,
     [] {
         std::string formats;
         for (int i = 0; i < 1'000'000; ++i)
             formats += "<numFmt numFmtId=\"" + std::to_string(i) + "\" formatCode=\"0\"/>";
         return with_part(styles_part,
                          "<styleSheet><numFmts>" + formats + "</numFmts></styleSheet>");
     }},
};

const Bomb sheets[] = {
    {"a million columns of text", Text::read_too_many_columns,
     [] { return repeated("a,", large(1'000'000)); }},
    {"a million columns of cells", Text::read_too_many_columns,
     [] { return with_rows("<row>" + repeated("<c><v>1</v></c>", large(1'000'000)) + "</row>"); }},
    {"a cell at XFD1048576", Text::read_too_many_rows,
     [] { return with_rows("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"); }},
    {"wide rows with one cell each", Text::read_too_many_cells,
     [] { return with_rows(repeated("<row><c r=\"ALL1\"><v>1</v></c></row>", 9'000)); }},
    {"one text in a hundred thousand cells", Text::read_too_much_text,
     [] {
         return with_rows(repeated("<row><c t=\"s\"><v>0</v></c></row>", 100'000),
                          "<si><t>" + std::string(60'000, 'x') + "</t></si>");
     }},
    {"a number of a million digits", Text::read_field_too_long,
     [] {
         return with_rows("<row><c><v>" + std::string(large(1'000'000), '9') + "</v></c></row>");
     }},
    {"a number with a vast exponent", is_read,
     [] { return with_rows("<row><c><v>1e999999999</v></c></row>"); }},
    {"a date with a vast exponent", is_read,
     [] {
         return xlsx_of({"<row><c s=\"1\"><v>1e300</v></c></row>", "",
                         "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>", "", ""});
     }},
    {"text of quotation marks only", Text::read_field_too_long,
     [] { return std::string(large(20'000'000), '"'); }},
    {"a quotation mark that opens and never closes", Text::read_field_too_long,
     [] { return "a,\"" + repeated("b,c\n", large(5'000'000)); }},
    {"20 million empty lines", Text::read_no_data,
     [] { return std::string(large(20'000'000), '\n'); }},
    {"20 million commas", Text::read_no_data, [] { return std::string(large(20'000'000), ','); }},
    {"UTF-16 of unpaired halves", Text::read_field_too_long,
     [] { return "\xFF\xFE" + repeated("\x01\xD8", large(5'000'000)); }},
    {"an old workbook of records without length", Text::read_old_xls,
     [] {
         using namespace std::string_view_literals;
         return "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(504, '\0') +
                repeated(std::string("\x09\x08", 2) + std::string(510, '\0'), 20'000);
     }},
};

void try_all(std::span<const Bomb> bombs) {
    for (const Bomb& bomb : bombs) {
        INFO(std::string(bomb.name));
        const std::string bytes = bomb.make();
        const Cost cost = measured_reading(bytes);
        CHECK(static_cast<int>(cost.refusal) == static_cast<int>(bomb.outcome));
        CHECK(cost.seconds < most_seconds);
        CHECK(cost.memory_bytes < most_memory);
    }
}

} // namespace

TEST_CASE("there are thirty bombs and more") {
    CHECK(std::size(archives) + std::size(xml) + std::size(sheets) >= 30);
}

TEST_CASE("archives made to burst are refused soon") { try_all(archives); }

TEST_CASE("XML made to burst is refused soon") { try_all(xml); }

TEST_CASE("sheets made to burst are refused soon") { try_all(sheets); }
