// Rows of a JSON table as rows of text fields under headers, and the way back from a field to its
// value.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/json.hpp"
#include "load/csv.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

struct JsonRow {
  const json::Value* json = nullptr;
  int number = 0;  ///< among the rows of its table, from 1
  std::vector<std::string> fields;
  std::vector<const json::Value*> values;  ///< of the fields; nullptr where there is none
};

/// The period that a row names. Away from its file, a row of results/ has the one that its file
/// gives it (`_period`). nullptr: none.
[[nodiscard]] const json::Value* period_of(const json::Value& row);

/// Rows under one list of headers. A table has at most two such lists: rows that name their period
/// (the long form), and all others.
class JsonRows {
 public:
  JsonRows(const TableSpec& spec, std::string file, Plan& plan, Diagnostics& diagnostics)
      : spec_(spec), file_(std::move(file)), plan_(plan), diagnostics_(diagnostics) {}

  /// `style` is that of indicator values in this row. Faults: json-shape, json-currency,
  /// json-missing-kind, column-unknown.
  void add(const json::Value& row, int number, const NumberStyle& style);

  [[nodiscard]] bool empty() const { return rows_.empty(); }
  /// A header of line 0 and the rows. The line of a row is that of the document, or its number
  /// where several rows share one.
  [[nodiscard]] std::vector<CsvRow> fields();
  /// The row of that line; nullptr for the header.
  [[nodiscard]] const JsonRow* at(int line) const;
  /// The value that a field was made from; for the header, the first in its column.
  [[nodiscard]] const json::Value* value_at(int line, int column) const;

 private:
  void add_member(JsonRow& row, const std::string& name, const json::Value& value,
                  const NumberStyle& style);
  void add_field(JsonRow& row, const ColumnSpec& column, const std::string& header,
                 const json::Value& value, const NumberStyle& style);
  void unknown(const std::string& name, const json::Value& value);
  void report_at(const json::Value& value, const char* id, const std::string& column,
                 Arguments args, std::string suggestion = {});

  const TableSpec& spec_;
  std::string file_;
  Plan& plan_;
  Diagnostics& diagnostics_;
  std::vector<std::string> headers_;
  std::unordered_map<std::string, std::size_t> index_;  ///< header -> its field
  std::vector<JsonRow> rows_;
  std::unordered_map<int, std::size_t> by_line_;
};

}  // namespace rapporteur::load
