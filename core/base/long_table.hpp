// A table of thousands of rows travels to the office in parts, each from the top of a page:
// Writer's time for one table grows with the square of its pages (5,000 rows 40 s, in parts 3 s).
// What the expansion and the office agree upon:
//
// The first paragraph of each part holds a bookmark, numbered through the document; its ending says
// whether it is the first part of its table or goes on with the table before it. A part that goes
// on begins with a copy of the last rows of the part before. Once both are laid out, the office
// takes the rows of the earlier part's last page from it, and what is double from the later one:
// every page is as full as that of one table. In the stored DOCX the parts are one table again.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rapporteur::long_table {

inline constexpr std::string_view bookmark = "rap_part_";
inline constexpr std::string_view goes_on = "_on";
/// Rows that a part repeats from the one before: more than a page holds.
inline constexpr std::size_t repeated_rows = 80;

[[nodiscard]] inline std::string first_name(std::size_t number) {
  return std::string(bookmark) + std::to_string(number);
}
[[nodiscard]] inline std::string next_name(std::size_t number) {
  return first_name(number) + std::string(goes_on);
}

}  // namespace rapporteur::long_table
