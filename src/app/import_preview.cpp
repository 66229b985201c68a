// The steps of the dry run: what is there already is indexed, then each row of the sheet is judged.
#include "app/import_preview_impl.h"

#include "base/decimal.h"

namespace bb {
namespace {

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

} // namespace

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
        found, [&](ImportTarget target) { return !merge.would_bring(target, detail.values); });
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
    std::vector<KeptValue> kept;
    for (const RowValue& value : reading.values) {
        const std::span<const char> text = texts.keep(value.value);
        kept.push_back({value.type, value.field, {text.data(), text.size()}});
    }
    detail.values = values.keep(kept);
    const std::vector<MatchKey> keys = keys_of(reading);
    find_match(keys, detail);
    if (!detail.matched) {
        detail.target = new_target_bit | static_cast<ImportTarget>(founding_rows.size());
        founding_rows.push_back(row.table_row);
    }
    const bool brings = merge.add(detail.target, detail.values);
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
        if (job.makes_room)
            job.makes_room = job.make_room();
        else if (job.next_record < records)
            job.index_record(job.next_record++);
        else if (job.next_contact < contacts)
            job.index_contact(job.next_contact++);
        else
            job.look_at_row(job.plan.first_row + job.next_row++);
    }
    return done();
}

bool ImportPreview::makes_room() const { return impl_->makes_room && !done(); }

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

std::optional<RecordId> ImportPreview::match(std::size_t at) const {
    if (at >= impl_->rows.size()) return std::nullopt;
    const RowDetail& detail = impl_->details[at];
    if (!detail.matched || (detail.target & new_target_bit) != 0) return std::nullopt;
    return impl_->records->at(impl_->type, detail.target).id();
}

std::string_view ImportPreview::value(std::size_t at, RecordType type, std::uint16_t field) const {
    if (at >= impl_->rows.size()) return {};
    for (const KeptValue& value : impl_->details[at].values) {
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
        merge.add(detail.target, detail.values);
    else if (impl_->rows[at].verdict == RowVerdict::duplicate && !new_target)
        merge.confirm(detail.target, detail.values);
}

} // namespace bb
