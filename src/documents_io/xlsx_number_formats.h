// Which cells of an .xlsx are dates: only their number formats tell.
#pragma once

#include "documents_io/cell_number.h"
#include "documents_io/xml_reader.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace bb {

struct CellFormat {
    NumberForm form = NumberForm::plain;
    /// "00000": the zeros in front are part of a code.
    std::uint8_t padded_to = 0;
};

/// A format code such as `yyyy"年"m"月"d"日"`, `[h]:mm`, `#,##0.00`.
CellFormat cell_format(std::string_view code);

/// Reads styles.xml.
class XlsxNumberFormats : public XmlHandler {
public:
    void start_element(std::string_view name, const XmlAttributes& attributes) override;
    void end_element(std::string_view name) override;

    /// For the `s` attribute of a cell; plain when there is no such style.
    CellFormat of_style(std::size_t style) const;

private:
    std::vector<CellFormat> styles_;
    std::unordered_map<std::string, CellFormat> own_;
    bool in_own_formats_ = false;
    bool in_cell_styles_ = false;
};

} // namespace bb
