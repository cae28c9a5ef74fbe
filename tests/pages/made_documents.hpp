// Small documents made to be wrong in one way each, laid out by a real office: flat ODT in, ODT,
// DOCX and PDF out. They show that a rule fails where it must, and says it of the right place.
#pragma once

#include <map>
#include <string>

#include "layout.hpp"

namespace rapporteur::pages {

/// Contents of a flat ODT. Its page is 100 × 120 mm with margins of 10 mm, a header "Report" and a
/// footer "Page x of y" of 8 mm each; text is 10 pt Carlito.
struct Made {
  std::string body;    ///< of office:text
  std::string styles;  ///< further automatic styles
  /// The page style "Wide" is the same on its side, with 120 × 100 mm.
  std::string footer = R"(Page <text:page-number/> of <text:page-count/>)";
};

/// The whole flat ODT.
[[nodiscard]] std::string flat_odt(const Made& made);

/// One row "a|b|c": cells of plain text, in the style given ("Cell").
[[nodiscard]] std::string row(const std::string& cells, const std::string& row_style = "Row",
                              const std::string& text_style = "Cell");
/// `rows` within a table of `columns` columns of the style "Column"; `header` rows are repeated.
[[nodiscard]] std::string table(int columns, const std::string& rows,
                                const std::string& header = "", const std::string& style = "Table");

/// Converts files in one call of an office with a profile of its own. `kind` is
/// an ending that the office knows; `into` a folder in `folder`. Throws std::runtime_error with
/// what it said.
void convert(const std::string& folder, const std::string& files, const std::string& kind,
             const std::string& into);

/// Lays all documents out in one call of the office; name → path without ending.
[[nodiscard]] std::map<std::string, std::string> make_documents(
    const std::map<std::string, Made>& documents, const std::string& folder);

}  // namespace rapporteur::pages
