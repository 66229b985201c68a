// Many plain rows, written one after the other.
#include "documents_io/xlsx_tables.h"

#include "base/decimal.h"
#include "base/utf8.h"
#include "documents/sheet_model.h"
#include "documents_io/xlsx_book.h"

#include <algorithm>
#include <cstdlib>

namespace bb {
namespace {

constexpr std::size_t most_rows = 1'048'576;
constexpr std::size_t most_units = 32'767; // of a cell's text, UTF-16
constexpr std::size_t rows_measured = 200; // for the column widths

struct Formats {
    lxw_format* header;
    lxw_format* date;
    lxw_format* instant;
};

Formats make_formats(lxw_workbook* book) {
    Formats formats{workbook_add_format(book), workbook_add_format(book),
                    workbook_add_format(book)};
    for (lxw_format* format : {formats.header, formats.date, formats.instant}) {
        format_set_font_name(format, "Arial");
        format_set_font_size(format, 10);
    }
    format_set_bold(formats.header);
    format_set_bottom(formats.header, LXW_BORDER_THIN);
    format_set_num_format(formats.date, "yyyy-mm-dd");
    format_set_num_format(formats.instant, "yyyy-mm-dd hh:mm");
    return formats;
}

/// Spreadsheets keep 15 digits: more, or zeros in front, and it must stay text.
bool is_safe_number(std::string_view text) {
    const auto digits =
        std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    const bool leading_zero =
        text.size() > first + 1 && text[first] == '0' && text[first + 1] != '.';
    return digits <= 15 && !leading_zero && Decimal::parse(text).has_value();
}

/// Days since 1899-12-30, which is how spreadsheets count after February 1900.
std::optional<double> serial_of(std::string_view text) {
    constexpr int epoch = 25569, first_safe = -25508; // 1900-03-01
    if (const auto date = Date::parse(text); date && date->days >= first_safe)
        return date->days + epoch;
    if (const auto instant = Instant::parse(text); instant && instant->ms / 86'400'000 > first_safe)
        return static_cast<double>(instant->ms) / 86'400'000.0 + epoch;
    return std::nullopt;
}

/// What fits into a cell; a mark shows where more was.
std::string fitting(std::string_view text) {
    if (text.size() <= most_units) return std::string(text);
    std::string out;
    std::size_t units = 1;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        units += c > 0xFFFF ? 2 : 1;
        if (units > most_units) return out + "…";
        append_code_point(out, c);
    }
    return out;
}

class TableWriter {
public:
    TableWriter(XlsxBook& book, lxw_worksheet* page, const Formats& formats, const Table& table)
        : book_(book), page_(page), formats_(formats), table_(table) {}

    void run() {
        set_widths();
        worksheet_freeze_panes(page_, 1, 0);
        for (std::size_t row = 0; row < table_.row_count(); ++row)
            for (std::size_t column = 0; column < table_.column_count(); ++column)
                add_cell(row, column);
        if (table_.row_count() > 1 && table_.column_count() > 0)
            book_.note(worksheet_autofilter(page_, 0, 0,
                                            static_cast<lxw_row_t>(table_.row_count() - 1),
                                            static_cast<lxw_col_t>(table_.column_count() - 1)));
    }

private:
    void set_widths() {
        for (std::size_t column = 0; column < table_.column_count(); ++column) {
            float width = 0;
            for (std::size_t row = 0; row < std::min(table_.row_count(), rows_measured); ++row)
                width =
                    std::max(width, text_width(first_code_points(table_.cell(row, column).text, 60),
                                               10, row == 0));
            const auto at = static_cast<lxw_col_t>(column);
            // 5.25 points a digit of the standard font, and room for the filter's arrow.
            book_.note(worksheet_set_column(page_, at, at,
                                            std::clamp(width / 5.25f + 3, 8.0f, 48.0f), nullptr));
        }
    }

    void add_cell(std::size_t row_index, std::size_t column_index) {
        const CellView cell = table_.cell(row_index, column_index);
        if (cell.text.empty()) return;
        const auto row = static_cast<lxw_row_t>(row_index);
        const auto column = static_cast<lxw_col_t>(column_index);
        if (cell.kind == CellKind::number && is_safe_number(cell.text)) {
            const double number = std::strtod(std::string(cell.text).c_str(), nullptr);
            return book_.note(worksheet_write_number(page_, row, column, number, nullptr));
        }
        const auto serial = cell.kind == CellKind::date ? serial_of(cell.text) : std::nullopt;
        if (serial)
            return book_.note(
                worksheet_write_number(page_, row, column, *serial,
                                       cell.text.size() > 10 ? formats_.instant : formats_.date));
        book_.note(worksheet_write_string(page_, row, column, fitting(cell.text).c_str(),
                                          row == 0 ? formats_.header : nullptr));
    }

    XlsxBook& book_;
    lxw_worksheet* page_;
    const Formats& formats_;
    const Table& table_;
};

} // namespace

Result<Bytes> write_tables(std::span<const NamedTable> tables) {
    XlsxBook book(true);
    if (!book.get()) return book.finish();
    const Formats formats = make_formats(book.get());
    for (const NamedTable& table : tables) {
        if (table.table.row_count() > most_rows)
            return Error{Text::write_xlsx_rows, {table.name, std::to_string(most_rows)}};
        lxw_worksheet* page = book.add_sheet(table.name);
        if (!page) break;
        TableWriter(book, page, formats, table.table).run();
    }
    return book.finish();
}

} // namespace bb
