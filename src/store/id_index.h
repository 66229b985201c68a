// Two open-addressing tables for record ids: one without keys (rows know their ids), one with.
// No node per record: a million activities cost eight megabytes.
#pragma once

#include "base/id.h"

#include <cstdint>
#include <vector>

namespace bb {

inline std::size_t id_slot(RecordId id, std::size_t mask) {
    // Finalised, because made-up and imported ids may differ in a few bits only.
    std::uint64_t h = id.low ^ (id.high * 0x9E3779B97F4A7C15ULL);
    h ^= h >> 32;
    h *= 0xD6E8FEB86659FD93ULL;
    h ^= h >> 32;
    return static_cast<std::size_t>(h) & mask;
}

/// Row numbers by id; the caller tells the id of a row.
class RowIndex {
public:
    template <class IdOfRow> void reserve(std::size_t count, IdOfRow id_of_row) {
        if (slots_.size() >= count * 2) return;
        std::size_t size = 64;
        while (size < count * 2) size *= 2;
        std::vector<std::uint32_t> old(size, 0);
        old.swap(slots_);
        for (const std::uint32_t slot : old) {
            if (slot != 0) slots_[free_slot(id_of_row(slot - 1))] = slot;
        }
    }
    /// False when the id is there already.
    template <class IdOfRow> bool add(RecordId id, std::uint32_t row, IdOfRow id_of_row) {
        reserve(++count_, id_of_row);
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = id_slot(id, mask);
        for (; slots_[at] != 0; at = (at + 1) & mask) {
            if (id_of_row(slots_[at] - 1) == id) return false;
        }
        slots_[at] = row + 1;
        return true;
    }
    /// The row, or `none`.
    template <class IdOfRow> std::uint32_t find(RecordId id, IdOfRow id_of_row) const {
        if (slots_.empty()) return none;
        const std::size_t mask = slots_.size() - 1;
        for (std::size_t at = id_slot(id, mask); slots_[at] != 0; at = (at + 1) & mask) {
            if (id_of_row(slots_[at] - 1) == id) return slots_[at] - 1;
        }
        return none;
    }
    static constexpr std::uint32_t none = 0xFFFFFFFFU;

private:
    std::size_t free_slot(RecordId id) const {
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = id_slot(id, mask);
        while (slots_[at] != 0) at = (at + 1) & mask;
        return at;
    }
    std::vector<std::uint32_t> slots_; // row + 1; 0 = free
    std::size_t count_ = 0;
};

/// A number by id; 0 means "not there".
class IdMap {
public:
    std::uint32_t find(RecordId id) const { return slots_.empty() ? 0 : slots_[slot_of(id)].value; }
    /// The place of the number, made when missing; valid until the next call.
    std::uint32_t& at(RecordId id) {
        if (slots_.size() < (count_ + 1) * 2) grow();
        Slot& slot = slots_[slot_of(id)];
        if (!slot.used) {
            slot = {id, 0, true};
            ++count_;
        }
        return slot.value;
    }

private:
    struct Slot {
        RecordId id;
        std::uint32_t value = 0;
        bool used = false;
    };
    std::size_t slot_of(RecordId id) const {
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = id_slot(id, mask);
        while (slots_[at].used && slots_[at].id != id) at = (at + 1) & mask;
        return at;
    }
    void grow() {
        std::vector<Slot> old(slots_.empty() ? 64 : slots_.size() * 2);
        old.swap(slots_);
        for (const Slot& slot : old) {
            if (slot.used) slots_[slot_of(slot.id)] = slot;
        }
    }
    std::vector<Slot> slots_;
    std::size_t count_ = 0;
};

} // namespace bb
