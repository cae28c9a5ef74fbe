#include "exchange/export.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>
#include <utility>

#include "plan/export_names.hpp"

namespace rapporteur::exchange {
namespace {

class Exporter {
 public:
  Exporter(const Plan& plan, Origins origins)
      : plan_(plan), origins_(origins), prefix_(prefix_of(plan.folder)) {
    for (const Indicator& indicator : plan.indicators) {
      remember(indicator.measures);
    }
    for (const Series& series : plan.series) {
      remember(series.measures);
    }
    remember(plan.repeated_measures);
    for (const Fact& fact : plan.facts) {
      typed_values_.emplace(key_of(fact.origin), &fact.value);
    }
  }

  [[nodiscard]] json::Value whole() const {
    json::Value document = json::object();
    document.set("rapporteur_export", json::number(export_version));
    document.set("plan", plan_json(plan_));
    for (const TableSpec& spec : schema()) {
      if (const auto table = plan_.tables.find(spec.name); table != plan_.tables.end()) {
        json::Value& rows = document.set(std::string(spec.name), json::array());
        rows.items.reserve(table->second.records.size());
        for (const Record& record : table->second.records) {
          rows.push(row(spec, record));
        }
        if (spec.name == "nodes") {
          set_generated_codes(rows);
        }
      }
    }
    json::Value& texts = document.set("narratives", json::array());
    for (const Narrative& narrative : plan_.narratives) {
      texts.push(text(narrative));
    }
    return document;
  }

 private:
  using Key = std::tuple<std::string, std::string, int, int>;

  static Key key_of(const Origin& origin) {
    return {origin.file, origin.sheet, origin.row, origin.column};
  }

  void remember(const std::vector<Measure>& measures) {
    for (const Measure& measure : measures) {
      typed_values_.emplace(key_of(measure.origin), &measure.value);
    }
  }

  /// A cell's value; of an indicator's the typed one, where the model holds it.
  [[nodiscard]] json::Value value_of(const Record& record, const Cell& cell) const {
    if (cell.column->type == ColumnType::value && !typed_values_.empty()) {
      const auto typed = typed_values_.find(key_of(record.origin_of(cell)));
      if (typed != typed_values_.end()) {
        return value_json(*typed->second, record.word("qualifier"));
      }
    }
    return value_json(cell.value);
  }

  /// What stands before the names of a plan's own files: "my-plan/".
  static std::string prefix_of(const std::string& folder) {
    std::string prefix = std::filesystem::path(folder).lexically_normal().generic_string();
    if (prefix == ".") {
      return {};
    }
    return prefix.empty() || prefix.ends_with('/') ? prefix : prefix + "/";
  }

  [[nodiscard]] json::Value place(const Origin& origin) const {
    json::Value object = json::object();
    const bool is_own = !prefix_.empty() && origin.file.starts_with(prefix_);
    object.set("file", json::string(is_own ? origin.file.substr(prefix_.size()) : origin.file));
    if (!origin.sheet.empty()) {
      object.set("sheet", json::string(origin.sheet));
    }
    if (origin.row != 0) {
      object.set("row", json::number(origin.row));
    }
    return object;
  }

  [[nodiscard]] std::size_t rank_of(const ColumnSpec& column, const std::string& key) const {
    if (column.spread == Spread::by_language) {
      return static_cast<std::size_t>(std::ranges::find(plan_.languages, key) -
                                      plan_.languages.begin());
    }
    return static_cast<std::size_t>(std::ranges::find(plan_.periods, key, &Period::id) -
                                    plan_.periods.begin());
  }

  [[nodiscard]] json::Value row(const TableSpec& spec, const Record& record) const {
    json::Value object = json::object();
    for (const ColumnSpec& column : spec.columns) {
      const std::string name = export_name(spec, column);
      // In the plan's order of languages and periods, whatever the order of the file's columns.
      std::map<std::size_t, const Cell*> cells;
      for (const Cell& cell : record.cells) {
        if (cell.column == &column && !std::holds_alternative<std::monostate>(cell.value)) {
          cells.emplace(rank_of(column, cell.key), &cell);
        }
      }
      if (cells.empty()) {
        continue;
      }
      if (column.spread == Spread::single) {
        object.set(name, value_of(record, *cells.begin()->second));
        continue;
      }
      json::Value& by_key = object.set(name, json::object());
      for (const auto& [rank, cell] : cells) {
        by_key.set(cell->key, value_of(record, *cell));
      }
    }
    if (spec.name == "values") {
      set_source(record, object);
    }
    if (origins_ != Origins::none) {
      object.set("_origin", place(record.origin));
    }
    if (origins_ == Origins::cells) {
      object.set("_cells", cells(record));
    }
    return object;
  }

  /// `_agency`: who sent the results file of a value; `_period`: the period of an actual value
  /// whose row names none: that of its file, else the reporting period.
  void set_source(const Record& record, json::Value& object) const {
    const ResultFile* const file = plan_.find_result_file(record.origin.file);
    if (file != nullptr && !file->agency.empty()) {
      object.set("_agency", json::string(file->agency));
    }
    if (record.word("kind") == name_of(Measured::actual) && record.find("period") == nullptr) {
      const bool has_own = file != nullptr && !file->period.empty();
      const std::string& period = has_own ? file->period : plan_.reporting_period;
      if (!period.empty()) {
        object.set("_period", json::string(period));
      }
    }
  }

  /// `_code`: the code that reports print, where the table leaves it to the numbering.
  void set_generated_codes(json::Value& rows) const {
    for (const Node& node : plan_.nodes) {
      json::Value& row = rows.items[node.record];
      if (!node.code.empty() && row.find("code") == nullptr) {
        row.set("_code", json::string(node.code));
      }
    }
  }

  /// Of each cell its column, and what cannot be told from the row: another line (long form), the
  /// header and the text where they are typed in another way.
  [[nodiscard]] json::Value cells(const Record& record) const {
    json::Value object = json::object();
    for (const Cell& cell : record.cells) {
      const std::string name = header_of(*cell.column, cell.key);
      json::Value& one = object.set(name, json::object());
      if (cell.row != 0 && cell.row != record.origin.row) {
        one.set("row", json::number(cell.row));
      }
      one.set("column", json::number(cell.field));
      if (cell.header != name) {
        one.set("header", json::string(cell.header));
      }
      if (!tells_the_text(value_of(record, cell), cell)) {
        one.set("typed", json::string(cell.typed));
      }
    }
    return object;
  }

  /// True when whoever reads the value back gets the text that was typed.
  static bool tells_the_text(const json::Value& value, const Cell& cell) {
    if (cell.column->type == ColumnType::value) {
      return value.is(json::Type::string) && value.text == cell.typed;
    }
    return exact_text(cell.value) == cell.typed;
  }

  [[nodiscard]] json::Value text(const Narrative& narrative) const {
    json::Value object = json::object();
    object.set("slot", json::string(narrative.slot));
    object.set("language", json::string(narrative.language));
    object.set("markdown", json::string(narrative.markdown));
    if (origins_ != Origins::none) {
      object.set("_origin", place(narrative.origin));
    }
    return object;
  }

  const Plan& plan_;
  Origins origins_;
  std::string prefix_;
  std::map<Key, const IndicatorValue*> typed_values_;
};

}  // namespace

json::Value export_plan(const Plan& plan, Origins origins) {
  return Exporter(plan, origins).whole();
}

std::string export_text(const Plan& plan, Origins origins) {
  return json::write(export_plan(plan, origins), 2);
}

}  // namespace rapporteur::exchange
