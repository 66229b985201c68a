#include "app/order_key.h"

namespace bb {
namespace {

// A key is a fraction written with these digits, so that there is always one between two others;
// it never ends in the first digit, or nothing would lie before it.
constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuvwxyz";
constexpr std::size_t step = 4; // appending many lines in a row keeps keys short

std::size_t digit_at(std::string_view key, std::size_t at, std::size_t otherwise) {
    if (at >= key.size()) return otherwise;
    const std::size_t digit = digits.find(key[at]);
    return digit == digits.npos ? 0 : digit;
}

} // namespace

std::string order_key_between(std::string_view before, std::string_view after) {
    std::string key;
    bool bounded = !after.empty();
    for (std::size_t at = 0;; ++at) {
        const std::size_t low = digit_at(before, at, 0);
        const std::size_t high = bounded ? digit_at(after, at, digits.size()) : digits.size();
        if (low + 1 < high) {
            const bool last = !bounded && low + step < high;
            return key += digits[last ? low + step : (low + high) / 2];
        }
        key += digits[low];
        if (low < high) bounded = false;
    }
}

std::string order_key_after_last(const Workspace& records, RecordType child, RecordId parent) {
    const std::vector<RecordId> siblings = records.children(child, parent);
    if (siblings.empty()) return order_key_between({}, {});
    return order_key_between(records.find(child, siblings.back()).value(common::order_key), {});
}

} // namespace bb
