#include "base/id.h"
#include "read_support.h"

#include <doctest/doctest.h>

using namespace bb;
using namespace bb::test;

namespace {

void check_customers(const std::string& name, const std::string& encoding,
                     const std::string& last_name) {
    CAPTURE(name);
    Result<SheetFile> file = read(fixture(name));
    REQUIRE(file);
    CHECK(file->encoding == encoding);
    CHECK(file->table.row_count() == 4);
    CHECK(file->table.column_count() == 4);
    CHECK(text_at(*file, 0, 0) == "公司名称");
    CHECK(text_at(*file, 1, 3) == "第一行\n第二行");
    CHECK(text_at(*file, 2, 0) == "Müller, Söhne & Co");
    CHECK(text_at(*file, 2, 3) == "他说“好”，\"yes\"");
    CHECK(text_at(*file, 3, 0) == last_name);
    CHECK(text_at(*file, 3, 1) == "013800138000");
    CHECK(file->notes.empty());
}

} // namespace

TEST_CASE("text files are read in the encodings that spreadsheets save") {
    check_customers("gb18030.csv", "GB18030", "吉野家");
    check_customers("utf8_bom.csv", "UTF-8", "𠮷野家");
    check_customers("utf16le.tsv", "UTF-16LE", "𠮷野家");
    check_customers("utf16be.tsv", "UTF-16BE", "𠮷野家");
}

TEST_CASE("values of a text file stay the text they are") {
    Result<SheetFile> file = read("编号,电话,日期,长号\n00123,+8613800138000,1-2,1.38E+10\n");
    REQUIRE(file);
    CHECK(text_at(*file, 1, 0) == "00123");
    CHECK(text_at(*file, 1, 1) == "+8613800138000");
    CHECK(text_at(*file, 1, 2) == "1-2");
    CHECK(text_at(*file, 1, 3) == "1.38E+10");
    CHECK(kind_at(*file, 1, 0) == CellKind::text);
    CHECK(kind_at(*file, 1, 3) == CellKind::text);
}

TEST_CASE("the delimiter is the one that gives even columns") {
    CHECK(guessed_delimiter("a,b,c\n1,2,3\n") == ',');
    CHECK(guessed_delimiter("a;b\n1,5;2,5\n3,5;4,5\n") == ';');
    CHECK(guessed_delimiter("name\tnote\nA\tone, two, three\nB\tx\n") == '\t');
    CHECK(guessed_delimiter("name;note\nA;\"one, two\nthree, four\"\nB;x\n") == ';');
    CHECK(guessed_delimiter("sep=|\na|b,c,d\n") == '|');
    CHECK(guessed_delimiter("one column\nonly\n") == ',');
}

TEST_CASE("a line sep= names the delimiter and is no row") {
    Result<SheetFile> file = read("sep=;\r\na,1;b\r\nc;d\r\n");
    REQUIRE(file);
    CHECK(file->table.row_count() == 2);
    CHECK(text_at(*file, 0, 0) == "a,1");
    CHECK(text_at(*file, 1, 1) == "d");
}

TEST_CASE("all line ends, blank lines and ragged rows keep their place") {
    Result<SheetFile> file = read("a,b\rc\r\n\r\nd,,e\n,\n\n\n");
    REQUIRE(file);
    CHECK(file->table.row_count() == 4);
    CHECK(text_at(*file, 1, 0) == "c");
    CHECK(kind_at(*file, 2, 0) == CellKind::empty);
    CHECK(kind_at(*file, 3, 1) == CellKind::empty);
    CHECK(text_at(*file, 3, 2) == "e");
}

TEST_CASE("quotes are kept where they are no quoting") {
    Result<SheetFile> file =
        read("5\" pipe,\"a \"\"b\"\" c\",\"x\"y,\"\",=\"00123\",\"=\"\"007\"\"\"\n");
    REQUIRE(file);
    CHECK(text_at(*file, 0, 0) == "5\" pipe");
    CHECK(text_at(*file, 0, 1) == "a \"b\" c");
    CHECK(text_at(*file, 0, 2) == "xy");
    CHECK(kind_at(*file, 0, 3) == CellKind::empty);
    CHECK(text_at(*file, 0, 4) == "00123");
    CHECK(text_at(*file, 0, 5) == "007");
}

TEST_CASE("a quote that is never closed is noted") {
    for (std::string text : {"a,b\n1,\"open\n2,3\n", "a,b\n1,\"open\"\"\n2,3\n"}) {
        Result<SheetFile> file = read(text);
        REQUIRE(file);
        CHECK(file->table.row_count() == 2);
        REQUIRE(file->notes.size() == 1);
        CHECK(file->notes[0] == Error{Text::read_note_unclosed_quote, {"2"}});
    }
}

TEST_CASE("a UTF-8 file cut inside a character stays UTF-8 and says so") {
    std::string text = "公司,电话\n深圳灯具,1";
    for (std::string cut : {text + "\xE7\x81", "\xEF\xBB\xBF" + text + "\xE7"}) {
        Result<SheetFile> file = read(cut);
        REQUIRE(file);
        CHECK(file->encoding == "UTF-8");
        CHECK(text_at(*file, 1, 0) == "深圳灯具");
        REQUIRE(file->notes.size() == 1);
        CHECK(file->notes[0].text == Text::read_note_cut_off);
    }
}

TEST_CASE("a cancelled read gives nothing") {
    std::string text;
    for (int i = 0; i < 150'000; ++i) text += "name,0123456789\n";
    Result<SheetFile> file =
        read_sheet_file({text.begin(), text.end()}, "a.csv", -1, decode_strictly,
                        [](double done) { return done < 0.5; });
    REQUIRE_FALSE(file);
    CHECK(file.error().text == Text::read_cancelled);
}

TEST_CASE("what was guarded against computing is read as it was") {
    Result<SheetFile> file = read("a,b\n'=1+1,\"'+86-138;'-x\"\n'text,'-12.50\n");
    REQUIRE(file);
    CHECK(text_at(*file, 1, 0) == "=1+1");
    CHECK(text_at(*file, 1, 1) == "+86-138;-x");
    CHECK(text_at(*file, 2, 0) == "'text");
    CHECK(text_at(*file, 2, 1) == "'-12.50");
}

TEST_CASE("guarded fields are found wherever they stand among others") {
    std::string text = "a,b,c\n";
    std::vector<std::string> wanted = {"a", "b", "c"};
    for (int field = 0; field < 300; ++field) {
        const std::string number = std::to_string(field);
        const bool is_guarded = field % 7 == 3 || field % 50 < 2;
        wanted.push_back((is_guarded ? "=" : field % 5 == 0 ? "O'Brien;" : "") + number);
        text += (is_guarded ? "'" : "") + wanted.back() + (field % 3 == 2 ? "\n" : ",");
    }
    const Result<SheetFile> file = read(text);
    REQUIRE(file);
    for (std::size_t field = 0; field < wanted.size(); ++field)
        REQUIRE(text_at(*file, field / 3, field % 3) == wanted[field]);
}

TEST_CASE("text that is put over what was read of the file is the same as elsewhere") {
    IdSource random{19};
    constexpr std::string_view bytes = "abcdefgh,,,;\"\"'=\n\r+-";
    int tables = 0;
    for (int run = 0; run < 5'000; ++run) {
        std::string text(random.next_random() % 200, ' ');
        for (char& one : text) one = bytes[random.next_random() % bytes.size()];
        TableFiller elsewhere;
        std::vector<Error> notes;
        REQUIRE(read_csv(
            text, [](double) { return true; }, elsewhere, notes));
        const Result<SheetFile> over = read(text);
        if (!over) continue; // nothing in it
        REQUIRE(over->table.packed() == elsewhere.take().packed());
        ++tables;
    }
    CHECK(tables > 4'000);
}

TEST_CASE("fields of any length end where they end, whatever stands around them") {
    for (const std::string delimiter : {",", ";", "\t", "|"}) {
        for (const std::string line_end : {"\n", "\r\n", "\r"}) {
            std::string text = "sep=" + delimiter + line_end;
            for (std::size_t length = 1; length < 40; ++length) {
                text += std::string(length, 'a') + delimiter + std::string(40 - length, '-') +
                        delimiter + "é" + line_end;
            }
            const Result<SheetFile> file = read(text);
            REQUIRE(file);
            REQUIRE(file->table.row_count() == 39);
            REQUIRE(file->table.column_count() == 3);
            for (std::size_t length = 1; length < 40; ++length) {
                REQUIRE(text_at(*file, length - 1, 0) == std::string(length, 'a'));
                REQUIRE(text_at(*file, length - 1, 1) == std::string(40 - length, '-'));
                REQUIRE(text_at(*file, length - 1, 2) == "é");
            }
        }
    }
}
