#include "load/sheet.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"
#include "load/cells.hpp"

namespace rapporteur::load {
namespace {

constexpr std::size_t rows_looked_at = 20;
constexpr std::size_t longest_header = 60;

std::string text_at(const SheetRow& row, std::size_t column) {
  return column < row.cells.size() ? trimmed_cell(row.cells[column].text) : std::string();
}

/// The name of a header before its language or period, folded.
std::string base_of(const std::string& header) {
  return folded(std::string_view(header).substr(0, header.find('.')));
}

const ColumnSpec* column_called(const TableSpec& table, const std::string& base) {
  const auto found = std::ranges::find_if(
      table.columns, [&](const ColumnSpec& column) { return is_called(column, base); });
  return found == table.columns.end() ? nullptr : &*found;
}

std::vector<std::string> fields_of(const SheetRow& row) {
  std::vector<std::string> fields;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    fields.push_back(text_at(row, i));
  }
  return fields;
}

/// How many fields are columns of the table; 0 when they do not make a header.
std::size_t known_columns(const std::vector<std::string>& fields, const TableSpec& table) {
  std::size_t known = 0;
  std::vector<const ColumnSpec*> found;
  for (const std::string& field : fields) {
    if (field.empty() || field.size() > longest_header) {
      continue;
    }
    if (const ColumnSpec* const column = column_called(table, base_of(field)); column != nullptr) {
      ++known;
      found.push_back(column);
    }
  }
  const bool has_required = std::ranges::all_of(table.columns, [&](const ColumnSpec& column) {
    return column.required == Required::no ||
           std::ranges::any_of(found,
                               [&](const ColumnSpec* one) { return one->name == column.name; });
  });
  return known >= 2 || (known == 1 && has_required) ? known : 0;
}

/// Headings over several columns, joined with those of the row below; empty when there are none.
std::vector<std::string> two_rows(const Sheet& sheet, std::size_t index, const TableSpec& table) {
  const SheetRow& top = sheet.rows[index];
  if (index + 1 >= sheet.rows.size() || sheet.rows[index + 1].number != top.number + 1) {
    return {};
  }
  const SheetRow& below = sheet.rows[index + 1];
  std::vector<std::string> fields = fields_of(top);
  bool is_joined = false;
  for (const SheetMerge& merge : sheet.merges) {
    const auto first = static_cast<std::size_t>(merge.column) - 1;
    const std::string heading = merge.row == top.number ? text_at(top, first) : std::string();
    const ColumnSpec* const column =
        heading.empty() || merge.columns < 2 ? nullptr : column_called(table, base_of(heading));
    if (column == nullptr || column->spread == Spread::single || merge.rows > 1) {
      continue;
    }
    for (std::size_t i = first; i < first + static_cast<std::size_t>(merge.columns); ++i) {
      if (const std::string part = text_at(below, i); !part.empty()) {
        fields.resize(std::max(fields.size(), i + 1));
        fields[i] = heading + "." + part;
        is_joined = true;
      }
    }
  }
  return is_joined ? fields : std::vector<std::string>();
}

}  // namespace

std::optional<SheetHeader> find_header(const Sheet& sheet, const TableSpec& table) {
  std::optional<SheetHeader> best;
  std::size_t most = 0;
  for (std::size_t i = 0; i < std::min(sheet.rows.size(), rows_looked_at); ++i) {
    std::vector<std::string> joined = two_rows(sheet, i, table);
    const std::size_t rows = joined.empty() ? 1 : 2;
    std::vector<std::string> fields = joined.empty() ? fields_of(sheet.rows[i]) : std::move(joined);
    if (const std::size_t known = known_columns(fields, table); known > most) {
      most = known;
      best = {sheet.rows[i].number, std::move(fields), i + rows};
    }
  }
  if (best) {
    while (!best->fields.empty() && best->fields.back().empty()) {
      best->fields.pop_back();
    }
  }
  return best;
}

std::string field_text(const SheetCell& cell, ColumnType type, const NumberStyle& numbers) {
  if (cell.kind == SheetCellKind::error) {
    return {};
  }
  if (cell.kind != SheetCellKind::number && cell.kind != SheetCellKind::percent) {
    return cell.text;
  }
  std::string text = cell.text;
  const bool is_name = type == ColumnType::id || type == ColumnType::code ||
                       type == ColumnType::reference || type == ColumnType::references ||
                       type == ColumnType::list || type == ColumnType::period;
  if (const std::size_t point = text.find('.'); point != std::string::npos && !is_name) {
    text.replace(point, 1, numbers.decimal);
  }
  return cell.kind == SheetCellKind::percent ? text + " %" : text;
}

std::vector<SheetMerge> fill_merged(Sheet& sheet, std::size_t first,
                                    const std::vector<bool>& repeats) {
  std::unordered_map<int, SheetRow*> by_number;
  for (std::size_t i = first; i < sheet.rows.size(); ++i) {
    by_number.emplace(sheet.rows[i].number, &sheet.rows[i]);
  }
  std::vector<SheetMerge> kept;
  for (const SheetMerge& merge : sheet.merges) {
    const auto top = by_number.find(merge.row);
    const auto column = static_cast<std::size_t>(merge.column) - 1;
    const SheetCell value = top == by_number.end() || column >= top->second->cells.size()
                                ? SheetCell{}
                                : top->second->cells[column];
    const bool is_repeated = column >= repeats.size() || repeats[column];
    if (merge.rows > 1 && !is_repeated && value.kind != SheetCellKind::empty) {
      kept.push_back(merge);
    }
    for (int number = merge.row; number < merge.row + merge.rows; ++number) {
      const auto row = by_number.find(number);
      if (row == by_number.end()) {
        continue;  // a row with nothing of its own is none
      }
      std::vector<SheetCell>& cells = row->second->cells;
      const auto end = std::min(cells.size(), column + static_cast<std::size_t>(merge.columns));
      for (std::size_t i = column; i < end; ++i) {
        cells[i] = {};
      }
      if (number == merge.row || is_repeated) {
        cells.resize(std::max(cells.size(), column + 1));
        cells[column] = value;
      }
    }
  }
  return kept;
}

}  // namespace rapporteur::load
