#include "load/json_places.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "load/cells.hpp"
#include "load/indicator_value.hpp"
#include "plan/export_names.hpp"

namespace rapporteur::load {
namespace {

int integer_at(const json::Value& object, std::string_view name) {
  const json::Value* const value = object.find(name);
  int number = 0;
  if (value != nullptr && value->is(json::Type::number)) {
    std::from_chars(value->text.data(), value->text.data() + value->text.size(), number);
  }
  return number;
}

bool is_reference(const Cell& cell) {
  return cell.column->type == ColumnType::reference || cell.column->type == ColumnType::references;
}

}  // namespace

std::optional<Origin> exported_place(const json::Value& row) {
  const json::Value* const origin = row.find("_origin");
  if (origin == nullptr || origin->string_at("file").empty()) {
    return std::nullopt;
  }
  Origin place;
  place.file = origin->string_at("file");
  place.sheet = origin->string_at("sheet");
  place.row = integer_at(*origin, "row");
  return place;
}

JsonPlaces::JsonPlaces(const TableSpec& spec, const json::Value& document, const Plan& plan)
    : spec_(spec), plan_(plan) {
  static const json::Value none;
  const auto rows = [&](const char* name) -> const json::Value& {
    const json::Value* const table = document.find(name);
    return table == nullptr ? none : *table;
  };
  if (spec.name != "values") {
    return;
  }
  for (const json::Value& row : rows("indicators").items) {
    const auto type = value_type_named(row.string_at("type"));
    indicators_.emplace(row.string_at("id"), Measured{type.value_or(ValueType::count),
                                                      plan.find_scale(row.string_at("scale"))});
  }
  for (const json::Value& row : rows("series").items) {
    series_.emplace(row.string_at("id"), Part{std::string(row.string_at("indicator")),
                                              value_type_named(row.string_at("type"))});
  }
}

JsonPlaces::Measured JsonPlaces::measured(const Record& record) const {
  const auto series = series_.find(record.word("series"));
  const bool is_part = series != series_.end();
  const auto found =
      indicators_.find(is_part ? series->second.indicator : record.word("indicator"));
  Measured measured = found == indicators_.end() ? Measured{} : found->second;
  if (is_part && series->second.type) {
    measured.type = *series->second.type;
  }
  return measured;
}

void JsonPlaces::restore(Record& record, const JsonRows& rows, const std::string& file) const {
  const int line = record.origin.row;
  const JsonRow* const row = rows.at(line);
  if (row == nullptr) {
    return;
  }
  if (auto place = exported_place(*row->json)) {
    record.origin = std::move(*place);
    for (Cell& cell : record.cells) {
      cell.row = 0;
      restore_cell(record, *row->json, cell);
    }
    // The order of the file, not that of the document.
    std::ranges::stable_sort(record.cells, {},
                             [](const Cell& cell) { return std::pair(cell.row, cell.field); });
    return;
  }
  record.origin.file = file;
  record.origin.row = row->json->line;
  for (Cell& cell : record.cells) {
    const json::Value* const value = rows.value_at(cell.row == 0 ? line : cell.row, cell.field);
    if (value != nullptr) {
      cell.row = value->line == row->json->line ? 0 : value->line;
      cell.field = value->column;
    }
  }
}

void JsonPlaces::restore_cell(const Record& record, const json::Value& row, Cell& cell) const {
  const std::string name = header_of(*cell.column, cell.key);
  cell.field = 0;
  cell.header = name;
  const json::Value* const cells = row.find("_cells");
  const json::Value* const known = cells == nullptr ? nullptr : cells->find(name);
  if (known == nullptr) {
    return;
  }
  Cell old = cell;
  if (const json::Value* const typed = known->find("typed"); typed != nullptr) {
    old.typed = typed->text;
    if (!says_the_same(record, cell, old)) {
      return;
    }
  }
  old.row = integer_at(*known, "row");
  old.field = integer_at(*known, "column");
  if (const std::string_view header = known->string_at("header"); !header.empty()) {
    old.header = header;
  }
  cell = std::move(old);
}

/// True when the text of `old` is read as the value of `cell`; `old` then has that value. A
/// reference may have been typed by another name of its row: it cannot be told yet.
bool JsonPlaces::says_the_same(const Record& record, const Cell& cell, Cell& old) const {
  if (old.typed == cell.typed || is_reference(cell)) {
    return true;
  }
  Diagnostics unheard;
  const auto value = parse_cell(record, old, plan_, unheard);
  if (!value) {
    return false;
  }
  const bool is_typed_later =
      cell.column->type == ColumnType::value && (spec_.name == "values" || spec_.name == "facts");
  if (!is_typed_later || std::holds_alternative<Missing>(*value)) {
    return *value == cell.value;
  }
  const ResultFile* const file = plan_.find_result_file(record.origin.file);
  const auto read = [&](const std::string& text) {
    if (spec_.name == "facts") {
      return parse_fact(text, plan_);
    }
    const Measured as = measured(record);
    return parse_indicator_value(text, as.type, as.scale,
                                 file == nullptr ? plan_.numbers : file->numbers, plan_.missing);
  };
  const bool is_same = read(old.typed) == read(cell.typed);
  old.value = is_same ? *value : old.value;
  return is_same;
}

}  // namespace rapporteur::load
