#include "documents_io/xlsx_shared_strings.h"

#include "documents_io/xlsx_text.h"

namespace bb {

void XlsxSharedStrings::start_element(std::string_view name, const XmlAttributes&) {
    if (name == "rPh") in_phonetic_ = true;
    if (name == "t") in_text_ = !in_phonetic_;
}

void XlsxSharedStrings::end_element(std::string_view name) {
    if (name == "t") in_text_ = false;
    if (name == "rPh") in_phonetic_ = false;
    if (name != "si") return;
    unescape_xlsx(buffer_, ends_.empty() ? 0 : ends_.back());
    ends_.push_back(static_cast<std::uint32_t>(buffer_.size()));
}

void XlsxSharedStrings::text(std::string_view text) {
    if (in_text_) buffer_.append(text);
}

std::string_view XlsxSharedStrings::at(std::size_t index) const {
    std::size_t start = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(buffer_).substr(start, ends_[index] - start);
}

} // namespace bb
