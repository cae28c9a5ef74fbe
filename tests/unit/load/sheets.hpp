// Workbooks for a test, as an office would have read them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/workbook.hpp"

namespace rapporteur::test {

/// A sheet of texts, from A1 on; blank rows and cells are left out as an office leaves them out.
inline Sheet sheet(std::string name, const std::vector<std::vector<std::string>>& rows) {
  Sheet result;
  result.name = std::move(name);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    SheetRow row;
    row.number = static_cast<int>(i) + 1;
    for (const std::string& text : rows[i]) {
      row.cells.push_back(text.empty() ? SheetCell{} : SheetCell{SheetCellKind::text, text});
    }
    while (!row.cells.empty() && row.cells.back().kind == SheetCellKind::empty) {
      row.cells.pop_back();
    }
    if (!row.cells.empty()) {
      result.rows.push_back(std::move(row));
    }
  }
  return result;
}

/// Puts a cell of another kind at row and column (from 1) of a sheet.
inline void put(Sheet& sheet, int row, int column, SheetCellKind kind, std::string text) {
  for (SheetRow& one : sheet.rows) {
    if (one.number == row) {
      const auto at = static_cast<std::size_t>(column);
      if (one.cells.size() < at) {
        one.cells.resize(at);
      }
      one.cells[at - 1] = {kind, std::move(text)};
    }
  }
}

}  // namespace rapporteur::test
