#include "view/formula.hpp"

#include <algorithm>

namespace rapporteur::view {
namespace {

using Rows = std::pair<int, int>;

std::vector<Rows>& rows_of(std::vector<Cells>& cells, const std::string& file,
                           const std::string& sheet, const std::string& column_name) {
  const auto known = std::find_if(cells.begin(), cells.end(), [&](const Cells& group) {
    return group.file == file && group.sheet == sheet && group.column_name == column_name;
  });
  return known != cells.end() ? known->rows
                              : cells.emplace_back(Cells{file, sheet, column_name, {}}).rows;
}

/// Joins what overlaps or touches.
void add_rows(std::vector<Rows>& rows, Rows added) {
  auto at = std::find_if(rows.begin(), rows.end(),
                         [&](const Rows& range) { return range.second + 1 >= added.first; });
  while (at != rows.end() && at->first <= added.second + 1) {
    added = {std::min(added.first, at->first), std::max(added.second, at->second)};
    at = rows.erase(at);
  }
  rows.insert(at, added);
}

}  // namespace

void add_cell(std::vector<Cells>& cells, const Origin& place) {
  if (!place.file.empty()) {
    add_rows(rows_of(cells, place.file, place.sheet, place.column_name), {place.row, place.row});
  }
}

void add_cells(std::vector<Cells>& cells, const std::vector<Cells>& others) {
  for (const Cells& group : others) {
    std::vector<Rows>& rows = rows_of(cells, group.file, group.sheet, group.column_name);
    for (const Rows& range : group.rows) {
      add_rows(rows, range);
    }
  }
}

}  // namespace rapporteur::view
