// Several tabs of one browser: one writes, the others follow it and hand their edits over.
// A message is a byte that says what it is, then:
//   saved, new_writer: nothing more
//   handover: u64 tab, u64 number, writes as a blob, number of pictures, name and bytes of each
//   confirmed: u64 tab, u64 number
//   note_draft: the customer's id, then kind, summary and next date as texts; all empty = no draft
#include "app/app_impl.h"

#include <tuple>
#include <utility>

namespace bb {
namespace {

enum class Message : std::uint8_t { saved = 1, new_writer, handover, confirmed, note_draft };

/// After that a person should know; a strict transaction may take as long.
constexpr std::int64_t handover_late_ms = 5000;

ByteWriter begun(Message what) {
    ByteWriter out;
    out.u8(static_cast<std::uint8_t>(what));
    return out;
}

Bytes handover_message(std::uint64_t tab, const JournalEntry& entry) {
    ByteWriter out = begun(Message::handover);
    out.u64(tab);
    out.u64(entry.sequence);
    out.varint(entry.writes.size());
    entry.writes.copy(0, entry.writes.size(), out);
    out.varint(entry.blobs.size());
    for (const auto& [name, bytes] : entry.blobs) {
        out.text(name);
        out.blob(bytes);
    }
    return out.take();
}

} // namespace

void App::Impl::hand_over(const std::vector<const JournalEntry*>& entries) {
    for (const JournalEntry* entry : entries)
        host.safety(SafetyCall::tell_tabs, {}, handover_message(tab_id, *entry));
}

void App::Impl::message_from_tab(ByteView message) {
    ByteReader in(message);
    switch (static_cast<Message>(in.u8())) {
    case Message::saved: return keeper.read_on();
    case Message::new_writer:
        keeper.read_on();
        if (!state.following) return;
        hand_over(keeper.unconfirmed());
        return tell_note_drafts(told_drafts);
    case Message::handover: return take_handed(in);
    case Message::confirmed:
        if (in.u64() == tab_id) keeper.confirm_handover(in.u64());
        return;
    case Message::note_draft: return take_note_draft(in);
    }
}

void App::Impl::tell_note_drafts(const std::set<RecordId>& customers) {
    for (const RecordId& customer : customers) {
        const auto found = state.note_drafts.find(customer);
        const NoteDraft draft = found == state.note_drafts.end() ? NoteDraft{} : found->second;
        ByteWriter out = begun(Message::note_draft);
        out.text(customer.to_text());
        for (const std::string& part : {draft.kind, draft.summary, draft.next_date}) out.text(part);
        host.safety(SafetyCall::tell_tabs, {}, out.take());
    }
}

// The writing tab keeps it, and tells all of it: from then on the others have the same.
void App::Impl::take_note_draft(ByteReader& in) {
    if (!state.file) return;
    const auto customer = RecordId::parse(in.text());
    NoteDraft draft;
    for (std::string* part : {&draft.kind, &draft.summary, &draft.next_date}) *part = in.text();
    if (!customer || !in.ok() || !in.at_end()) return;
    if (keeper.state() == KeeperState::ready) {
        change_note_draft(*customer, std::move(draft));
        keep_note_drafts(true);
    } else if (state.following && !changed_drafts.contains(*customer)) {
        put_note_draft(*customer, std::move(draft));
        told_drafts.erase(*customer);
        changed = true;
    }
}

/// Of the tab that wrote before; what was chosen and begun here meanwhile stays.
void App::Impl::adopt_settings() {
    const NoteDrafts here = std::move(state.note_drafts);
    state.note_drafts = read_note_drafts(keeper.setting("note_drafts"));
    told_drafts.merge(changed_drafts);
    for (const RecordId& customer : std::exchange(told_drafts, {})) {
        const auto found = here.find(customer);
        change_note_draft(customer, found == here.end() ? NoteDraft{} : found->second);
    }
    const auto backup_here = std::pair(state.last_backup, state.changes_since_backup);
    read_shell(!shell_is_own);
    // What goes into the journal only now, that tab has not counted.
    state.changes_since_backup += keeper.brought_along();
    if (backup_here.first > state.last_backup) {
        state.last_backup = backup_here.first;
        // Changes of that tab are not counted here: where there were any, its number is the safe one.
        if (keeper.saved_sequence() == followed_at_backup)
            state.changes_since_backup = backup_here.second;
    }
    put_settings();
    state.following = false;
    changed = true;
}

void App::Impl::watch_handovers() {
    const auto waiting = keeper.unconfirmed();
    const std::uint64_t oldest = waiting.empty() ? 0 : waiting.front()->sequence;
    if (oldest != handing) handing_since = now();
    handing = oldest;
    const bool late =
        state.following && oldest != 0 && now().ms - handing_since.ms >= handover_late_ms;
    changed = changed || late != state.handover_late;
    state.handover_late = late;
}

// The same entry may come twice, when the writer changed meanwhile: its writes are known then.
void App::Impl::take_handed(ByteReader& in) {
    if (keeper.state() != KeeperState::ready || !state.file) {
        announced_writer = false; // it is asked for again once this tab can write
        return;
    }
    Handed handed;
    handed.tab = in.u64();
    handed.number = in.u64();
    JournalEntry entry;
    const ByteView writes = in.blob();
    entry.writes = BytePieces(writes);
    for (std::uint64_t left = in.varint(); in.ok() && left > 0; --left) {
        std::string name(in.text());
        const ByteView bytes = in.blob();
        entry.blobs.emplace_back(std::move(name), Bytes(bytes.begin(), bytes.end()));
    }
    if (!in.ok() || !in.at_end() || !readable_writes(writes)) return;
    finish_import();
    for (auto& [name, bytes] : entry.blobs) file().attach_blob(name, std::move(bytes));
    file().merge(writes_of(entry), Text::action_edit_customer, now(), false);
    count_changes(1);
    keeper.pump();
    handed.sequence = file().last_sequence();
    to_confirm.push_back(handed);
    changed = true;
}

void App::Impl::step_tabs() {
    if (!state.file) return;
    const KeeperState kept = keeper.state();
    if (kept == KeeperState::following) hand_over(keeper.take_handovers());
    watch_handovers();
    if (kept == KeeperState::unreadable && keeper.unsaved_count() == 0 &&
        state.phase == Phase::ready && !state.environment.writer_elsewhere)
        return host.safety(SafetyCall::reload); // could not follow to the end: all is in the store
    if (kept != KeeperState::ready) return;
    if (state.following) adopt_settings();
    if (!announced_writer) {
        announced_writer = true;
        host.safety(SafetyCall::tell_tabs, {}, begun(Message::new_writer).take());
    }
    const std::uint64_t saved = keeper.saved_sequence();
    if (saved != told_saved) {
        told_saved = saved;
        host.safety(SafetyCall::tell_tabs, {}, begun(Message::saved).take());
    }
    while (!to_confirm.empty() && to_confirm.front().sequence <= saved) {
        ByteWriter out = begun(Message::confirmed);
        out.u64(to_confirm.front().tab);
        out.u64(to_confirm.front().number);
        host.safety(SafetyCall::tell_tabs, {}, out.take());
        to_confirm.pop_front();
    }
}

} // namespace bb
