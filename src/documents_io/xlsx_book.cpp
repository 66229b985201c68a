// Opening, naming and closing of workbooks.
#include "documents_io/xlsx_book.h"

#include "base/utf8.h"

#include <algorithm>

namespace bb {
namespace {

constexpr std::size_t tab_length = 31; // UTF-16 units

std::string clipped(std::string_view text, std::size_t units) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        const std::size_t needed = c > 0xFFFF ? 2 : 1;
        if (needed > units) break;
        units -= needed;
        append_code_point(out, c);
    }
    return out;
}

} // namespace

XlsxBook::XlsxBook(bool row_by_row) {
    if (!file_.ok()) return;
    static char folder[] = "/tmp";
    lxw_workbook_options options{};
    options.constant_memory = row_by_row ? LXW_TRUE : LXW_FALSE;
    options.tmpdir = folder;
    book_ = workbook_new_opt(file_.path().c_str(), &options);
    if (!book_) return;
    // Column widths count digits of this font, and Arial or its like is everywhere.
    lxw_format* standard = STAILQ_FIRST(book_->formats);
    format_set_font_name(standard, "Arial");
    format_set_font_size(standard, 10);
}

XlsxBook::~XlsxBook() {
    // Closing is also what frees it.
    if (book_) workbook_close(book_);
}

lxw_worksheet* XlsxBook::add_sheet(std::string_view title) {
    if (!book_) return nullptr;
    const std::string name = sheet_tab_name(title);
    std::string tab = name;
    const auto taken = [&] {
        return std::find(tabs_.begin(), tabs_.end(), folded(tab)) != tabs_.end();
    };
    for (int n = 2; taken(); ++n) {
        const std::string ending = " " + std::to_string(n);
        tab = clipped(name, tab_length - ending.size()) + ending;
    }
    tabs_.push_back(folded(tab));
    lxw_worksheet* sheet = workbook_add_worksheet(book_, tab.c_str());
    if (!sheet) note(LXW_ERROR_MEMORY_MALLOC_FAILED);
    return sheet;
}

void XlsxBook::describe(const std::string& title, const std::string& author, Date created) {
    if (!book_) return;
    std::string title_copy = title, author_copy = author; // the library wants to be able to write
    lxw_doc_properties properties{};
    properties.title = title_copy.data();
    properties.author = author_copy.data();
    properties.company = author_copy.data();
    // Noon, so that no time zone moves it to another day. Zero would mean "now".
    properties.created = std::max<std::int64_t>(created.days * 86400LL + 43200, 1);
    note(workbook_set_properties(book_, &properties));
}

void XlsxBook::note(lxw_error error) {
    if (error_ == LXW_NO_ERROR) error_ = error;
}

Result<Bytes> XlsxBook::finish() {
    if (!book_) return Error{Text::write_xlsx_failed, {"scratch file"}};
    lxw_workbook* book = std::exchange(book_, nullptr);
    note(workbook_close(book));
    if (error_ != LXW_NO_ERROR) return Error{Text::write_xlsx_failed, {lxw_strerror(error_)}};
    std::optional<Bytes> bytes = file_.read();
    if (!bytes || bytes->empty()) return Error{Text::write_xlsx_failed, {"empty file"}};
    return std::move(*bytes);
}

std::string sheet_tab_name(std::string_view title) {
    std::string name;
    for (std::size_t at = 0; at < title.size();) {
        const char32_t c = next_code_point(title, at);
        const bool forbidden =
            std::u32string_view(U"[]:*?/\\").find(c) != std::u32string_view::npos;
        if (c == U'\'' && name.empty()) continue;
        append_code_point(name, c < 0x20 || forbidden ? U'-' : c);
    }
    name = clipped(name, tab_length);
    while (!name.empty() && name.back() == '\'') name.pop_back();
    if (trimmed(name).empty() || folded(name) == "history") return "Sheet";
    return name;
}

} // namespace bb
