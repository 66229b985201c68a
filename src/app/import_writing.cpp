#include "app/import_writing.h"

#include <algorithm>

namespace bb {
namespace {

/// Of `whole`, as far as it is done; all of it when there is nothing to do.
int share(int whole, std::size_t done, std::size_t all) {
    const std::size_t parts = std::max<std::size_t>(all, 1);
    return static_cast<int>(static_cast<std::size_t>(whole) * (all == 0 ? 1 : done) / parts);
}

} // namespace

bool ImportWriting::step(std::size_t budget, std::vector<Edit>& edits, IdSource& ids, Instant now) {
    for (; budget > 0 && !done(); --budget) {
        if (!merged())
            preview_.merge_row(next_row_++, merge_);
        else
            merge_.write(next_target_++, edits, ids, now);
    }
    return done();
}

int ImportWriting::progress() const {
    // Merging is about a quarter of the work.
    const int rows = share(250, next_row_, preview_.rows().size());
    return merged() ? rows + share(750, next_target_, merge_.target_count()) : rows;
}

} // namespace bb
