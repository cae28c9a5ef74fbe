#include "load/tables.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/text.hpp"
#include "load/cells.hpp"
#include "load/csv.hpp"
#include "load/faults.hpp"
#include "load/headers.hpp"

namespace rapporteur::load {
namespace {

class TableReader {
 public:
  TableReader(const TableSpec& spec, const std::string& file, const Plan& plan,
              Diagnostics& diagnostics)
      : plan_(plan), diagnostics_(diagnostics) {
    table_.spec = &spec;
    table_.origin.file = file;
    table_.origin.row = 1;
  }

  Table read(const std::string& text) {
    const std::vector<CsvRow> rows = parse_csv(text, table_.origin.file, diagnostics_);
    if (rows.empty()) {
      if (trimmed(text).empty()) {
        report(diagnostics_, "csv-empty", table_.origin, {{"table", std::string(name())}});
      }
      return std::move(table_);
    }
    table_.origin.row = rows.front().line;
    headers_ = match_headers(rows.front().fields, *table_.spec, plan_, table_.origin, diagnostics_);
    for (const Header& header : headers_.fields) {
      table_.headers.push_back(header.typed);
    }
    table_.records.reserve(rows.size() - 1);
    for (std::size_t i = 1; i < rows.size(); ++i) {
      read_row(rows[i]);
    }
    return std::move(table_);
  }

 private:
  [[nodiscard]] std::string_view name() const { return table_.spec->name; }

  void read_row(const CsvRow& row) {
    Record record;
    record.origin = table_.origin;
    record.origin.row = row.line;
    record.cells.reserve(row.fields.size());
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
      read_field(row.fields[i], i, record);
    }
    check_required(row, record);
    if (const Cell* const key = key_of(record)) {
      record.id = std::get<std::string>(key->value);
    }
    if (headers_.is_long) {
      merge(std::move(record));
    } else if (is_new_id(record)) {
      table_.records.push_back(std::move(record));
    }
  }

  void read_field(const std::string& field, std::size_t i, Record& record) {
    std::string text = trimmed_cell(field);
    if (text.empty()) {
      return;
    }
    Cell cell;
    cell.field = static_cast<int>(i) + 1;
    cell.typed = std::move(text);
    if (i >= headers_.fields.size()) {
      report_at(record, cell, "csv-row-too-long",
                {{"fields", static_cast<std::int64_t>(headers_.fields.size())}});
      return;
    }
    const Header& header = headers_.fields[i];
    if (header.is_unnamed) {
      report_at(record, cell, "column-unnamed", {});
    }
    if (header.column == nullptr) {
      return;
    }
    cell.column = header.column;
    cell.key = header.key;
    cell.header = header.typed;
    if (auto value = parse_cell(record, cell, plan_, diagnostics_)) {
      cell.value = std::move(*value);
    }
    // A cell that could not be read stays, without a value: it is not missing from its row.
    record.cells.push_back(std::move(cell));
  }

  void report_at(const Record& record, const Cell& cell, const char* id, Arguments args) {
    args.emplace_back("text", cell.typed);
    report(diagnostics_, id, record.origin_of(cell), std::move(args));
  }

  void check_required(const CsvRow& row, const Record& record) {
    for (std::size_t i = 0; i < headers_.fields.size(); ++i) {
      const ColumnSpec* const column = headers_.fields[i].column;
      if (column == nullptr || column->required == Required::no ||
          headers_.find(column->name) != &headers_.fields[i]) {
        continue;  // several languages of one text are looked at once, at the first
      }
      const bool is_there = std::ranges::any_of(
          record.cells, [&](const Cell& cell) { return cell.column == column; });
      if (!is_there) {
        Origin place = record.origin;
        place.row = row.line;
        place.column = static_cast<int>(i) + 1;
        place.column_name = headers_.fields[i].typed;
        report(diagnostics_, "cell-missing", place, {{"column", place.column_name}});
      }
    }
  }

  [[nodiscard]] static const Cell* key_of(const Record& record) {
    const auto key = std::ranges::find_if(record.cells, [](const Cell& cell) {
      return cell.column->type == ColumnType::id && std::holds_alternative<std::string>(cell.value);
    });
    return key == record.cells.end() ? nullptr : &*key;
  }

  /// Registers the id; a second row of the same id is a fault.
  bool is_new_id(const Record& record) {
    if (record.id.empty()) {
      return true;
    }
    const auto [first, is_new] = by_id_.emplace(record.id, table_.records.size());
    if (!is_new) {
      twice(record, *key_of(record), table_.records[first->second].origin, "id-duplicate",
            record.id);
    }
    return is_new;
  }

  void twice(const Record& record, const Cell& cell, Origin first, const char* id,
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
  void merge(Record row) {
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

  const Plan& plan_;
  Diagnostics& diagnostics_;
  Table table_;
  Headers headers_;
  std::unordered_map<std::string, std::size_t> by_id_;
};

}  // namespace

bool is_table_file(std::string_view name) {
  return name.ends_with(".csv") || name.ends_with(".tsv") || name.ends_with(".CSV");
}

Table read_table(const TableSpec& spec, const std::string& text, const std::string& file,
                 const Plan& plan, Diagnostics& diagnostics) {
  return TableReader(spec, file, plan, diagnostics).read(text);
}

}  // namespace rapporteur::load
