// Where the values of a JSON export came from: the cell that `_origin` and `_cells` name, or the
// line of the document.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/json.hpp"
#include "load/json_rows.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

/// The file, sheet and row of `_origin`; nothing when it names no file.
[[nodiscard]] std::optional<Origin> exported_place(const json::Value& row);

/// Gives records read from JSON the places of the cells that they were exported from. A cell keeps
/// its old place as long as the text typed there still says what the document says: whoever edits a
/// value need not edit its `_cells`.
class JsonPlaces {
 public:
  /// `document` holds the tables of indicators and series: they say how a value is read.
  JsonPlaces(const TableSpec& spec, const json::Value& document, const Plan& plan);

  void restore(Record& record, const JsonRows& rows, const std::string& file) const;

 private:
  struct Measured {
    ValueType type = ValueType::count;
    const Scale* scale = nullptr;
  };

  void restore_cell(const Record& record, const json::Value& row, Cell& cell) const;
  [[nodiscard]] bool says_the_same(const Record& record, const Cell& cell, Cell& old) const;
  [[nodiscard]] Measured measured(const Record& record) const;

  const TableSpec& spec_;
  const Plan& plan_;
  std::map<std::string, Measured, std::less<>> indicators_;
  struct Part {
    std::string indicator;
    std::optional<ValueType> type;  ///< when not the indicator's
  };
  std::map<std::string, Part, std::less<>> series_;
};

}  // namespace rapporteur::load
