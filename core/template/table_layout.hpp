// A table value (what `r.table` of the Lua interface describes) laid out as a grid of printed
// cells: heads, labels and merges worked out, nothing drawn yet.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "view/value.hpp"

namespace rapporteur::template_ {

/// One paragraph of a cell: its value, and how that is printed (empty for Markdown).
struct CellText {
  const view::Value* value = nullptr;
  std::string printed;
  std::string look;  ///< class that its paragraph takes after
};

struct LaidCell {
  std::string look = "text";  ///< class of the look's cell: "text", "figure", "marked" …
  std::vector<CellText> texts;
  std::size_t columns = 1;
  std::size_t rows = 1;
  bool is_covered = false;  ///< by the cell above or to the left
  bool is_left = false;     ///< covered by the one to the left
};

struct LaidRow {
  std::string kind;             ///< "head", "body", "band" …
  bool keep = false;            ///< on the page of the next row
  std::vector<LaidCell> cells;  ///< one for each column
};

struct LaidColumn {
  std::string width;  ///< "text", "figure", "code", "date", "mark" or a class that is as "text"
  double weight = 1;
};

struct LaidTable {
  std::vector<LaidColumn> columns;
  std::vector<LaidRow> head;
  std::vector<LaidRow> rows;
};

/// Prints a value by the words of a format (column id for messages). Nothing = it cannot be.
using PrintCell = std::function<std::optional<std::string>(
    const view::Value& value, const std::string& format, const std::string& column)>;

/// Nothing when `value` is no table value; values that cannot be printed stay empty.
[[nodiscard]] std::optional<LaidTable> lay_table(const view::Value& value, const PrintCell& print);
/// Has the shape of a table value.
[[nodiscard]] bool is_table(const view::Value& value);

}  // namespace rapporteur::template_
