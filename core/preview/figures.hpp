// Printed figures and where they come from, as the page shows them. Who traces them is handed in,
// so that this stage can be tried without.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/origin.hpp"
#include "build/build.hpp"
#include "build/target.hpp"
#include "office/pool.hpp"

namespace rapporteur::preview {

/// Where a figure stands; lengths are points from the page's upper left corner.
struct FigureBox {
  int page = 0;  ///< from 1
  double x = 0, y = 0, width = 0, height = 0;
};

/// Cells of one column that a formula takes.
struct CellGroup {
  std::string file;
  std::string sheet;
  std::string column_name;
  std::vector<std::pair<int, int>> rows;  ///< from, to
};

struct Figure {
  std::string printed;           ///< as it stands on the page
  std::vector<FigureBox> boxes;  ///< one a line that it stands on
  Origin source;                 ///< the cell; without a file when it was computed
  std::string operation;         ///< "sum", "share" …; empty when it was not computed
  std::vector<CellGroup> groups;
};

/// Finds the figures of a document that was laid out. Costs about one more layout.
using Tracer = std::function<std::vector<Figure>(const build::Target&, const build::Request&,
                                                 office::Pool&, Diagnostics&)>;

}  // namespace rapporteur::preview
