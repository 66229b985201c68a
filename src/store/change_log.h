// Which rows of a type were packed anew, in the order in which that happened: lists renew only these.
// Rows that were appended need no entry, the count tells.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace bb {

/// Held by those who look at it, so that another log is never mistaken for it.
using ReplacedRows = std::shared_ptr<const std::vector<std::uint32_t>>;

class ChangeLog {
public:
    /// `rows` is how many there are: a log much longer than that is begun anew, which tells those
    /// who look that everything may have changed.
    void replaced(std::uint32_t row, std::size_t rows) {
        constexpr std::size_t short_log = 4096;
        if (log_->size() >= short_log && log_->size() / 2 > rows) begin_anew();
        log_->push_back(row);
    }
    ReplacedRows rows() const { return log_; }

private:
    void begin_anew() { log_ = std::make_shared<std::vector<std::uint32_t>>(); }

    std::shared_ptr<std::vector<std::uint32_t>> log_ =
        std::make_shared<std::vector<std::uint32_t>>();
};

} // namespace bb
