// For the tests of reading: fixture files, archives made by hand, short ways to look at a table.
#pragma once

#include "documents_io/sheet_reader.h"

#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <iconv.h>
#include <zlib.h>

namespace bb::test {

inline std::string fixture(const std::string& name) {
    std::ifstream in(std::string(BUYERBOOK_FIXTURES) + "/sheets/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The native stand-in of the browser's TextDecoder: strict.
inline std::optional<std::string> decode_strictly(ByteView bytes, std::string_view label) {
    iconv_t converter = iconv_open("UTF-8", std::string(label).c_str());
    if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
    std::string in(as_text(bytes));
    std::string out(in.size() * 3 + 16, '\0');
    char* from = in.data();
    char* to = out.data();
    std::size_t from_left = in.size();
    std::size_t to_left = out.size();
    bool good = iconv(converter, &from, &from_left, &to, &to_left) != static_cast<std::size_t>(-1);
    iconv_close(converter);
    if (!good) return std::nullopt;
    out.resize(out.size() - to_left);
    return out;
}

inline Result<SheetFile> read(std::string_view bytes, int sheet_index = -1) {
    return read_sheet_file({bytes.begin(), bytes.end()}, "文件.xlsx", sheet_index, decode_strictly,
                           [](double) { return true; });
}

/// The error's id, or Text::count_ where a table came out.
inline Text refusal(std::string_view bytes) {
    Result<SheetFile> file = read(bytes);
    return file ? Text::count_ : file.error().text;
}

inline std::string text_at(const SheetFile& file, std::size_t row, std::size_t column) {
    return std::string(file.table.cell(row, column).text);
}

inline CellKind kind_at(const SheetFile& file, std::size_t row, std::size_t column) {
    return file.table.cell(row, column).kind;
}

// --- archives -----------------------------------------------------------------------------------

inline void put_number(std::string& out, std::uint64_t value, int bytes) {
    for (; bytes > 0; --bytes, value >>= 8) out += static_cast<char>(value & 0xFF);
}

inline std::string deflated(std::string_view text) {
    std::string in(text);
    std::string out(in.size() + in.size() / 100 + 100, '\0');
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

enum class Packing : std::uint8_t { stored, deflated, with_descriptor, zip64 };

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A zip archive; `flags` go into every entry.
inline std::string zip_of(const Parts& parts, Packing packing = Packing::deflated,
                          unsigned flags = 0) {
    std::string out;
    std::string directory;
    bool late_sizes = packing == Packing::with_descriptor;
    bool big = packing == Packing::zip64;
    for (const auto& [name, text] : parts) {
        std::string packed = packing == Packing::stored ? text : deflated(text);
        auto crc =
            crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size()));
        std::size_t start = out.size();
        std::string common;
        put_number(common, flags | (late_sizes ? 8u : 0u), 2);
        put_number(common, packing == Packing::stored ? 0 : 8, 2);
        put_number(common, 0, 4);
        std::string sizes;
        put_number(sizes, crc, 4);
        put_number(sizes, packed.size(), 4);
        put_number(sizes, text.size(), 4);
        std::string big_sizes;
        put_number(big_sizes, crc, 4);
        put_number(big_sizes, ~0ull, 8);
        std::string extra;
        put_number(extra, 1, 2);
        put_number(extra, 24, 2);
        put_number(extra, text.size(), 8);
        put_number(extra, packed.size(), 8);
        put_number(extra, start, 8);

        out += "PK\x03\x04";
        put_number(out, 20, 2);
        out += common + (late_sizes ? std::string(12, '\0') : big ? big_sizes : sizes);
        put_number(out, name.size(), 2);
        put_number(out, 0, 2);
        out += name + packed;
        if (late_sizes) out += "PK\x07\x08" + sizes;

        directory += "PK\x01\x02";
        put_number(directory, 20, 2);
        put_number(directory, 20, 2);
        directory += common + (big ? big_sizes : sizes);
        put_number(directory, name.size(), 2);
        put_number(directory, big ? extra.size() : 0, 2);
        put_number(directory, 0, 10);
        put_number(directory, big ? 0xFFFFFFFF : start, 4);
        directory += name + (big ? extra : "");
    }
    std::size_t directory_at = out.size();
    out += directory;
    if (big) {
        std::size_t end_at = out.size();
        out += "PK\x06\x06";
        put_number(out, 44, 8);
        put_number(out, 0, 12);
        put_number(out, parts.size(), 8);
        put_number(out, parts.size(), 8);
        put_number(out, directory.size(), 8);
        put_number(out, directory_at, 8);
        out += "PK\x06\x07";
        put_number(out, 0, 4);
        put_number(out, end_at, 8);
        put_number(out, 1, 4);
    }
    out += "PK\x05\x06";
    put_number(out, 0, 4);
    put_number(out, big ? 0xFFFF : parts.size(), 2);
    put_number(out, big ? 0xFFFF : parts.size(), 2);
    put_number(out, directory.size(), 4);
    put_number(out, big ? 0xFFFFFFFF : directory_at, 4);
    put_number(out, 0, 2);
    return out;
}

/// The parts of a small workbook of one sheet around the given XML.
struct BookText {
    std::string rows; // inside sheetData
    std::string strings;
    std::string formats; // numFmts and cellXfs
    std::string workbook_properties;
    std::string prefix; // "x:" for every element of the sheet
};

inline Parts parts_of(const BookText& book) {
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const std::string& p = book.prefix;
    std::string space = p.empty() ? "xmlns" : "xmlns:" + p.substr(0, p.size() - 1);
    auto relation = [&](std::string id, std::string what, std::string target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + type + what + "\" Target=\"" + target +
               "\"/>";
    };
    return {
        {"[Content_Types].xml", "<Types/>"},
        {"_rels/.rels", "<Relationships>" + relation("rId1", "officeDocument", "xl/workbook.xml") +
                            "</Relationships>"},
        {"xl/workbook.xml", "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + type + "\">" +
                                book.workbook_properties +
                                "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
                                "</workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships>" + relation("rId1", "worksheet", "worksheets/sheet1.xml") +
             relation("rId2", "sharedStrings", "/xl/sharedStrings.xml") +
             relation("rId3", "styles", "styles.xml") + "</Relationships>"},
        {"xl/sharedStrings.xml", "<sst xmlns=\"" + main + "\">" + book.strings + "</sst>"},
        {"xl/styles.xml", "<styleSheet xmlns=\"" + main + "\">" + book.formats + "</styleSheet>"},
        {"xl/worksheets/sheet1.xml",
         "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + p + "worksheet " + space + "=\"" + main +
             "\"><" + p + "sheetData>" + book.rows + "</" + p + "sheetData></" + p + "worksheet>"},
    };
}

inline std::string xlsx_of(const BookText& book, Packing packing = Packing::deflated) {
    return zip_of(parts_of(book), packing);
}

inline Result<SheetFile> read_rows(const std::string& rows, const std::string& strings = "",
                                   const std::string& formats = "") {
    return read(xlsx_of({rows, strings, formats, "", ""}));
}

} // namespace bb::test
