// A text of the plan, read: paragraphs, headings, lists and quotes that the office sets, and the
// tables between them, which are drawn in the template's own markup.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/fill.hpp"
#include "view/value.hpp"

namespace rapporteur::template_ {

/// As the rule under the head says: "---" none, ":--" left, "--:" right, ":-:" center.
enum class Align { none, left, right, center };

struct TextTable {
  using Cell = std::vector<Run>;
  using Row = std::vector<Cell>;
  std::vector<Align> columns;
  std::vector<Row> rows;   ///< the first is the head; each is as long as `columns`
  std::size_t before = 0;  ///< it stands before this block of its text
  bool ends_text = false;  ///< nothing of its text follows
  Origin origin;
};

struct Narrative {
  std::vector<Block> blocks;
  std::vector<TextTable> tables;  ///< in their order
};

/// Whether runs of one look stay apart where a line of the source ends.
enum class Lines { joined, kept };

/// CommonMark with tables, task marks, footnotes, bare links and struck-out text. What is no
/// content (raw HTML, pictures) and what would be lost (cells beyond the head, notes nobody calls)
/// is a finding with its line.
/// `level` is added to headings: "#" under a chapter of level 1 is level 2 with level = 1.
/// `note_numbers` is the last number given to a note that is called more than once.
[[nodiscard]] Narrative read_markdown(const view::Markdown& markdown, int level,
                                      std::string_view report_language, std::int64_t& note_numbers,
                                      Diagnostics& diagnostics, Lines lines = Lines::joined);

/// Where no table can stand: each row becomes a paragraph, "Head: cell; head: cell".
/// `language` is the text's; French puts a no-break space before its colons.
[[nodiscard]] std::vector<Block> in_lines(Narrative narrative, std::string_view language);

}  // namespace rapporteur::template_
