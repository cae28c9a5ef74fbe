#include "load/records.hpp"

#include <algorithm>
#include <utility>

#include "load/headers.hpp"

namespace rapporteur::load {

void RecordList::add(Record record) {
  if (const Cell* const key = key_of(record)) {
    record.id = std::get<std::string>(key->value);
  }
  if (form_ == Form::one_row_a_period) {
    merge(std::move(record));
  } else if (is_new_id(record)) {
    table_.records.push_back(std::move(record));
  }
}

const Cell* RecordList::key_of(const Record& record) {
  const auto key = std::ranges::find_if(record.cells, [](const Cell& cell) {
    return cell.column->type == ColumnType::id && std::holds_alternative<std::string>(cell.value);
  });
  return key == record.cells.end() ? nullptr : &*key;
}

/// Registers the id; a second row of the same id is a fault.
bool RecordList::is_new_id(const Record& record) {
  if (record.id.empty()) {
    return true;
  }
  const auto [first, is_new] = by_id_.emplace(record.id, table_.records.size());
  if (!is_new) {
    twice(record, *key_of(record), table_.records[first->second].origin, "id-duplicate", record.id);
  }
  return is_new;
}

void RecordList::twice(const Record& record, const Cell& cell, Origin first, const char* id,
                       const std::string& text) {
  Diagnostic diagnostic;
  diagnostic.id = id;
  diagnostic.origin = record.origin_of(cell);
  const std::int64_t row = first.row;
  diagnostic.args = {{"text", text}, {"column", cell.header}, {"row", std::to_string(row)}};
  first.column = cell.field;
  first.column_name = cell.header;
  diagnostic.related.push_back({"first", {{"text", text}}, std::move(first)});
  diagnostics_.add(std::move(diagnostic));
}

/// Long form: the row's columns by period take its period as their key, and rows of one id become
/// one record.
void RecordList::merge(Record row) {
  const Cell* const period_cell = row.find("period");
  const auto* const period =
      period_cell == nullptr ? nullptr : std::get_if<std::string>(&period_cell->value);
  for (Cell& cell : row.cells) {
    cell.row = row.origin.row;
    if (cell.column->spread == Spread::by_period && period != nullptr) {
      cell.key = *period;
    }
  }
  // A table whose own schema has a period (values) keeps it in its rows.
  if (find_column(*table_.spec, "period") == nullptr) {
    std::erase_if(row.cells, [](const Cell& cell) { return cell.column == &long_period(); });
  }
  const auto found = by_id_.find(row.id);
  if (row.id.empty() || found == by_id_.end()) {
    by_id_.emplace(row.id, table_.records.size());
    table_.records.push_back(std::move(row));
    return;
  }
  Record& record = table_.records[found->second];
  for (Cell& cell : row.cells) {
    const Cell* const known = record.find(cell.column->name, cell.key);
    if (known == nullptr) {
      record.cells.push_back(std::move(cell));
    } else if (cell.column->spread == Spread::by_period) {
      Origin first = record.origin_of(*known);
      twice(row, cell, std::move(first), "period-twice", cell.key);
    } else if (known->typed != cell.typed) {
      Origin first = record.origin_of(*known);
      twice(row, cell, std::move(first), "long-form-conflict", cell.typed);
    }
  }
}

}  // namespace rapporteur::load
