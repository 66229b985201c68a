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

/// The part of `bytes` that lies in [from, until) of a payload in which it begins at `start`.
ByteView overlap(ByteView bytes, std::size_t start, std::size_t from, std::size_t until) {
    const std::size_t first = std::clamp(from, start, start + bytes.size()) - start;
    const std::size_t last = std::clamp(until, start, start + bytes.size()) - start;
    return bytes.subspan(first, last - first);
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

std::size_t append_rows(const JournalEntry& entry, JournalHead& head,
                        std::vector<StoreBatch::Put>& out) {
    const Bytes start = entry_head(entry);
    const std::size_t size = start.size() + entry.writes.size();
    const std::size_t parts = (size + row_payload - 1) / row_payload;
    std::size_t bytes = 0;
    for (std::size_t part = 0; part < parts; ++part) {
        const std::size_t from = part * row_payload;
        const std::size_t until = std::min(size, from + row_payload);
        ByteWriter row;
        row.u32(row_magic);
        row.u16(store_schema);
        row.u64(entry.sequence);
        row.u16(static_cast<std::uint16_t>(part));
        row.u16(static_cast<std::uint16_t>(parts - 1));
        row.u64(head.chain);
        row.u32(static_cast<std::uint32_t>(until - from));
        row.raw(overlap(start, 0, from, until));
        row.raw(overlap(entry.writes, start.size(), from, until));
        Bytes finished = with_hash(row, head.chain);
        bytes += finished.size();
        std::string key = journal_key(entry.sequence, static_cast<std::uint32_t>(part));
        out.push_back({Place::journal, std::move(key), std::move(finished)});
    }
    head.sequence = entry.sequence;
    head.at = entry.at;
    head.newest = std::max(head.newest, entry.newest);
    return bytes;
}

JournalReader::Outcome JournalReader::finish_entry() {
    ByteReader in(payload_);
    const std::uint8_t layout = in.u8();
    head_.at.ms = static_cast<std::int64_t>(in.u64());
    in.text();
    writes_ = in.raw(in.left());
    ++head_.sequence;
    return in.ok() && layout == 1 ? Outcome::entry : Outcome::damaged;
}

JournalReader::Outcome JournalReader::take(const StoredRow& row) {
    ByteView body;
    std::uint64_t hash = 0;
    if (!checked(row.bytes, body, hash)) return Outcome::damaged;
    ByteReader in(body);
    if (in.u32() != row_magic) return Outcome::damaged;
    const bool newer = in.u16() > store_schema;
    newer_ = newer_ || newer;
    const std::uint64_t sequence = in.u64();
    const std::uint32_t part = in.u16();
    const std::uint32_t last_part = in.u16();
    const std::uint64_t before = in.u64();
    const ByteView piece = in.raw(in.u32());
    const bool first = parts_left_ == 0;
    if (first) {
        payload_.clear();
        next_part_ = 0;
        parts_left_ = last_part + 1;
    }
    const bool sound = in.ok() && in.at_end() && sequence == head_.sequence + 1 &&
                       part == next_part_ && last_part + 1 - part == parts_left_ &&
                       before == head_.chain && row.key == journal_key(sequence, part);
    if (!sound) return newer ? Outcome::newer : Outcome::damaged;
    head_.chain = hash;
    payload_.insert(payload_.end(), piece.begin(), piece.end());
    ++next_part_;
    return --parts_left_ == 0 ? finish_entry() : Outcome::more;
}

} // namespace bb
