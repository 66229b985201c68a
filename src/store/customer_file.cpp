#include "store/customer_file.h"

#include <algorithm>

namespace bb {
namespace {

bool is_storable(const Edit& edit) {
    const auto type = static_cast<std::uint8_t>(edit.type);
    return type > 0 && type < 0x80 && edit.field != 0 && !edit.id.empty();
}

bool same_record(const Edit& a, const Edit& b) { return a.type == b.type && a.id == b.id; }

/// Of edits of one field in one action the last counts.
void keep_last_of_each_field(std::vector<FieldValue>& wanted) {
    const auto by_field = [](const FieldValue& a, const FieldValue& b) {
        return a.field < b.field;
    };
    const auto not_rising = [](const FieldValue& a, const FieldValue& b) {
        return a.field >= b.field;
    };
    if (std::adjacent_find(wanted.begin(), wanted.end(), not_rising) == wanted.end()) return;
    std::stable_sort(wanted.begin(), wanted.end(), by_field);
    std::size_t kept = 0;
    for (std::size_t n = 0; n < wanted.size(); ++n) {
        if (n + 1 < wanted.size() && wanted[n + 1].field == wanted[n].field) continue;
        wanted[kept++] = wanted[n];
    }
    wanted.resize(kept);
}

} // namespace

std::vector<Write> writes_of(const JournalEntry& entry) {
    std::vector<Write> result;
    const Bytes writes = entry.writes.joined();
    WriteReader reader(writes);
    while (reader.next()) {
        for (const FieldValue& item : reader.writes()) {
            result.push_back({reader.type(), reader.id(), item.field, std::string(item.value),
                              item.stamp, item.seen});
        }
    }
    return result;
}

CustomerFile::CustomerFile(std::uint32_t device) : clock_(device) {}

void CustomerFile::set_fields(Draft& draft, RecordType type, RecordId id,
                              std::vector<FieldValue>& wanted) {
    keep_last_of_each_field(wanted);
    std::vector<FieldValue> standing;
    const RecordView record = records_.find(type, id);
    if (record.exists()) packed::unpack(record.packed().data(), standing);

    std::vector<FieldChange> changes;
    std::vector<FieldValue> writes;
    bool written_before = false; // by this very action: its writes need a later stamp
    for (const FieldValue& want : wanted) {
        const auto found =
            std::find_if(standing.begin(), standing.end(),
                         [&](const FieldValue& item) { return item.field == want.field; });
        const FieldValue before = found == standing.end() ? FieldValue{} : *found;
        if (before.value == want.value) continue;
        written_before = written_before || before.stamp == draft.stamp;
        changes.push_back({want.field, before.value, want.value});
        writes.push_back({want.field, want.value, {}, before.stamp});
    }
    if (writes.empty()) return;
    if (written_before) draft.stamp = clock_.tick(draft.stamp.ms());
    for (FieldValue& write : writes) write.stamp = draft.stamp;

    if (record.exists()) {
        draft.changes.add(type, id, changes);
    } else {
        const bool in_bin = writes.front().field == common::deleted;
        draft.changes.add_created(type, id, in_bin ? writes.front().value : std::string_view{});
    }
    draft.writes.add(type, id, writes);
    records_.apply(type, id, writes);
}

bool CustomerFile::commit(Draft& draft, Text label, Instant now) {
    if (draft.writes.empty() && blobs_.empty()) return false;
    const Stamp newest = draft.writes.newest();
    outbox_.push_back({++sequence_, now, label, draft.writes.take(), newest, std::move(blobs_)});
    blobs_.clear();
    return true;
}

void CustomerFile::remember(Step step) {
    redo_.clear();
    const bool joins = joinable_ && !undo_.empty() && !step.action.join_key.empty() &&
                       undo_.back().action.join_key == step.action.join_key;
    if (joins) {
        undo_.back().changes.extend(step.changes);
    } else {
        undo_.push_back(std::move(step));
    }
    joinable_ = true;
}

bool CustomerFile::perform(const Action& action, Instant now) {
    begin({action.label, action.args, {}, action.join_key}, now);
    add(action.edits);
    return end();
}

void CustomerFile::begin(Action action, Instant now) {
    begun_ = Begun{std::move(action), now, {}};
    begun_->draft.stamp = clock_.tick(now.ms);
}

void CustomerFile::add(std::span<const Edit> edits) {
    std::vector<FieldValue> wanted;
    for (std::size_t first = 0, last = 0; first < edits.size(); first = last) {
        wanted.clear();
        for (last = first; last < edits.size() && same_record(edits[first], edits[last]); ++last) {
            if (!is_storable(edits[last])) continue;
            wanted.push_back({edits[last].field, edits[last].value, {}, {}});
        }
        set_fields(begun_->draft, edits[first].type, edits[first].id, wanted);
    }
}

bool CustomerFile::end() {
    Begun done = std::move(*begun_);
    begun_.reset();
    if (done.draft.writes.empty()) return false;
    commit(done.draft, done.action.label, done.at);
    remember({std::move(done.action), std::move(done.draft.changes)});
    return true;
}

void CustomerFile::attach_blob(std::string name, Bytes bytes) {
    blobs_.emplace_back(std::move(name), std::move(bytes));
}

const Action& CustomerFile::undo_action() const { return undo_.back().action; }
const Action& CustomerFile::redo_action() const { return redo_.back().action; }

void CustomerFile::restore(Draft& draft, const Step& step, bool to_before) {
    const std::size_t count = step.changes.group_count();
    std::vector<FieldValue> wanted;
    for (std::size_t n = 0; n < count; ++n) {
        // Taking back goes backwards, in case a record is in the step twice.
        const StepChanges::Group group = step.changes.group(to_before ? count - 1 - n : n);
        const RecordView record = records_.find(group.type, group.id);
        wanted.clear();
        for (const FieldChange& change : group.changes) {
            const auto expected = to_before ? change.after : change.before;
            const auto target = to_before ? change.before : change.after;
            // Whoever changed the field since meant it: their value stays.
            if (record.value(change.field) != expected) continue;
            const Stamp stamp = record.stamp(change.field);
            const bool mine = stamp.empty() || stamp.device == clock_.device();
            if (!mine && (step.own || !to_before)) continue;
            wanted.push_back({change.field, target, {}, {}});
        }
        set_fields(draft, group.type, group.id, wanted);
    }
}

void CustomerFile::undo(Instant now) {
    if (undo_.empty()) return;
    Step step = std::move(undo_.back());
    undo_.pop_back();
    Draft draft;
    draft.stamp = clock_.tick(now.ms);
    restore(draft, step, true);
    if (!draft.writes.empty()) commit(draft, step.action.label, now);
    redo_.push_back(std::move(step));
    joinable_ = false;
}

void CustomerFile::redo(Instant now) {
    if (redo_.empty()) return;
    Step step = std::move(redo_.back());
    redo_.pop_back();
    Draft draft;
    draft.stamp = clock_.tick(now.ms);
    restore(draft, step, false);
    if (!draft.writes.empty()) commit(draft, step.action.label, now);
    step.own = true; // its values are this device's now
    undo_.push_back(std::move(step));
    joinable_ = false;
}

std::vector<JournalEntry> CustomerFile::take_outbox() {
    std::vector<JournalEntry> taken;
    taken.swap(outbox_);
    return taken;
}

void CustomerFile::put_back(std::vector<JournalEntry> entries) {
    for (JournalEntry& entry : entries) {
        entry.sequence = ++sequence_;
        outbox_.push_back(std::move(entry));
    }
}

void CustomerFile::loaded(std::uint64_t last_sequence, Stamp newest) {
    sequence_ = last_sequence;
    clock_.receive(newest);
}

} // namespace bb
