// Mailboxes that anybody can have: such an address says nothing about a firm (G11), and two
// customers with one are not the same firm.
#pragma once

#include <cstddef>
#include <string_view>

namespace bb {

/// `folded_domain` as mail_domain() gives it: lower case, without the '@'. Free-mail providers and
/// the mailboxes of internet providers, worldwide.
bool is_free_mail_domain(std::string_view folded_domain);

std::size_t free_mail_domain_count();

} // namespace bb
