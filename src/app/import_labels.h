// Which field a column's header means: the field tables' own labels in both languages, and what
// the sheets of exporters, fairs and other programs write instead.
#pragma once

#include "app/import_plan.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace bb {

/// Letters and digits of the folded text: "E-mail *" and "EMAIL" are the same.
std::string label_key(std::string_view text);

class ImportLabels {
public:
    /// Those of a kind, made once: folding some hundred labels takes milliseconds.
    static const ImportLabels& of(ImportKind kind);

    /// What a header may mean, the likeliest first; empty when it is unknown. Also understands
    /// bilingual headers ("公司名称 Company Name"), remarks in brackets and alternatives ("Tel/Fax").
    std::vector<ColumnTarget> find(std::string_view header) const;
    bool knows(std::string_view header) const { return !find(header).empty(); }

private:
    explicit ImportLabels(ImportKind kind);
    void add(std::string_view label, ColumnTarget target);

    std::map<std::string, std::vector<ColumnTarget>, std::less<>> targets_;
};

} // namespace bb
