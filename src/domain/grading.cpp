// Evidence for a grade: rule G04 (type proposes a grade) and rule G11 (phone is fax).
#include "domain/grading.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace bb {
namespace {

struct Proposal {
    std::string_view buyer_type;
    std::string_view grade;
};

constexpr auto proposals = std::to_array<Proposal>({
    {"seeking_seller", "A"},
    {"entering_market", "B"},
    {"collecting_information", "C"},
    {"wants_samples", "D"},
    {"stealing_information", "D"},
});

/// Digits without the zeros that stand for "abroad" or "other town": 0086 and +86 are the same.
std::string number_digits(std::string_view number) {
    std::string digits = digits_only(number);
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

} // namespace

std::optional<std::string_view> grade_for_buyer_type(std::string_view buyer_type) {
    const auto found = std::ranges::find(proposals, buyer_type, &Proposal::buyer_type);
    if (found == proposals.end()) return std::nullopt;
    return found->grade;
}

bool phone_is_fax(std::string_view phone, std::string_view fax) {
    const std::string digits = number_digits(phone);
    return !digits.empty() && digits == number_digits(fax);
}

std::string_view mail_domain(std::string_view email) {
    const std::size_t at = email.rfind('@');
    return at == std::string_view::npos ? std::string_view{} : email.substr(at + 1);
}

} // namespace bb
