// How a ministry names and heads the tables of samples/pnlevt.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::test {

struct Shape {
  std::string_view table;
  std::string_view sheet;
  std::string_view title;
  std::vector<std::string_view> merged;  ///< columns whose equal neighbours are one merged cell
};

/// In the order of the sheets.
[[nodiscard]] const std::vector<Shape>& shapes();

/// As a ministry heads its columns: accents, capitals, words in place of keys.
[[nodiscard]] std::string heading(std::string_view table, std::string_view column);

/// A word of a closed list (amount, yes_no, ministry) in French; itself when it has no other.
[[nodiscard]] std::string french_choice(const std::string& typed);

}  // namespace rapporteur::test
