// A sheet as rows of a table: where its header stands, and the text of its cells.
//
// People put titles, logos and explanations above a table, merge cells, and set a heading over
// several columns. The header is the row among the first twenty that knows most columns of the
// table; what stands above is not read. Where cells of that row are merged over columns of a text
// by language or of amounts by period, the row below belongs to the header: "Amount" over "2012" is
// "amount.2012".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/workbook.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

struct SheetHeader {
  int row = 0;                      ///< number of the row that heads the columns
  std::vector<std::string> fields;  ///< by column, from A; without blank ones at the end
  std::size_t first = 0;            ///< index of the first row of data
};

/// Nothing when no row has all columns that the table requires, nor any two of its columns.
[[nodiscard]] std::optional<SheetHeader> find_header(const Sheet& sheet, const TableSpec& table);

/// The text of a cell as a CSV file would have it, to be read by the same parser: a number in the
/// style of `numbers`, without groups; but with a point in keys, codes and lists, where 1.2 is a
/// name. A number shown in per cent is what is shown, with its sign: "40 %". Empty for an error.
[[nodiscard]] std::string field_text(const SheetCell& cell, ColumnType type,
                                     const NumberStyle& numbers);

/// Gives every row that a merged cell covers the value of the merged cell, and empties what is
/// covered beside it. `sheet` is changed in place, from the row of index `first` on. Columns for
/// which `repeats` says false keep the value in its first row alone; their merged cells come back.
[[nodiscard]] std::vector<SheetMerge> fill_merged(Sheet& sheet, std::size_t first,
                                                  const std::vector<bool>& repeats);

}  // namespace rapporteur::load
