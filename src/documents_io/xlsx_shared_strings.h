// The strings that cells of an .xlsx share: all in one buffer, found by number.
#pragma once

#include "documents_io/xml_reader.h"

#include <cstdint>
#include <string>
#include <vector>

namespace bb {

/// Runs of rich text are joined; phonetic guides are not part of the text.
class XlsxSharedStrings : public XmlHandler {
public:
    void start_element(std::string_view name, const XmlAttributes& attributes) override;
    void end_element(std::string_view name) override;
    void text(std::string_view text) override;

    std::size_t count() const { return ends_.size(); }
    /// Only below count().
    std::string_view at(std::size_t index) const;

private:
    std::string buffer_;
    std::vector<std::uint32_t> ends_;
    bool in_text_ = false;
    bool in_phonetic_ = false;
};

} // namespace bb
