// Files that are broken, foreign or hostile: one sentence, never a crash, nothing half read.
#include "base/id.h"
#include "read_support.h"

#include "documents_io/read_limits.h"

#include <doctest/doctest.h>

#include <array>

using namespace bb;
using namespace bb::test;

namespace {

/// Any outcome is good as long as all of it can be looked at.
void read_anything(std::string_view bytes) {
    Result<SheetFile> file = read(bytes);
    if (!file) {
        CHECK(file.error().text != Text::count_);
        return;
    }
    std::size_t seen = 0;
    for (std::size_t row = 0; row < file->table.row_count(); ++row) {
        for (std::size_t column = 0; column < file->table.column_count(); ++column) {
            seen += file->table.cell(row, column).text.size();
        }
    }
    CHECK(seen <= read_limits::table_text_bytes);
}

std::string ole2(std::string_view directory_name) {
    std::string out = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(1016, '\0');
    for (char c : directory_name) out += {c, '\0'};
    return out + std::string(500, '\0');
}

std::string book_with(std::size_t part, const std::string& content) {
    Parts parts = parts_of({"<row><c><v>7</v></c></row>", "", "", "", ""});
    parts[part].second = content;
    return zip_of(parts);
}

constexpr std::size_t strings_part = 4;
constexpr std::size_t sheet_part = 6;

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    out.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

} // namespace

TEST_CASE("files that are no spreadsheet are told apart") {
    using namespace std::string_view_literals;
    CHECK(refusal("") == Text::read_empty_file);
    CHECK(refusal("\xEF\xBB\xBF") == Text::read_no_data);
    CHECK(refusal("\r\n,,\n") == Text::read_no_data);
    CHECK(refusal("%PDF-1.7\n1 0 obj\n") == Text::read_not_spreadsheet);
    CHECK(refusal("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv) == Text::read_not_spreadsheet);
    CHECK(refusal("{\\rtf1 x}") == Text::read_not_spreadsheet);
    CHECK(refusal("\x7F"
                  "ELF\2\1\1\0\0\0\0\0"sv) == Text::read_not_spreadsheet);
    CHECK(refusal("a\0b\0c\0,\0d\0"sv) == Text::read_not_spreadsheet);
    CHECK(refusal("name,\xFF\xFF\n") == Text::read_unknown_encoding);
    CHECK(refusal(zip_of({{"word/document.xml", "<document/>"}})) == Text::read_not_spreadsheet);
    CHECK(refusal(zip_of({{"photo.jpg", "x"}})) == Text::read_not_spreadsheet);
    CHECK(refusal(zip_of({})) == Text::read_not_spreadsheet);
}

TEST_CASE("a Word file renamed to .xlsx is no spreadsheet") {
    Parts parts = {{"_rels/.rels",
                    "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" "
                    "Target=\"word/document.xml\"/></Relationships>"},
                   {"word/document.xml", "<w:document><w:body/></w:document>"}};
    CHECK(refusal(zip_of(parts)) == Text::read_not_spreadsheet);
}

TEST_CASE("random bytes are no spreadsheet") {
    std::uint32_t state = 1;
    for (std::size_t size : {64u, 300u, 5'000u, 200'000u}) {
        std::string noise;
        for (std::size_t i = 0; i < size; ++i) {
            state = state * 1664525 + 1013904223;
            noise += static_cast<char>(state >> 24);
        }
        CHECK(refusal(noise) == Text::read_not_spreadsheet);
    }
}

TEST_CASE("one control character in a hundred is let pass, wherever they stand") {
    IdSource random{3};
    const std::string_view controls[] = {"\x01", "\x1F", "\x7F", "\xC2\x80", "\xC2\x9F"};
    for (int i = 0; i < 300; ++i) {
        const auto with = [&](std::size_t count) {
            std::string text;
            while (text.size() < 990) text += "é·,a\t\n\r\n"; // the dot begins as a control does
            for (; count > 0; --count) {
                // Between the characters of a line, so that the text stays UTF-8.
                const std::size_t at = text.find(',', random.next_random() % 900);
                text.insert(at, controls[random.next_random() % std::size(controls)]);
            }
            return text;
        };
        const std::string most = with(9);
        REQUIRE(most.size() / 100 >= 9);
        REQUIRE(refusal(most) == Text::count_);
        REQUIRE(refusal(with(11)) == Text::read_not_spreadsheet);
    }
}

TEST_CASE("other spreadsheet formats are to be saved as .xlsx") {
    CHECK(refusal(fixture("libreoffice.xls")) == Text::read_old_xls);
    CHECK(refusal(fixture("libreoffice.ods")) == Text::read_other_spreadsheet);
    CHECK(refusal(fixture("web_page.xls")) == Text::read_web_page);
    CHECK(refusal("<?xml version=\"1.0\"?>\n<Workbook/>") == Text::read_web_page);
    CHECK(refusal("\xEF\xBB\xBF \n<TABLE><tr><td>1</td></tr></TABLE>") == Text::read_web_page);
    CHECK(refusal(zip_of({{"xl/workbook.bin", "x"}})) == Text::read_other_spreadsheet);
    CHECK(refusal(ole2("WordDocument")) == Text::read_not_spreadsheet);
}

TEST_CASE("protected files ask for the password to be removed") {
    CHECK(refusal(fixture("libreoffice_password.xls")) == Text::read_password);
    CHECK(refusal(ole2("EncryptedPackage")) == Text::read_password);
    CHECK(refusal(zip_of(parts_of({}), Packing::deflated, 1)) == Text::read_password);
}

TEST_CASE("every sentence of reading says in both languages what was not changed") {
    for (Text text :
         {Text::read_empty_file, Text::read_no_data, Text::read_damaged, Text::read_password,
          Text::read_old_xls, Text::read_web_page, Text::read_other_spreadsheet,
          Text::read_not_spreadsheet, Text::read_unknown_encoding, Text::read_too_many_rows}) {
        CHECK(words(text, Language::chinese).find("没有导入任何内容") != std::string_view::npos);
        CHECK(words(text, Language::english).find("nothing was imported") !=
              std::string_view::npos);
    }
}

TEST_CASE("every beginning of a good workbook is an error or a table") {
    for (const char* name : {"openpyxl.xlsx", "libreoffice.xlsx"}) {
        std::string good = fixture(name);
        for (std::size_t size = 4; size < good.size(); ++size) {
            CHECK(refusal(std::string_view(good).substr(0, size)) == Text::read_damaged);
        }
        for (std::size_t size = 0; size < 4; ++size) read_anything(good.substr(0, size));
    }
}

TEST_CASE("every beginning of a text file is an error or a table") {
    for (const char* name : {"gb18030.csv", "utf8_bom.csv", "utf16le.tsv", "utf16be.tsv"}) {
        std::string good = fixture(name);
        for (std::size_t size = 0; size < good.size(); ++size) read_anything(good.substr(0, size));
    }
}

TEST_CASE("a flipped bit anywhere in a file does no harm") {
    for (const char* name : {"openpyxl.xlsx", "libreoffice.xls", "utf8_bom.csv"}) {
        std::string good = fixture(name);
        for (std::size_t i = 0; i < good.size(); ++i) {
            std::string changed = good;
            changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 8)));
            read_anything(changed);
        }
    }
}

TEST_CASE("damage inside the XML does no harm even where the checksum fits") {
    std::uint32_t state = 7;
    auto random = [&](std::size_t below) {
        state = state * 1664525 + 1013904223;
        return static_cast<std::size_t>(state >> 8) % below;
    };
    const Parts good = parts_of(
        {"<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>46347.5</v></c>"
         "<c t=\"inlineStr\"><is><t>_x000D_</t></is></c></row>",
         "<si><t>a</t></si>", "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>",
         "<workbookPr date1904=\"0\"/>", ""});
    constexpr std::string_view alphabet = "<>/=\"& 0123456789rstcv:_x\x80\xFF";
    for (int round = 0; round < 3'000; ++round) {
        Parts parts = good;
        std::string& part = parts[random(parts.size())].second;
        for (std::size_t n = random(3) + 1; n-- > 0;) {
            std::size_t at = random(part.size());
            std::size_t how = random(3);
            if (how == 0) part[at] = alphabet[random(alphabet.size())];
            if (how == 1) part.erase(at, random(8));
            if (how == 2) part.insert(at, part.substr(random(part.size()), random(24)));
            if (part.empty()) part = "<";
        }
        read_anything(zip_of(parts, Packing::stored));
    }
}

TEST_CASE("more rows than the limit are refused whole, in both formats") {
    CHECK(refusal(repeated("a,b\n", 300'000)) == Text::read_too_many_rows);
    std::string rows = repeated("<row><c><v>1</v></c></row>", 300'000);
    CHECK(refusal(xlsx_of({rows, "", "", "", ""}, Packing::stored)) == Text::read_too_many_rows);
    CHECK(refusal(xlsx_of({"<row r=\"200001\"><c><v>1</v></c></row>", "", "", "", ""})) ==
          Text::read_too_many_rows);
    Result<SheetFile> most = read(repeated("a,b\n", read_limits::rows));
    REQUIRE(most);
    CHECK(most->table.row_count() == read_limits::rows);
}

TEST_CASE("more columns, cells or text than the limits are refused") {
    CHECK(refusal(std::string(1'000'000, ',') + "x") == Text::read_too_many_columns);
    CHECK(refusal("a,\"" + std::string(70'000, 'x')) == Text::read_field_too_long);
    Result<SheetFile> file = read("a\nb," + std::string(70'000, 'x') + "\n");
    REQUIRE_FALSE(file);
    CHECK(file.error() == Error{Text::read_field_too_long, {"B2", "64"}});
    CHECK(refusal(book_with(sheet_part,
                            "<worksheet><sheetData><row><c r=\"ZZ1\"><v>1</v></c>"
                            "<c r=\"AMJ1\"><v>1</v></c></row></sheetData></worksheet>")) ==
          Text::read_too_many_columns);

    std::string wide = "<row><c r=\"ALL1\"><v>1</v></c></row>"; // the thousandth column
    CHECK(refusal(xlsx_of({repeated(wide, 8'001), "", "", "", ""}, Packing::stored)) ==
          Text::read_too_many_cells);
    std::string same = repeated("<row><c t=\"s\"><v>0</v></c></row>", 2'200);
    BookText book{same, "<si><t>" + std::string(64'000, 'x') + "</t></si>", "", "", ""};
    CHECK(refusal(xlsx_of(book)) == Text::read_too_much_text);
}

TEST_CASE("bombs are refused by what really comes out of them") {
    using namespace read_limits;
    std::string zeros(part_bytes + megabyte, ' ');
    CHECK(refusal(book_with(strings_part, "<sst>" + zeros + "</sst>")) ==
          Text::read_packed_too_densely);
    Parts stored = parts_of({"<row><c><v>7</v></c></row>", "", "", "", ""});
    stored[strings_part].second = "<sst>" + zeros + "</sst>";
    CHECK(refusal(zip_of(stored, Packing::stored)) == Text::read_part_too_large);
    Parts many = parts_of({});
    for (std::size_t i = 0; i < zip_entries; ++i) many.push_back({std::to_string(i), ""});
    CHECK(refusal(zip_of(many)) == Text::read_too_many_parts);
}

TEST_CASE("XML with declarations of its own is refused") {
    std::string entities = "<!DOCTYPE sst [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                           "<sst><si><t>&b;</t></si></sst>";
    CHECK(refusal(book_with(strings_part, entities)) == Text::read_unsafe_xml);
    CHECK(
        refusal(book_with(sheet_part, "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><worksheet/>")) ==
        Text::read_unsafe_xml);
    CHECK(refusal(book_with(strings_part, "<sst><si><t>&b;</t></si></sst>")) == Text::read_damaged);
}

TEST_CASE("XML nested too deeply is refused") {
    CHECK(refusal(book_with(sheet_part, repeated("<a>", 100'000))) == Text::read_xml_too_deep);
}

TEST_CASE("an endless tag or comment is refused soon") {
    Parts parts = parts_of({});
    for (std::string opening : {"<!-- ", "<a b='", "<?pi ", "<a"}) {
        parts[sheet_part].second = "<worksheet>" + opening + std::string(30'000'000, 'x');
        CHECK(refusal(zip_of(parts, Packing::stored)) == Text::read_damaged);
    }
}

TEST_CASE("contradictions inside a workbook are damage") {
    auto sheet = [](const std::string& rows) { return refusal(xlsx_of({rows, "", "", "", ""})); };
    CHECK(sheet("<row><c t=\"s\"><v>0</v></c></row>") == Text::read_damaged);
    CHECK(sheet("<row><c t=\"s\"><v>-1</v></c></row>") == Text::read_damaged);
    CHECK(sheet("<row r=\"2\"/><row r=\"1\"/>") == Text::read_damaged);
    CHECK(sheet("<row r=\"0\"/>") == Text::read_damaged);
    CHECK(sheet("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>") == Text::read_damaged);
    CHECK(sheet("<row><c r=\"XFE1\"><v>1</v></c></row>") == Text::read_damaged);
    CHECK(sheet("<row><c r=\"11\"><v>1</v></c></row>") == Text::read_damaged);
    CHECK(sheet("<row>") == Text::read_damaged);
    CHECK(sheet("") == Text::read_no_data);
    Parts without_sheet = parts_of({});
    without_sheet.pop_back();
    CHECK(refusal(zip_of(without_sheet)) == Text::read_damaged);
}
