#include "store/journal.h"

#include "base/hash.h"

#include <algorithm>
#include <cstdio>

namespace bb {
namespace {

constexpr std::uint32_t row_magic = 0x314A4242;  // "BBJ1"
constexpr std::uint32_t head_magic = 0x314C4242; // "BBL1"
// Magic, schema, sequence, part, parts, hash before, length; and the hash at the end.
constexpr std::size_t row_overhead = 4 + 2 + 8 + 2 + 2 + 8 + 4 + 8;
constexpr std::size_t row_payload = journal_row_limit - row_overhead - 64;

/// What stands before the packed writes in the payload of an entry.
Bytes entry_head(const JournalEntry& entry) {
    ByteWriter out;
    out.u8(1); // layout
    out.u64(static_cast<std::uint64_t>(entry.at.ms));
    out.text({}); // room for a lasting name of the action
    return out.take();
}

/// What lies in [from, until) of a payload: its head, then the writes.
void add_payload(ByteWriter& out, ByteView head, const BytePieces& writes, std::size_t from,
                 std::size_t until) {
    const auto behind_head = [&](std::size_t at) {
        return std::max(at, head.size()) - head.size();
    };
    if (from < head.size()) out.raw(head.subspan(from, std::min(until, head.size()) - from));
    writes.copy(behind_head(from), behind_head(until), out);
}

/// Splits off the hash at the end; false when it is not that of the rest.
bool checked(ByteView row, ByteView& body, std::uint64_t& hash) {
    if (row.size() < 8) return false;
    body = row.first(row.size() - 8);
    hash = packed::load_u64(row.data() + body.size());
    return hash64(body) == hash;
}

Bytes with_hash(ByteWriter& out, std::uint64_t& hash) {
    hash = hash64(out.bytes());
    out.u64(hash);
    return out.take();
}

} // namespace

std::string journal_key(std::uint64_t sequence, std::uint32_t part) {
    char key[40];
    std::snprintf(key, sizeof key, "%016llx.%04x", static_cast<unsigned long long>(sequence),
                  static_cast<unsigned>(part));
    return key;
}

std::string journal_end() { return "g"; }

Bytes JournalHead::encode() const {
    ByteWriter out;
    out.u32(head_magic);
    out.u16(store_schema);
    out.u64(sequence);
    out.u64(chain);
    out.u32(generation);
    out.u64(static_cast<std::uint64_t>(at.ms));
    out.u64(newest.time);
    out.u32(newest.device);
    std::uint64_t hash = 0;
    return with_hash(out, hash);
}

JournalHead::Read JournalHead::decode(ByteView row) {
    ByteView body;
    std::uint64_t hash = 0;
    if (!checked(row, body, hash)) return Read::damaged;
    ByteReader in(body);
    if (in.u32() != head_magic) return Read::damaged;
    const bool newer = in.u16() > store_schema;
    sequence = in.u64();
    chain = in.u64();
    generation = in.u32();
    at.ms = static_cast<std::int64_t>(in.u64());
    newest.time = in.u64();
    newest.device = in.u32();
    if (newer) return Read::newer;
    return in.ok() && in.at_end() ? Read::sound : Read::damaged;
}

JournalRows::JournalRows(const JournalEntry& entry, JournalHead& head)
    : entry_(&entry), head_(&head), start_(entry_head(entry)),
      parts_((start_.size() + entry.writes.size() + row_payload - 1) / row_payload) {}

bool JournalRows::next(StoreBatch::Put& row) {
    if (part_ == parts_) return false;
    const std::size_t size = start_.size() + entry_->writes.size();
    const std::size_t from = part_ * row_payload;
    const std::size_t until = std::min(size, from + row_payload);
    ByteWriter out;
    out.reserve(row_overhead + (until - from));
    out.u32(row_magic);
    out.u16(store_schema);
    out.u64(entry_->sequence);
    out.u16(static_cast<std::uint16_t>(part_));
    out.u16(static_cast<std::uint16_t>(parts_ - 1));
    out.u64(head_->chain);
    out.u32(static_cast<std::uint32_t>(until - from));
    add_payload(out, start_, entry_->writes, from, until);
    row = {Place::journal, journal_key(entry_->sequence, static_cast<std::uint32_t>(part_)),
           with_hash(out, head_->chain)};
    if (++part_ == parts_) {
        head_->sequence = entry_->sequence;
        head_->at = entry_->at;
        head_->newest = std::max(head_->newest, entry_->newest);
    }
    return true;
}

bool read_journal_row(const StoredRow& row, JournalRow& out) {
    ByteView body;
    if (!checked(row.bytes, body, out.hash)) return false;
    ByteReader in(body);
    if (in.u32() != row_magic) return false;
    out.newer = in.u16() > store_schema;
    out.sequence = in.u64();
    out.part = in.u16();
    out.last_part = in.u16();
    out.before = in.u64();
    out.piece = in.raw(in.u32());
    return in.ok() && in.at_end() && out.part <= out.last_part &&
           row.key == journal_key(out.sequence, out.part);
}

std::optional<ByteView> writes_of_payload(ByteView payload, Instant& at) {
    ByteReader in(payload);
    const std::uint8_t layout = in.u8();
    at.ms = static_cast<std::int64_t>(in.u64());
    in.text();
    const ByteView writes = in.raw(in.left());
    if (!in.ok() || layout != 1) return {};
    return writes;
}

JournalReader::Outcome JournalReader::finish_entry() {
    const auto writes = writes_of_payload(payload_, head_.at);
    ++head_.sequence;
    if (!writes) return Outcome::damaged;
    writes_ = *writes;
    return Outcome::entry;
}

JournalReader::Outcome JournalReader::take(const StoredRow& stored) {
    JournalRow row;
    const bool readable = read_journal_row(stored, row);
    newer_ = newer_ || row.newer;
    if (parts_left_ == 0) {
        payload_.clear();
        next_part_ = 0;
        parts_left_ = row.last_part + 1;
    }
    const bool sound = readable && row.sequence == head_.sequence + 1 && row.part == next_part_ &&
                       row.last_part + 1 - row.part == parts_left_ && row.before == head_.chain;
    if (!sound) return row.newer ? Outcome::newer : Outcome::damaged;
    head_.chain = row.hash;
    payload_.insert(payload_.end(), row.piece.begin(), row.piece.end());
    ++next_part_;
    return --parts_left_ == 0 ? finish_entry() : Outcome::more;
}

} // namespace bb
