#include "documents_io/xlsx_sheet.h"

#include "documents_io/read_limits.h"
#include "documents_io/xlsx_text.h"

#include <cstdlib>
#include <optional>

namespace bb {

namespace {

constexpr std::size_t last_row_of_any_sheet = 1'048'576;
constexpr std::size_t last_column_of_any_sheet = 16'384;

/// A whole number of at most seven digits.
std::optional<std::size_t> small_number(std::string_view text) {
    if (text.empty() || text.size() > 7) return std::nullopt;
    std::size_t value = 0;
    for (char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + static_cast<std::size_t>(c - '0');
    }
    return value;
}

/// 27 of "AA7"; nothing when it is no address.
std::optional<std::size_t> column_of(std::string_view address) {
    std::size_t column = 0;
    std::size_t letters = 0;
    for (char c : address) {
        if (c >= '0' && c <= '9') break;
        bool upper = c >= 'A' && c <= 'Z';
        if ((!upper && !(c >= 'a' && c <= 'z')) || ++letters > 3) return std::nullopt;
        column = column * 26 + static_cast<std::size_t>(c - (upper ? 'A' : 'a')) + 1;
    }
    if (column == 0 || column > last_column_of_any_sheet) return std::nullopt;
    return column;
}

} // namespace

XlsxSheet::Type XlsxSheet::type_of(std::string_view name) {
    if (name == "s") return Type::shared;
    if (name == "inlineStr") return Type::text;
    if (name == "str") return Type::formula_text;
    if (name == "b") return Type::boolean;
    if (name == "e") return Type::error;
    return name == "d" ? Type::date : Type::number;
}

void XlsxSheet::start_element(std::string_view name, const XmlAttributes& attributes) {
    if (!in_rows_) {
        in_rows_ = name == "sheetData";
        return;
    }
    if (name == "c") return start_cell(attributes);
    if (name == "row") return start_row(attributes);
    if (!in_cell_) return;
    if (name == "v" || (name == "t" && !in_phonetic_)) in_value_ = true;
    if (name == "rPh") in_phonetic_ = true;
    if (name == "f") has_formula_ = true;
}

void XlsxSheet::end_element(std::string_view name) {
    if (!in_rows_) return;
    if (name == "v" || name == "t")
        in_value_ = false;
    else if (name == "c")
        end_cell();
    else if (name == "rPh")
        in_phonetic_ = false;
    else if (name == "sheetData")
        in_rows_ = false;
}

void XlsxSheet::text(std::string_view text) {
    if (!in_value_) return;
    // Escapes are seven times what they stand for; the table checks the real length.
    constexpr std::size_t most = 8 * read_limits::field_bytes;
    if (value_.size() + text.size() > most) {
        return stop({Text::read_field_too_long,
                     {cell_address(row_, column_),
                      std::to_string(read_limits::field_bytes / read_limits::kilobyte)}});
    }
    value_.append(text);
}

void XlsxSheet::start_row(const XmlAttributes& attributes) {
    row_ = next_row_;
    next_column_ = 0;
    std::string_view number = attributes.find("r");
    if (!number.empty()) {
        std::optional<std::size_t> given = small_number(number);
        bool good = given && *given > next_row_ && *given <= last_row_of_any_sheet;
        if (!good) return stop({Text::read_damaged});
        row_ = *given - 1;
    }
    next_row_ = row_ + 1;
}

void XlsxSheet::start_cell(const XmlAttributes& attributes) {
    in_cell_ = true;
    has_formula_ = false;
    in_value_ = in_phonetic_ = false;
    value_.clear();
    type_ = Type::number;
    style_ = 0;
    column_ = next_column_;
    bool good = true;
    attributes.each([&](std::string_view key, std::string_view value) {
        if (key == "r") {
            std::optional<std::size_t> given = column_of(value);
            good = good && given.has_value();
            if (given) column_ = *given - 1;
        } else if (key == "t") {
            type_ = type_of(value);
        } else if (key == "s") {
            style_ = small_number(value).value_or(0);
        }
    });
    if (!good || column_ < next_column_) return stop({Text::read_damaged});
    next_column_ = column_ + 1;
}

void XlsxSheet::end_cell() {
    in_cell_ = in_value_ = false;
    if (value_.empty()) {
        bool lost = has_formula_ && type_ != Type::formula_text && type_ != Type::text;
        if (lost && formulas_without_result_++ == 0) {
            first_without_result_ = cell_address(row_, column_);
        }
        return;
    }
    switch (type_) {
    case Type::number: return put_number();
    case Type::shared: return put_shared();
    case Type::boolean: return put(CellKind::boolean, is_true(value_) ? "TRUE" : "FALSE");
    case Type::error: return put(CellKind::error, value_);
    case Type::text:
    case Type::formula_text: unescape_xlsx(value_, 0); return put(CellKind::text, value_);
    case Type::date: break;
    }
    std::optional<DatedCell> dated = dated_cell(value_);
    if (dated) return put(dated->kind, dated->text);
    put(CellKind::text, value_);
}

void XlsxSheet::put_shared() {
    std::optional<std::size_t> index = small_number(value_);
    if (!index || *index >= strings_.count()) return stop({Text::read_damaged});
    put(CellKind::text, strings_.at(*index));
}

void XlsxSheet::put_number() {
    CellFormat format = formats_.of_style(style_);
    std::optional<std::string> number = number_text(value_);
    if (!number) return put(CellKind::text, value_);
    if (format.form != NumberForm::plain) {
        double serial = std::strtod(value_.c_str(), nullptr);
        std::optional<DatedCell> dated = dated_cell(serial, format.form, epoch_1904_);
        if (dated) return put(dated->kind, dated->text);
    }
    bool short_code = number->size() < format.padded_to &&
                      number->find_first_not_of("0123456789") == std::string::npos;
    if (!short_code) return put(CellKind::number, *number);
    number->insert(0, format.padded_to - number->size(), '0');
    put(CellKind::text, *number);
}

void XlsxSheet::put(CellKind kind, std::string_view text) {
    if (text.empty()) return;
    if (!table_.put(row_, column_, kind, text)) stop(*table_.error());
}

} // namespace bb
