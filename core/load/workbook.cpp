#include "load/workbook.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "load/faults.hpp"
#include "load/sheet.hpp"

namespace rapporteur::load {
namespace {

bool has_extension(std::string_view name, std::span<const std::string_view> extensions) {
  const std::size_t dot = name.rfind('.');
  return dot != std::string_view::npos &&
         std::ranges::find(extensions, folded(name.substr(dot + 1))) != extensions.end();
}

class SheetChooser {
 public:
  SheetChooser(const std::string& file, Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  std::vector<TableSheet> choose(const Workbook& workbook, const TableSpec* lone) {
    const std::vector<const Sheet*> candidates = sheets_to_judge(workbook);
    const bool is_lone = lone != nullptr && candidates.size() == 1 && candidates[0]->is_visible &&
                         find_table(candidates[0]->name) == nullptr;
    for (const Sheet* const sheet : candidates) {
      judge(*sheet, is_lone ? lone : find_table(sheet->name));
    }
    return std::move(chosen_);
  }

 private:
  static std::vector<const Sheet*> sheets_to_judge(const Workbook& workbook) {
    std::vector<const Sheet*> sheets;
    for (const Sheet& sheet : workbook.sheets) {
      const bool is_own = sheet.name.starts_with('#') || sheet.name.starts_with('_');
      const bool is_blank = sheet.rows.empty() && !sheet.is_too_large;
      if (!is_own && !(is_blank && find_table(sheet.name) == nullptr)) {
        sheets.push_back(&sheet);
      }
    }
    return sheets;
  }

  void judge(const Sheet& sheet, const TableSpec* table) {
    Origin place;
    place.file = file_;
    place.sheet = sheet.name;
    if (table == nullptr) {
      tell_stranger(sheet, place);
    } else if (!sheet.is_visible) {
      report(diagnostics_, "sheet-hidden", place, {{"table", std::string(table->name)}});
    } else if (sheet.is_too_large) {
      report(diagnostics_, "sheet-too-large", place,
             {{"cell", cell_name(sheet.last_row, sheet.last_column)}});
    } else if (sheet.rows.empty()) {
      report(diagnostics_, "sheet-empty", place, {{"table", std::string(table->name)}});
    } else {
      chosen_.push_back({table, &sheet});
    }
  }

  void tell_stranger(const Sheet& sheet, const Origin& place) {
    std::vector<std::string> names;
    for (const TableSpec& table : schema()) {
      names.emplace_back(table.name);
      for (std::string& alias : split(table.alias, '|')) {
        names.push_back(std::move(alias));
      }
    }
    const std::string near = nearest(sheet.name, names);
    const TableSpec* const meant = near.empty() ? nullptr : find_table(near);
    if (meant != nullptr && find_header(sheet, *meant)) {
      report(diagnostics_, "sheet-misspelt", place, {{"name", sheet.name}}, near);
    } else {
      report(diagnostics_, "sheet-not-read", place, {{"name", sheet.name}});
    }
  }

  const std::string& file_;
  Diagnostics& diagnostics_;
  std::vector<TableSheet> chosen_;
};

}  // namespace

bool is_workbook_file(std::string_view name) {
  constexpr std::array<std::string_view, 2> extensions = {"xlsx", "ods"};
  return has_extension(name, extensions);
}

bool is_spreadsheet_file(std::string_view name) {
  constexpr std::array<std::string_view, 5> extensions = {"xlsx", "ods", "xls", "xlsm", "xlsb"};
  return has_extension(name, extensions);
}

std::vector<TableSheet> table_sheets(const Workbook& workbook, const std::string& file,
                                     const TableSpec* lone, Diagnostics& diagnostics) {
  return SheetChooser(file, diagnostics).choose(workbook, lone);
}

}  // namespace rapporteur::load
