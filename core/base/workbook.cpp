#include "base/workbook.hpp"

#include "base/wire.hpp"

namespace rapporteur {
namespace {

void write(wire::Writer& out, const Sheet& sheet) {
  out.string(sheet.name);
  out.boolean(sheet.is_visible);
  out.boolean(sheet.is_too_large);
  out.integer(sheet.last_row);
  out.integer(sheet.last_column);
  out.integer(static_cast<std::int64_t>(sheet.rows.size()));
  for (const SheetRow& row : sheet.rows) {
    out.integer(row.number);
    out.integer(static_cast<std::int64_t>(row.cells.size()));
    for (const SheetCell& cell : row.cells) {
      out.byte(static_cast<std::uint8_t>(cell.kind));
      if (cell.kind != SheetCellKind::empty) {
        out.string(cell.text);
      }
    }
  }
  out.integer(static_cast<std::int64_t>(sheet.merges.size()));
  for (const SheetMerge& merge : sheet.merges) {
    for (const int number : {merge.row, merge.column, merge.rows, merge.columns}) {
      out.integer(number);
    }
  }
}

SheetCell read_cell(wire::Reader& in) {
  SheetCell cell;
  const std::uint8_t kind = in.byte();
  cell.kind = kind <= static_cast<std::uint8_t>(SheetCellKind::error)
                  ? static_cast<SheetCellKind>(kind)
                  : SheetCellKind::empty;
  if (cell.kind != SheetCellKind::empty) {
    cell.text = in.string();
  }
  return cell;
}

Sheet read_sheet(wire::Reader& in) {
  Sheet sheet;
  sheet.name = in.string();
  sheet.is_visible = in.boolean();
  sheet.is_too_large = in.boolean();
  sheet.last_row = static_cast<int>(in.integer());
  sheet.last_column = static_cast<int>(in.integer());
  const std::size_t rows = in.count();
  sheet.rows.reserve(rows);
  for (std::size_t i = 0; i < rows && in.ok(); ++i) {
    SheetRow row;
    row.number = static_cast<int>(in.integer());
    const std::size_t cells = in.count();
    row.cells.reserve(cells);
    for (std::size_t k = 0; k < cells && in.ok(); ++k) {
      row.cells.push_back(read_cell(in));
    }
    sheet.rows.push_back(std::move(row));
  }
  const std::size_t merges = in.count();
  for (std::size_t i = 0; i < merges && in.ok(); ++i) {
    SheetMerge merge;
    for (int* const number : {&merge.row, &merge.column, &merge.rows, &merge.columns}) {
      *number = static_cast<int>(in.integer());
    }
    sheet.merges.push_back(merge);
  }
  return sheet;
}

}  // namespace

std::string encode(const Workbook& workbook) {
  wire::Writer out;
  out.integer(static_cast<std::int64_t>(workbook.sheets.size()));
  for (const Sheet& sheet : workbook.sheets) {
    write(out, sheet);
  }
  return out.take();
}

std::optional<Workbook> decode_workbook(std::string_view bytes) {
  wire::Reader in(bytes);
  Workbook workbook;
  const std::size_t sheets = in.count();
  for (std::size_t i = 0; i < sheets && in.ok(); ++i) {
    workbook.sheets.push_back(read_sheet(in));
  }
  return in.ok() && in.at_end() ? std::optional(std::move(workbook)) : std::nullopt;
}

std::string cell_name(int row, int column) {
  std::string name;
  for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return row > 0 ? name + std::to_string(row) : name;
}

}  // namespace rapporteur
