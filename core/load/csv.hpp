// CSV as spreadsheets write it (RFC 4180): quoted cells, doubled quotes, line breaks inside quotes,
// any line end; the separator is a comma, a semicolon or a tab.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "load/limits.hpp"

namespace rapporteur::load {

struct CsvRow {
  int line = 0;  ///< line of the file on which the row starts
  std::vector<std::string> fields;
};

/// The most frequent of `;` `,` and tab outside quotes in the first line; `;` when none stands
/// there.
[[nodiscard]] char detect_separator(std::string_view text);

/// Rows of `text` (valid UTF-8), without those whose fields are all empty. The first is the header;
/// no row when there is none. Faults (csv-quote-unclosed, csv-quote-inside; table-too-long beyond
/// `most` rows) name `file`; then the rows before are returned.
[[nodiscard]] std::vector<CsvRow> parse_csv(std::string_view text, const std::string& file,
                                            Diagnostics& diagnostics, std::size_t most = most_rows);

}  // namespace rapporteur::load
