// A workbook as read: its sheets' cells as values, each already a text that says exactly what the
// cell holds, whatever its look.
//
// The office stage makes it with LibreOffice Calc, the load stage makes tables of it; shared by
// both, so it knows nothing of either.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

enum class SheetCellKind : std::uint8_t {
  empty,
  text,     ///< as typed
  number,   ///< "-1234.5": a point, no grouping, no exponent, at most 15 significant digits
  percent,  ///< a number shown in per cent, in these: 0.4 shown as 40 % is "40"
  date,  ///< ISO: "2012-03-31", with a time of day "2012-03-31 14:30:00", a time alone "14:30:00"
  boolean,  ///< "yes" or "no"
  error,    ///< the value of a formula that failed: "#REF!", "#DIV/0!", "#N/A"
};

struct SheetCell {
  SheetCellKind kind = SheetCellKind::empty;
  std::string text;
  bool operator==(const SheetCell&) const = default;
};

/// Rows and columns are counted from 1, as the sheet shows them (column 3 is C).
struct SheetRow {
  int number = 0;
  std::vector<SheetCell> cells;  ///< from column 1 to the last that is not empty
};

/// Cells merged into one; its value stands in the first, the others are covered.
struct SheetMerge {
  int row = 0;
  int column = 0;
  int rows = 1;
  int columns = 1;
  bool operator==(const SheetMerge&) const = default;
};

struct Sheet {
  std::string name;
  bool is_visible = true;
  /// Set when its cells reach so far that they were not read (a stray cell in the last row of all):
  /// `rows` is empty, `last_row` and `last_column` say how far.
  bool is_too_large = false;
  int last_row = 0;
  int last_column = 0;
  std::vector<SheetRow> rows;  ///< those that are not blank, hidden ones too, from the top
  std::vector<SheetMerge> merges;
};

struct Workbook {
  std::vector<Sheet> sheets;
};

/// Bytes and back (wire.hpp).
[[nodiscard]] std::string encode(const Workbook& workbook);
[[nodiscard]] std::optional<Workbook> decode_workbook(std::string_view bytes);

/// "C14" of row 14, column 3; "C" or "14" when the other is 0.
[[nodiscard]] std::string cell_name(int row, int column);

}  // namespace rapporteur
