// How a figure that stands in no cell was made: an operation and the cells that it was made from.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/origin.hpp"

namespace rapporteur::view {

/// Cells of one column of one table.
struct Cells {
  std::string file;
  std::string sheet;
  std::string column_name;
  std::vector<std::pair<int, int>> rows;  ///< from, to; ascending, apart from each other
  bool operator==(const Cells&) const = default;
};

struct Formula {
  /// "sum", "difference", "share", "progress", "conversion", "annual", "cumulative", "negation",
  /// "quotation" (a text that quotes these cells).
  std::string operation;
  std::vector<Cells> cells;  ///< in the order in which they were met
  bool operator==(const Formula&) const = default;
};

/// Adds a cell to those of a formula; one that is there already is not added again. A place without
/// a file is no cell.
void add_cell(std::vector<Cells>& cells, const Origin& place);
/// And all cells of another one.
void add_cells(std::vector<Cells>& cells, const std::vector<Cells>& others);

}  // namespace rapporteur::view
