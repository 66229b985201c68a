#include "documents_io/sheet_file_kind.h"

#include <algorithm>
#include <array>
#include <string>

namespace bb {

namespace {

using namespace std::string_view_literals;

/// Formats picked by mistake; further binaries are told by their control characters.
constexpr std::array other_magics = {"%PDF"sv, "\x89PNG"sv, "\xFF\xD8\xFF"sv, "GIF8"sv,
                                     "Rar!"sv, "7z\xBC"sv,  "\x1F\x8B"sv,     R"({\rtf)"sv};

constexpr auto zip_magic = "PK\x03\x04"sv;
constexpr auto empty_zip_magic = "PK\x05\x06"sv;
constexpr auto ole2_magic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

/// Names in an OLE2 directory are UTF-16LE.
bool holds_name(std::string_view bytes, std::string_view name) {
    std::string wide;
    for (char c : name) {
        wide += c;
        wide += '\0';
    }
    return bytes.find(wide) != std::string_view::npos;
}

/// A BIFF stream begins at a sector with BOF; FILEPASS (0x002F) follows closely if it is encrypted.
bool holds_encrypted_biff(std::string_view bytes) {
    constexpr std::size_t sector = 512;
    for (std::size_t start = sector; start + sector <= bytes.size(); start += sector) {
        std::string_view stream = bytes.substr(start, sector);
        if (stream.substr(0, 2) != "\x09\x08"sv) continue;
        std::size_t at = 0;
        while (at + 4 <= stream.size()) {
            if (stream.substr(at, 2) == "\x2F\0"sv) return true;
            auto low = static_cast<std::uint8_t>(stream[at + 2]);
            auto high = static_cast<std::uint8_t>(stream[at + 3]);
            at += 4u + low + 256u * high;
        }
    }
    return false;
}

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins_with_folded(std::string_view text, std::string_view lower_case) {
    if (text.size() < lower_case.size()) return false;
    return std::equal(lower_case.begin(), lower_case.end(), text.begin(),
                      [](char want, char have) { return want == ascii_lower(have); });
}

} // namespace

SheetFileKind sheet_file_kind(ByteView bytes) {
    std::string_view text = as_text(bytes);
    if (text.starts_with(zip_magic) || text.starts_with(empty_zip_magic)) return SheetFileKind::zip;
    if (text.starts_with(ole2_magic)) return SheetFileKind::ole2;
    bool other = std::any_of(other_magics.begin(), other_magics.end(),
                             [&](std::string_view magic) { return text.starts_with(magic); });
    return other ? SheetFileKind::other_binary : SheetFileKind::maybe_text;
}

Text ole2_refusal(ByteView bytes) {
    std::string_view text = as_text(bytes);
    if (holds_name(text, "EncryptedPackage")) return Text::read_password;
    if (holds_name(text, "WordDocument") || holds_name(text, "PowerPoint Document")) {
        return Text::read_not_spreadsheet;
    }
    return holds_encrypted_biff(text) ? Text::read_password : Text::read_old_xls;
}

bool is_markup(std::string_view text) {
    std::size_t start = text.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos) return false;
    text.remove_prefix(start);
    constexpr std::array openings = {"<html"sv, "<!doctype"sv, "<?xml"sv, "<table"sv,
                                     "<meta"sv, "<head"sv,     "<body"sv, "<style"sv,
                                     "<!--"sv,  "<workbook"sv, "<div"sv,  "mime-version:"sv};
    return std::any_of(openings.begin(), openings.end(),
                       [&](std::string_view opening) { return begins_with_folded(text, opening); });
}

} // namespace bb
