#include "app/quote_list.h"

#include "app/quote_document.h"
#include "app/row_order.h"
#include "app/search_text.h"
#include "base/utf8.h"

#include <algorithm>

namespace bb {
namespace {

std::string_view customer_name(const Workspace& records, RecordId customer) {
    return records.find(RecordType::customer, customer).value(customer::name);
}

QuoteEntry entry_of(const Workspace& records, Row row, const QuoteDocument& document) {
    const RecordView record = records.at(RecordType::quote, row);
    const QuoteSums sums = sums_of(document);
    QuoteEntry entry;
    entry.row = row;
    entry.id = record.id();
    entry.customer = RecordId::parse(record.value(quote::customer)).value_or(RecordId{});
    entry.number = number_with_revision(document.number, document.revision);
    entry.customer_name = customer_name(records, entry.customer);
    entry.status = quote_status(record);
    entry.date = Date::parse(record.value(quote::date));
    entry.valid_until = document.valid_until;
    entry.currency = document.currency;
    entry.currency_digits = document.currency_digits;
    entry.total = sums.total;
    entry.lines = document.lines.size();
    return entry;
}

std::string key_of(const QuoteEntry& entry, SortOrder order) {
    const auto key = [&](std::uint16_t number, std::string_view value) {
        const FieldInfo* field = field_of(RecordType::quote, number);
        return field != nullptr ? sort_key(*field, value, order.language) : std::string();
    };
    switch (order.field) {
    case quote::customer: return folded(entry.customer_name);
    case quote::status: return key(quote::status, entry.status);
    case quote::date: return entry.date ? entry.date->to_text() : std::string();
    case quote::valid_until:
        return entry.valid_until ? entry.valid_until->to_text() : std::string();
    case quote::currency: return key(quote::currency, entry.currency);
    case quote_sort_by_total:
        return entry.currency + '\0' + key(quote::discount, entry.total.to_text());
    default: return folded(entry.number);
    }
}

bool has_all(std::string_view text, const std::vector<SearchWord>& words) {
    return std::ranges::all_of(
        words, [&](const SearchWord& word) { return text.find(word.text) != text.npos; });
}

} // namespace

void QuoteList::renew(const Workspace& records, Row row) {
    const RecordView record = records.at(RecordType::quote, row);
    const QuoteDocument document = quote_document(records, record.id());
    Kept& kept = kept_[row];
    kept.entry = entry_of(records, row, document);
    kept.deleted = record.deleted();
    kept.words = folded(kept.entry.number) + '\n' + folded(document.buyer_reference) + '\n' +
                 folded(document.remarks);
    for (const QuotedLine& line : document.lines) kept.words += '\n' + folded(line.model);
}

bool QuoteList::take_changes(const Workspace& records) {
    const auto quotes = quote_changes_.look(records, RecordType::quote);
    std::vector<Row> changed(quotes.begin(), quotes.end());
    for (const Row line : line_changes_.look(records, RecordType::quote_line)) {
        const auto id =
            RecordId::parse(records.at(RecordType::quote_line, line).value(quote_line::quote));
        const auto row = id ? records.row_of(RecordType::quote, *id) : std::nullopt;
        if (row) changed.push_back(*row);
    }
    std::ranges::sort(changed);
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    kept_.resize(records.row_count(RecordType::quote));
    for (const Row row : changed) renew(records, row);

    if (customer_revision_ == records.revision(RecordType::customer)) return !changed.empty();
    customer_revision_ = records.revision(RecordType::customer);
    for (Kept& kept : kept_) {
        kept.entry.customer_name = customer_name(records, kept.entry.customer);
    }
    return true;
}

void QuoteList::count() {
    counts_ = {};
    for (const Kept& kept : kept_) {
        if (kept.deleted) {
            ++counts_.bin;
            continue;
        }
        ++counts_.all;
        if (kept.entry.status == "draft") ++counts_.draft;
        if (kept.entry.status == "issued") ++counts_.issued;
    }
}

void QuoteList::select() {
    const std::vector<SearchWord> words = search_words(filter_.search);
    std::vector<std::string> keys(kept_.size());
    std::vector<std::uint8_t> shown(kept_.size(), 0);
    for (std::size_t row = 0; row < kept_.size(); ++row) {
        const Kept& kept = kept_[row];
        if (kept.deleted != filter_.bin) continue;
        if (!filter_.status.empty() && kept.entry.status != filter_.status) continue;
        if (!filter_.customer.empty() && kept.entry.customer != filter_.customer) continue;
        if (!has_all(kept.words + '\n' + folded(kept.entry.customer_name), words)) continue;
        shown[row] = 1;
        keys[row] = key_of(kept.entry, order_);
    }
    RowOrder sorted;
    sorted.sort(std::move(keys), order_.ascending);
    rows_.clear();
    for (const Row row : sorted.rows()) {
        if (shown[row] != 0) rows_.push_back(kept_[row].entry);
    }
    ++revision_;
}

void QuoteList::update(const Workspace& records, const QuoteFilter& filter, SortOrder order) {
    const bool changed = take_changes(records);
    if (revision_ != 0 && !changed && filter == filter_ && order == order_) return;
    filter_ = filter;
    order_ = order;
    if (changed) count();
    select();
}

std::vector<std::pair<std::string, Decimal>> QuoteList::totals() const {
    struct Sum {
        std::string currency;
        Decimal total;
        std::size_t quotes = 0;
    };
    std::vector<Sum> sums;
    for (const QuoteEntry& entry : rows_) {
        if (entry.status == "superseded" || entry.currency.empty()) continue;
        auto sum = std::ranges::find(sums, entry.currency, &Sum::currency);
        if (sum == sums.end()) sum = sums.insert(sums.end(), {entry.currency, {}, 0});
        sum->total = sum->total + entry.total;
        ++sum->quotes;
    }
    std::ranges::stable_sort(sums, std::ranges::greater{}, &Sum::quotes);
    std::vector<std::pair<std::string, Decimal>> result;
    for (Sum& sum : sums) result.emplace_back(std::move(sum.currency), sum.total);
    return result;
}

} // namespace bb
