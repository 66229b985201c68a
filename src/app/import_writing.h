// The accepted rows of a dry run become edits, some at a time, so that nobody waits for an import.
#pragma once

#include "app/import_merge.h"
#include "app/import_preview.h"

namespace bb {

/// The preview must outlive it and stay as it is.
class ImportWriting {
public:
    explicit ImportWriting(const ImportPreview& preview)
        : preview_(preview), merge_(preview.empty_merge()) {}

    /// Goes on for up to `budget` rows or records and appends their edits, those of one record
    /// together; true when all is done.
    bool step(std::size_t budget, std::vector<Edit>& edits, IdSource& ids, Instant now);
    /// 0–1000.
    int progress() const;

private:
    bool merged() const { return next_row_ == preview_.rows().size(); }
    bool done() const { return merged() && next_target_ == merge_.target_count(); }

    const ImportPreview& preview_;
    ImportMerge merge_;
    std::size_t next_row_ = 0;
    std::size_t next_target_ = 0; // of the merge, once all rows are in it
};

} // namespace bb
