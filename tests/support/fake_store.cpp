#include "support/fake_store.h"

#include <algorithm>
#include <utility>

namespace bb {

void FakeStore::read_range(std::uint32_t request, Place place, const std::string& first_key,
                           const std::string& last_key, Source source) {
    wait_for_read({.request = request,
                   .index = request_count_++,
                   .batch = {},
                   .place = place,
                   .first_key = first_key,
                   .last_key = last_key,
                   .keys = {},
                   .by_range = true,
                   .source = source,
                   .as_asked = {}});
}

void FakeStore::read_keys(std::uint32_t request, Place place,
                          const std::vector<std::string>& keys) {
    wait_for_read({.request = request,
                   .index = request_count_++,
                   .batch = {},
                   .place = place,
                   .first_key = {},
                   .last_key = {},
                   .keys = keys,
                   .as_asked = {}});
}

void FakeStore::wait_for_read(Waiting one) {
    if (as_asked_) one.as_asked = read(one);
    waiting_.push_back(std::move(one));
}

void FakeStore::commit(std::uint32_t request, const StoreBatch& batch) {
    writes_after_fault_ += faulted_;
    waiting_.push_back({.request = request,
                        .index = request_count_++,
                        .batch = batch,
                        .first_key = {},
                        .last_key = {},
                        .keys = {},
                        .as_asked = {}});
}

void FakeStore::begin_anew(std::uint32_t request) {
    commit(request, {{{Place::meta, unfinished_row, {}}}, {}});
    waiting_.back().anew = true;
}

void FakeStore::apply(StoreBatch& batch) {
    for (const StoreBatch::Removal& removal : batch.removals) {
        Rows& from = rows(removal.place);
        const auto first = from.lower_bound(removal.first_key);
        const auto last = from.upper_bound(removal.last_key);
        if (removal.first_key <= removal.last_key) from.erase(first, last);
    }
    for (StoreBatch::Put& put : batch.puts) rows(put.place)[put.key] = std::move(put.bytes);
}

std::vector<StoredRow> FakeStore::read(const Waiting& waiting) const {
    std::vector<StoredRow> found;
    const auto& places = waiting.source == Source::spare ? spare_ : places_;
    for (const auto& [key, bytes] : places[static_cast<std::size_t>(waiting.place)]) {
        const bool wanted = waiting.by_range ? key >= waiting.first_key && key <= waiting.last_key
                                             : std::find(waiting.keys.begin(), waiting.keys.end(),
                                                         key) != waiting.keys.end();
        if (wanted) found.push_back({key, bytes});
    }
    return found;
}

bool FakeStore::step() {
    if (waiting_.empty()) return false;
    Waiting next = std::move(waiting_.front());
    waiting_.pop_front();
    const auto fault = faults_.find(next.index);
    const bool fails = fault != faults_.end();
    if (next.anew && !fails) old_places_ = std::exchange(places_, {});
    if (next.batch && (!fails || fault->second.applied)) apply(*next.batch);
    if (!events_) return true;
    if (fails) {
        faulted_ = true;
        events_->failed(next.request, fault->second.fault);
    } else if (next.batch) {
        events_->committed(next.request);
    } else {
        events_->rows_read(next.request, next.as_asked ? std::move(*next.as_asked) : read(next));
    }
    return true;
}

void FakeStore::run() {
    while (step()) {
    }
}

void FakeStore::fail_request(std::size_t index, StoreFault fault, bool applied) {
    faults_[index] = {fault, applied};
}

void FakeStore::kill(std::size_t applied) {
    for (Waiting& waiting : waiting_) {
        if (!waiting.batch || applied == 0) continue;
        apply(*waiting.batch);
        --applied;
    }
    waiting_.clear();
    events_ = nullptr;
}

std::uint64_t FakeStore::durable_sequence() const {
    const Rows& journal = rows(Place::journal);
    if (journal.empty()) return 0;
    return std::stoull(journal.rbegin()->first.substr(0, 16), nullptr, 16);
}

void FakeStore::corrupt(Place place, const std::string& key, std::size_t byte, std::uint8_t mask) {
    std::uint8_t& target = rows(place).at(key).at(byte);
    target = static_cast<std::uint8_t>(target ^ mask);
}

void FakeStore::copy_durable(const FakeStore& other) {
    look_at(other);
    waiting_.clear();
}

} // namespace bb
