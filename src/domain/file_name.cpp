// File names that say what is inside (rule Q03) and that every system takes.
#include "base/utf8.h"
#include "domain/quote.h"

#include <algorithm>
#include <array>

namespace bb {
namespace {

constexpr std::size_t most_characters = 80;
constexpr std::size_t most_bytes = 240;   // systems allow 255, and an extension follows
constexpr std::size_t most_of_quote = 75; // so that ".xlsx" still fits
constexpr std::string_view default_pattern = "{product}_{model}_{qty}_{date}_{customerNo}";

bool is_joint(char c) { return c == '_' || c == '-' || c == '.'; }

/// Half-width form: "．．／" must not slip through as letters.
char32_t half_width(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }

/// Only allowed characters; what is not allowed becomes "_", and joints do not pile up.
std::string allowed_only(std::string_view wanted) {
    std::string out;
    for (std::size_t at = 0; at < wanted.size();) {
        const char32_t c = half_width(next_code_point(wanted, at));
        if (is_letter_or_digit(c)) {
            append_code_point(out, c);
            continue;
        }
        const char joint = c == U'-' || c == U'.' ? static_cast<char>(c) : '_';
        if (out.empty() || !is_joint(out.back())) {
            out += joint;
        } else if (out.back() == '_') {
            out.back() = joint; // "a - b" reads better as "a-b", and "a .xlsx" stays a sheet
        }
    }
    return out;
}

void trim_joints(std::string& name) {
    while (!name.empty() && is_joint(name.back())) name.pop_back();
    const auto first = std::ranges::find_if_not(name, is_joint);
    name.erase(name.begin(), first);
}

/// Windows keeps these for devices, with any extension and in any case.
bool is_reserved(std::string_view name) {
    constexpr auto reserved =
        std::to_array<std::string_view>({"con", "prn", "aux", "nul", "conin", "conout", "clock"});
    const std::string stem = folded(name.substr(0, name.find('.')));
    if (std::ranges::find(reserved, stem) != reserved.end()) return true;
    const bool numbered = stem.starts_with("com") || stem.starts_with("lpt");
    return numbered && stem.size() == 4 && stem[3] >= '0' && stem[3] <= '9';
}

std::string_view first_bytes(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    std::size_t end = 0;
    for (std::size_t at = 0; at <= most; next_code_point(text, at)) end = at;
    return text.substr(0, end);
}

/// The value of all lines if they agree, else that of the first with a mark that there are more.
std::string of_lines(const QuoteDocument& quote, std::string (*value)(const QuotedLine&, bool)) {
    if (quote.lines.empty()) return {};
    const bool chinese = quote.language == DocumentLanguage::chinese;
    const std::string first = value(quote.lines.front(), chinese);
    const bool same = std::ranges::all_of(
        quote.lines, [&](const QuotedLine& line) { return value(line, chinese) == first; });
    return same || first.empty() ? first : first + (chinese ? "等" : "-etc");
}

std::string product_name(const QuotedLine& line, bool chinese) {
    const std::string& wanted = chinese ? line.name_zh : line.name_en;
    return !wanted.empty() ? wanted : chinese ? line.name_en : line.name_zh;
}

std::string model(const QuotedLine& line, bool) { return line.model; }

/// The sum of the quantities; nothing when pieces and sets would be added.
std::string quantity(const QuoteDocument& quote) {
    Decimal sum;
    for (const QuotedLine& line : quote.lines) {
        if (line.unit != quote.lines.front().unit) return {};
        sum = sum + line.quantity;
    }
    return sum.is_zero() ? std::string{} : sum.trimmed().to_text();
}

std::string number(const QuoteDocument& quote) {
    if (quote.number.empty() || quote.revision <= 1) return quote.number;
    return quote.number + "-R" + std::to_string(quote.revision);
}

struct Token {
    std::string_view mark;
    std::string value;
};

std::string filled(std::string_view pattern, const std::array<Token, 6>& tokens) {
    std::string out;
    while (!pattern.empty()) {
        const auto token = std::ranges::find_if(
            tokens, [&](const Token& t) { return pattern.starts_with(t.mark); });
        if (token == tokens.end()) {
            out += pattern.front();
            pattern.remove_prefix(1);
        } else {
            out += token->value;
            pattern.remove_prefix(token->mark.size());
        }
    }
    return out;
}

} // namespace

std::string safe_file_name(std::string_view wanted) {
    std::string name = allowed_only(wanted);
    trim_joints(name);
    if (is_reserved(name)) name.insert(0, 1, '_');
    name = first_bytes(first_code_points(name, most_characters), most_bytes);
    while (!name.empty() && is_joint(name.back())) name.pop_back();
    return name.empty() ? "file" : name;
}

std::string quote_file_name(const QuoteDocument& quote, std::string_view pattern) {
    std::array<Token, 6> tokens = {{
        {"{product}", of_lines(quote, product_name)},
        {"{model}", of_lines(quote, model)},
        {"{qty}", quantity(quote)},
        {"{date}", quote.date.to_text()},
        {"{customerNo}", quote.customer_code},
        {"{number}", number(quote)},
    }};
    if (trimmed(pattern).empty()) pattern = default_pattern;
    std::string& product = tokens[0].value;
    const std::size_t length = code_point_count(allowed_only(filled(pattern, tokens)));
    if (length > most_of_quote) {
        // The name gives way first: date and numbers are what both sides search for.
        const std::size_t has = code_point_count(product);
        product = first_code_points(product, has - std::min(has, length - most_of_quote));
    }
    const std::string name = safe_file_name(filled(pattern, tokens));
    return safe_file_name(first_code_points(name, most_of_quote));
}

} // namespace bb
