// Following: this tab shows what another one writes. It reads the journal on whenever that tab has
// saved, and keeps what was edited here until that tab has it in the journal. When the writing tab
// goes, the rest of its journal is read and this one goes on writing after it.
#include "store/keeper_impl.h"
#include "store/parts.h"

#include <algorithm>
#include <iterator>

namespace bb {

void Keeper::follow() { impl_->follower = true; }

void Keeper::read_on() {
    impl_->more_to_read = true;
    impl_->read_on_if_told();
}

// What is being read now may have been looked up before the writing tab saved.
void Keeper::Impl::read_on_if_told() {
    if (state != KeeperState::following || reading_on || !more_to_read) return;
    more_to_read = false;
    reading_on = true;
    read_journal_on(Purpose::journal_on);
}

void Keeper::Impl::read_journal_on(Purpose purpose) {
    port.read_range(ask({0, purpose, {}, 0, 0}), Place::journal, journal_key(head.sequence + 1, 0),
                    journal_end());
}

bool Keeper::Impl::take_entries_on(std::vector<StoredRow> rows) {
    JournalReader reader(head);
    if (!take_entries(reader, rows)) {
        give_up(KeeperState::unreadable);
        return false;
    }
    head = reader.head();
    saved = head;
    file.loaded(head.sequence, head.newest);
    newer = newer || reader.saw_newer();
    return true;
}

void Keeper::Impl::take_more_journal(std::vector<StoredRow> rows) {
    reading_on = false;
    if (!take_entries_on(std::move(rows))) return;
    if (state == KeeperState::taking_over) return ask_for_rest();
    if (newer) state = KeeperState::newer_schema;
    read_on_if_told();
}

void Keeper::take_over() {
    Impl& it = *impl_;
    it.writer_gone = true;
    if (it.state != KeeperState::opening) it.begin_to_take_over();
}

// What is being read now was asked for while another tab wrote: it is waited for, then the rest is
// asked for, to which nobody adds any more.
void Keeper::Impl::begin_to_take_over() {
    follower = false;
    if (state != KeeperState::following) return;
    state = KeeperState::taking_over;
    if (!reading_on) ask_for_rest();
}

void Keeper::Impl::ask_for_rest() {
    read_journal_on(Purpose::journal_rest);
    port.read_range(ask({0, Purpose::writers_meta, {}, 0, 0}), Place::meta, "0", "~");
}

// The journal was read on before: this tells whether that was all of it, and which generation the
// writing tab has made meanwhile. Its shards are cut otherwise than those here, so the next
// compaction writes all of them. Settings are the writer's until here.
void Keeper::Impl::take_writers_meta(std::vector<StoredRow> rows) {
    if (state != KeeperState::taking_over) return;
    const std::uint32_t known = active ? active->generation : 0;
    const JournalHead read = head;
    for (StoredRow& row : rows) meta[std::move(row.key)] = std::move(row.bytes);
    take_settings();
    device_stored = true; // the writer's; this tab keeps its own for as long as it lives
    const auto last = meta.find("last");
    const bool sound = last == meta.end() ? read.sequence == 0
                                          : saved.decode(last->second) == JournalHead::Read::sound;
    active.reset();
    const bool whole = sound && take_manifest() && !fallen_back;
    meta.clear();
    head = read;
    if (!whole || newer || saved.sequence != read.sequence || saved.chain != read.chain) {
        return give_up(newer ? KeeperState::newer_schema : KeeperState::unreadable);
    }
    head.generation = active ? active->generation : 0;
    if (active && active->generation != known) file.loading().parts().mark_all_dirty();
    become_writer();
}

void Keeper::Impl::become_writer() {
    saved = head;
    opened_by_us = false;
    verified.clear(); // not read whole by this tab
    std::vector<JournalEntry> mine(std::make_move_iterator(handed.begin()),
                                   std::make_move_iterator(handed.end()));
    handed.clear();
    handed_told = 0;
    // What was edited since, too: it was numbered after the journal that was known here then.
    std::ranges::move(file.take_outbox(), std::back_inserter(mine));
    file.loaded(head.sequence, head.newest);
    brought = mine.size();
    file.put_back(std::move(mine));
    state = KeeperState::ready;
    send_journal();
}

std::vector<const JournalEntry*> Keeper::take_handovers() {
    Impl& it = *impl_;
    std::vector<const JournalEntry*> fresh;
    if (!it.follower || it.state != KeeperState::following) return fresh;
    for (JournalEntry& entry : it.file.take_outbox()) {
        entry.sequence = it.next_handover++;
        for (const auto& [name, bytes] : entry.blobs) it.pictures.put(name, bytes, true);
        it.handed.push_back(std::move(entry));
    }
    for (; it.handed_told < it.handed.size(); ++it.handed_told) {
        fresh.push_back(&it.handed[it.handed_told]);
    }
    return fresh;
}

std::vector<const JournalEntry*> Keeper::unconfirmed() const {
    std::vector<const JournalEntry*> all;
    for (const JournalEntry& entry : impl_->handed) all.push_back(&entry);
    return all;
}

std::size_t Keeper::brought_along() const { return impl_->brought; }

// One that was told of before may have come to a tab that was not the writer yet: only this one is in
// the journal.
void Keeper::confirm_handover(std::uint64_t number) {
    auto& handed = impl_->handed;
    const auto entry = std::ranges::find(handed, number, &JournalEntry::sequence);
    if (entry == handed.end()) return;
    const bool told = static_cast<std::size_t>(entry - handed.begin()) < impl_->handed_told;
    handed.erase(entry);
    impl_->handed_told -= told;
}

} // namespace bb
