#include "store/keeper.h"

#include "base/hash.h"
#include "store/keeper_impl.h"

#include <algorithm>
#include <utility>

namespace bb {

Keeper::Keeper(StorePort& port, std::uint32_t fresh_device)
    : impl_(std::make_unique<Impl>(port, fresh_device)) {}
Keeper::~Keeper() = default;

void Keeper::open() { impl_->open(); }
KeeperState Keeper::state() const { return impl_->state; }
std::optional<StoreFault> Keeper::fault() const { return impl_->fault; }
CustomerFile& Keeper::file() { return impl_->file; }
const CustomerFile& Keeper::file() const { return impl_->file; }
bool Keeper::empty_at_open() const { return impl_->empty_at_open; }
std::uint64_t Keeper::saved_sequence() const { return impl_->saved.sequence; }
Instant Keeper::saved_at() const { return impl_->saved.at; }
bool Keeper::all_saved() const { return impl_->all_saved(); }
std::size_t Keeper::journal_length() const { return impl_->journal_entries; }
std::size_t Keeper::journal_bytes() const { return impl_->journal_bytes; }

bool Keeper::fell_back() const { return impl_->fallen_back; }

std::uint64_t Keeper::unsaved_count() const {
    const std::size_t kept_here = impl_->handed.size() + impl_->file.outbox_size();
    if (impl_->numbers_later() || !impl_->handed.empty()) return kept_here;
    return impl_->file.last_sequence() - impl_->saved.sequence;
}

void Keeper::pump() {
    if (impl_->state == KeeperState::ready && !impl_->in_flight) impl_->send_journal();
}

bool Keeper::pack(const std::function<bool()>& enough) {
    return impl_->state == KeeperState::ready && !impl_->in_flight && impl_->pack(enough);
}

bool Keeper::can_try_again() const {
    const auto& fault = impl_->fault;
    return impl_->state == KeeperState::frozen &&
           (fault == StoreFault::quota || fault == StoreFault::unknown ||
            fault == StoreFault::timeout);
}

// Putting the same rows once more does no harm when they are there already: the answer was lost.
void Keeper::try_again() {
    if (!can_try_again()) return;
    impl_->state = KeeperState::ready;
    impl_->fault.reset();
    impl_->commit(std::move(impl_->sent));
}

void Keeper::put_setting(std::string_view name, std::string_view json) {
    std::string& value = impl_->settings[std::string(name)];
    if (value == json) return;
    value = json;
    impl_->unsaved_settings.emplace(name);
}

std::string_view Keeper::setting(std::string_view name) const {
    const auto found = impl_->settings.find(name);
    return found == impl_->settings.end() ? std::string_view{} : found->second;
}

void Keeper::want_picture(std::string_view name) {
    // Also of a file that can no longer be followed: its backup is the way out.
    if (impl_->state == KeeperState::opening || name.empty() || !impl_->pictures.want(name)) return;
    const std::vector<std::string> names{std::string(name)};
    const std::uint32_t request = impl_->ask({0, Impl::Purpose::picture, names, 0, 0});
    impl_->port.read_keys(request, Place::blob, names);
}

const Bytes* Keeper::picture(std::string_view name) const { return impl_->pictures.find(name); }

bool Keeper::picture_missing(std::string_view name) const { return impl_->pictures.missing(name); }

void Keeper::look_again_for_pictures() { impl_->pictures.forget_missing(); }

void Keeper::rows_read(std::uint32_t request, std::vector<StoredRow> rows) {
    const auto asked = impl_->answered(request);
    if (!asked) return;
    if (asked->purpose == Impl::Purpose::picture) {
        impl_->take_picture(*asked, std::move(rows));
    } else if (impl_->state == KeeperState::opening) {
        if (asked->purpose == Impl::Purpose::meta) impl_->take_meta(std::move(rows));
        if (asked->purpose == Impl::Purpose::meta_again) impl_->take_meta_again(std::move(rows));
        if (asked->purpose == Impl::Purpose::shards) impl_->take_shards(*asked, std::move(rows));
        if (asked->purpose == Impl::Purpose::journal) impl_->take_journal(std::move(rows));
    } else if (asked->purpose == Impl::Purpose::journal_on) {
        impl_->take_more_journal(std::move(rows));
    } else if (asked->purpose == Impl::Purpose::journal_rest) {
        impl_->take_entries_on(std::move(rows));
    } else if (asked->purpose == Impl::Purpose::writers_meta) {
        impl_->take_writers_meta(std::move(rows));
    }
}

void Keeper::committed(std::uint32_t request) {
    const auto asked = impl_->answered(request);
    if (!asked) return;
    if (asked->purpose == Impl::Purpose::commit) impl_->finish_commit();
    if (asked->purpose == Impl::Purpose::begin_anew) impl_->go_on_compacting();
}

void Keeper::failed(std::uint32_t request, StoreFault fault) {
    const auto asked = impl_->answered(request);
    if (!asked) return;
    if (asked->purpose == Impl::Purpose::picture) {
        impl_->pictures.mark_missing(asked->names.front());
        return;
    }
    impl_->fault = fault;
    impl_->in_flight = false;
    if (fault == StoreFault::newer_schema) {
        impl_->give_up(KeeperState::newer_schema);
    } else if (impl_->state == KeeperState::restoring) {
        impl_->state = KeeperState::unreadable;
    } else if (asked->purpose == Impl::Purpose::shards) {
        impl_->damaged();
    } else if (asked->purpose == Impl::Purpose::commit) {
        // No retry by itself: with a full disk the engine may erase everything when it is asked
        // again.
        impl_->state = KeeperState::frozen;
    } else {
        impl_->give_up(KeeperState::unreadable);
    }
}

std::uint32_t Keeper::Impl::ask(Asked what) {
    what.request = next_request++;
    asked.push_back(std::move(what));
    return asked.back().request;
}

std::optional<Keeper::Impl::Asked> Keeper::Impl::answered(std::uint32_t request) {
    const auto found = std::find_if(asked.begin(), asked.end(),
                                    [&](const Asked& a) { return a.request == request; });
    if (found == asked.end()) return {};
    Asked result = std::move(*found);
    asked.erase(found);
    return result;
}

bool Keeper::Impl::all_saved() const {
    if (numbers_later()) return handed.empty() && file.outbox_size() == 0;
    // An action in parts has changed records already, and has no entry before it ends.
    return saved.sequence == file.last_sequence() && unsaved_settings.empty() && !in_flight &&
           !file.is_begun();
}

void Keeper::Impl::commit(StoreBatch batch) {
    in_flight = true;
    sent = std::move(batch);
    port.commit(ask({0, Purpose::commit, {}, 0, 0}), sent);
}

bool Keeper::Impl::pack(const std::function<bool()>& enough) {
    for (JournalEntry& entry : file.take_outbox()) packing.push_back(std::move(entry));
    for (; !packing.empty(); packing.pop_front()) {
        JournalEntry& entry = packing.front();
        if (!rows) rows.emplace(entry, head);
        for (StoreBatch::Put row; rows->next(row);) {
            journal_bytes += row.bytes.size();
            packed.puts.push_back(std::move(row));
            if (enough()) return true;
        }
        rows.reset();
        ++journal_entries;
        for (auto& [name, bytes] : entry.blobs) {
            pictures.put(name, bytes, false);
            packed.puts.push_back({Place::blob, std::move(name), std::move(bytes)});
        }
    }
    return false;
}

bool Keeper::Impl::send_journal() {
    pack([] { return false; });
    if (packed.puts.empty() && unsaved_settings.empty()) return false;
    StoreBatch batch = std::exchange(packed, {});
    // The journal's end is told apart from its rows, so that a lost tail is noticed.
    if (!batch.puts.empty()) batch.puts.push_back({Place::meta, "last", head.encode()});
    add_small_rows(batch);
    commit(std::move(batch));
    return true;
}

void Keeper::Impl::add_small_rows(StoreBatch& batch) {
    for (const std::string& name : unsaved_settings) {
        const ByteView json = as_bytes(settings[name]);
        batch.puts.push_back({Place::meta, "setting." + name, Bytes(json.begin(), json.end())});
    }
    unsaved_settings.clear();
    if (device_stored) return;
    ByteWriter number;
    number.u32(device);
    batch.puts.push_back({Place::meta, "device", number.take()});
    device_stored = true;
}

void Keeper::Impl::finish_commit() {
    in_flight = false;
    sent = {};
    if (state != KeeperState::ready && state != KeeperState::restoring) return;
    saved = head;
    pictures.mark_all_saved();
    if (manifest_in_flight) {
        active = std::move(manifest_in_flight);
        manifest_in_flight.reset();
        compacting = false;
        journal_entries = 0;
        journal_bytes = 0;
        if (state == KeeperState::restoring) {
            state = KeeperState::restored;
            return;
        }
    }
    if (!send_journal() && compacting) go_on_compacting();
}

void Keeper::Impl::take_picture(const Asked& asked_for, std::vector<StoredRow> rows) {
    constexpr std::size_t content_name_length = 32;
    for (StoredRow& row : rows) {
        // A damaged picture is no picture.
        const bool sound =
            row.key.size() != content_name_length || content_name(row.bytes) == row.key;
        const bool ours = row.key == asked_for.names.front();
        if (ours && sound && !pictures.find(row.key))
            pictures.put(row.key, std::move(row.bytes), true);
    }
    if (!pictures.find(asked_for.names.front())) pictures.mark_missing(asked_for.names.front());
}

} // namespace bb
