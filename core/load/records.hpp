// The records of a table, row by row: keys are unique, and rows of the long form (one a period)
// become one record each key.
#pragma once

#include <string>
#include <unordered_map>

#include "base/diagnostic.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

enum class Form { one_row_a_record, one_row_a_period };

class RecordList {
 public:
  /// Records go into `table`, which must outlive this.
  RecordList(Table& table, Diagnostics& diagnostics) : table_(table), diagnostics_(diagnostics) {}
  void set_form(Form form) { form_ = form; }

  /// Takes a row whose cells are read; its key is found among them. Faults: id-duplicate,
  /// period-twice, long-form-conflict.
  void add(Record record);

 private:
  [[nodiscard]] static const Cell* key_of(const Record& record);
  bool is_new_id(const Record& record);
  void twice(const Record& record, const Cell& cell, Origin first, const char* id,
             const std::string& text);
  void merge(Record row);

  Table& table_;
  Diagnostics& diagnostics_;
  Form form_ = Form::one_row_a_record;
  std::unordered_map<std::string, std::size_t> by_id_;
};

}  // namespace rapporteur::load
