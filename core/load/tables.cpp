#include "load/tables.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "load/cells.hpp"
#include "load/csv.hpp"
#include "load/faults.hpp"
#include "load/headers.hpp"
#include "load/records.hpp"
#include "load/sheet.hpp"

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
    const std::vector<CsvRow> rows = parse_csv(text, table_.origin.file, diagnostics_, rows_left());
    if (rows.empty()) {
      if (trimmed(text).empty()) {
        report(diagnostics_, "csv-empty", table_.origin, {{"table", std::string(name())}});
      }
      return std::move(table_);
    }
    return read_rows(rows);
  }

  Table read_rows(const std::vector<CsvRow>& rows) {
    if (rows.size() > rows_left() + 1) {
      report_too_long(diagnostics_, {.file = table_.origin.file, .row = rows[rows_left()].line});
      return std::move(table_);
    }
    read_headers(rows.front().fields, rows.front().line);
    table_.records.reserve(rows.size() - 1);
    for (std::size_t i = 1; i < rows.size(); ++i) {
      read_row(rows[i], {});
    }
    return std::move(table_);
  }

  Table read_sheet(Sheet& sheet, const NumberStyle& numbers) {
    table_.origin.sheet = sheet.name;
    if (sheet.rows.size() > rows_left() + 1) {
      report_too_long(
          diagnostics_,
          {.file = table_.origin.file, .sheet = sheet.name, .row = sheet.rows[rows_left()].number});
      return std::move(table_);
    }
    const auto header = find_header(sheet, *table_.spec);
    if (!header) {
      report_no_header();
      return std::move(table_);
    }
    read_headers(header->fields, header->row);
    fill_down(sheet, header->first);
    table_.records.reserve(sheet.rows.size() - header->first);
    for (std::size_t i = header->first; i < sheet.rows.size(); ++i) {
      read_sheet_row(sheet.rows[i], numbers);
    }
    return std::move(table_);
  }

 private:
  [[nodiscard]] std::string_view name() const { return table_.spec->name; }

  /// Rows that the plan may still take.
  [[nodiscard]] std::size_t rows_left() const {
    std::size_t rows = 0;
    for (const auto& [table, read] : plan_.tables) {
      rows += read.records.size();
    }
    return most_rows - std::min(rows, most_rows);
  }

  void read_headers(const std::vector<std::string>& fields, int line) {
    table_.origin.row = line;
    headers_ = match_headers(fields, *table_.spec, plan_, table_.origin, diagnostics_);
    records_.set_form(headers_.is_long ? Form::one_row_a_period : Form::one_row_a_record);
    for (const Header& header : headers_.fields) {
      table_.headers.push_back(header.typed);
    }
  }

  void report_no_header() {
    std::vector<std::string> required;
    for (const ColumnSpec& column : table_.spec->columns) {
      if (column.required == Required::yes) {
        required.emplace_back(column.name);
      }
    }
    Origin place = table_.origin;
    place.row = 0;
    report(diagnostics_, "sheet-header-missing", place,
           {{"table", std::string(name())}, {"columns", joined(required)}});
  }

  [[nodiscard]] const ColumnSpec* column_of(std::size_t field) const {
    return field < headers_.fields.size() ? headers_.fields[field].column : nullptr;
  }

  /// A cell merged over several rows says the same of each; but one amount over three rows is not
  /// three amounts.
  void fill_down(Sheet& sheet, std::size_t first) {
    std::vector<bool> repeats;
    for (std::size_t i = 0; i < headers_.fields.size(); ++i) {
      const ColumnSpec* const column = column_of(i);
      repeats.push_back(column == nullptr ||
                        (column->type != ColumnType::money && column->type != ColumnType::integer &&
                         column->type != ColumnType::decimal && column->type != ColumnType::value));
    }
    for (const SheetMerge& merge : fill_merged(sheet, first, repeats)) {
      Origin place = table_.origin;
      place.row = merge.row;
      place.column = merge.column;
      place.column_name = headers_.fields[static_cast<std::size_t>(merge.column) - 1].typed;
      report(diagnostics_, "cell-merged-amount", place, {{"rows", std::int64_t{merge.rows}}});
    }
  }

  void read_sheet_row(const SheetRow& row, const NumberStyle& numbers) {
    CsvRow typed;
    typed.line = row.number;
    bool is_blank = true;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const ColumnSpec* const column = column_of(i);
      const ColumnType type = column == nullptr ? ColumnType::text : column->type;
      typed.fields.push_back(field_text(row.cells[i], type, numbers));
      is_blank = is_blank && row.cells[i].kind != SheetCellKind::error &&
                 trimmed_cell(typed.fields.back()).empty();
    }
    if (!is_blank) {
      read_row(typed, row.cells);
    }
  }

  /// `cells` are those of a sheet; a CSV file has none.
  void read_row(const CsvRow& row, const std::vector<SheetCell>& cells) {
    Record record;
    record.origin = table_.origin;
    record.origin.row = row.line;
    record.cells.reserve(row.fields.size());
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
      if (i < cells.size() && cells[i].kind == SheetCellKind::error) {
        read_error(cells[i].text, i, record);
      } else {
        read_field(row.fields[i], i, record);
      }
      if (i < cells.size() && cells[i].kind == SheetCellKind::date) {
        check_date(i, record);
      }
    }
    check_required(row, record);
    records_.add(std::move(record));
  }

  void read_field(const std::string& field, std::size_t i, Record& record) {
    std::string text = trimmed_cell(field);
    if (text.empty()) {
      return;
    }
    Cell cell;
    cell.field = static_cast<int>(i) + 1;
    cell.typed = std::move(text);
    if (i >= headers_.fields.size() && !table_.origin.sheet.empty()) {
      report_unnamed(record, cell);
      return;
    }
    if (i >= headers_.fields.size()) {
      report_at(record, cell, "csv-row-too-long",
                {{"fields", static_cast<std::int64_t>(headers_.fields.size())}});
      return;
    }
    const Header& header = headers_.fields[i];
    if (cell.typed.size() > longest_cell) {
      const std::string excerpt = shortened(cell.typed.substr(0, 400), 60);
      cell.typed = excerpt;
      cell.header = header.typed;
      report_at(record, cell, "cell-too-long", {{"most", static_cast<std::int64_t>(longest_cell)}});
      return;
    }
    if (header.is_unnamed) {
      report_unnamed(record, cell);
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

  /// What stands beside a table in a sheet is one fault a column, however long it is.
  void report_unnamed(const Record& record, const Cell& cell) {
    if (table_.origin.sheet.empty() || unnamed_.insert(cell.field).second) {
      report_at(record, cell, "column-unnamed", {});
    }
  }

  /// A formula that failed. The cell stays, without a value: it is not missing from its row.
  void read_error(const std::string& text, std::size_t i, Record& record) {
    Cell cell;
    cell.field = static_cast<int>(i) + 1;
    cell.typed = text;
    cell.column = column_of(i);
    if (cell.column == nullptr) {
      return;
    }
    cell.key = headers_.fields[i].key;
    cell.header = headers_.fields[i].typed;
    std::string word = folded(text);
    std::erase_if(word, [](char c) { return c < 'a' || c > 'z'; });
    report_at(record, cell, "cell-error", {{"kind", word}});
    record.cells.push_back(std::move(cell));
  }

  /// Spreadsheets take 1.2 for the first of February: no key or code is meant to be a date.
  void check_date(std::size_t i, const Record& record) {
    const ColumnSpec* const column = column_of(i);
    if (column != nullptr && !record.cells.empty() &&
        (column->type == ColumnType::id || column->type == ColumnType::code)) {
      report_at(record, record.cells.back(), "cell-code-date", {});
    }
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

  const Plan& plan_;
  Diagnostics& diagnostics_;
  Table table_;
  Headers headers_;
  RecordList records_{table_, diagnostics_};
  std::set<int> unnamed_;  ///< columns without a header that were told
};

}  // namespace

bool is_table_file(std::string_view name) {
  return name.ends_with(".csv") || name.ends_with(".tsv") || name.ends_with(".CSV");
}

void report_table_twice(const Table& before, const Origin& place, Diagnostics& diagnostics) {
  Diagnostic diagnostic;
  diagnostic.id = "table-twice";
  diagnostic.origin = place;
  diagnostic.args = {{"table", std::string(before.spec->name)}, {"other", before.origin.file}};
  Origin first;
  first.file = before.origin.file;
  first.sheet = before.origin.sheet;
  diagnostic.related.push_back({.key = "first", .args = {}, .origin = std::move(first)});
  diagnostics.add(std::move(diagnostic));
}

Table read_table(const TableSpec& spec, const std::string& text, const std::string& file,
                 const Plan& plan, Diagnostics& diagnostics) {
  return TableReader(spec, file, plan, diagnostics).read(text);
}

Table read_rows(const TableSpec& spec, const std::vector<CsvRow>& rows, const std::string& file,
                const Plan& plan, Diagnostics& diagnostics) {
  return TableReader(spec, file, plan, diagnostics).read_rows(rows);
}

Table read_sheet_table(const TableSpec& spec, Sheet sheet, const std::string& file,
                       const Plan& plan, const NumberStyle& numbers, Diagnostics& diagnostics) {
  return TableReader(spec, file, plan, diagnostics).read_sheet(sheet, numbers);
}

}  // namespace rapporteur::load
