// Places to fill in within a line of text: "Title: ________", "[Insert date]", "☐ Yes  ☐ No".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::takeover {

struct Gap {
  std::size_t start = 0;  ///< bytes
  std::size_t end = 0;
  bool is_box = false;
  std::string hint;  ///< what stands in it: "date of report"; the name of a form field
};

/// All gaps of a paragraph's text, from left to right, none overlapping:
///   marks (see marks.hpp); underscores, dots, tabs and wide blanks behind a colon;
///   [ … ] and < … > that ask for something; dd/mm/yyyy; XXX; empty boxes.
[[nodiscard]] std::vector<Gap> find_gaps(std::string_view text);

}  // namespace rapporteur::takeover
