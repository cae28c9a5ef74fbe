// What the rows of a form's table are: heads, bands, rows to be filled.
#pragma once

#include <string>
#include <vector>

#include "takeover/outline.hpp"

namespace rapporteur::takeover {

/// A cell that waits for an answer: blank, not covered, and not shaded where others are not.
[[nodiscard]] bool is_open(const Cell& cell, bool shades_count);
/// Blank cells of the table are partly shaded, partly not: the shaded ones are not to be filled.
[[nodiscard]] bool shades_count(const Grid& grid);

/// A row of words with blank cells below it, that name columns: at least two of them; the first
/// cell may be an empty corner. Of two columns, both look like heads, or the next row is all blank.
[[nodiscard]] bool is_head(const Grid& grid, std::size_t row);
/// One cell with text over all columns.
[[nodiscard]] bool is_band(const Row& row);
/// Number of grid columns of a table.
[[nodiscard]] std::size_t width_of(const Grid& grid);

/// Labels by grid column, of the head rows [first, last]: the texts above each other, joined.
[[nodiscard]] std::vector<std::string> head_labels(const Grid& grid, std::size_t first,
                                                   std::size_t last);

}  // namespace rapporteur::takeover
