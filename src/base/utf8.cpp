// Decoding, cutting and cleaning of UTF-8.
#include "base/utf8.h"

#include "base/byte_words.h"

#include <algorithm>

namespace bb {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Step {
    char32_t code_point;
    std::size_t length; // 0 = malformed
};

std::uint8_t byte_at(std::string_view text, std::size_t at) {
    return static_cast<std::uint8_t>(text[at]);
}

bool is_continuation(std::string_view text, std::size_t at) {
    return at < text.size() && (byte_at(text, at) & 0xC0) == 0x80;
}

/// The well-formed sequence at `at`, by the table of the Unicode standard (3-7).
Step decode(std::string_view text, std::size_t at) {
    const std::uint8_t lead = byte_at(text, at);
    if (lead < 0x80) return {lead, 1};
    if (lead < 0xC2 || lead > 0xF4) return {replacement, 0};
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t value = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (!is_continuation(text, at + i)) return {replacement, 0};
        value = (value << 6) | (byte_at(text, at + i) & 0x3FU);
    }
    constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < smallest[length] || value > 0x10FFFF || surrogate) return {replacement, 0};
    return {value, length};
}

bool is_space(char32_t c) {
    if (c <= 0x20) return c == 0x20 || (c >= 0x09 && c <= 0x0D);
    if (c < 0x2000) return c == 0x85 || c == 0xA0 || c == 0x1680;
    return c <= 0x200B || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 ||
           c == 0xFEFF; // with the invisible 200B and FEFF, which come along with pasted text
}

/// 0–9, or -1. Full-width digits come from Chinese input methods, the others from Arabic sheets.
int digit_value(char32_t c) {
    for (const char32_t zero : {U'0', U'\uFF10', U'\u0660', U'\u06F0'}) {
        if (c >= zero && c <= zero + 9) return static_cast<int>(c - zero);
    }
    return -1;
}

/// Where the first character that begins at `until` or later is, or the first that is malformed.
/// Not inlined: a browser makes a function quick that is called again and again.
[[gnu::noinline]] std::size_t end_of_well_formed(std::string_view bytes, std::size_t at,
                                                 std::size_t until) {
    while ((at = end_of_ascii(bytes.substr(0, until), at)) < until) {
        const std::size_t length = decode(bytes, at).length;
        if (length == 0) break;
        at += length;
    }
    return at;
}

} // namespace

std::size_t end_of_ascii(std::string_view bytes, std::size_t at) {
    for (; at + byte_words::width <= bytes.size(); at += byte_words::width) {
        const std::uint64_t marks = byte_words::not_ascii(byte_words::at(bytes, at));
        if (marks != 0) return at + byte_words::first(marks);
    }
    while (at < bytes.size() && byte_at(bytes, at) < 0x80) ++at;
    return at;
}

bool is_utf8(std::string_view bytes) {
    constexpr std::size_t part = 1 << 16;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t until = std::min(at + part, bytes.size());
        at = end_of_well_formed(bytes, at, until);
        if (at < until) return false;
    }
    return true;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const Step step = decode(text, at);
    at += step.length == 0 ? 1 : step.length;
    return step.code_point;
}

void append_code_point(std::string& out, char32_t code_point) {
    const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    const char32_t c = surrogate || code_point > 0x10FFFF ? replacement : code_point;
    const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        tail(0);
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::size_t code_point_count(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) next_code_point(text, at);
    return count;
}

std::string_view first_code_points(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    for (; count > 0 && at < text.size(); --count) next_code_point(text, at);
    return text.substr(0, at);
}

std::string cleaned(std::string_view text) {
    const auto is_plain = [](char c) { return c >= 0x20 && c < 0x7F; };
    const auto plain_end = std::ranges::find_if_not(text, is_plain);
    std::string out(text.begin(), plain_end); // all of most texts
    out.reserve(text.size());
    for (auto at = static_cast<std::size_t>(plain_end - text.begin()); at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c == U'\r') {
            if (at == text.size() || text[at] != '\n') out += '\n';
        } else if (c == 0xFFFE || c == 0xFFFF) {
            append_code_point(out, replacement); // not allowed in XML, so not in a sheet either
        } else if ((c >= 0x20 && c != 0x7F) || c == U'\t' || c == U'\n') {
            append_code_point(out, c);
        }
    }
    return out;
}

std::string_view trimmed(std::string_view text) {
    // Nearly always it begins and ends with a letter or a digit of ASCII.
    const auto is_plain = [](char c) { return c > 0x20 && c < 0x7F; };
    if (text.empty() || (is_plain(text.front()) && is_plain(text.back()))) return text;
    std::size_t first = text.size();
    std::size_t last = first;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        if (is_space(next_code_point(text, at))) continue;
        if (first == text.size()) first = start;
        last = at;
    }
    return text.substr(first, last - first);
}

std::string digits_only(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const int digit = digit_value(next_code_point(text, at));
        if (digit >= 0) out += static_cast<char>('0' + digit);
    }
    return out;
}

} // namespace bb
