// What is typed into the search and the rows it looks through: the first line is typed, each other
// one is a row, whose cells are set apart by tabs; the second is a phone number.
#include "app/search_text.h"
#include "fuzz/fuzzing.h"

using namespace bb;
using fuzzing::demand;

namespace {

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> pieces;
    for (std::size_t end = text.find(at); end != text.npos; end = text.find(at)) {
        pieces.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    pieces.push_back(text);
    return pieces;
}

void fill(SearchText& text, Row row, std::string_view line) {
    text.begin_row(row);
    std::size_t column = 0;
    for (const std::string_view cell : split(line, '\t')) {
        if (column++ == 1)
            text.add_phone(cell);
        else
            text.add(cell);
    }
    text.end_row();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto lines = split(as_text({data, size}), '\n');
    const std::string_view typed = lines.front();
    lines.erase(lines.begin());
    if (lines.size() > 64) lines.resize(64);
    SearchText text;
    // Each row twice, as after an edit.
    for (Row row = 0; row < lines.size(); ++row) fill(text, row, "before");
    for (Row row = 0; row < lines.size(); ++row) fill(text, row, lines[row]);

    const auto words = search_words(typed);
    std::vector<std::uint8_t> hits(lines.size(), 1);
    text.keep(words, hits);
    for (Row row = 0; row < lines.size(); ++row)
        demand((hits[row] == 1) == text.row_matches(row, words),
               "a scan finds the rows that match");

    const auto shorter = search_words(typed.substr(0, typed.size() / 2));
    if (!narrows(words, shorter)) return 0;
    for (Row row = 0; row < lines.size(); ++row)
        demand(hits[row] == 0 || text.row_matches(row, shorter), "a longer search finds no more");
    std::vector<std::uint8_t> step_by_step(lines.size(), 1);
    text.keep(shorter, step_by_step);
    text.keep(words, step_by_step);
    demand(step_by_step == hits, "typed letter by letter the same is found");
    return 0;
}
