// Workbooks as the load stage sees them: who reads one is handed in, so that this stage needs no
// office; here is decided which of its sheets are tables.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/workbook.hpp"
#include "plan/schema.hpp"

namespace rapporteur {

/// Reads a workbook of that path; nothing after faults. office::workbook_reader() makes one.
using WorkbookReader =
    std::function<Result<Workbook>(const std::filesystem::path&, Diagnostics& diagnostics)>;

namespace load {

/// By its name: a workbook that is read (.xlsx, .ods).
[[nodiscard]] bool is_workbook_file(std::string_view name);
/// By its name: a spreadsheet of any kind, also those that are not read (.xls, .xlsm, .xlsb).
[[nodiscard]] bool is_spreadsheet_file(std::string_view name);

struct TableSheet {
  const TableSpec* table = nullptr;
  const Sheet* sheet = nullptr;
};

/// The sheets that are tables, by name or French alias. `lone` (or nullptr) is the table that the
/// only sheet of the workbook is when no sheet bears a table's name: the file's name says so. Every
/// other sheet that is not empty is told: sheet-not-read, sheet-hidden (it bears a table's name),
/// sheet-misspelt (nearly a table's name, and a table's header), but for those whose name begins
/// with # or _, their author's own. Faults: sheet-too-large.
[[nodiscard]] std::vector<TableSheet> table_sheets(const Workbook& workbook,
                                                   const std::string& file, const TableSpec* lone,
                                                   Diagnostics& diagnostics);

}  // namespace load

}  // namespace rapporteur
