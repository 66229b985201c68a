#include "documents_io/csv_reader.h"

#include "base/byte_marks.h"
#include "base/formula_guard.h"
#include "documents_io/read_limits.h"

#include <algorithm>
#include <array>
#include <string>

namespace bb {

namespace {

/// A field is copied only where quotes inside it must go; the rest are views into the text. What stands
/// before the field given last may have changed: nobody looks back at it.
class CsvFields {
public:
    CsvFields(std::string_view text, char delimiter)
        : text_(text), ends_(text, {delimiter, '\n', '\r'}), delimiter_(delimiter) {}

    bool at_end() const { return at_ >= text_.size() && !field_due_; }
    std::size_t position() const { return at_; }
    bool has_unclosed_quote() const { return unclosed_; }
    /// Whether the field given last ended its record.
    bool record_ended() const { return record_ended_; }

    /// Valid until the next call.
    std::string_view next() {
        field_due_ = false;
        const std::size_t start = at_;
        const std::string_view field = at_quote(at_) ? quoted() : plain();
        const bool has_apostrophe = apostrophe_from(start) < at_;
        finish_field();
        return has_apostrophe ? unguarded_ = unguarded(field) : without_equals(field);
    }

private:
    bool at_quote(std::size_t i) const { return i < text_.size() && text_[i] == '"'; }
    bool is_end(char c) const { return c == delimiter_ || c == '\n' || c == '\r'; }

    std::string_view plain() {
        const std::size_t start = at_;
        at_ = ends_.next(start);
        return text_.substr(start, at_ - start);
    }

    std::string_view quoted() {
        std::size_t start = ++at_;
        std::size_t close = text_.find('"', at_);
        if (close == std::string_view::npos) {
            unclosed_ = true;
            at_ = text_.size();
            return text_.substr(start);
        }
        at_ = close + 1;
        bool simple = at_ >= text_.size() || is_end(text_[at_]);
        if (simple) return text_.substr(start, close - start);
        joined_.assign(text_, start, close - start);
        join_rest();
        return joined_;
    }

    /// After a quote that did not end the field: `""` is a quote, anything else is kept as it is.
    void join_rest() {
        while (at_quote(at_)) {
            std::size_t start = at_++;
            std::size_t close = text_.find('"', at_);
            if (close == std::string_view::npos) {
                unclosed_ = true;
                close = text_.size();
            }
            joined_.append(text_, start, close - start);
            at_ = std::min(close + 1, text_.size());
        }
        while (at_ < text_.size() && !is_end(text_[at_])) joined_ += text_[at_++];
    }

    void finish_field() {
        record_ended_ = true;
        if (at_ >= text_.size()) return;
        char end = text_[at_++];
        if (end == delimiter_) {
            record_ended_ = false;
            field_due_ = true;
        } else if (end == '\r' && at_ < text_.size() && text_[at_] == '\n') {
            ++at_;
        }
    }

    /// Where the next one is: '=1+1 is how exports (ours too) keep Excel from computing. Few lists
    /// have any, and no field is looked through for it then.
    std::size_t apostrophe_from(std::size_t start) {
        if (apostrophe_ < start) apostrophe_ = std::min(text_.find('\'', start), text_.size());
        return apostrophe_;
    }

    /// Exports write ="00123" so that Excel keeps the zeros: the text is what was meant.
    static std::string_view without_equals(std::string_view field) {
        if (field.size() < 3 || !field.starts_with("=\"") || !field.ends_with('"')) return field;
        const std::string_view inner = field.substr(2, field.size() - 3);
        return inner.find('"') == std::string_view::npos ? inner : field;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    ByteMarks<3> ends_;
    std::size_t apostrophe_ = std::min(text_.find('\''), text_.size()); // the first one to come
    char delimiter_;
    bool field_due_ = false; // a delimiter at the very end still opens a last, empty field
    bool record_ended_ = false;
    bool unclosed_ = false;
    std::string joined_;
    std::string unguarded_;
};

/// The delimiter of a first line "sep=;", and where the text goes on; 0 without one.
char declared_delimiter(std::string_view& text) {
    if (text.size() < 5 || (text.substr(0, 4) != "sep=" && text.substr(0, 4) != "SEP=")) return 0;
    char delimiter = text[4];
    std::string_view rest = text.substr(5);
    bool alone = rest.empty() || rest.front() == '\n' || rest.front() == '\r';
    if (!alone || delimiter == '"' || delimiter == '\n' || delimiter == '\r') return 0;
    if (rest.starts_with("\r\n")) rest.remove_prefix(1);
    text = rest.empty() ? rest : rest.substr(1);
    return delimiter;
}

struct Evenness {
    std::size_t agreeing = 0; // records with the most common number of columns
    std::size_t columns = 0;
};

Evenness evenness(std::string_view sample, char delimiter) {
    constexpr std::size_t most_records = 50;
    std::array<std::size_t, most_records> widths{};
    std::size_t records = 0;
    std::size_t width = 0;
    CsvFields fields(sample, delimiter);
    while (!fields.at_end() && records < most_records) {
        fields.next();
        ++width;
        if (!fields.record_ended()) continue;
        widths[records++] = width;
        width = 0;
    }
    Evenness best;
    for (std::size_t i = 0; i < records; ++i) {
        if (widths[i] < 2) continue;
        auto end = widths.begin() + static_cast<std::ptrdiff_t>(records);
        auto same = static_cast<std::size_t>(std::count(widths.begin(), end, widths[i]));
        bool better = same > best.agreeing || (same == best.agreeing && widths[i] > best.columns);
        if (better) best = {same, widths[i]};
    }
    return best;
}

char evenest_delimiter(std::string_view text) {
    constexpr std::size_t sample_size = 64 * read_limits::kilobyte;
    std::string_view sample = text.substr(0, sample_size);
    char best = ',';
    Evenness best_found;
    for (char delimiter : {',', '\t', ';'}) {
        Evenness found = evenness(sample, delimiter);
        bool better = found.agreeing > best_found.agreeing ||
                      (found.agreeing == best_found.agreeing && found.columns > best_found.columns);
        if (!better) continue;
        best = delimiter;
        best_found = found;
    }
    return best;
}

/// Puts field after field into a table.
class CsvRows {
public:
    CsvRows(std::string_view text, char delimiter, TableFiller& table)
        : fields_(text, delimiter), table_(table) {}

    const CsvFields& fields() const { return fields_; }
    std::size_t count() const { return row_; }

    /// Whole records, until `position` of the text is reached; false where the table refuses one.
    /// Not inlined: a browser makes a function quick that is called again and again.
    [[gnu::noinline]] bool read_to(std::size_t position) {
        while (!fields_.at_end() && fields_.position() < position)
            if (!read_record()) return false;
        return true;
    }

private:
    bool read_record() {
        std::size_t column = 0;
        do {
            const std::string_view field = fields_.next();
            const bool is_kept = field.empty() || table_.put(row_, column, CellKind::text, field);
            if (!is_kept) return false;
            ++column;
        } while (!fields_.record_ended());
        ++row_;
        return true;
    }

    CsvFields fields_;
    TableFiller& table_;
    std::size_t row_ = 0;
};

} // namespace

char guessed_delimiter(std::string_view text) {
    char declared = declared_delimiter(text);
    return declared != 0 ? declared : evenest_delimiter(text);
}

Status read_csv(std::string_view text, const ReadProgress& progress, TableFiller& table,
                std::vector<Error>& notes) {
    constexpr std::size_t step = read_limits::megabyte;
    char delimiter = declared_delimiter(text);
    if (delimiter == 0) delimiter = evenest_delimiter(text);
    CsvRows rows(text, delimiter, table);
    const CsvFields& fields = rows.fields();
    while (!fields.at_end()) {
        if (!rows.read_to(fields.position() + step)) return *table.error();
        double done = static_cast<double>(fields.position()) / static_cast<double>(text.size());
        if (!progress(done)) return Error{Text::read_cancelled};
    }
    if (fields.has_unclosed_quote()) {
        notes.push_back({Text::read_note_unclosed_quote, {std::to_string(rows.count())}});
    }
    return {};
}

} // namespace bb
