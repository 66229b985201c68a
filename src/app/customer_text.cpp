#include "app/customer_text.h"

#include "domain/schema.h"

#include <algorithm>
#include <utility>

namespace bb {
namespace {

// Between two looks at the clock.
constexpr int rows_at_once = 64;
constexpr int rows_that_tell = 512; // how long the others are

void add_searched_fields(SearchText& text, const RecordInfo& info, const RecordView& record) {
    for (const FieldInfo& field : info.fields) {
        if (!field.has(trait_searched)) continue;
        const std::string_view value = record.value(field.number);
        if (field.type == FieldType::phone)
            text.add_phone(value);
        else
            text.add(value);
    }
}

} // namespace

void CustomerText::note_changes(const Workspace& records) {
    if (revision_ == records.revision()) return;
    revision_ = records.revision();
    const auto customers = customer_changes_.look(records, RecordType::customer);
    due_.insert(due_.end(), customers.begin(), customers.end());
    contacts_.renew(records, contact_changes_.look(records, RecordType::contact), due_);
    std::ranges::sort(due_, std::ranges::greater{});
    due_.erase(std::unique(due_.begin(), due_.end()), due_.end());
}

void CustomerText::renew(const Workspace& records, Row row) {
    text_.begin_row(row);
    add_searched_fields(text_, info_of(RecordType::customer),
                        records.at(RecordType::customer, row));
    contacts_.each_contact(row, [&](Row contact) {
        add_searched_fields(text_, info_of(RecordType::contact),
                            records.at(RecordType::contact, contact));
    });
    text_.end_row();
    renewed_ = true;
}

bool CustomerText::make(const Workspace& records, const std::function<bool()>& enough) {
    note_changes(records);
    while (!due_.empty()) {
        for (int row = 0; row < rows_at_once && !due_.empty(); ++row) {
            renew(records, due_.back());
            due_.pop_back();
            if (++made_ == rows_that_tell) text_.expect(due_.size());
        }
        if (enough()) break;
    }
    return !due_.empty();
}

void CustomerText::make(const Workspace& records) {
    make(records, [] { return false; });
}

bool CustomerText::take_renewed() { return std::exchange(renewed_, false); }

void CustomerText::keep(std::span<const SearchWord> words, std::vector<std::uint8_t>& hits) const {
    text_.keep(words, hits);
}

} // namespace bb
