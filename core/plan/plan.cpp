#include "plan/plan.hpp"

#include <algorithm>
#include <filesystem>

namespace rapporteur {

const Cell* Record::find(std::string_view column, std::string_view key) const {
  const auto found = std::ranges::find_if(cells, [&](const Cell& cell) {
    return cell.column != nullptr && cell.column->name == column && cell.key == key;
  });
  return found == cells.end() ? nullptr : &*found;
}

LocalText Record::text(std::string_view column) const {
  LocalText result;
  for (const Cell& cell : cells) {
    const auto* const text = std::get_if<std::string>(&cell.value);
    if (cell.column == nullptr || cell.column->name != column || text == nullptr) {
      continue;
    }
    result.by_language.emplace(cell.key, *text);
    if (result.origin.file.empty()) {
      result.origin = origin_of(cell);
    }
  }
  return result;
}

std::string Record::word(std::string_view column) const {
  const Cell* const cell = find(column);
  const auto* const text = cell == nullptr ? nullptr : std::get_if<std::string>(&cell->value);
  return text == nullptr ? "" : *text;
}

Origin Record::origin_of(const Cell& cell) const {
  Origin place = origin;
  place.row = cell.row == 0 ? origin.row : cell.row;
  place.column = cell.field;
  place.column_name = cell.header;
  place.text = cell.typed;
  return place;
}

const Node* Plan::find_node(std::string_view node_id) const {
  const auto found = std::ranges::find(nodes, node_id, &Node::id);
  return found == nodes.end() ? nullptr : &*found;
}

const Scale* Plan::find_scale(std::string_view scale_id) const {
  const auto found = std::ranges::find(scales, scale_id, &Scale::id);
  return found == scales.end() ? nullptr : &*found;
}

const Period* Plan::find_period(std::string_view period_id) const {
  const auto found = std::ranges::find(periods, period_id, &Period::id);
  return found == periods.end() ? nullptr : &*found;
}

const ResultFile* Plan::find_result_file(std::string_view path) const {
  const std::filesystem::path file(path);
  if (result_files.empty() || file.parent_path().filename() != "results") {
    return nullptr;
  }
  const auto found = std::ranges::find(result_files, file.filename().string(), &ResultFile::name);
  return found == result_files.end() ? nullptr : &*found;
}

}  // namespace rapporteur
