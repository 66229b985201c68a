// The store in memory, for tests: answers only when stepped, fails where it is told to, can be
// killed at any point and damaged in any byte.
#pragma once

#include "store/port.h"

#include <array>
#include <deque>
#include <map>
#include <optional>

namespace bb {

class FakeStore final : public StorePort {
public:
    using Rows = std::map<std::string, Bytes>;

    /// Whom the answers go to; null: nobody.
    void connect(StoreEvents* events) { events_ = events; }

    void read_range(std::uint32_t request, Place place, const std::string& first_key,
                    const std::string& last_key, Source source = Source::store) override;
    void read_keys(std::uint32_t request, Place place,
                   const std::vector<std::string>& keys) override;
    void commit(std::uint32_t request, const StoreBatch& batch) override;
    void begin_anew(std::uint32_t request) override;

    /// Answers the oldest request; false when none waits.
    bool step();
    /// Steps until none waits.
    void run();
    std::size_t waiting() const { return waiting_.size(); }
    /// Requests made so far, of all kinds.
    std::size_t request_count() const { return request_count_; }

    /// Request number `index` (from 0, over the life of the store) fails. `applied`: the batch
    /// was durable all the same, as when the answer is what got lost.
    void fail_request(std::size_t index, StoreFault fault, bool applied = false);

    /// Writes asked for after a fault was answered: a page that was told to stop makes none.
    std::size_t writes_after_fault() const { return writes_after_fault_; }

    /// From now on a read gives what was there when it was asked for, not when it is answered:
    /// a browser does either.
    void read_as_asked() { as_asked_ = true; }

    /// The page dies: nothing waiting is answered. `applied` batches of those waiting, oldest
    /// first, are durable all the same.
    void kill(std::size_t applied = 0);

    /// The second copy; by itself it has nothing.
    Rows& spare(Place place) { return spare_[static_cast<std::size_t>(place)]; }
    void copy_to_spare() { spare_ = places_; }
    /// The rows of the database before begin_anew, when there was one.
    const std::optional<std::array<Rows, 4>>& old_rows() const { return old_places_; }
    /// Tells nobody any more of what was asked; a page that goes on in another one's place.
    void forget_waiting() { waiting_.clear(); }

    /// What is durable.
    Rows& rows(Place place) { return places_[static_cast<std::size_t>(place)]; }
    const Rows& rows(Place place) const { return places_[static_cast<std::size_t>(place)]; }
    /// Sequence of the last journal entry that is durable; 0 = none.
    std::uint64_t durable_sequence() const;
    /// Flips the bits of `mask` in one byte of a row.
    void corrupt(Place place, const std::string& key, std::size_t byte, std::uint8_t mask = 1);
    /// What is durable becomes that of `other`, as if both stood on one database.
    void look_at(const FakeStore& other) { places_ = other.places_; }
    /// The same, and nothing waits.
    void copy_durable(const FakeStore& other);

private:
    struct Fault {
        StoreFault fault{};
        bool applied = false;
    };
    struct Waiting {
        std::uint32_t request = 0;
        std::size_t index = 0;
        std::optional<StoreBatch> batch; // else a read
        Place place{};
        std::string first_key;
        std::string last_key;
        std::vector<std::string> keys;
        bool by_range = false;
        Source source{};
        bool anew = false;
        std::optional<std::vector<StoredRow>> as_asked;
    };
    void wait_for_read(Waiting read);
    void apply(StoreBatch& batch);
    std::vector<StoredRow> read(const Waiting& waiting) const;

    StoreEvents* events_ = nullptr;
    std::array<Rows, 4> places_;
    std::array<Rows, 4> spare_;
    std::optional<std::array<Rows, 4>> old_places_;
    std::deque<Waiting> waiting_;
    std::map<std::size_t, Fault> faults_;
    std::size_t request_count_ = 0;
    bool faulted_ = false;
    bool as_asked_ = false;
    std::size_t writes_after_fault_ = 0;
};

} // namespace bb
