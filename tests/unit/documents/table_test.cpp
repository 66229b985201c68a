#include "documents/table.h"

#include <doctest/doctest.h>

using namespace bb;

namespace {

Table small_table() {
    Table table;
    table.add_cell(CellKind::text, "公司");
    table.skip_to(2);
    table.add_cell(CellKind::number, "13800138000");
    table.end_row();
    table.end_row();
    table.add_cell(CellKind::date, "2026-11-21");
    table.end_row();
    return table;
}

} // namespace

TEST_CASE("a table keeps ragged rows, and cells outside are empty") {
    Table table = small_table();
    CHECK(table.row_count() == 3);
    CHECK(table.column_count() == 3);
    CHECK(table.cell(0, 0).text == "公司");
    CHECK(table.cell(0, 1).kind == CellKind::empty);
    CHECK(table.cell(0, 2).text == "13800138000");
    CHECK(table.cell(1, 0).kind == CellKind::empty);
    CHECK(table.cell(2, 0).kind == CellKind::date);
    CHECK(table.cell(2, 1).kind == CellKind::empty);
    CHECK(table.cell(99, 99).kind == CellKind::empty);
}

TEST_CASE("a packed table comes back the same") {
    Table table = small_table();
    Bytes packed = table.packed();
    Result<Table> back = Table::unpacked(packed);
    REQUIRE(back);
    CHECK(table.packed_size() == packed.size());
    CHECK(back->packed_size() == packed.size());
    CHECK(back->packed() == packed);
    CHECK(back->column_count() == 3);
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
            CHECK(back->cell(row, column).kind == table.cell(row, column).kind);
            CHECK(back->cell(row, column).text == table.cell(row, column).text);
        }
    }
    CHECK(Table::unpacked(Table{}.packed()));
}

TEST_CASE("a table that is written over what it is read from is the same, wherever that stands") {
    const std::string_view file = "1|first|22||second|333";
    const auto read = std::make_shared<Bytes>(file.begin(), file.end());
    const auto* bytes = reinterpret_cast<const char*>(read->data());
    Table over;
    over.write_over(read);
    over.add_cell(CellKind::text, {bytes, 1}); // stays where it is
    over.skip_to(3);
    over.add_cell(CellKind::text, {bytes + 8, 2});
    over.end_row();
    over.add_cell(CellKind::text, std::string("joined"));
    over.add_cell(CellKind::text, {bytes + 19, 3});
    over.end_row();
    over.finish();
    const Table moved = std::move(over);

    Table elsewhere;
    elsewhere.add_cell(CellKind::text, "1");
    elsewhere.skip_to(3);
    elsewhere.add_cell(CellKind::text, "22");
    elsewhere.end_row();
    elsewhere.add_cell(CellKind::text, "joined");
    elsewhere.add_cell(CellKind::text, "333");
    elsewhere.end_row();
    CHECK(moved.packed() == elsewhere.packed());
    CHECK(moved.cell(1, 0).text == "joined");
}

TEST_CASE("a packed table that was cut or changed is refused or still a table") {
    Bytes packed = small_table().packed();
    for (std::size_t size = 0; size < packed.size(); ++size) {
        CHECK_FALSE(Table::unpacked(ByteView(packed).first(size)));
    }
    for (std::size_t i = 0; i < packed.size() * 8; ++i) {
        Bytes changed = packed;
        changed[i / 8] = static_cast<std::uint8_t>(changed[i / 8] ^ (1u << (i % 8)));
        Result<Table> table = Table::unpacked(changed);
        if (!table) continue;
        for (std::size_t row = 0; row < table->row_count(); ++row) table->cell(row, 0);
    }
}

TEST_CASE("cells are named as spreadsheets name them") {
    CHECK(cell_address(6, 1) == "B7");
    CHECK(cell_address(0, 25) == "Z1");
    CHECK(cell_address(0, 26) == "AA1");
    CHECK(cell_address(199'999, 16'383) == "XFD200000");
}
