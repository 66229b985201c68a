#include "documents_io/text_file_decoder.h"

#include "base/byte_words.h"
#include "base/utf8.h"

#include <algorithm>

namespace bb {

namespace {

using namespace std::string_view_literals;

constexpr auto utf8_mark = "\xEF\xBB\xBF"sv;
constexpr auto utf16_le_mark = "\xFF\xFE"sv;
constexpr auto utf16_be_mark = "\xFE\xFF"sv;

/// Unpaired surrogates become U+FFFD; a byte left over at the end is dropped.
std::string utf16_to_utf8(std::string_view bytes, bool big_endian) {
    std::string out;
    out.reserve(bytes.size());
    auto unit = [&](std::size_t i) -> char32_t {
        auto first = static_cast<std::uint8_t>(bytes[i]);
        auto second = static_cast<std::uint8_t>(bytes[i + 1]);
        return big_endian ? first * 256u + second : second * 256u + first;
    };
    for (std::size_t i = 0; i + 2 <= bytes.size(); i += 2) {
        char32_t code = unit(i);
        if (code >= 0xD800 && code < 0xE000) {
            char32_t low = code < 0xDC00 && i + 4 <= bytes.size() ? unit(i + 2) : 0;
            bool paired = low >= 0xDC00 && low < 0xE000;
            code = paired ? 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00) : 0xFFFD;
            if (paired) i += 2;
        }
        append_code_point(out, code);
    }
    return out;
}

/// How many bytes at the end are a UTF-8 character cut short (0–3).
std::size_t cut_tail(std::string_view text) {
    for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
        auto byte = static_cast<std::uint8_t>(text[text.size() - back]);
        if (byte < 0x80) return 0;
        if (byte < 0xC0) continue;
        std::size_t wanted = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
        return wanted > back ? back : 0;
    }
    return 0;
}

/// At least two whole multi-byte characters: then a broken end is a cut file, not GB18030.
bool is_surely_utf8(std::string_view text) {
    int leads = 0;
    for (char c : text) {
        if (static_cast<std::uint8_t>(c) >= 0xC0 && ++leads == 2) return is_utf8(text);
    }
    return false;
}

/// Whether any of the eight bytes begins a control character, or is a line break or a tab.
bool may_hold_controls(std::uint64_t word) {
    using namespace byte_words;
    return (below(word, 0x20) | equal(word, '\x7F') | equal(word, '\xC2')) != 0;
}

bool is_control(std::string_view text, std::size_t at) {
    const auto byte = static_cast<std::uint8_t>(text[at]);
    if (byte < 0x20) return byte != '\t' && byte != '\n' && byte != '\r';
    if (byte != 0xC2) return byte == 0x7F;
    return at + 1 < text.size() && static_cast<std::uint8_t>(text[at + 1]) < 0xA0;
}

/// Not inlined: a browser makes a function quick that is called again and again.
[[gnu::noinline]] std::size_t controls_between(std::string_view text, std::size_t at,
                                               std::size_t until) {
    std::size_t controls = 0;
    for (; at + byte_words::width <= until; at += byte_words::width) {
        if (!may_hold_controls(byte_words::at(text, at))) continue;
        for (std::size_t i = 0; i < byte_words::width; ++i) controls += is_control(text, at + i);
    }
    for (; at < until; ++at) controls += is_control(text, at);
    return controls;
}

/// Control characters hardly occur in text and abound in anything else: one in a hundred is out.
bool is_readable(std::string_view text) {
    constexpr std::size_t part = 1 << 16;
    std::size_t controls = 0;
    for (std::size_t at = 0; at < text.size(); at += part) {
        controls += controls_between(text, at, std::min(at + part, text.size()));
    }
    return controls <= text.size() / 100;
}

Result<DecodedText> decoded_without_mark(std::string_view text, const TextDecoding& decode) {
    if (is_utf8(text)) return DecodedText{text, {}, "UTF-8", {}};
    std::size_t tail = cut_tail(text);
    std::string_view whole = text.substr(0, text.size() - tail);
    if (tail > 0 && is_surely_utf8(whole)) {
        return DecodedText{whole, {}, "UTF-8", {{Text::read_note_cut_off}}};
    }
    std::optional<std::string> chinese;
    if (decode) chinese = decode(as_bytes(text), "gb18030");
    if (!chinese) return Error{Text::read_unknown_encoding};
    return DecodedText{{}, std::move(chinese), "GB18030", {}};
}

Result<DecodedText> decoded(std::string_view text, const TextDecoding& decode) {
    if (text.starts_with(utf8_mark)) {
        text.remove_prefix(utf8_mark.size());
        std::size_t tail = is_utf8(text) ? 0 : cut_tail(text);
        std::string_view whole = text.substr(0, text.size() - tail);
        if (!is_utf8(whole)) return Error{Text::read_unknown_encoding};
        DecodedText result{whole, {}, "UTF-8", {}};
        if (tail > 0) result.notes.push_back({Text::read_note_cut_off});
        return result;
    }
    bool little = text.starts_with(utf16_le_mark);
    if (little || text.starts_with(utf16_be_mark)) {
        text.remove_prefix(2);
        DecodedText result{{}, utf16_to_utf8(text, !little), little ? "UTF-16LE" : "UTF-16BE", {}};
        if (text.size() % 2 != 0) result.notes.push_back({Text::read_note_cut_off});
        return result;
    }
    return decoded_without_mark(text, decode);
}

} // namespace

Result<DecodedText> decode_text_file(ByteView bytes, const TextDecoding& decode) {
    // A binary is told by its control bytes; UTF-16 alone may hold zeros.
    Result<DecodedText> result = decoded(as_text(bytes), decode);
    if (result && !is_readable(result->text())) return Error{Text::read_not_spreadsheet};
    if (!result && !is_readable(as_text(bytes))) return Error{Text::read_not_spreadsheet};
    return result;
}

} // namespace bb
