#include "load/csv.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "load/cells.hpp"
#include "load/faults.hpp"

namespace rapporteur::load {
namespace {

class Parser {
 public:
  Parser(std::string_view text, const std::string& file, Diagnostics& diagnostics, std::size_t most)
      : text_(text),
        file_(file),
        diagnostics_(diagnostics),
        most_(most),
        separator_(detect_separator(text)) {}

  std::vector<CsvRow> parse() {
    while (ok_ && at_ < text_.size()) {
      parse_row();
    }
    return std::move(rows_);
  }

 private:
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] bool at_line_end() const {
    return at_end() || text_[at_] == '\n' || text_[at_] == '\r';
  }

  void parse_row() {
    CsvRow row;
    row.line = line_;
    for (bool more = true; more && row.fields.size() <= most_fields;) {
      row.fields.push_back(!at_end() && text_[at_] == '"' ? quoted(row) : plain());
      more = ok_ && !at_line_end();
      at_ += more ? 1 : 0;  // the separator
    }
    skip_line_end();
    const bool is_blank = std::ranges::all_of(
        row.fields, [](const std::string& field) { return trimmed_cell(field).empty(); });
    fields_ += row.fields.size();
    if (ok_ && (!is_blank || fields_ > most_fields)) {
      if (rows_.size() > most_ || fields_ > most_fields) {  // the first row is the header
        report_too_long(diagnostics_, {.file = file_, .row = row.line});
        ok_ = false;
        return;
      }
      rows_.push_back(std::move(row));
    }
  }

  std::string plain() {
    const std::size_t start = at_;
    while (!at_line_end() && text_[at_] != separator_) {
      ++at_;
    }
    return std::string(text_.substr(start, at_ - start));
  }

  /// A quoted field; a line break inside becomes one LF, a doubled quote one quote.
  std::string quoted(const CsvRow& row) {
    const int opened = line_;
    std::string field;
    for (++at_; !at_end(); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        ++at_;
        if (at_end() || text_[at_] != '"') {
          return closed(std::move(field), row);
        }
        field.push_back('"');
      } else if (c == '\r' || c == '\n') {
        ++line_;
        if (c == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') {
          ++at_;
        }
        field.push_back('\n');
      } else {
        field.push_back(c);
      }
    }
    fail("csv-quote-unclosed", opened, row, field);
    return field;
  }

  /// Behind a closing quote: only white space may stand before the separator.
  std::string closed(std::string field, const CsvRow& row) {
    if (const std::string rest = plain(); !trimmed(rest).empty()) {
      fail("csv-quote-inside", line_, row, "\"" + field + "\"" + rest);
    }
    return field;
  }

  void fail(const char* id, int line, const CsvRow& row, const std::string& text) {
    Origin place;
    place.file = file_;
    place.row = line;
    place.column = static_cast<int>(row.fields.size()) + 1;
    place.text = shortened(text, 60);
    report(diagnostics_, id, place);
    ok_ = false;
  }

  void skip_line_end() {
    if (at_end()) {
      return;
    }
    const bool two = text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
    at_ += two ? 2 : 1;
    ++line_;
  }

  std::string_view text_;
  const std::string& file_;
  Diagnostics& diagnostics_;
  std::size_t most_;
  char separator_;
  std::size_t at_ = 0;
  int line_ = 1;
  bool ok_ = true;
  std::size_t fields_ = 0;
  std::vector<CsvRow> rows_;
};

}  // namespace

char detect_separator(std::string_view text) {
  std::size_t semicolons = 0;
  std::size_t commas = 0;
  std::size_t tabs = 0;
  bool in_quotes = false;
  bool seen = false;  // blank lines above the header do not count
  for (const char c : text) {
    if (c == '"') {
      in_quotes = !in_quotes;
    }
    if (in_quotes) {
      continue;
    }
    if ((c == '\n' || c == '\r') && seen) {
      break;
    }
    semicolons += c == ';' ? 1 : 0;
    commas += c == ',' ? 1 : 0;
    tabs += c == '\t' ? 1 : 0;
    seen = seen || (c != '\n' && c != '\r');
  }
  if (tabs > semicolons && tabs > commas) {
    return '\t';
  }
  return commas > semicolons ? ',' : ';';
}

std::vector<CsvRow> parse_csv(std::string_view text, const std::string& file,
                              Diagnostics& diagnostics, std::size_t most) {
  return Parser(text, file, diagnostics, most).parse();
}

}  // namespace rapporteur::load
