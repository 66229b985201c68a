// Limits on what is read from a file of somebody else. Going over one is an error that names it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace bb::read_limits {

inline constexpr std::size_t kilobyte = 1024;
inline constexpr std::size_t megabyte = 1024 * kilobyte;

/// Counted on bytes really inflated, never on what the archive claims.
inline constexpr std::size_t zip_entries = 2'000;
inline constexpr std::uint64_t part_bytes = 64 * megabyte;
inline constexpr std::uint64_t inflated_bytes = 256 * megabyte;
/// The rows themselves pass through and are never held, so what bounds all parts together bounds them
/// too: 100,000 customers of 25 columns are 113 MB of XML.
inline constexpr std::uint64_t sheet_bytes = inflated_bytes;
/// Inflated to packed size; small parts may be as dense as they like.
inline constexpr std::uint64_t inflated_ratio = 100;
inline constexpr std::uint64_t ratio_free_bytes = megabyte;

inline constexpr std::size_t file_bytes = 256 * megabyte;
inline constexpr int xml_depth = 64;
/// One tag or comment.
inline constexpr std::size_t xml_tag_bytes = 256 * kilobyte;

inline constexpr std::size_t rows = 200'000;
inline constexpr std::size_t columns = 1'000;
/// Just under 2^23: the doubling buffer of cells then stays below 150 MB while it moves.
inline constexpr std::size_t cells = 8'000'000;
inline constexpr std::size_t table_text_bytes = 128 * megabyte;
inline constexpr std::size_t field_bytes = 64 * kilobyte;

} // namespace bb::read_limits
