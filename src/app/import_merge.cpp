#include "app/import_merge.h"

#include "app/order_key.h"
#include "base/decimal.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace bb {
namespace {

bool is_number(FieldType type) { return type == FieldType::decimal || type == FieldType::integer; }

constexpr std::array<std::uint16_t, 4> contact_numbers = {contact::mobile, contact::phone,
                                                          contact::wechat, contact::whatsapp};

std::string_view said_of_contact(std::span<const KeptValue> row, std::uint16_t field) {
    for (const KeptValue& value : row) {
        if (value.type == RecordType::contact && value.field == field) return value.value;
    }
    return {};
}

// Within one customer: by e-mail; by name unless the e-mails contradict; by a number where the
// sheet says no more than that (colleagues share phones).
struct ContactKeys {
    std::string_view name;
    std::string_view email;

    MatchKey email_key(ImportTarget customer) const {
        return key(KeyKind::email, customer, "@" + folded(email), {});
    }
    /// The e-mail stands where a company has its country, and contradicts in the same way.
    MatchKey name_key(ImportTarget customer) const {
        return key(KeyKind::name, customer, "n" + folded(name), folded(email));
    }
    static MatchKey number_key(ImportTarget customer, std::string_view number) {
        return key(KeyKind::model, customer, "t" + folded(number), {});
    }

private:
    static MatchKey key(KeyKind kind, ImportTarget customer, const std::string& text,
                        const std::string& beside) {
        const std::string bucket = std::to_string(customer) + text;
        return {kind, bucket, bucket + '\n' + beside};
    }
};

} // namespace

bool same_value(RecordType type, std::uint16_t field, std::string_view a, std::string_view b) {
    if (a == b) return true;
    const FieldInfo* info = field_of(type, field);
    if (info == nullptr || !is_number(info->type)) return false;
    const auto number_a = Decimal::parse(a);
    const auto number_b = Decimal::parse(b);
    return number_a && number_b && *number_a == *number_b;
}

RecordView ImportMerge::record_of(ImportTarget target) const {
    if ((target & new_target_bit) != 0) return {};
    return records_->at(type_, target);
}

ImportMerge::Pending& ImportMerge::pending_of(ImportTarget target) {
    const auto [place, fresh] = index_.emplace(target, static_cast<std::uint32_t>(pending_.size()));
    if (!fresh) return pending_[place->second];
    Pending& pending = pending_.emplace_back();
    pending.target = target;
    const RecordView record = record_of(target);
    if (type_ != RecordType::customer || !record) return pending;
    for (const RecordId id : records_->children(RecordType::contact, record.id())) {
        const auto number = static_cast<std::uint32_t>(contacts_.size());
        contacts_.push_back({id, {}});
        pending.contacts.push_back(number);
        const RecordView there = records_->find(RecordType::contact, id);
        std::array<std::string_view, contact_numbers.size()> numbers;
        std::ranges::transform(contact_numbers, numbers.begin(),
                               [&](std::uint16_t field) { return there.value(field); });
        index_contact(target, number, there.value(contact::name), there.value(contact::email),
                      numbers);
    }
    return pending;
}

void ImportMerge::index_contact(ImportTarget target, std::uint32_t contact, std::string_view name,
                                std::string_view email, std::span<const std::string_view> numbers) {
    const ContactKeys keys{name, email};
    if (!email.empty()) contact_keys_.add(keys.email_key(target), contact);
    if (!name.empty()) contact_keys_.add(keys.name_key(target), contact);
    for (const std::string_view number : numbers) {
        if (!number.empty()) contact_keys_.add(ContactKeys::number_key(target, number), contact);
    }
}

bool ImportMerge::say(std::vector<Said>& said, const KeptValue& value, const RecordView& existing,
                      How how) const {
    if (std::ranges::find(said, value.field, &Said::field) != said.end()) return false;
    const std::string_view there = existing.value(value.field);
    const bool differs = !same_value(value.type, value.field, there, value.value);
    const bool writes = there.empty() || (overwrite_ && differs);
    if (how == How::add) said.push_back({value.field, value.value, writes});
    if (how == How::confirm) said.push_back({value.field, value.value, false});
    return writes;
}

bool ImportMerge::take_contact(Pending& pending, std::span<const KeptValue> row, How how) {
    const ContactKeys keys{said_of_contact(row, contact::name),
                           said_of_contact(row, contact::email)};
    std::array<std::string_view, contact_numbers.size()> numbers;
    std::ranges::transform(contact_numbers, numbers.begin(),
                           [&](std::uint16_t field) { return said_of_contact(row, field); });

    std::uint32_t found = KeyIndex::none;
    if (!keys.email.empty()) found = contact_keys_.find(keys.email_key(pending.target));
    if (found == KeyIndex::none && !keys.name.empty()) {
        found = contact_keys_.find(keys.name_key(pending.target));
    }
    for (const std::string_view number : numbers) {
        if (found != KeyIndex::none || !keys.name.empty() || !keys.email.empty()) break;
        if (number.empty()) continue;
        found = contact_keys_.find(ContactKeys::number_key(pending.target, number));
    }
    bool brings = false;
    if (found == KeyIndex::none) {
        if (how != How::add) return true;
        found = static_cast<std::uint32_t>(contacts_.size());
        contacts_.emplace_back();
        pending.contacts.push_back(found);
        brings = true;
    }
    Contact& contact = contacts_[found];
    const RecordView existing =
        contact.existing ? records_->find(RecordType::contact, *contact.existing) : RecordView();
    for (const KeptValue& value : row) {
        if (value.type != RecordType::contact) continue;
        brings |= say(contact.said, value, existing, how);
    }
    if (how == How::add) index_contact(pending.target, found, keys.name, keys.email, numbers);
    return brings;
}

bool ImportMerge::take(ImportTarget target, std::span<const KeptValue> row, How how) {
    Pending& pending = pending_of(target);
    const RecordView existing = record_of(target);
    bool brings = false;
    bool has_contact = false;
    for (const KeptValue& value : row) {
        has_contact |= value.type == RecordType::contact;
        if (value.type != type_) continue;
        brings |= say(pending.said, value, existing, how);
    }
    if (has_contact) brings |= take_contact(pending, row, how);
    return brings;
}

void ImportMerge::write_contacts(std::vector<Edit>& edits, const Pending& pending,
                                 RecordId customer, IdSource& ids, Instant now) const {
    // Ids of one moment do not tell which came first: keys keep the order of the sheet.
    std::string last_key;
    if (const RecordView record = record_of(pending.target)) {
        const auto there = records_->children(RecordType::contact, record.id());
        if (!there.empty()) {
            last_key = records_->find(RecordType::contact, there.back()).value(common::order_key);
        }
    }
    bool first = pending.contacts.size() == 1;
    for (const std::uint32_t number : pending.contacts) {
        const Contact& contact = contacts_[number];
        const RecordId id = contact.existing ? *contact.existing : ids.next(now.ms);
        const auto set = [&](std::uint16_t field, std::string_view value) {
            edits.push_back({RecordType::contact, id, field, std::string(value)});
        };
        if (!contact.existing) {
            set(common::created_at, now.to_text());
            set(contact::customer, customer.to_text());
            if (!first) set(common::order_key, last_key = order_key_between(last_key, {}));
            first = false;
        }
        for (const Said& said : contact.said) {
            if (said.writes) set(said.field, said.value);
        }
    }
}

void ImportMerge::write(std::size_t number, std::vector<Edit>& edits, IdSource& ids,
                        Instant now) const {
    const Pending& pending = pending_[number];
    const RecordView existing = record_of(pending.target);
    const RecordId id = existing ? existing.id() : ids.next(now.ms);
    const auto set = [&](std::uint16_t field, std::string_view value) {
        edits.push_back({type_, id, field, std::string(value)});
    };
    if (!existing) set(common::created_at, now.to_text());
    for (const Said& said : pending.said) {
        if (said.writes) set(said.field, said.value);
    }
    write_contacts(edits, pending, id, ids, now);
}

} // namespace bb
