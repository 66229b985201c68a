// Several tabs of one browser: one writes, the others follow it and hand their edits over.
// A message is a byte that says what it is, then:
//   saved, new_writer: nothing more
//   handover: u64 tab, u64 number, writes as a blob, number of pictures, name and bytes of each
//   confirmed: u64 tab, u64 number
#include "app/app_impl.h"

namespace bb {
namespace {

enum class Message : std::uint8_t { saved = 1, new_writer, handover, confirmed };

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
        if (state.following) hand_over(keeper.unconfirmed());
        return;
    case Message::handover: return take_handed(in);
    case Message::confirmed:
        if (in.u64() == tab_id) keeper.confirm_handover(in.u64());
    }
}

// The same entry may come twice, when the writer changed meanwhile: its writes are known then.
void App::Impl::take_handed(ByteReader& in) {
    if (keeper.state() != KeeperState::ready || !state.file) return;
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
    if (kept == KeeperState::unreadable && keeper.unsaved_count() == 0 &&
        state.phase == Phase::ready && !state.environment.writer_elsewhere)
        return host.safety(SafetyCall::reload); // could not follow to the end: all is in the store
    if (kept != KeeperState::ready) return;
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
