#include "app/match_keys.h"

#include "app/import_labels.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "domain/grading.h"
#include "knowledge/free_mail.h"

#include <algorithm>
#include <bit>

namespace bb {
namespace {

constexpr std::size_t least_phone_digits = 6; // shorter ones are extensions
constexpr std::size_t phone_tail = 8;         // shared by all ways to write one number
constexpr std::size_t longest_prefix = 4;     // country code and a trunk digit
constexpr std::size_t least_slots = 64;       // of an index: a power of two, as all of its sizes

// Addresses there belong to a platform, not to the firm.
constexpr std::string_view shared_hosts[] = {
    "1688.com",
    "alibaba.com",
    "aliexpress.com",
    "amazon.com",
    "blogspot.com",
    "dhgate.com",
    "ebay.com",
    "ec21.com",
    "etsy.com",
    "facebook.com",
    "fb.com",
    "globalsources.com",
    "google.com",
    "indiamart.com",
    "instagram.com",
    "linkedin.com",
    "made-in-china.com",
    "mercadolibre.com",
    "pinterest.com",
    "shopee.com",
    "taobao.com",
    "tiktok.com",
    "tradeindia.com",
    "tradekey.com",
    "twitter.com",
    "wa.me",
    "weebly.com",
    "whatsapp.com",
    "wix.com",
    "wixsite.com",
    "wordpress.com",
    "x.com",
    "youtube.com",
};

bool is_shared(std::string_view host) {
    return std::ranges::any_of(shared_hosts, [&](std::string_view shared) {
        if (!host.ends_with(shared)) return false;
        return host.size() == shared.size() || host[host.size() - shared.size() - 1] == '.';
    });
}

std::string_view host_of(std::string_view link) {
    if (const auto scheme = link.find("://"); scheme != link.npos) link.remove_prefix(scheme + 3);
    link = link.substr(0, link.find_first_of("/?#:"));
    if (link.starts_with("www.")) link.remove_prefix(4);
    return link;
}

std::uint64_t hash_of(const MatchKey& key) {
    return hash64(as_bytes(key.bucket), static_cast<std::uint64_t>(key.kind));
}

} // namespace

void add_email_key(std::vector<MatchKey>& keys, std::string_view email) {
    if (email.empty()) return;
    const std::string text = folded(email);
    keys.push_back({KeyKind::email, text, text});
}

void add_name_key(std::vector<MatchKey>& keys, std::string_view name, std::string_view country) {
    std::string bucket = label_key(name);
    if (bucket.empty()) return;
    std::string text = bucket + '\n' + std::string(country);
    keys.push_back({KeyKind::name, std::move(bucket), std::move(text)});
}

void add_phone_key(std::vector<MatchKey>& keys, std::string_view phone) {
    std::string written = folded(phone);
    // "+44 (0)20 …": the zero in brackets is dialled only at home.
    if (const auto trunk = written.find("(0)"); trunk != written.npos) written.erase(trunk, 3);
    std::string digits = digits_only(written);
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.size() < least_phone_digits) return;
    const std::size_t tail = std::min(digits.size(), phone_tail);
    keys.push_back({KeyKind::phone, digits.substr(digits.size() - tail), digits});
}

void add_domain_key(std::vector<MatchKey>& keys, std::string_view website_or_email) {
    const std::string text = folded(website_or_email);
    const std::string_view mail = mail_domain(text);
    const std::string host(mail.empty() ? host_of(text) : mail);
    if (host.empty() || is_free_mail_domain(host) || is_shared(host)) return;
    keys.push_back({KeyKind::domain, host, host});
}

void add_model_key(std::vector<MatchKey>& keys, std::string_view model) {
    std::string text = folded(model);
    std::erase(text, ' ');
    if (text.empty()) return;
    keys.push_back({KeyKind::model, text, text});
}

bool keys_match(KeyKind kind, std::string_view a, std::string_view b) {
    if (a == b) return true;
    if (kind == KeyKind::phone) {
        if (a.size() > b.size()) std::swap(a, b);
        return a.size() >= phone_tail && b.size() - a.size() <= longest_prefix && b.ends_with(a);
    }
    if (kind != KeyKind::name) return false;
    const std::size_t end_a = a.find('\n');
    const std::size_t end_b = b.find('\n');
    if (a.substr(0, end_a) != b.substr(0, end_b)) return false;
    return end_a + 1 == a.size() || end_b + 1 == b.size();
}

bool KeyIndex::make_room(std::size_t keys) {
    constexpr std::size_t slots_at_once = 4096; // new memory costs more than anything done with it
    const std::size_t slots = std::bit_ceil(std::max(keys * 2, least_slots));
    if (slots <= slots_.size()) return false;
    entries_.reserve(keys);
    slots_.reserve(slots);
    slots_.resize(std::min(slots, slots_.size() + slots_at_once));
    return slots_.size() < slots;
}

void KeyIndex::make_slots(std::size_t count) {
    slots_.assign(count, 0);
    for (std::size_t index = 0; index < entries_.size(); ++index) {
        std::size_t at = entries_[index].hash & (slots_.size() - 1);
        while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = static_cast<std::uint32_t>(index + 1);
    }
}

void KeyIndex::add(const MatchKey& key, std::uint32_t value) {
    if ((entries_.size() + 1) * 2 > slots_.size())
        make_slots(std::max(least_slots, slots_.size() * 2));
    const std::uint64_t hash = hash_of(key);
    std::size_t equal = 0;
    std::size_t at = hash & (slots_.size() - 1);
    for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
        const Entry& there = entries_[slots_[at] - 1];
        if (there.hash != hash || there.text != key.text) continue;
        if (there.value == value || ++equal == most_values) return;
    }
    const std::span<const char> text = texts_.keep(key.text);
    entries_.push_back({hash, {text.data(), text.size()}, value});
    slots_[at] = static_cast<std::uint32_t>(entries_.size());
}

std::vector<std::uint32_t> KeyIndex::find_all(const MatchKey& key) const {
    std::vector<std::uint32_t> equal;
    std::vector<std::uint32_t> similar;
    if (slots_.empty()) return equal;
    const std::uint64_t hash = hash_of(key);
    for (std::size_t at = hash & (slots_.size() - 1); slots_[at] != 0;
         at = (at + 1) & (slots_.size() - 1)) {
        const Entry& there = entries_[slots_[at] - 1];
        if (there.hash != hash) continue;
        if (there.text == key.text)
            equal.push_back(there.value);
        else if (keys_match(key.kind, there.text, key.text))
            similar.push_back(there.value);
    }
    for (const std::uint32_t value : similar) {
        if (std::ranges::find(equal, value) == equal.end()) equal.push_back(value);
    }
    if (equal.size() > most_values) equal.resize(most_values);
    return equal;
}

std::uint32_t KeyIndex::find(const MatchKey& key) const {
    const std::vector<std::uint32_t> found = find_all(key);
    return found.empty() ? none : found.front();
}

} // namespace bb
