// Cell formats of a workbook, each made once.
#pragma once

#include "documents/sheet_model.h"

#include <vector>

struct lxw_workbook;
struct lxw_format;

namespace bb {

class XlsxFormats {
public:
    XlsxFormats(lxw_workbook* book, const SheetModel& sheet) : book_(book), sheet_(sheet) {}

    /// Chinese text asks for a font that has it: what a spreadsheet would fall back on is ugly.
    lxw_format* cell(std::uint16_t style, bool chinese);
    /// For a part of a cell's text: the bold first paragraph, or what follows it.
    lxw_format* part(std::uint16_t style, bool chinese, bool first);

private:
    struct Entry {
        std::uint16_t style;
        bool chinese;
        int part; // 0 the cell, 1 its first paragraph, 2 the rest
        lxw_format* format;
    };
    lxw_format* find_or_make(std::uint16_t style, bool chinese, int part);

    lxw_workbook* book_;
    const SheetModel& sheet_;
    std::vector<Entry> entries_;
};

} // namespace bb
