#include "load/plan_workbooks.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "load/faults.hpp"
#include "load/tables.hpp"

namespace rapporteur::load {
namespace {

namespace fs = std::filesystem;

class Workbooks {
 public:
  Workbooks(Folder& folder, const WorkbookReader& reader, Plan& plan, std::set<std::string>& unsure,
            Diagnostics& diagnostics)
      : folder_(folder), reader_(reader), plan_(plan), unsure_(unsure), diagnostics_(diagnostics) {}

  void read(const std::string& relative, const TableSpec* lone) {
    Origin place;
    place.file = folder_.shown(relative);
    if (!reader_) {
      report(diagnostics_, "file-not-read", place, {{"name", relative}});
      return;
    }
    const auto path = folder_.find_file(relative);
    auto workbook = path ? reader_(*path, diagnostics_) : std::nullopt;
    if (!workbook) {
      mark_all_unsure();
      return;
    }
    for (const TableSheet& one : table_sheets(*workbook, place.file, lone, diagnostics_)) {
      read_table(*one.table, *one.sheet, place.file);
    }
  }

 private:
  void mark_all_unsure() {
    for (const TableSpec& table : schema()) {
      if (!plan_.tables.contains(table.name)) {
        unsure_.emplace(table.name);
      }
    }
  }

  void read_table(const TableSpec& spec, const Sheet& sheet, const std::string& file) {
    const std::string name(spec.name);
    if (const auto twice = plan_.tables.find(name); twice != plan_.tables.end()) {
      Origin place;
      place.file = file;
      place.sheet = sheet.name;
      report_table_twice(twice->second, place, diagnostics_);
      return;
    }
    const std::size_t first = diagnostics_.all().size();
    Table table = read_sheet_table(spec, sheet, file, plan_, plan_.numbers, diagnostics_);
    if (is_cut_short(table, first)) {
      unsure_.insert(name);
    }
    plan_.tables.emplace(name, std::move(table));
  }

  /// True when rows or keys were lost: what refers to them cannot be judged.
  [[nodiscard]] bool is_cut_short(const Table& table, std::size_t first) const {
    const auto& all = diagnostics_.all();
    return std::any_of(all.begin() + static_cast<std::ptrdiff_t>(first), all.end(),
                       [](const Diagnostic& diagnostic) {
                         return diagnostic.id == "cell-error" ||
                                diagnostic.id == "table-too-long" ||
                                diagnostic.id == "cell-too-long" ||
                                diagnostic.id == "sheet-header-missing";
                       }) ||
           (!table.records.empty() && std::ranges::all_of(table.records, [](const Record& record) {
             return record.id.empty();
           }));
  }

  Folder& folder_;
  const WorkbookReader& reader_;
  Plan& plan_;
  std::set<std::string>& unsure_;
  Diagnostics& diagnostics_;
};

}  // namespace

void read_workbooks(Folder& folder, const std::vector<std::string>& names,
                    const WorkbookReader& reader, Plan& plan, std::set<std::string>& unsure,
                    Diagnostics& diagnostics) {
  Workbooks workbooks(folder, reader, plan, unsure, diagnostics);
  for (const char* const name : {"plan.xlsx", "plan.ods"}) {
    if (folder.has_file(name)) {
      workbooks.read(name, nullptr);
    }
  }
  for (const std::string& name : names) {
    if (is_workbook_file(name)) {
      workbooks.read("tables/" + name, find_table(fs::path(name).stem().string()));
    }
  }
}

}  // namespace rapporteur::load
