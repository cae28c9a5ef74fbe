#include "load/load.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "load/budget_rows.hpp"
#include "load/chain.hpp"
#include "load/faults.hpp"
#include "load/folder.hpp"
#include "load/indicator_rows.hpp"
#include "load/json_plan.hpp"
#include "load/measures.hpp"
#include "load/narrative.hpp"
#include "load/plan_workbooks.hpp"
#include "load/plan_yaml.hpp"
#include "load/quotes.hpp"
#include "load/references.hpp"
#include "load/results.hpp"
#include "load/tables.hpp"
#include "plan/severity.hpp"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;
using load::Folder;
using load::report;

/// True of the JSON document of an export, false of a plan folder.
bool is_export(const fs::path& path) {
  std::error_code error;
  return load::is_json_plan(path) && fs::is_regular_file(path, error);
}

fs::path folder_of(const fs::path& path, bool is_document) {
  if (!is_document) {
    return path;
  }
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

/// Last part of the folder's path, also when it was given as "." or with a slash behind.
std::string name_of_folder(const fs::path& folder) {
  std::error_code error;
  fs::path path = fs::absolute(folder, error).lexically_normal();
  if (path.filename().empty()) {
    path = path.parent_path();
  }
  return path.filename().string();
}

/// Of "pan-1325.json" pan-1325; of "plan.json" the name of its folder.
std::string name_of_document(const fs::path& path) {
  std::string stem = path.stem().string();
  if (stem != "plan") {
    return stem;
  }
  return name_of_folder(path.has_parent_path() ? path.parent_path() : fs::path("."));
}

Origin file_place(const Folder& folder, std::string_view relative) {
  Origin place;
  place.file = folder.shown(relative);
  return place;
}

/// True when rows or keys of a table were lost: what refers to it cannot be judged.
bool is_cut_short(const Table& table, const Diagnostics& diagnostics, std::size_t first) {
  const std::vector<Diagnostic>& all = diagnostics.all();
  const bool is_broken = std::any_of(all.begin() + static_cast<std::ptrdiff_t>(first), all.end(),
                                     [](const Diagnostic& diagnostic) {
                                       return diagnostic.id.starts_with("csv-quote") ||
                                              diagnostic.id == "table-too-long" ||
                                              diagnostic.id == "cell-too-long";
                                     });
  const bool has_no_keys =
      std::ranges::all_of(table.records, [](const Record& record) { return record.id.empty(); });
  return is_broken || (has_no_keys && !table.records.empty());
}

void read_table_file(Folder& folder, const std::string& name, Plan& plan,
                     std::set<std::string>& unsure, Diagnostics& diagnostics) {
  const std::string relative = "tables/" + name;
  const TableSpec* const spec = find_table(name.substr(0, name.size() - 4));
  if (spec == nullptr) {
    std::vector<std::string> known;
    for (const TableSpec& table : schema()) {
      known.push_back(std::string(table.name) + ".csv");
      for (const std::string& alias : split(table.alias, '|')) {
        known.push_back(alias + ".csv");
      }
    }
    report(diagnostics, "table-unknown", file_place(folder, relative), {{"name", name}},
           nearest(name, known));
    return;
  }
  if (const auto twice = plan.tables.find(spec->name); twice != plan.tables.end()) {
    load::report_table_twice(twice->second, file_place(folder, relative), diagnostics);
    return;
  }
  const std::size_t first = diagnostics.all().size();
  const std::string table_name(spec->name);
  const auto text = folder.read_text(relative);
  if (!text) {
    unsure.insert(table_name);
    return;
  }
  Table table = load::read_table(*spec, *text, folder.shown(relative), plan, diagnostics);
  if (is_cut_short(table, diagnostics, first)) {
    unsure.insert(table_name);
  }
  plan.tables.emplace(table_name, std::move(table));
}

/// The names of the tables that are there but could not be read to the end.
std::set<std::string> read_tables(Folder& folder, const WorkbookReader& workbooks, Plan& plan,
                                  Diagnostics& diagnostics) {
  std::set<std::string> unsure;
  const std::vector<std::string> names = folder.list("tables");
  for (const std::string& name : names) {
    if (load::is_table_file(name)) {
      read_table_file(folder, name, plan, unsure, diagnostics);
    } else if (load::is_spreadsheet_file(name) && !load::is_workbook_file(name)) {
      report(diagnostics, "file-not-read", file_place(folder, "tables/" + name), {{"name", name}});
    }
  }
  load::read_workbooks(folder, names, workbooks, plan, unsure, diagnostics);
  for (const TableSpec& table : schema()) {
    if (plan.tables.find(table.name) == plan.tables.end()) {
      folder.remember_missed("tables/" + std::string(table.name) + ".csv");
    }
  }
  return unsure;
}

/// Files that the plan folder may hold but that are not read from there.
void look_around(Folder& folder, Diagnostics& diagnostics) {
  for (const std::string& name : folder.list(".")) {
    const bool is_the_plan = name == "plan.xlsx" || name == "plan.ods";
    if ((load::is_spreadsheet_file(name) && !is_the_plan) || load::is_table_file(name)) {
      report(diagnostics, "file-not-read", file_place(folder, name), {{"name", name}});
    }
  }
}

void choose_period(const std::string& period, Plan& plan, Diagnostics& diagnostics) {
  if (period.empty()) {
    return;
  }
  if (plan.find_period(period) != nullptr) {
    plan.reporting_period = period;
    return;
  }
  std::vector<std::string> ids;
  for (const Period& one : plan.periods) {
    ids.push_back(one.id);
  }
  report(diagnostics, "period-not-in-plan", plan.origin,
         {{"period", period}, {"known", load::joined(ids)}}, nearest(period, ids));
}

/// Amounts need a currency: one fault, at the first amount.
void check_currency(const Plan& plan, Diagnostics& diagnostics) {
  if (!plan.currency.empty()) {
    return;
  }
  for (const auto& [name, table] : plan.tables) {
    for (const Record& record : table.records) {
      for (const Cell& cell : record.cells) {
        if (cell.column->type == ColumnType::money) {
          report(diagnostics, "currency-missing", record.origin_of(cell));
          return;
        }
      }
    }
  }
}

/// Files named in cells: inside the folder, and there.
void check_paths(const Plan& plan, Folder& folder, Diagnostics& diagnostics) {
  for (const auto& [name, table] : plan.tables) {
    for (const Record& record : table.records) {
      for (const Cell& cell : record.cells) {
        const auto* const path = std::get_if<std::string>(&cell.value);
        if (cell.column->type != ColumnType::path || path == nullptr) {
          continue;
        }
        if (fs::path(*path).is_absolute() || !folder.is_in_folder(*path)) {
          report(diagnostics, "file-outside", record.origin_of(cell), {{"folder", plan.folder}});
        } else if (!folder.has_file(*path)) {
          report(diagnostics, "media-missing", record.origin_of(cell), {{"path", *path}});
        }
      }
    }
  }
}

/// What the tables together make: the chain, the budget, the indicators.
void connect(Plan& plan, const std::set<std::string>& unsure, Folder& folder,
             Diagnostics& diagnostics) {
  check_currency(plan, diagnostics);
  load::resolve_references(plan, unsure, diagnostics);
  load::build_chain(plan, diagnostics);
  load::build_budget(plan, diagnostics);
  load::build_indicators(plan);
  load::build_measures(plan, diagnostics);
  check_paths(plan, folder, diagnostics);
}

void read_folder(Folder& folder, const LoadOptions& options, Plan& plan, Diagnostics& diagnostics) {
  const bool has_yaml = folder.has_file("plan.yaml");
  const auto text = folder.read_text("plan.yaml");
  if (!has_yaml) {
    report(diagnostics, "plan-file-missing", file_place(folder, "plan.yaml"),
           {{"folder", plan.folder}});
  }
  if (text && load::read_plan_yaml(*text, folder.shown("plan.yaml"), plan, diagnostics)) {
    choose_period(options.period, plan, diagnostics);
    const std::set<std::string> unsure = read_tables(folder, options.workbooks, plan, diagnostics);
    load::read_results(folder, options.workbooks, plan, diagnostics);
    connect(plan, unsure, folder, diagnostics);
    load::read_narratives(folder, plan, diagnostics);
    load::check_quotes(plan, diagnostics);
    look_around(folder, diagnostics);
  }
}

void read_document(const fs::path& path, Folder& folder, const LoadOptions& options, Plan& plan,
                   Diagnostics& diagnostics) {
  if (load::read_json_plan(folder, path.filename().string(), plan, diagnostics)) {
    choose_period(options.period, plan, diagnostics);
    connect(plan, {}, folder, diagnostics);
    load::check_quotes(plan, diagnostics);
  }
}

}  // namespace

std::string plan_name(const fs::path& path) {
  return is_export(path) ? name_of_document(path) : name_of_folder(path);
}

Result<Plan> load_plan(const fs::path& path, Diagnostics& diagnostics, const LoadOptions& options) {
  Plan plan;
  Diagnostics found;
  const bool is_document = is_export(path);
  const fs::path root = folder_of(path, is_document);
  plan.folder = root.generic_string();
  plan.name = plan_name(path);
  std::error_code error;
  if (!is_document && !fs::is_directory(path, error)) {
    Origin place;
    place.file = plan.folder;
    const bool is_name_of_one = load::is_json_plan(path);
    report(diagnostics, is_name_of_one ? "plan-document-missing" : "plan-folder-missing", place,
           {{"folder", plan.folder}});
    return std::nullopt;
  }
  Folder folder(root, plan, found);
  if (is_document) {
    read_document(path, folder, options, plan, found);
  } else {
    read_folder(folder, options, plan, found);
  }
  for (Diagnostic diagnostic : found.all()) {
    if (apply_severity(plan, diagnostic)) {
      diagnostics.add(std::move(diagnostic));
    }
  }
  if (found.has_fault()) {
    return std::nullopt;
  }
  return plan;
}

Result<Plan> load_settings(const fs::path& path) {
  Plan plan;
  Diagnostics found;
  const bool is_document = is_export(path);
  const fs::path root = folder_of(path, is_document);
  plan.folder = root.generic_string();
  plan.name = plan_name(path);
  Folder folder(root, plan, found);
  if (is_document) {
    static_cast<void>(load::read_json_plan(folder, path.filename().string(), plan, found));
  } else if (const auto text = folder.read_text("plan.yaml")) {
    static_cast<void>(load::read_plan_yaml(*text, folder.shown("plan.yaml"), plan, found));
  } else {
    return std::nullopt;
  }
  return found.has_fault() ? std::nullopt : Result<Plan>(std::move(plan));
}

}  // namespace rapporteur
