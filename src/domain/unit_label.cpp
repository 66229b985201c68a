// Units as a document shows them.
#include "domain/quote.h"
#include "domain/schema.h"

namespace bb {

std::string unit_label(std::string_view unit, DocumentLanguage language) {
    const FieldInfo* field = field_of(RecordType::quote_line, quote_line::unit);
    const Choice* choice = field ? choice_of(*field, unit) : nullptr;
    if (!choice) return std::string{unit};
    const std::string_view chinese = words(choice->label, Language::chinese);
    const std::string_view english = words(choice->label, Language::english);
    if (language == DocumentLanguage::chinese) return std::string{chinese};
    if (language == DocumentLanguage::english) return std::string{english};
    return std::string{chinese} + " / " + std::string{english};
}

} // namespace bb
