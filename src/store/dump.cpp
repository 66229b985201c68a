// The whole state as one text that depends on the set of writes only, not on how it came together.
#include "store/parts.h"
#include "store/workspace.h"

#include <algorithm>
#include <cstdio>

namespace bb {
namespace {

void append_stamp(std::string& out, Stamp stamp) {
    char text[32];
    std::snprintf(text, sizeof text, " %016llx.%08x", static_cast<unsigned long long>(stamp.time),
                  static_cast<unsigned>(stamp.device));
    out += text;
}

void append_escaped(std::string& out, std::string_view value) {
    for (const char c : value) {
        if (c == '\\') {
            out += "\\\\";
        } else if (c == '\n') {
            out += "\\n";
        } else {
            out += c;
        }
    }
}

void append_record(std::string& out, const RecordTable& table, RecordId id) {
    std::vector<FieldValue> writes;
    table.writes_of(id, writes);
    std::sort(writes.begin(), writes.end(), [](const FieldValue& a, const FieldValue& b) {
        return a.field != b.field ? a.field < b.field : standing_order(a, b) > 0;
    });
    out += std::to_string(static_cast<int>(table.type())) + " " + id.to_text() + "\n";
    std::uint16_t field = 0;
    for (const FieldValue& write : writes) {
        out += write.field == field ? "  < " : "  = "; // overwritten, standing
        field = write.field;
        out += std::to_string(field);
        append_stamp(out, write.stamp);
        append_stamp(out, write.seen);
        out += " ";
        append_escaped(out, write.value);
        out += "\n";
    }
}

} // namespace

std::string Workspace::canonical_dump() const {
    std::string out;
    parts_->each_table([&](const RecordTable& table) {
        std::vector<RecordId> ids;
        for (Row row = 0; row < table.rows().count(); ++row) {
            ids.push_back(packed::id_of(table.rows().at(row)));
        }
        std::sort(ids.begin(), ids.end());
        for (const RecordId id : ids) append_record(out, table, id);
    });
    return out;
}

} // namespace bb
