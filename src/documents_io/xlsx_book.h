// A workbook of libxlsxwriter while it is written, and its bytes at the end.
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "documents_io/scratch_file.h"

#include <string>
#include <string_view>
#include <vector>
#include <xlsxwriter.h>

namespace bb {

class XlsxBook {
public:
    /// `row_by_row` keeps one row in memory: for many plain rows, written from top to bottom.
    explicit XlsxBook(bool row_by_row);
    ~XlsxBook();
    XlsxBook(const XlsxBook&) = delete;
    XlsxBook& operator=(const XlsxBook&) = delete;

    /// Null when it could not be opened; finish() then says so.
    lxw_workbook* get() const { return book_; }
    /// Null on failure; the tab has a name of its own whatever the title.
    lxw_worksheet* add_sheet(std::string_view title);
    void describe(const std::string& title, const std::string& author, Date created);
    /// Keeps the first error of many calls.
    void note(lxw_error error);
    Result<Bytes> finish();

private:
    ScratchFile file_;
    lxw_workbook* book_ = nullptr;
    lxw_error error_ = LXW_NO_ERROR;
    std::vector<std::string> tabs_; // folded names
};

/// At most 31 characters, none of []:*?/\ and no apostrophe at either end, never empty.
std::string sheet_tab_name(std::string_view title);

} // namespace bb
