#include "load/results.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "load/faults.hpp"
#include "load/tables.hpp"

namespace rapporteur::load {
namespace {

/// What a results row may call an indicator or a series -> ids; several when it is ambiguous.
class Frame {
 public:
  explicit Frame(const Plan& plan) {
    if (const auto table = plan.tables.find("indicators"); table != plan.tables.end()) {
      for (const Record& record : table->second.records) {
        add(indicators_, record.id, record.id);
        add(indicators_, record.word("code"), record.id);
      }
    }
    if (const auto table = plan.tables.find("series"); table != plan.tables.end()) {
      for (const Record& record : table->second.records) {
        const std::string indicator = record.word("indicator");
        add(series_, record.id, record.id);
        for (const auto& [language, label] : record.text("label").by_language) {
          add(series_, indicator + "\n" + folded(label), record.id);
        }
      }
    }
  }

  [[nodiscard]] const std::vector<std::string>& indicator(const std::string& name) const {
    return find(indicators_, name);
  }
  /// By id, or by a label of the indicator's own series.
  [[nodiscard]] const std::vector<std::string>& series(const std::string& indicator,
                                                       const std::string& name) const {
    const auto& by_id = find(series_, name);
    return by_id.empty() ? find(series_, indicator + "\n" + folded(name)) : by_id;
  }
  [[nodiscard]] std::vector<std::string> indicator_names() const {
    std::vector<std::string> names;
    for (const auto& [name, ids] : indicators_) {
      names.push_back(name);
    }
    std::ranges::sort(names);
    return names;
  }

 private:
  using Names = std::unordered_map<std::string, std::vector<std::string>>;

  static void add(Names& names, const std::string& name, const std::string& id) {
    std::vector<std::string>& ids = names[name];
    if (!name.empty() && std::ranges::find(ids, id) == ids.end()) {
      ids.push_back(id);
    }
  }
  static const std::vector<std::string>& find(const Names& names, const std::string& name) {
    static const std::vector<std::string> none;
    const auto found = names.find(name);
    return found == names.end() ? none : found->second;
  }

  Names indicators_;
  Names series_;
};

class Results {
 public:
  Results(Plan& plan, Diagnostics& diagnostics)
      : plan_(plan), diagnostics_(diagnostics), frame_(plan) {}

  void merge(Table table) {
    Table& values = plan_.tables["values"];
    if (values.spec == nullptr) {
      values = {table.spec, table.origin, table.headers, {}};
    }
    for (Record& record : table.records) {
      if (is_placed(record)) {
        name_kind(record, *values.spec);
        values.records.push_back(std::move(record));
      }
    }
  }

 private:
  static Cell* cell_of(Record& record, std::string_view column) {
    const auto found = std::ranges::find_if(
        record.cells, [&](const Cell& cell) { return cell.column->name == column; });
    return found == record.cells.end() ? nullptr : &*found;
  }

  /// Puts ids in the place of names; false, with a finding, when the row has no place yet.
  bool is_placed(Record& record) {
    Cell* const indicator = cell_of(record, "indicator");
    std::string id;
    if (indicator != nullptr) {
      const auto& ids = frame_.indicator(indicator->typed);
      if (!is_one(record, *indicator, ids)) {
        return false;
      }
      id = ids.front();
      indicator->value = id;
    }
    if (Cell* const series = cell_of(record, "series"); series != nullptr) {
      const auto& ids = frame_.series(id, series->typed);
      if (!is_one(record, *series, ids)) {
        return false;
      }
      series->value = ids.front();
    }
    return true;
  }

  /// A row of results that does not say what its value is tells what was reached. The cell that
  /// says so stands where the value does: no other place shows it.
  static void name_kind(Record& record, const TableSpec& spec) {
    const Cell* const shown =
        record.find("value") != nullptr ? record.find("value") : record.find("missing");
    if (shown == nullptr || record.find("kind") != nullptr) {
      return;
    }
    Cell kind;
    kind.column = find_column(spec, "kind");
    kind.value = "actual";
    kind.field = shown->field;
    kind.row = shown->row;
    kind.header = "kind";
    kind.typed = "actual";
    record.cells.push_back(std::move(kind));
  }

  bool is_one(const Record& record, const Cell& cell, const std::vector<std::string>& ids) {
    if (ids.size() == 1) {
      return true;
    }
    const bool is_indicator = cell.column->name == "indicator";
    report(diagnostics_, ids.empty() ? "result-waits" : "result-ambiguous", record.origin_of(cell),
           {{"text", cell.typed}, {"column", std::string(cell.column->name)}, {"ids", joined(ids)}},
           ids.empty() && is_indicator ? nearest(cell.typed, frame_.indicator_names()) : "");
    return false;
  }

  Plan& plan_;
  Diagnostics& diagnostics_;
  const Frame frame_;
};

/// The sheets of a results workbook that hold values: by name, or its only sheet.
std::vector<Table> tables_of(const std::string& relative, Folder& folder,
                             const WorkbookReader& reader, const Plan& plan,
                             Diagnostics& diagnostics) {
  std::vector<Table> tables;
  const auto path = folder.find_file(relative);
  const auto workbook = path ? reader(*path, diagnostics) : std::nullopt;
  if (!workbook) {
    return tables;
  }
  const std::string file = folder.shown(relative);
  const TableSpec& values = *find_table("values");
  const ResultFile* const known = plan.find_result_file(file);
  for (const TableSheet& one : table_sheets(*workbook, file, &values, diagnostics)) {
    if (one.table == &values) {
      tables.push_back(read_sheet_table(values, *one.sheet, file, plan,
                                        known == nullptr ? plan.numbers : known->numbers,
                                        diagnostics));
    } else {
      Origin place;
      place.file = file;
      place.sheet = one.sheet->name;
      report(diagnostics, "sheet-not-read", place, {{"name", one.sheet->name}});
    }
  }
  return tables;
}

}  // namespace

void read_results(Folder& folder, const WorkbookReader& workbooks, Plan& plan,
                  Diagnostics& diagnostics) {
  const std::vector<std::string> names = folder.list("results");
  for (const ResultFile& file : plan.result_files) {
    if (std::ranges::find(names, file.name) == names.end()) {
      report(diagnostics, "result-file-missing", file.origin, {{"name", file.name}},
             nearest(file.name, names));
    }
  }
  if (names.empty()) {
    return;
  }
  Results results(plan, diagnostics);
  for (const std::string& name : names) {
    const std::string relative = "results/" + name;
    if (is_workbook_file(name) && workbooks) {
      for (Table& table : tables_of(relative, folder, workbooks, plan, diagnostics)) {
        results.merge(std::move(table));
      }
      continue;
    }
    if (!is_table_file(name)) {
      Origin place;
      place.file = folder.shown(relative);
      report(diagnostics, "file-not-read", place, {{"name", name}});
      continue;
    }
    if (const auto text = folder.read_text(relative)) {
      results.merge(
          read_table(*find_table("values"), *text, folder.shown(relative), plan, diagnostics));
    }
  }
}

}  // namespace rapporteur::load
