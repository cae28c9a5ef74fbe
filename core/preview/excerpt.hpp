// The rows around a cell, or the lines around a spot, as the page shows where a figure comes from.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "base/workbook.hpp"
#include "preview/places.hpp"

namespace rapporteur::preview {

struct ExcerptRow {
  int number = 0;  ///< line of the file, row of the sheet
  bool is_here = false;
  std::vector<std::string> cells;  ///< one for a line of text
};

struct Excerpt {
  bool is_table = false;
  bool is_sheet = false;            ///< columns have letters, as spreadsheets show them
  std::vector<std::string> header;  ///< of a table; empty when it has none
  std::vector<ExcerptRow> rows;     ///< none when the place is no longer there
  int column = 0;                   ///< from 1; 0 = the whole row
  int left_off = 0;                 ///< rows that the place names and that are not here
};

/// Gives a workbook that was read before; nullptr when it was not.
using FindWorkbook = std::function<const Workbook*(const std::string& file)>;

/// Reads the file as it is now: three rows before and three behind, or the rows that the place
/// names (60 at most). Cells are cut to 120 characters. Without rows when there is no such file or
/// row.
[[nodiscard]] Excerpt excerpt_of(const Place& place, const FindWorkbook& find_workbook);

/// {"table", "sheet", "header", "rows": [{"number", "here", "cells"}], "column", "leftOff"}
[[nodiscard]] json::Value to_json(const Excerpt& excerpt);

}  // namespace rapporteur::preview
