#include "app/customer_list.h"

#include "app/customer_facts.h"
#include "app/customer_text.h"
#include "app/row_order.h"

#include <algorithm>
#include <utility>

namespace bb {
namespace {

constexpr std::size_t keys_at_once = 64; // between two looks at the clock

bool not_enough() { return false; }

std::string sort_key_of(const Workspace& records, const FieldInfo* field, Row row,
                        SortOrder order) {
    if (field == nullptr) return {};
    const RecordView record = records.at(RecordType::customer, row);
    return sort_key(*field, record.value(order.field), order.language);
}

} // namespace

struct CustomerList::Impl {
    CustomerFactTable facts;
    CustomerText text;
    RowOrder order;

    CustomerFilter filter;
    SortOrder sort;
    Date today{};
    std::vector<SearchWord> words;
    std::vector<std::uint8_t> hits; // by row: has all words

    std::vector<std::uint8_t> shown; // by row: among `rows`
    std::vector<Row> rows;
    Counts counts;
    std::vector<std::size_t> country_counts; // by number of facts.countries()
    std::uint64_t revision = 0;

    bool facts_moved = false; // since the last count
    bool counted = false;
    bool listed = false;      // rows are those of the last count
    std::vector<Row> changed; // since the rows were ordered

    /// Keys of all rows for another order, as far as they are made.
    struct {
        std::vector<std::string> keys;
        SortOrder order;
        std::uint64_t revision = 0; // of the customers
    } coming;

    bool is_due(const CustomerFacts& customer) const {
        return customer.follow_up != no_day && customer.follow_up <= today.days;
    }
    // As long as `enough` lets them; true: there are more.
    using Enough = std::function<bool()>;
    bool take_facts(const Workspace& records, const Enough& enough);
    bool make_keys(const Workspace& records, SortOrder wanted, const Enough& enough);
    bool orders_all(SortOrder wanted) const;
    void order_rows(const Workspace& records, SortOrder wanted);
    void search(bool changed);
    void count();
    void select();
};

bool CustomerList::Impl::take_facts(const Workspace& records, const Enough& enough) {
    return facts.take(records, enough, [&](Row row) {
        changed.push_back(row);
        facts_moved = true;
    });
}

bool CustomerList::Impl::orders_all(SortOrder wanted) const {
    const bool same_keys = wanted.field == sort.field && wanted.language == sort.language;
    return !same_keys || changed.size() * 4 > facts.size();
}

bool CustomerList::Impl::make_keys(const Workspace& records, SortOrder wanted,
                                   const Enough& enough) {
    const std::uint64_t revision = records.revision(RecordType::customer);
    const bool begun = coming.order.field == wanted.field &&
                       coming.order.language == wanted.language && coming.revision == revision;
    if (!begun) coming = {{}, wanted, revision};
    coming.keys.reserve(facts.size());
    const FieldInfo* field = field_of(RecordType::customer, wanted.field);
    while (coming.keys.size() < facts.size()) {
        const std::size_t end = std::min(facts.size(), coming.keys.size() + keys_at_once);
        while (coming.keys.size() < end)
            coming.keys.push_back(
                sort_key_of(records, field, static_cast<Row>(coming.keys.size()), wanted));
        if (enough()) break;
    }
    return coming.keys.size() < facts.size();
}

void CustomerList::Impl::order_rows(const Workspace& records, SortOrder wanted) {
    if (orders_all(wanted)) {
        make_keys(records, wanted, not_enough);
        order.sort(std::move(coming.keys), wanted.ascending);
        coming = {};
    } else {
        const FieldInfo* field = field_of(RecordType::customer, wanted.field);
        std::ranges::sort(changed);
        changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
        std::vector<std::string> keys;
        for (const Row row : changed) keys.push_back(sort_key_of(records, field, row, wanted));
        order.change(changed, std::move(keys));
        order.set_direction(wanted.ascending);
    }
    changed.clear();
    sort = wanted;
}

void CustomerList::Impl::search(bool text_changed) {
    std::vector<SearchWord> wanted = search_words(filter.search);
    const bool as_before = !text_changed && hits.size() == facts.size();
    if (as_before && wanted == words) return;
    // While a word is being typed, only what was found so far can still be found.
    if (!as_before || !narrows(wanted, words)) hits.assign(facts.size(), 1);
    words = std::move(wanted);
    text.keep(words, hits);
}

void CustomerList::Impl::count() {
    counts = {};
    country_counts.assign(facts.countries().size(), 0);
    constexpr std::array<std::string_view, 4> grades = {"A", "B", "C", "D"};
    std::array<std::optional<std::uint16_t>, 4> numbers;
    std::ranges::transform(grades, numbers.begin(),
                           [this](std::string_view key) { return facts.grades().find(key); });
    for (Row row = 0; row < facts.size(); ++row) {
        const CustomerFacts& customer = facts.at(row);
        if (customer.deleted) {
            ++counts.bin;
            continue;
        }
        ++counts.all;
        ++country_counts[customer.country];
        for (std::size_t grade = 0; grade < numbers.size(); ++grade) {
            if (numbers[grade] == customer.grade) ++counts.grade[grade];
        }
        if (is_due(customer)) ++counts.due;
    }
}

void CustomerList::Impl::select() {
    // A text that never occurs in the file lets no customer pass.
    const auto passes = [](std::string_view wanted, const FewTexts& texts, std::uint16_t value) {
        return wanted.empty() || texts.find(wanted) == value;
    };
    const bool by_facts =
        !filter.grade.empty() || !filter.country.empty() || !filter.stage.empty() || filter.due;
    const auto is_shown = [&](const CustomerFacts& customer) {
        if (customer.deleted != filter.bin) return false;
        return !by_facts || (passes(filter.grade, facts.grades(), customer.grade) &&
                             passes(filter.country, facts.countries(), customer.country) &&
                             passes(filter.stage, facts.stages(), customer.stage) &&
                             (!filter.due || is_due(customer)));
    };
    // By row first, where the facts lie side by side; in order then, without a choice at each row.
    shown.resize(facts.size());
    for (Row row = 0; row < facts.size(); ++row)
        shown[row] = hits[row] != 0 && is_shown(facts.at(row)) ? 1 : 0;
    rows.resize(order.rows().size());
    std::size_t count = 0;
    for (const Row row : order.rows()) {
        rows[count] = row;
        count += shown[row];
    }
    rows.resize(count);
    ++revision;
}

CustomerList::CustomerList() : impl_(std::make_unique<Impl>()) {}
CustomerList::~CustomerList() = default;
CustomerList::CustomerList(CustomerList&&) noexcept = default;
CustomerList& CustomerList::operator=(CustomerList&&) noexcept = default;

void CustomerList::count(const Workspace& records, Date today) {
    Impl& list = *impl_;
    list.take_facts(records, not_enough);
    const bool changed = std::exchange(list.facts_moved, false);
    if (list.counted && !changed && list.today == today) return;
    list.today = today;
    list.counted = true;
    list.listed = false;
    list.count();
}

void CustomerList::update(const Workspace& records, const CustomerFilter& filter, SortOrder sort,
                          Date today) {
    count(records, today);
    Impl& list = *impl_;
    // Nobody waits for the text while nothing is searched for.
    if (!filter.search.empty()) list.text.make(records);
    const bool text_changed = !filter.search.empty() && list.text.take_renewed();
    if (list.listed && !text_changed && list.filter == filter && list.sort == sort) return;
    const bool first = list.revision == 0;
    list.filter = filter;
    list.listed = true;
    if (first || !list.changed.empty() || list.sort != sort) list.order_rows(records, sort);
    list.search(text_changed);
    list.select();
}

bool CustomerList::prepare_search(const Workspace& records, const std::function<bool()>& enough) {
    return impl_->text.make(records, enough);
}

bool CustomerList::prepare_order(const Workspace& records, SortOrder sort,
                                 const std::function<bool()>& enough) {
    Impl& list = *impl_;
    if (list.take_facts(records, enough)) return true;
    if (list.changed.empty() && list.sort == sort) return false;
    if (list.orders_all(sort) && list.make_keys(records, sort, enough)) return true;
    list.order_rows(records, sort);
    list.listed = false;
    return false;
}

std::span<const Row> CustomerList::rows() const { return impl_->rows; }
const CustomerList::Counts& CustomerList::counts() const { return impl_->counts; }
const CustomerFactTable& CustomerList::facts() const { return impl_->facts; }
std::uint64_t CustomerList::revision() const { return impl_->revision; }

std::vector<std::pair<std::string, std::size_t>> CustomerList::countries() const {
    std::vector<std::pair<std::string, std::size_t>> result;
    const auto& counts = impl_->country_counts;
    for (std::uint16_t number = 1; number < counts.size(); ++number) {
        if (counts[number] == 0) continue;
        result.emplace_back(impl_->facts.countries().text(number), counts[number]);
    }
    std::ranges::sort(result, [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    return result;
}

} // namespace bb
