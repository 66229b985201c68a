// Bytes that are kept in pieces.
#include "base/byte_pieces.h"

#include <doctest/doctest.h>

#include <numeric>

using namespace bb;

namespace {

Bytes numbers(std::size_t count) {
    Bytes out(count);
    std::iota(out.begin(), out.end(), std::uint8_t{0});
    return out;
}

Bytes part_of(const BytePieces& pieces, std::size_t from, std::size_t until) {
    ByteWriter out;
    pieces.copy(from, until, out);
    return out.take();
}

} // namespace

TEST_CASE("bytes in pieces are the same bytes, wherever a piece ends") {
    constexpr std::size_t count = 3 * 1024 * 1024 + 7;
    const Bytes all = numbers(count);
    BytePieces pieces;
    CHECK(pieces.empty());
    for (std::size_t at = 0; at < count;) {
        const std::size_t some = std::min<std::size_t>(count - at, 99'991);
        pieces.add(ByteView(all).subspan(at, some));
        at += some;
    }
    CHECK(pieces.size() == count);
    CHECK(pieces.joined() == all);
    CHECK(BytePieces(all).joined() == all);
    constexpr std::size_t mega = 1024 * 1024;
    for (const auto& [from, until] : {std::pair{mega - 1, mega + 1},
                                      {mega, 2 * mega},
                                      {std::size_t{5}, count},
                                      {count, count}}) {
        const ByteView right = ByteView(all).subspan(from, until - from);
        CHECK(part_of(pieces, from, until) == Bytes(right.begin(), right.end()));
    }
    CHECK(part_of(pieces, count - 1, count + 100).size() == 1); // no more than there is
    CHECK(part_of(pieces, count + 5, count + 9).empty());
}
