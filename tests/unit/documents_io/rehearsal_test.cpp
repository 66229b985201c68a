// The list that is read before anybody's comes out whole, every time.
#include "documents_io/rehearsal.h"
#include "read_support.h"

#include <doctest/doctest.h>

using namespace bb;

TEST_CASE("what reads lists can be rehearsed, more than once") {
    CHECK(rehearse_reading(test::decode_strictly));
    CHECK(rehearse_reading(test::decode_strictly));
}
