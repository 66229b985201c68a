#include "app/import_plan.h"

#include "app/import_cell.h"
#include "app/import_labels.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <span>

namespace bb {
namespace {

constexpr std::size_t header_search_rows = 20; // titles above the headers are a few rows at most
constexpr std::size_t sampled_rows = 60;

/// Fields that several columns may fill: texts are put together.
bool takes_several(ColumnTarget target) {
    if (target.type == RecordType::contact && target.field == contact::name) return true;
    const FieldInfo* field = field_of(target.type, target.field);
    return field != nullptr && field->type == FieldType::long_text;
}

bool is_used(const ImportPlan& plan, ColumnTarget target) {
    return std::ranges::any_of(plan.columns, [&](const PlannedColumn& column) {
        if (column.target.left_out() || column.target.type != target.type) return false;
        if (column.target.field == target.field) return true;
        // A size in one column fills all three sides.
        const auto side = [](std::uint16_t field) {
            return field == product::carton_width || field == product::carton_height;
        };
        return target.type == RecordType::product &&
               ((column.target.carton_size && side(target.field)) ||
                (target.carton_size && side(column.target.field)));
    });
}

bool take(ImportPlan& plan, PlannedColumn& column, ColumnTarget target, GuessedBy by) {
    if (!takes_several(target) && is_used(plan, target)) return false;
    column.target = target;
    column.by = by;
    return true;
}

/// Where a second column of the same meaning goes.
std::span<const ColumnTarget> next_best(ColumnTarget target) {
    static constexpr ColumnTarget phones[] = {{RecordType::contact, contact::phone},
                                              {RecordType::contact, contact::mobile}};
    static constexpr ColumnTarget mails[] = {{RecordType::contact, contact::email}};
    static constexpr ColumnTarget names[] = {{RecordType::customer, customer::local_name}};
    if (target.type != RecordType::customer) return {};
    if (target.field == customer::phone) return phones;
    if (target.field == customer::email) return mails;
    if (target.field == customer::name) return names;
    return {};
}

void guess_by_headers(ImportPlan& plan, const ImportMemory& memory) {
    const ImportLabels& labels = ImportLabels::of(plan.kind);
    std::vector<std::vector<ColumnTarget>> candidates;
    for (PlannedColumn& column : plan.columns) {
        candidates.push_back(labels.find(column.header));
        if (const ColumnTarget* known = memory.find(plan.kind, column.header)) {
            if (known->left_out())
                candidates.back().clear();
            else if (take(plan, column, *known, GuessedBy::memory))
                candidates.back().clear();
        }
    }
    // Headers with one meaning first: "Company" is the name of the firm, so "Name" is a person's.
    for (const bool ambiguous : {false, true}) {
        for (std::size_t at = 0; at < plan.columns.size(); ++at) {
            PlannedColumn& column = plan.columns[at];
            if (!column.target.left_out() || (candidates[at].size() > 1) != ambiguous) continue;
            for (const ColumnTarget target : candidates[at]) {
                if (take(plan, column, target, GuessedBy::header)) break;
            }
        }
    }
    for (std::size_t at = 0; at < plan.columns.size(); ++at) {
        PlannedColumn& column = plan.columns[at];
        if (!column.target.left_out() || candidates[at].empty()) continue;
        for (const ColumnTarget target : next_best(candidates[at].front())) {
            if (take(plan, column, target, GuessedBy::header)) break;
        }
    }
}

/// What most of a column's values look like; `nothing` when they differ.
ValueLook look_of_column(const Table& table, const ImportPlan& plan, std::size_t column) {
    std::array<std::size_t, 8> looks{};
    std::size_t filled = 0;
    const std::size_t end = std::min(table.row_count(), plan.first_row + sampled_rows);
    for (std::size_t row = plan.first_row; row < end; ++row) {
        const ValueLook look = look_of(table.cell(row, column));
        if (look == ValueLook::nothing) continue;
        ++filled;
        ++looks[static_cast<std::size_t>(look)];
    }
    const auto most = std::ranges::max_element(looks);
    if (filled == 0 || *most * 10 < filled * 6) return ValueLook::nothing;
    return static_cast<ValueLook>(most - looks.begin());
}

std::span<const ColumnTarget> targets_of_look(ValueLook look) {
    static constexpr ColumnTarget mails[] = {{RecordType::customer, customer::email},
                                             {RecordType::contact, contact::email}};
    static constexpr ColumnTarget phones[] = {{RecordType::customer, customer::phone},
                                              {RecordType::contact, contact::mobile}};
    static constexpr ColumnTarget links[] = {{RecordType::customer, customer::website}};
    static constexpr ColumnTarget countries[] = {{RecordType::customer, customer::country}};
    switch (look) {
    case ValueLook::email: return mails;
    case ValueLook::phone: return phones;
    case ValueLook::url: return links;
    case ValueLook::country: return countries;
    default: return {};
    }
}

void guess_by_values(ImportPlan& plan, const Table& table, const ImportMemory& memory) {
    if (plan.kind != ImportKind::customers) return;
    bool name_is_missing = !is_used(plan, {RecordType::customer, customer::name});
    for (std::size_t at = 0; at < plan.columns.size(); ++at) {
        PlannedColumn& column = plan.columns[at];
        if (!column.target.left_out()) continue;
        if (memory.find(plan.kind, column.header) != nullptr) continue; // left out on purpose
        const ValueLook look = look_of_column(table, plan, at);
        for (const ColumnTarget target : targets_of_look(look)) {
            if (take(plan, column, target, GuessedBy::values)) break;
        }
        if (look == ValueLook::text && name_is_missing && column.target.left_out()) {
            take(plan, column, {RecordType::customer, customer::name}, GuessedBy::values);
            name_is_missing = false;
        }
    }
}

void guess_currency(ImportPlan& plan) {
    plan.price_currency.clear();
    for (const PlannedColumn& column : plan.columns) {
        const bool price =
            column.target.type == RecordType::product && column.target.field == product::price;
        if (price) plan.price_currency = currency_beside(column.header);
    }
}

void guess_columns(ImportPlan& plan, const Table& table, const ImportMemory& memory) {
    for (PlannedColumn& column : plan.columns) {
        column.target = {};
        column.by = GuessedBy::nothing;
    }
    guess_by_headers(plan, memory);
    guess_by_values(plan, table, memory);
    guess_currency(plan);
}

std::size_t texts_in(const Table& table, std::size_t row) {
    std::size_t texts = 0;
    for (std::size_t column = 0; column < table.column_count(); ++column)
        if (table.cell(row, column).kind == CellKind::text) ++texts;
    return texts;
}

std::size_t known_headers(const Table& table, std::size_t row, const ImportLabels& labels) {
    std::size_t known = 0;
    for (std::size_t column = 0; column < table.column_count(); ++column) {
        const CellView cell = table.cell(row, column);
        if (cell.kind == CellKind::text && labels.knows(cell.text)) ++known;
    }
    return known;
}

std::string memory_key(ImportKind kind, std::string_view header) {
    return (kind == ImportKind::products ? "p:" : "c:") + folded(header);
}

} // namespace

void ImportMemory::remember(const ImportPlan& plan) {
    for (const PlannedColumn& column : plan.columns) {
        if (folded(column.header).empty()) continue;
        targets_.insert_or_assign(memory_key(plan.kind, column.header), column.target);
    }
}

const ColumnTarget* ImportMemory::find(ImportKind kind, std::string_view header) const {
    if (folded(header).empty()) return nullptr;
    const auto found = targets_.find(memory_key(kind, header));
    return found == targets_.end() ? nullptr : &found->second;
}

std::size_t find_header_row(const Table& table) {
    const ImportLabels& customers = ImportLabels::of(ImportKind::customers);
    const ImportLabels& products = ImportLabels::of(ImportKind::products);
    // One column needs one known label; a single word that happens to be one (a country's "Region"
    // in a title) is no header of several columns.
    const std::size_t needed = table.column_count() > 1 ? 2 : 1;
    std::size_t best = table.row_count();
    std::size_t best_known = needed - 1;
    for (std::size_t row = 0; row < std::min(table.row_count(), header_search_rows); ++row) {
        if (texts_in(table, row) <= best_known) continue; // to look labels up takes far longer
        const std::size_t known =
            std::max(known_headers(table, row, customers), known_headers(table, row, products));
        if (known > best_known) {
            best = row;
            best_known = known;
        }
    }
    return best;
}

ImportKind guess_import_kind(const Table& table, std::size_t row) {
    if (row == table.row_count()) return ImportKind::customers;
    const std::size_t customers =
        known_headers(table, row, ImportLabels::of(ImportKind::customers));
    const std::size_t products = known_headers(table, row, ImportLabels::of(ImportKind::products));
    return products > customers ? ImportKind::products : ImportKind::customers;
}

void set_header_row(ImportPlan& plan, const Table& table, std::size_t row,
                    const ImportMemory& memory) {
    plan.has_header = row < table.row_count();
    plan.first_row = plan.has_header ? row + 1 : 0;
    plan.columns.assign(table.column_count(), {});
    for (std::size_t column = 0; plan.has_header && column < plan.columns.size(); ++column) {
        plan.columns[column].header = trimmed(table.cell(row, column).text);
    }
    guess_columns(plan, table, memory);
}

ImportPlan guess_plan(const Table& table, ImportKind kind, const ImportMemory& memory) {
    ImportPlan plan;
    plan.kind = kind;
    set_header_row(plan, table, find_header_row(table), memory);
    return plan;
}

void set_target(ImportPlan& plan, std::size_t column, ColumnTarget target) {
    if (column >= plan.columns.size()) return;
    plan.columns[column].target = {};
    if (!target.left_out() && !takes_several(target)) {
        for (PlannedColumn& other : plan.columns) {
            ImportPlan alone;
            alone.columns = {other};
            if (is_used(alone, target)) other.target = {};
        }
    }
    plan.columns[column].target = target;
    plan.columns[column].by = GuessedBy::user;
    guess_currency(plan);
}

std::vector<ColumnTarget> import_targets(ImportKind kind) {
    std::vector<ColumnTarget> targets;
    const auto add = [&](RecordType type) {
        for (const FieldInfo& field : info_of(type).fields) {
            if (!field.has(trait_imported)) continue;
            if (type == RecordType::product && field.number == product::carton_length) {
                targets.push_back({type, field.number, true});
            }
            targets.push_back({type, field.number, false});
        }
    };
    if (kind == ImportKind::products) {
        add(RecordType::product);
        return targets;
    }
    add(RecordType::customer);
    add(RecordType::contact);
    return targets;
}

std::string target_label(ColumnTarget target, Language language) {
    if (target.left_out()) return std::string(words(Text::import_left_out, language));
    if (target.carton_size) return std::string(words(Text::import_carton_size, language));
    const FieldInfo* field = field_of(target.type, target.field);
    return field != nullptr ? std::string(words(field->label, language)) : std::string();
}

} // namespace bb
