// What an import does with each column of a sheet: guessed from headers and values, changed by the
// user, remembered by header for the next file.
#pragma once

#include "base/text_id.h"
#include "documents/table.h"
#include "domain/schema.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace bb {

enum class ImportKind : std::uint8_t { customers, products };
inline constexpr std::array import_kinds{ImportKind::customers, ImportKind::products};

/// Where the cells of a column go; field 0: they are left out.
struct ColumnTarget {
    RecordType type = RecordType::customer; // customer or contact, or product
    std::uint16_t field = 0;
    /// "56×32.5×49": split into carton length, width and height (field is carton_length).
    bool carton_size = false;

    bool left_out() const { return field == 0; }
    friend bool operator==(const ColumnTarget&, const ColumnTarget&) = default;
};

/// Why a column has its target.
enum class GuessedBy : std::uint8_t { nothing, header, values, memory, user };

struct PlannedColumn {
    std::string header; // as in the file; empty when there is no header row
    ColumnTarget target;
    GuessedBy by = GuessedBy::nothing;
};

/// Which values make a row the same customer (product: always its model).
struct MatchKeys {
    bool email = true;
    /// Host of the website and of the e-mail, unless a free mailbox or a shared platform.
    bool domain = false;
    bool phone = true;
    /// Company name, and country where both say it.
    bool name = true;

    friend bool operator==(const MatchKeys&, const MatchKeys&) = default;
};

struct ImportPlan {
    ImportKind kind = ImportKind::customers;
    /// Row of the headers; data begins after it. Without headers data begins at `first_row`.
    bool has_header = true;
    std::size_t first_row = 1; // first row of data
    std::vector<PlannedColumn> columns;
    /// Of prices without a currency of their own: named by the price column's header, or chosen.
    std::string price_currency;
    MatchKeys keys;
    /// Values of the file replace other values in the customer file; else only empty fields are
    /// filled. What the file leaves empty never erases anything.
    bool overwrite = false;
};

/// Targets by folded header, from files imported before.
class ImportMemory {
public:
    void remember(const ImportPlan& plan);
    const ColumnTarget* find(ImportKind kind, std::string_view header) const;

private:
    std::map<std::string, ColumnTarget, std::less<>> targets_;
};

/// The row that names the columns: skips titles above it. Row count of the table when none does.
std::size_t find_header_row(const Table& table);
/// Whether a sheet is a list of customers or of products, by its headers (row_count: there are none).
ImportKind guess_import_kind(const Table& table, std::size_t header_row);
ImportPlan guess_plan(const Table& table, ImportKind kind, const ImportMemory& memory);
/// The user's choice for one column; a column that had the same target loses it, unless the field
/// takes several lines.
void set_target(ImportPlan& plan, std::size_t column, ColumnTarget target);
/// The user moves the header row (row_count: no header): names and guesses are made anew.
void set_header_row(ImportPlan& plan, const Table& table, std::size_t row,
                    const ImportMemory& memory);

/// Everything a column of this kind may be mapped to, in the order of the field tables.
std::vector<ColumnTarget> import_targets(ImportKind kind);
/// "联系人邮箱"; for a column that is left out "不导入".
std::string target_label(ColumnTarget target, Language language);

} // namespace bb
