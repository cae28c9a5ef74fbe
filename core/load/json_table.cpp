#include "load/json_table.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "load/faults.hpp"
#include "load/json_cell.hpp"
#include "load/json_places.hpp"
#include "load/json_rows.hpp"
#include "load/tables.hpp"

namespace rapporteur::load {
namespace {

class JsonTable {
 public:
  JsonTable(const TableSpec& spec, const std::string& file, Plan& plan, Diagnostics& diagnostics)
      : spec_(spec),
        file_(file),
        plan_(plan),
        diagnostics_(diagnostics),
        long_(spec, file, plan, diagnostics),
        wide_(spec, file, plan, diagnostics) {}

  Table read(const json::Value& rows, const json::Value& document) {
    place_.file = file_;
    place_.row = rows.line;
    int number = 0;
    for (const json::Value& row : rows.items) {
      ++number;
      if (!row.is(json::Type::object)) {
        Origin place = place_;
        place.row = row.line;
        place.column = row.column;
        report(diagnostics_, "json-shape", std::move(place),
               {{"name", std::string(spec_.name)}, {"shape", "row"}});
        continue;
      }
      group_of(row).add(row, number, style_of(row));
    }
    Table table;
    table.spec = &spec_;
    table.origin = place_;
    const JsonPlaces places(spec_, document, plan_);
    for (JsonRows* const group : {&wide_, &long_}) {
      if (!group->empty()) {
        read_group(*group, places, table);
      }
    }
    sort_rows(table);
    return table;
  }

 private:
  JsonRows& group_of(const json::Value& row) {
    return accepts_long_form(spec_) && period_of(row) != nullptr ? long_ : wide_;
  }

  [[nodiscard]] const NumberStyle& style_of(const json::Value& row) const {
    const auto place = exported_place(row);
    const ResultFile* const file = place ? plan_.find_result_file(place->file) : nullptr;
    return file == nullptr ? plan_.numbers : file->numbers;
  }

  void read_group(JsonRows& group, const JsonPlaces& places, Table& table) {
    const std::vector<CsvRow> rows = group.fields();
    Diagnostics told;
    Table read = read_rows(spec_, rows, file_, settings(), told);
    for (Diagnostic diagnostic : told.all()) {
      relocate(group, diagnostic.origin);
      for (Related& related : diagnostic.related) {
        relocate(group, related.origin);
      }
      diagnostics_.add(std::move(diagnostic));
    }
    table.headers.insert(table.headers.end(), read.headers.begin(), read.headers.end());
    for (Record& record : read.records) {
      numbers_.push_back(group.at(record.origin.row)->number);
      places.restore(record, group, file_);
      table.records.push_back(std::move(record));
    }
  }

  /// What cells are judged by: that of the plan, but for numbers as JSON has them.
  [[nodiscard]] Plan settings() const {
    Plan settings;
    settings.languages = plan_.languages;
    settings.currency = plan_.currency;
    settings.periods = plan_.periods;
    settings.missing = plan_.missing;
    settings.numbers = json_style();
    return settings;
  }

  void relocate(const JsonRows& group, Origin& place) const {
    const JsonRow* const row = group.at(place.row);
    const json::Value* const value = group.value_at(place.row, place.column);
    if (value != nullptr) {
      place.row = value->line;
      place.column = value->column;
    } else {
      place.row = row == nullptr ? place_.row : row->json->line;
      place.column = 0;
    }
  }

  /// Rows of the two groups in the order of the document.
  void sort_rows(Table& table) const {
    std::vector<std::size_t> order(table.records.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      order[i] = i;
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return numbers_[i]; });
    std::vector<Record> sorted;
    sorted.reserve(order.size());
    for (const std::size_t i : order) {
      sorted.push_back(std::move(table.records[i]));
    }
    table.records = std::move(sorted);
  }

  const TableSpec& spec_;
  const std::string& file_;
  Plan& plan_;
  Diagnostics& diagnostics_;
  Origin place_;
  JsonRows long_;
  JsonRows wide_;
  std::vector<int> numbers_;  ///< of the records, in the order of reading
};

}  // namespace

Table read_json_table(const TableSpec& spec, const json::Value& rows, const json::Value& document,
                      const std::string& file, Plan& plan, Diagnostics& diagnostics) {
  return JsonTable(spec, file, plan, diagnostics).read(rows, document);
}

}  // namespace rapporteur::load
