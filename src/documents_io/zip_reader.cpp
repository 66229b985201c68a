#include "documents_io/zip_reader.h"

#include "documents_io/read_limits.h"

#include <algorithm>
#include <array>

#include <zlib.h>

namespace bb {

namespace {

constexpr std::uint32_t local_mark = 0x04034b50;
constexpr std::uint32_t central_mark = 0x02014b50;
constexpr std::uint32_t end_mark = 0x06054b50;
constexpr std::uint32_t end64_mark = 0x06064b50;
constexpr std::uint32_t locator64_mark = 0x07064b50;
constexpr std::size_t end_size = 22;
constexpr std::size_t locator64_size = 20;
constexpr std::uint32_t in_zip64 = 0xFFFFFFFF;
constexpr std::uint16_t flag_encrypted = 1;
constexpr std::uint16_t method_stored = 0;
constexpr std::uint16_t method_deflated = 8;

Error damaged() { return {Text::read_damaged}; }

std::string in_megabytes(std::uint64_t bytes) {
    return std::to_string(bytes / read_limits::megabyte);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

/// Sizes and offset that did not fit 32 bits stand in an extra field, in this order.
void read_zip64_extra(ByteReader extra, ZipEntry& entry) {
    while (extra.ok() && extra.left() >= 4) {
        std::uint16_t tag = extra.u16();
        ByteReader field(extra.raw(extra.u16()));
        if (tag != 1) continue;
        if (entry.size == in_zip64) entry.size = field.u64();
        if (entry.packed_size == in_zip64) entry.packed_size = field.u64();
        if (entry.header_at == in_zip64) entry.header_at = field.u64();
        return;
    }
}

bool read_central_entry(ByteReader& in, ZipEntry& entry) {
    if (in.u32() != central_mark) return false;
    in.raw(4); // versions
    entry.flags = in.u16();
    entry.method = in.u16();
    in.raw(4); // time
    entry.crc = in.u32();
    entry.packed_size = in.u32();
    entry.size = in.u32();
    std::uint16_t name_size = in.u16();
    std::uint16_t extra_size = in.u16();
    std::uint16_t comment_size = in.u16();
    in.raw(8); // disk, attributes
    entry.header_at = in.u32();
    entry.name = as_text(in.raw(name_size));
    std::replace(entry.name.begin(), entry.name.end(), '\\', '/');
    read_zip64_extra(ByteReader(in.raw(extra_size)), entry);
    in.raw(comment_size);
    return in.ok();
}

} // namespace

/// One entry on its way out: counts, checks the limits, keeps the checksum.
class ZipReader::Inflating {
public:
    Inflating(const ZipEntry& entry, std::uint64_t most, std::uint64_t& total, const ByteSink& sink)
        : entry_(entry), most_(most), total_(total), sink_(sink) {}

    Result<bool> deflated(ByteView packed) {
        z_stream stream{};
        if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return damaged();
        Result<bool> result = run(stream, packed);
        inflateEnd(&stream);
        return result;
    }

    Result<bool> stored(ByteView packed) {
        for (std::size_t at = 0; at < packed.size(); at += piece_.size()) {
            ByteView piece = packed.subspan(at, std::min(piece_.size(), packed.size() - at));
            Result<bool> passed = pass(piece, at + piece.size());
            if (!passed || !*passed) return passed;
        }
        return whole();
    }

private:
    Result<bool> run(z_stream& stream, ByteView packed) {
        stream.next_in = const_cast<Bytef*>(packed.data()); // zlib's own signature; it only reads
        stream.avail_in = static_cast<uInt>(packed.size());
        int state = Z_OK;
        while (state != Z_STREAM_END) {
            stream.next_out = piece_.data();
            stream.avail_out = static_cast<uInt>(piece_.size());
            state = ::inflate(&stream, Z_NO_FLUSH);
            // Z_BUF_ERROR: the packed bytes ended before the stream did.
            if (state != Z_OK && state != Z_STREAM_END) return damaged();
            ByteView piece(piece_.data(), piece_.size() - stream.avail_out);
            Result<bool> passed = pass(piece, packed.size() - stream.avail_in);
            if (!passed || !*passed) return passed;
        }
        return whole();
    }

    Result<bool> pass(ByteView piece, std::uint64_t packed_done) {
        using namespace read_limits;
        size_ += piece.size();
        total_ += piece.size();
        if (size_ > most_) return Error{Text::read_part_too_large, {in_megabytes(most_)}};
        if (total_ > inflated_bytes) {
            return Error{Text::read_inflated_too_large, {in_megabytes(inflated_bytes)}};
        }
        if (size_ > ratio_free_bytes && size_ > inflated_ratio * entry_.packed_size) {
            return Error{Text::read_packed_too_densely, {std::to_string(inflated_ratio)}};
        }
        crc_ = crc32(crc_, piece.data(), static_cast<uInt>(piece.size()));
        double fraction =
            static_cast<double>(packed_done) / static_cast<double>(entry_.packed_size);
        return sink_(piece, fraction);
    }

    Result<bool> whole() const {
        if (crc_ != entry_.crc || size_ != entry_.size) return damaged();
        return true;
    }

    const ZipEntry& entry_;
    std::uint64_t most_;
    std::uint64_t& total_;
    const ByteSink& sink_;
    std::uint64_t size_ = 0;
    uLong crc_ = 0;
    std::array<std::uint8_t, 32 * read_limits::kilobyte> piece_{};
};

Result<ZipReader> ZipReader::open(ByteView bytes) {
    ZipReader reader(bytes);
    Result<Directory> directory = reader.find_directory();
    if (!directory) return directory.error();
    Status read = reader.read_directory(*directory);
    if (!read) return read.error();
    return reader;
}

/// The end record stands before a comment of at most 64 KB.
Result<ZipReader::Directory> ZipReader::find_directory() const {
    if (bytes_.size() < end_size) return damaged();
    std::size_t last = bytes_.size() - end_size;
    std::size_t first = last > 0xFFFF ? last - 0xFFFF : 0;
    for (std::size_t at = last + 1; at-- > first;) {
        ByteReader end(bytes_.subspan(at));
        if (end.u32() != end_mark) continue;
        end.raw(6); // disks
        Directory directory;
        directory.count = end.u16();
        end.raw(4); // size
        directory.at = end.u32();
        bool needs_zip64 = directory.count == 0xFFFF || directory.at == in_zip64;
        if (!needs_zip64 || at < locator64_size) return directory;
        ByteReader locator(bytes_.subspan(at - locator64_size));
        if (locator.u32() != locator64_mark) return directory;
        locator.raw(4); // disk
        std::uint64_t end64_at = locator.u64();
        if (end64_at >= bytes_.size()) return damaged();
        ByteReader end64(bytes_.subspan(static_cast<std::size_t>(end64_at)));
        if (end64.u32() != end64_mark) return damaged();
        end64.raw(28); // sizes, versions, disks
        directory.count = end64.u64();
        end64.raw(8); // size
        directory.at = end64.u64();
        if (!end64.ok()) return damaged();
        return directory;
    }
    return damaged();
}

Status ZipReader::read_directory(Directory directory) {
    if (directory.count > read_limits::zip_entries) {
        return Error{Text::read_too_many_parts, {std::to_string(read_limits::zip_entries)}};
    }
    if (directory.at > bytes_.size()) return damaged();
    ByteReader in(bytes_.subspan(static_cast<std::size_t>(directory.at)));
    for (std::uint64_t i = 0; i < directory.count; ++i) {
        ZipEntry entry;
        if (!read_central_entry(in, entry)) return damaged();
        entries_.push_back(std::move(entry));
    }
    return {};
}

const ZipEntry* ZipReader::find(std::string_view name) const {
    auto found = std::find_if(entries_.begin(), entries_.end(),
                              [&](const ZipEntry& entry) { return same_name(entry.name, name); });
    return found == entries_.end() ? nullptr : &*found;
}

Result<ByteView> ZipReader::packed_bytes(const ZipEntry& entry) const {
    if (entry.header_at >= bytes_.size()) return damaged();
    ByteReader in(bytes_.subspan(static_cast<std::size_t>(entry.header_at)));
    if (in.u32() != local_mark) return damaged();
    in.raw(22); // repeats the directory, or is empty where a data descriptor follows
    std::size_t name_size = in.u16();
    std::size_t extra_size = in.u16();
    in.raw(name_size + extra_size);
    if (!in.ok() || entry.packed_size > in.left()) return damaged();
    return in.raw(static_cast<std::size_t>(entry.packed_size));
}

Result<bool> ZipReader::inflate(const ZipEntry& entry, std::uint64_t most_bytes,
                                const ByteSink& sink) {
    if ((entry.flags & flag_encrypted) != 0) return Error{Text::read_password};
    Result<ByteView> packed = packed_bytes(entry);
    if (!packed) return packed.error();
    Inflating inflating(entry, most_bytes, inflated_, sink);
    if (entry.method == method_deflated) return inflating.deflated(*packed);
    if (entry.method == method_stored) return inflating.stored(*packed);
    return damaged();
}

} // namespace bb
