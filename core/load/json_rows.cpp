#include "load/json_rows.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "load/faults.hpp"
#include "load/headers.hpp"
#include "load/json_cell.hpp"
#include "plan/export_names.hpp"

namespace rapporteur::load {
namespace {

/// A map of languages or periods, not an amount or a missing value.
bool is_spread(const json::Value& value) {
  return value.is(json::Type::object) && value.find("missing") == nullptr &&
         value.find("number") == nullptr && value.find("change") == nullptr &&
         value.find("step") == nullptr && value.find("parts") == nullptr &&
         value.find("amount") == nullptr;
}

}  // namespace

const json::Value* period_of(const json::Value& row) {
  const json::Value* const typed = row.find("period");
  if (typed != nullptr) {
    return typed->is(json::Type::null) ? nullptr : typed;
  }
  return row.find("_origin") == nullptr ? row.find("_period") : nullptr;
}

void JsonRows::add(const json::Value& row, int number, const NumberStyle& style) {
  JsonRow& read = rows_.emplace_back();
  read.json = &row;
  read.number = number;
  for (const json::Member& member : row.members) {
    // What the export adds to a table begins with _: places, generated codes. # is for own notes.
    if (!member.name.starts_with('_') && !member.name.starts_with('#')) {
      add_member(read, member.name, member.value, style);
    }
  }
  if (row.find("period") == nullptr) {
    if (const json::Value* const period = period_of(row); period != nullptr) {
      add_member(read, "period", *period, style);
    }
  }
}

void JsonRows::add_member(JsonRow& row, const std::string& name, const json::Value& value,
                          const NumberStyle& style) {
  const ColumnSpec* column = exported_column(spec_, name);
  if (column == nullptr && accepts_long_form(spec_) && name == long_period().name) {
    column = &long_period();
  }
  if (column == nullptr) {
    unknown(name, value);
    return;
  }
  if (column->spread == Spread::single || !is_spread(value)) {
    const bool is_text = column->spread == Spread::by_language && !plan_.languages.empty();
    add_field(row, *column, header_of(*column, is_text ? plan_.languages.front() : ""), value,
              style);
    return;
  }
  for (const json::Member& one : value.members) {
    add_field(row, *column, header_of(*column, one.name), one.value, style);
  }
}

void JsonRows::add_field(JsonRow& row, const ColumnSpec& column, const std::string& header,
                         const json::Value& value, const NumberStyle& style) {
  JsonText read = cell_text(value, column, style, plan_);
  switch (read.fault) {
    case JsonFault::none:
      break;
    case JsonFault::currency:
      report_at(value, "json-currency", header,
                {{"currency", std::string(value.string_at("currency"))}, {"plan", plan_.currency}});
      return;
    case JsonFault::missing_kind:
      report_at(value, "json-missing-kind", header,
                {{"text", std::string(value.string_at("missing"))}});
      return;
    case JsonFault::shape:
      report_at(value, "json-shape", header, {{"name", header}, {"shape", "cell"}});
      return;
  }
  const auto [known, is_new] = index_.emplace(header, headers_.size());
  if (is_new) {
    headers_.push_back(header);
  }
  row.fields.resize(std::max(row.fields.size(), known->second + 1));
  row.values.resize(row.fields.size(), nullptr);
  row.fields[known->second] = std::move(read.text);
  row.values[known->second] = &value;
}

void JsonRows::unknown(const std::string& name, const json::Value& value) {
  std::vector<std::string> names;
  for (const ColumnSpec& column : spec_.columns) {
    names.push_back(export_name(spec_, column));
  }
  report_at(value, "column-unknown", name, {{"column", name}, {"table", std::string(spec_.name)}},
            nearest(name, names));
}

void JsonRows::report_at(const json::Value& value, const char* id, const std::string& column,
                         Arguments args, std::string suggestion) {
  Origin place;
  place.file = file_;
  place.row = value.line;
  place.column = value.column;
  place.column_name = column;
  report(diagnostics_, id, std::move(place), std::move(args), std::move(suggestion));
}

std::vector<CsvRow> JsonRows::fields() {
  std::set<int> lines;
  for (const JsonRow& row : rows_) {
    lines.insert(row.json->line);
  }
  const bool lines_tell = lines.size() == rows_.size();
  std::vector<CsvRow> all = {{0, headers_}};
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    JsonRow& row = rows_[i];
    row.values.resize(headers_.size(), nullptr);
    row.fields.resize(headers_.size());
    const int line = lines_tell ? row.json->line : row.number;
    by_line_.emplace(line, i);
    all.push_back({line, row.fields});
  }
  return all;
}

const JsonRow* JsonRows::at(int line) const {
  const auto found = by_line_.find(line);
  return found == by_line_.end() ? nullptr : &rows_[found->second];
}

const json::Value* JsonRows::value_at(int line, int column) const {
  const auto field = static_cast<std::size_t>(column) - 1;
  if (column <= 0 || field >= headers_.size()) {
    return nullptr;
  }
  if (const JsonRow* const row = at(line); row != nullptr) {
    return row->values[field];
  }
  const auto first =
      std::ranges::find_if(rows_, [&](const JsonRow& row) { return row.values[field] != nullptr; });
  return first == rows_.end() ? nullptr : first->values[field];
}

}  // namespace rapporteur::load
