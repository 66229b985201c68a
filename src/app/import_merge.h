// Rows of a sheet put together into records: what each record gets, of the rows taken so far. The
// dry run asks it whether a row brings anything; the action is written from it.
#pragma once

#include "app/match_keys.h"
#include "base/time.h"
#include "store/customer_file.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace bb {

/// A record that rows go to: a row of the workspace, or the number of a new one.
using ImportTarget = std::uint32_t;
inline constexpr ImportTarget new_target_bit = 0x80000000U;

/// Values of a row kept for the length of the import.
struct KeptValue {
    RecordType type{};
    std::uint16_t field = 0;
    std::string_view value;
};

/// Numbers by value: "7.60" is 7.6.
bool same_value(RecordType type, std::uint16_t field, std::string_view a, std::string_view b);

class ImportMerge {
public:
    /// `type`: customer (with contacts) or product.
    ImportMerge(const Workspace& records, RecordType type, bool overwrite)
        : records_(&records), type_(type), overwrite_(overwrite) {}

    /// True when the row fills or changes something. Of two rows that say different things of one
    /// field, the first stands: so the same file twice changes nothing more.
    bool add(ImportTarget target, std::span<const KeptValue> row) {
        return take(target, row, How::add);
    }
    /// The same without taking the row.
    bool would_bring(ImportTarget target, std::span<const KeptValue> row) {
        return take(target, row, How::ask);
    }
    /// A row that is left out still says what it says: later rows do not overwrite that.
    void confirm(ImportTarget target, std::span<const KeptValue> row) {
        take(target, row, How::confirm);
    }

    /// Records that get something; contacts come with their customer.
    std::size_t target_count() const { return pending_.size(); }
    /// What the record of this number gets.
    void write(std::size_t number, std::vector<Edit>& edits, IdSource& ids, Instant now) const;

private:
    struct Said {
        std::uint16_t field = 0;
        std::string_view value;
        bool writes = false;
    };
    struct Contact {
        std::optional<RecordId> existing;
        std::vector<Said> said;
    };
    struct Pending {
        ImportTarget target = 0;
        std::vector<Said> said;
        std::vector<std::uint32_t> contacts;
    };

    enum class How : std::uint8_t { add, ask, confirm };
    bool take(ImportTarget target, std::span<const KeptValue> row, How how);
    Pending& pending_of(ImportTarget target);
    bool say(std::vector<Said>& said, const KeptValue& value, const RecordView& existing,
             How how) const;
    bool take_contact(Pending& pending, std::span<const KeptValue> row, How how);
    void index_contact(ImportTarget target, std::uint32_t contact, std::string_view name,
                       std::string_view email, std::span<const std::string_view> numbers);
    RecordView record_of(ImportTarget target) const;
    void write_contacts(std::vector<Edit>& edits, const Pending& pending, RecordId customer,
                        IdSource& ids, Instant now) const;

    const Workspace* records_;
    RecordType type_;
    bool overwrite_;
    std::vector<Pending> pending_;
    std::unordered_map<ImportTarget, std::uint32_t> index_; // into pending_
    std::vector<Contact> contacts_;
    KeyIndex contact_keys_;
};

} // namespace bb
