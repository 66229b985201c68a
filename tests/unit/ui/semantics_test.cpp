// The packed layout that web/semantics_reader.mjs reads.
#include "ui/semantics.h"

#include <doctest/doctest.h>

using namespace bb::ui;

TEST_CASE("a node without a field takes its fixed part and its texts") {
    SemanticNode node;
    node.id = 0x01020304;
    node.depth = 2;
    node.role = Role::button;
    node.flags = node_focusable | node_current;
    node.x = 1.5f;
    node.label = "保存";
    const bb::Bytes packed = pack_semantics({node});
    // count, fixed part, four lengths, label
    CHECK(packed.size() == 4 + 54 + 16 + 6);
    bb::ByteReader in(packed);
    CHECK(in.u32() == 1);
    CHECK(in.u32() == 0x01020304);
    CHECK(in.u8() == 2);
    CHECK(in.u8() == 7);
    CHECK(in.u16() == (1 | 512));
    CHECK(in.u32() == 0x3FC00000); // 1.5f
}

TEST_CASE("only text fields carry a style") {
    SemanticNode field;
    field.role = Role::text_field;
    SemanticNode text;
    text.role = Role::text;
    CHECK(pack_semantics({field}).size() == pack_semantics({text}).size() + 32);
}
