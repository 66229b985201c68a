#include "app/import_preview.h"

#include "app/import_merge.h"
#include "app/import_row.h"
#include "app/text_store.h"
#include "base/decimal.h"

#include <algorithm>

namespace bb {
namespace {

struct RowDetail {
    ImportTarget target = KeyIndex::none;
    KeyKind matched_by{};
    bool matched = false;
    std::size_t first_value = 0; // of Impl::values
    std::uint32_t value_count = 0;
};

RecordType type_of(ImportKind kind) {
    return kind == ImportKind::products ? RecordType::product : RecordType::customer;
}

/// Keys of a record or of a row of the sheet: both say their fields through `value`.
template <class Value>
void add_customer_keys(std::vector<MatchKey>& keys, const MatchKeys& by, Value value) {
    if (by.email) add_email_key(keys, value(customer::email));
    if (by.name) add_name_key(keys, value(customer::name), value(customer::country));
    if (by.phone) add_phone_key(keys, value(customer::phone));
    if (by.domain) {
        add_domain_key(keys, value(customer::website));
        add_domain_key(keys, value(customer::email));
    }
}

template <class Value>
void add_contact_keys(std::vector<MatchKey>& keys, const MatchKeys& by, Value value) {
    if (by.email) add_email_key(keys, value(contact::email));
    if (by.phone) {
        add_phone_key(keys, value(contact::phone));
        add_phone_key(keys, value(contact::mobile));
    }
    if (by.domain) add_domain_key(keys, value(contact::email));
}

template <class Value> void add_product_keys(std::vector<MatchKey>& keys, Value value) {
    if (!value(product::model).empty()) return add_model_key(keys, value(product::model));
    add_name_key(keys, std::string(value(product::name_en)) + std::string(value(product::name_zh)),
                 {});
}

Text text_of_match(KeyKind kind) {
    switch (kind) {
    case KeyKind::email: return Text::import_same_email;
    case KeyKind::phone: return Text::import_same_phone;
    case KeyKind::domain: return Text::import_same_domain;
    case KeyKind::model: return Text::import_same_model;
    case KeyKind::name: break;
    }
    return Text::import_same_name;
}

} // namespace

struct ImportPreview::Impl {
    Impl(const Table& sheet, ImportPlan wanted, const Workspace& workspace)
        : table(&sheet), plan(std::move(wanted)), records(&workspace), type(type_of(plan.kind)),
          revision(workspace.revision()), merge(workspace, type, plan.overwrite) {}

    const Table* table;
    ImportPlan plan;
    const Workspace* records;
    RecordType type;
    std::uint64_t revision;

    Row next_record = 0;  // to be indexed
    Row next_contact = 0; // to be indexed
    std::size_t next_row = 0;
    KeyIndex index;
    ImportMerge merge;
    TextStore texts;
    std::vector<KeptValue> values; // of all rows
    std::vector<PreviewRow> rows;
    std::vector<RowDetail> details;           // beside rows
    std::vector<std::uint32_t> founding_rows; // table rows of new targets
    Counts counts;

    void index_record(Row row);
    void index_contact(Row row);
    void look_at_row(std::size_t table_row);
    void find_match(const std::vector<MatchKey>& keys, RowDetail& detail);
    void judge(PreviewRow& row, RowDetail& detail, const RowReading& reading);
    std::span<const KeptValue> values_of(const RowDetail& detail) const {
        return std::span(values).subspan(detail.first_value, detail.value_count);
    }
    std::vector<MatchKey> keys_of(const RowReading& reading) const;
    std::string name_of(ImportTarget target) const;
    void add_match_reason(std::vector<RowReason>& reasons, const RowReading& reading,
                          std::size_t at) const;
    void add_kept_values(std::vector<RowReason>& reasons, const RowReading& reading,
                         std::size_t at) const;
    std::size_t work_done() const { return next_record + next_contact + next_row; }
    std::size_t work() const {
        const std::size_t contacts =
            type == RecordType::customer ? records->row_count(RecordType::contact) : 0;
        return records->row_count(type) + contacts + data_rows();
    }
    std::size_t data_rows() const {
        return table->row_count() - std::min(plan.first_row, table->row_count());
    }
};

void ImportPreview::Impl::index_record(Row row) {
    const RecordView record = records->at(type, row);
    if (record.deleted()) return;
    std::vector<MatchKey> keys;
    const auto value = [&](std::uint16_t field) { return record.value(field); };
    if (type == RecordType::customer)
        add_customer_keys(keys, plan.keys, value);
    else
        add_product_keys(keys, value);
    for (const MatchKey& key : keys) index.add(key, row);
}

void ImportPreview::Impl::index_contact(Row row) {
    const RecordView record = records->at(RecordType::contact, row);
    if (record.deleted()) return;
    const auto id = RecordId::parse(record.value(contact::customer));
    const auto customer = id ? records->row_of(RecordType::customer, *id) : std::nullopt;
    if (!customer || records->at(RecordType::customer, *customer).deleted()) return;
    std::vector<MatchKey> keys;
    add_contact_keys(keys, plan.keys, [&](std::uint16_t field) { return record.value(field); });
    for (const MatchKey& key : keys) index.add(key, *customer);
}

std::vector<MatchKey> ImportPreview::Impl::keys_of(const RowReading& reading) const {
    std::vector<MatchKey> keys;
    const auto value = [&](std::uint16_t field) { return reading.value(type, field); };
    if (type == RecordType::customer) {
        add_customer_keys(keys, plan.keys, value);
        add_contact_keys(keys, plan.keys, [&](std::uint16_t field) {
            return reading.value(RecordType::contact, field);
        });
    } else {
        add_product_keys(keys, value);
    }
    std::ranges::stable_sort(keys, {}, &MatchKey::kind); // the surest first
    return keys;
}

/// By the surest key; but where keys lead to several records, to one that says all of it already:
/// so a file that contradicts itself is still only duplicates the second time.
void ImportPreview::Impl::find_match(const std::vector<MatchKey>& keys, RowDetail& detail) {
    std::vector<ImportTarget> found;
    for (const MatchKey& key : keys) {
        for (const ImportTarget target : index.find_all(key)) {
            if (std::ranges::find(found, target) != found.end()) continue;
            found.push_back(target);
            if (!detail.matched) {
                detail.target = target;
                detail.matched_by = key.kind;
                detail.matched = true;
            }
        }
    }
    if (found.size() < 2) return;
    const auto says_all = std::ranges::find_if(
        found, [&](ImportTarget target) { return !merge.would_bring(target, values_of(detail)); });
    if (says_all == found.end() || *says_all == detail.target) return;
    detail.target = *says_all;
    const auto leads_there = std::ranges::find_if(keys, [&](const MatchKey& key) {
        const std::vector<ImportTarget> targets = index.find_all(key);
        return std::ranges::find(targets, detail.target) != targets.end();
    });
    detail.matched_by = leads_there->kind;
}

void ImportPreview::Impl::judge(PreviewRow& row, RowDetail& detail, const RowReading& reading) {
    if (!reading.named) {
        row.verdict = RowVerdict::faulty;
        ++row.fault_count;
        ++counts.faulty;
        return;
    }
    detail.first_value = values.size();
    detail.value_count = static_cast<std::uint32_t>(reading.values.size());
    for (const RowValue& value : reading.values) {
        values.push_back({value.type, value.field, texts.keep(value.value)});
    }
    const std::vector<MatchKey> keys = keys_of(reading);
    find_match(keys, detail);
    if (!detail.matched) {
        detail.target = new_target_bit | static_cast<ImportTarget>(founding_rows.size());
        founding_rows.push_back(row.table_row);
    }
    const bool brings = merge.add(detail.target, values_of(detail));
    for (const MatchKey& key : keys) index.add(key, detail.target);

    row.verdict = !detail.matched ? RowVerdict::new_record
                  : brings        ? RowVerdict::update
                                  : RowVerdict::duplicate;
    ++(!detail.matched ? counts.new_records : brings ? counts.updates : counts.duplicates);
    row.accepted = row.verdict != RowVerdict::duplicate;
    if (row.accepted) ++counts.accepted;
}

void ImportPreview::Impl::look_at_row(std::size_t table_row) {
    const RowReading reading = read_row(*table, table_row, plan);
    if (reading.blank) return;
    PreviewRow& row = rows.emplace_back();
    row.table_row = static_cast<std::uint32_t>(table_row);
    row.fault_count = static_cast<std::uint32_t>(reading.faults.size());
    counts.cells_left_out += reading.faults.size();
    judge(row, details.emplace_back(), reading);
}

std::string ImportPreview::Impl::name_of(ImportTarget target) const {
    const RecordView record = records->at(type, target);
    if (type == RecordType::customer) return std::string(record.value(customer::name));
    for (const std::uint16_t field : {product::model, product::name_zh, product::name_en}) {
        if (!record.value(field).empty()) return std::string(record.value(field));
    }
    return {};
}

void ImportPreview::Impl::add_match_reason(std::vector<RowReason>& reasons,
                                           const RowReading& reading, std::size_t at) const {
    const RowDetail& detail = details[at];
    if (!detail.matched) return;
    if ((detail.target & new_target_bit) != 0) {
        const std::uint32_t row = founding_rows[detail.target & ~new_target_bit];
        reasons.push_back({{}, {Text::import_same_row, {std::to_string(row + 1)}}});
    } else {
        // What is the same, as the sheet writes it.
        std::string same;
        for (const MatchKey& key : keys_of(reading)) {
            if (key.kind != detail.matched_by) continue;
            const std::vector<ImportTarget> targets = index.find_all(key);
            if (std::ranges::find(targets, detail.target) == targets.end()) continue;
            same = key.text;
            break;
        }
        reasons.push_back({{}, {text_of_match(detail.matched_by), {name_of(detail.target), same}}});
    }
    if (rows[at].verdict == RowVerdict::duplicate) {
        reasons.push_back({{}, {Text::import_nothing_to_add, {}}});
    }
}

/// Values that differ from those of the record, or of the first row for it, which stay.
void ImportPreview::Impl::add_kept_values(std::vector<RowReason>& reasons,
                                          const RowReading& reading, std::size_t at) const {
    const RowDetail& detail = details[at];
    if (!detail.matched) return;
    const bool founded_here = (detail.target & new_target_bit) != 0;
    if (plan.overwrite && !founded_here) return;
    const RecordView record = founded_here ? RecordView() : records->at(type, detail.target);
    const RowReading founder =
        founded_here ? read_row(*table, founding_rows[detail.target & ~new_target_bit], plan)
                     : RowReading();
    for (const RowValue& value : reading.values) {
        if (value.type != type) continue;
        const std::string_view there =
            founded_here ? founder.value(type, value.field) : record.value(value.field);
        if (there.empty() || same_value(type, value.field, there, value.value)) continue;
        reasons.push_back({cell_address(rows[at].table_row, value.column),
                           {Text::import_kept_value, {std::string(there), value.value}}});
    }
}

ImportPreview::ImportPreview(const Table& table, ImportPlan plan, const Workspace& records)
    : impl_(std::make_unique<Impl>(table, std::move(plan), records)) {}
ImportPreview::~ImportPreview() = default;
ImportPreview::ImportPreview(ImportPreview&&) noexcept = default;
ImportPreview& ImportPreview::operator=(ImportPreview&&) noexcept = default;

bool ImportPreview::step(std::size_t budget) {
    Impl& job = *impl_;
    const bool customers = job.type == RecordType::customer;
    const Row records = job.records->row_count(job.type);
    const Row contacts = customers ? job.records->row_count(RecordType::contact) : 0;
    for (; budget > 0 && !done(); --budget) {
        if (job.next_record < records)
            job.index_record(job.next_record++);
        else if (job.next_contact < contacts)
            job.index_contact(job.next_contact++);
        else
            job.look_at_row(job.plan.first_row + job.next_row++);
    }
    return done();
}

bool ImportPreview::done() const { return impl_->work_done() >= impl_->work(); }

int ImportPreview::progress() const {
    const std::size_t work = impl_->work();
    return work == 0
               ? 1000
               : static_cast<int>(std::min<std::size_t>(1000, impl_->work_done() * 1000 / work));
}

const ImportPlan& ImportPreview::plan() const { return impl_->plan; }
std::span<const PreviewRow> ImportPreview::rows() const { return impl_->rows; }
const ImportPreview::Counts& ImportPreview::counts() const { return impl_->counts; }

std::vector<RowReason> ImportPreview::reasons(std::size_t at) const {
    std::vector<RowReason> reasons;
    if (at >= impl_->rows.size()) return reasons;
    const PreviewRow& row = impl_->rows[at];
    const RowReading reading = read_row(*impl_->table, row.table_row, impl_->plan);
    impl_->add_match_reason(reasons, reading, at);
    if (row.verdict == RowVerdict::faulty) {
        const bool products = impl_->plan.kind == ImportKind::products;
        reasons.push_back(
            {{}, {products ? Text::import_no_product_name : Text::import_no_name, {}}});
    }
    for (const RowFault& fault : reading.faults) {
        reasons.push_back({cell_address(row.table_row, fault.column), fault.error});
    }
    impl_->add_kept_values(reasons, reading, at);
    return reasons;
}

std::optional<RecordId> ImportPreview::match(std::size_t at) const {
    if (at >= impl_->rows.size()) return std::nullopt;
    const RowDetail& detail = impl_->details[at];
    if (!detail.matched || (detail.target & new_target_bit) != 0) return std::nullopt;
    return impl_->records->at(impl_->type, detail.target).id();
}

std::string_view ImportPreview::value(std::size_t at, RecordType type, std::uint16_t field) const {
    if (at >= impl_->rows.size()) return {};
    for (const KeptValue& value : impl_->values_of(impl_->details[at])) {
        if (value.type == type && value.field == field) return value.value;
    }
    return {};
}

void ImportPreview::accept(std::size_t at, bool yes) {
    if (at >= impl_->rows.size()) return;
    PreviewRow& row = impl_->rows[at];
    const bool possible =
        row.verdict == RowVerdict::new_record || row.verdict == RowVerdict::update;
    if (!possible || row.accepted == yes) return;
    row.accepted = yes;
    if (yes)
        ++impl_->counts.accepted;
    else
        --impl_->counts.accepted;
}

void ImportPreview::accept_all(bool yes) {
    for (std::size_t at = 0; at < impl_->rows.size(); ++at) accept(at, yes);
}

bool ImportPreview::outdated() const { return impl_->records->revision() != impl_->revision; }

Action ImportPreview::action() const {
    return {Text::import_action, {grouped_count(impl_->counts.accepted)}, {}, {}};
}

ImportMerge ImportPreview::empty_merge() const {
    return ImportMerge(*impl_->records, impl_->type, impl_->plan.overwrite);
}

void ImportPreview::merge_row(std::size_t at, ImportMerge& merge) const {
    const RowDetail& detail = impl_->details[at];
    const bool new_target = (detail.target & new_target_bit) != 0;
    if (impl_->rows[at].accepted)
        merge.add(detail.target, impl_->values_of(detail));
    else if (impl_->rows[at].verdict == RowVerdict::duplicate && !new_target)
        merge.confirm(detail.target, impl_->values_of(detail));
}

} // namespace bb
