// Ways to reach somebody: e-mail addresses, links and telephone numbers.
#include "domain/validate_parts.h"

#include "base/utf8.h"

#include <algorithm>

namespace bb {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string lower(std::string_view text) {
    std::string out{text};
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
}

/// Letters, digits and inner hyphens; any other script counts as letters, invisible ones not.
bool is_label(std::string_view label) {
    if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-') {
        return false;
    }
    for (std::size_t at = 0; at < label.size();) {
        const char32_t c = next_code_point(label, at);
        if (!is_letter_or_digit(c) && c != U'-' && c != U'_') return false;
    }
    return true;
}

bool is_host(std::string_view host) {
    if (host.size() > 253 || host.find('.') == std::string_view::npos) return false;
    while (true) {
        const std::size_t dot = host.find('.');
        if (!is_label(host.substr(0, dot))) return false;
        if (dot == std::string_view::npos) return true;
        host.remove_prefix(dot + 1);
    }
}

/// The part before '@', without the quoted forms that no buyer uses.
bool is_local_part(std::string_view local) {
    constexpr std::string_view marks = "!#$%&'*+-/=?^_`{|}~.";
    if (local.empty() || local.size() > 64) return false;
    if (local.front() == '.' || local.back() == '.') return false;
    if (local.find("..") != std::string_view::npos) return false;
    for (std::size_t at = 0; at < local.size();) {
        const char32_t c = next_code_point(local, at);
        const bool mark = c < 0x80 && marks.find(static_cast<char>(c)) < marks.size();
        if (!mark && !is_letter_or_digit(c)) return false;
    }
    return true;
}

bool is_port(std::string_view port) {
    return !port.empty() && port.size() <= 5 && std::ranges::all_of(port, is_digit);
}

/// Nothing invisible, no spaces, and none of the marks that break out of a link.
bool is_link_rest(std::string_view rest) {
    for (std::size_t at = 0; at < rest.size();) {
        const std::size_t start = at;
        const char32_t c = next_code_point(rest, at);
        if (c <= 0x20 || c == 0x7F || c == U'"' || c == U'<' || c == U'>' || c == U'\\')
            return false;
        if (c >= 0x80 && folded(rest.substr(start, at - start)).empty()) return false;
    }
    return true;
}

/// Takes "http://" or "https://" off; the scheme to write, or nothing for any other scheme.
std::optional<std::string_view> take_scheme(std::string_view& text) {
    const std::size_t end = text.find("://");
    if (end == std::string_view::npos) return "https://";
    const std::string scheme = lower(text.substr(0, end));
    text.remove_prefix(end + 3);
    if (scheme == "https") return "https://";
    if (scheme == "http") return "http://";
    return std::nullopt;
}

} // namespace

std::string half_width(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        const bool full = c >= 0xFF01 && c <= 0xFF5E;
        append_code_point(out, full ? c - 0xFEE0 : c == 0x3000 ? U' ' : c);
    }
    return out;
}

std::optional<std::string> canonical_email(std::string_view text) {
    const std::string plain = half_width(text);
    std::string_view address = plain;
    if (lower(address.substr(0, 7)) == "mailto:") address.remove_prefix(7);
    const std::size_t at = address.find('@');
    if (at == std::string_view::npos || address.size() > 254) return std::nullopt;
    const std::string_view local = address.substr(0, at);
    const std::string domain = lower(address.substr(at + 1));
    if (!is_local_part(local) || !is_host(domain)) return std::nullopt;
    return std::string{local} + '@' + domain;
}

std::optional<std::string> canonical_url(std::string_view text) {
    const std::string plain = half_width(text);
    std::string_view rest = plain;
    const auto scheme = take_scheme(rest);
    if (!scheme || rest.size() > 2000) return std::nullopt;
    const std::size_t end = std::min(rest.find_first_of("/?#"), rest.size());
    const std::string authority = lower(rest.substr(0, end));
    const std::size_t colon = std::min(authority.find(':'), authority.size());
    const bool port_fits = colon == authority.size() || is_port(authority.substr(colon + 1));
    if (!is_host(authority.substr(0, colon)) || !port_fits) return std::nullopt;
    if (!is_link_rest(rest.substr(end))) return std::nullopt;
    return std::string{*scheme} + authority + std::string{rest.substr(end)};
}

std::optional<std::string> canonical_phone(std::string_view text) {
    if (digits_only(text).empty() || is_damaged_number(text)) return std::nullopt;
    return half_width(text);
}

bool is_damaged_number(std::string_view text) {
    const std::size_t e = text.find_first_of("eE");
    if (e == 0 || e == std::string_view::npos) return false;
    std::string_view exponent = text.substr(e + 1);
    if (exponent.starts_with('+')) exponent.remove_prefix(1);
    const auto mantissa = text.substr(0, e);
    return !exponent.empty() && exponent.size() <= 3 && std::ranges::all_of(exponent, is_digit) &&
           std::ranges::all_of(mantissa, [](char c) { return is_digit(c) || c == '.'; });
}

} // namespace bb
