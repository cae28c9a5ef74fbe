// How much room the cells of a laid-out table take, before any office has seen them.
#pragma once

#include <string_view>
#include <vector>

#include "template/looks.hpp"
#include "template/table_layout.hpp"
#include "template/text_measure.hpp"

namespace rapporteur::template_ {

/// The text of a cell, in cm.
[[nodiscard]] TextWidth cell_text_width(const LaidCell& cell, std::string_view row_kind,
                                        const TableLook& look);

/// cm, row by row; cells that go on over several rows are left out.
[[nodiscard]] std::vector<double> row_heights(const LaidTable& table, const TableLook& look,
                                              const std::vector<double>& widths);

/// cm: what a page has for a table as wide as this look.
[[nodiscard]] double page_height(const TableLook& look);

/// What keeps a row from being parted from its merged text.
struct RowHold {
  bool keep = false;  ///< it stays on the page of the next row
  double height = 0;  ///< cm that it takes at least; 0 = what its own cells need
};

/// Kept are rows that say so, merged groups that are small, and of the others as many rows as the
/// merged text needs. A row stays by its first paragraph; where another cell covers that one,
/// Writer does not see it, and the first row of the group is made as tall as the merged text.
[[nodiscard]] std::vector<RowHold> held_rows(const LaidTable& table, const TableLook& look,
                                             const std::vector<double>& widths,
                                             const std::vector<double>& heights);

}  // namespace rapporteur::template_
