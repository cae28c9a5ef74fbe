// Where each printed figure stands, and what it comes from.
//
// The document is laid out a second time with each figure as a link; the PDF tells the place of
// every link. Links change neither widths nor heights, so the places hold for the document itself.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/json.hpp"
#include "base/result.hpp"
#include "build/target.hpp"
#include "office/normalise.hpp"
#include "office/pool.hpp"

namespace rapporteur::build {

/// In points, from the top left corner of the page.
struct FigurePlace {
  int page = 0;  ///< counted from 1
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

struct TracedFigure {
  template_::PrintedFigure figure;
  /// One for each line that it stands on, and for each page of a header; none where Writer makes no
  /// link (in a drawn shape).
  std::vector<FigurePlace> places;
};

struct Trace {
  std::string document;  ///< "pan-1325.national-budget.fr"
  std::string format;
  int pages = 0;
  std::vector<TracedFigure> figures;  ///< in the order of their first places
};

/// `[{"file", "sheet"?, "column_name", "rows": [[from, to], …]}, …]`.
[[nodiscard]] json::Value to_json(const std::vector<view::Cells>& groups);

/// The view of `target` must have been made for a request that traces or annotates.
[[nodiscard]] Result<Trace> trace(const Target& target, office::Stamp stamp,
                                  const std::filesystem::path& workshop, office::Pool& pool,
                                  Diagnostics& diagnostics);

/// `{"document", "format", "pages", "figures": [{"printed", "type", "places": [{"page", "x", "y",
/// "width", "height"}], "slot", "cell"?, "formula"?, "plugin"?}]}`. Lengths are points with one
/// decimal. A figure that neither stands in a cell nor was computed by the interface is the
/// plugin's own (a count, a number in order) and names its format.
[[nodiscard]] json::Value to_json(const Trace& trace);

/// The trace as <workshop>/<name>.trace.json. `pages` = those of the document itself: when the
/// traced one has others, the finding trace-pages says so.
[[nodiscard]] Result<std::filesystem::path> write_trace(const Target& target, office::Stamp stamp,
                                                        const std::filesystem::path& workshop,
                                                        int pages, office::Pool& pool,
                                                        Diagnostics& diagnostics);

}  // namespace rapporteur::build
