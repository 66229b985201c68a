// The rows of one worksheet, cell by cell into a table. Nothing that the file claims of its size is
// believed.
#pragma once

#include "documents_io/table_filler.h"
#include "documents_io/xlsx_number_formats.h"
#include "documents_io/xlsx_shared_strings.h"
#include "documents_io/xml_reader.h"

namespace bb {

class XlsxSheet : public XmlHandler {
public:
    XlsxSheet(const XlsxSharedStrings& strings, const XlsxNumberFormats& formats, bool epoch_1904)
        : strings_(strings), formats_(formats), epoch_1904_(epoch_1904) {}

    void start_element(std::string_view name, const XmlAttributes& attributes) override;
    void end_element(std::string_view name) override;
    void text(std::string_view text) override;

    TableFiller& table() { return table_; }
    /// Formulas whose result no program has stored: they come out empty.
    std::size_t formulas_without_result() const { return formulas_without_result_; }
    const std::string& first_without_result() const { return first_without_result_; }

private:
    enum class Type : std::uint8_t { number, shared, text, formula_text, boolean, error, date };

    static Type type_of(std::string_view name);
    void start_row(const XmlAttributes& attributes);
    void start_cell(const XmlAttributes& attributes);
    void end_cell();
    void put_shared();
    void put_number();
    void put(CellKind kind, std::string_view text);

    const XlsxSharedStrings& strings_;
    const XlsxNumberFormats& formats_;
    bool epoch_1904_;

    TableFiller table_;
    std::size_t formulas_without_result_ = 0;
    std::string first_without_result_;

    bool in_rows_ = false;
    bool in_cell_ = false;
    bool in_value_ = false;
    bool in_phonetic_ = false;
    bool has_formula_ = false;
    std::size_t next_row_ = 0;
    std::size_t row_ = 0;
    std::size_t next_column_ = 0;
    std::size_t column_ = 0;
    Type type_ = Type::number;
    std::size_t style_ = 0;
    std::string value_;
};

} // namespace bb
