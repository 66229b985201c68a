// By what two records are taken for the same: keys of e-mail, name, phone, domain or model, and an
// index that finds a record by any of them. Keys are compared in full: a match is never a guess of
// a hash.
#pragma once

#include "app/piece_store.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bb {

/// The surest first.
enum class KeyKind : std::uint8_t { email, model, name, phone, domain };

struct MatchKey {
    KeyKind kind{};
    std::string bucket; // equal for all keys that may match
    std::string text;
};

void add_email_key(std::vector<MatchKey>& keys, std::string_view email);
/// Company names match whatever their punctuation; countries must not contradict.
void add_name_key(std::vector<MatchKey>& keys, std::string_view name, std::string_view country);
/// The same number with and without its country code, trunk zero or separators.
void add_phone_key(std::vector<MatchKey>& keys, std::string_view phone);
/// Of a website or an e-mail; nothing for free mailboxes and platforms that many firms share.
void add_domain_key(std::vector<MatchKey>& keys, std::string_view website_or_email);
void add_model_key(std::vector<MatchKey>& keys, std::string_view model);

bool keys_match(KeyKind kind, std::string_view a, std::string_view b);

class KeyIndex {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFFU;
    /// A key that more records have (the switchboard of a market hall) tells them apart no longer.
    static constexpr std::size_t most_values = 8;

    KeyIndex() = default;
    KeyIndex(KeyIndex&&) = default; // no copies: an entry points at its text
    KeyIndex& operator=(KeyIndex&&) = default;

    /// Some of the room for so many keys, so that nothing is moved about while they come; true when
    /// there is more of it to make. Before the first of them: none may come until all of it is there.
    bool make_room(std::size_t keys);
    void add(const MatchKey& key, std::uint32_t value);
    /// Values of matching keys, of equal ones first; at most `most_values`, none twice.
    std::vector<std::uint32_t> find_all(const MatchKey& key) const;
    /// The first of them, or `none`.
    std::uint32_t find(const MatchKey& key) const;

private:
    struct Entry {
        std::uint64_t hash = 0;
        std::string_view text; // of texts_
        std::uint32_t value = 0;
    };
    void make_slots(std::size_t count);

    std::vector<Entry> entries_;
    std::vector<std::uint32_t> slots_; // index + 1; 0: free
    PieceStore<char> texts_;
};

} // namespace bb
