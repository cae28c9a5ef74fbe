// Where something stands: a cell of a table, a line of a text, or a spot in a drawn document.
#pragma once

#include <string>

namespace rapporteur {

/// A place as its author knows it. What does not apply stays empty or 0; all counts start at 1.
/// - a CSV cell: file, row (line of the file), column (field number), column_name, text (as typed)
/// - a workbook cell: the same with sheet
/// - YAML, Lua, Markdown: file, row (line), column (character), text (excerpt)
/// - a template: file, part, heading (nearest above), table, row, column (grid), text (nearby),
/// page
struct Origin {
  std::string file;
  std::string sheet;
  int row = 0;
  int column = 0;
  std::string column_name;
  std::string text;
  std::string part;     ///< "body", "header", "footer", "footnote", "text box", "properties"
  std::string heading;  ///< text of the nearest heading above
  int table = 0;        ///< nth table of the part; 0 = not in a table
  int page = 0;         ///< page of the laid-out document; 0 = no office ran
  int paragraph =
      0;  ///< nth paragraph of the template, its parts one after the other; for machines

  bool operator==(const Origin&) const = default;
};

}  // namespace rapporteur
