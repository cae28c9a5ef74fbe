// One table, from a CSV file or a sheet of a workbook -> records by the schema.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/workbook.hpp"
#include "load/csv.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

/// By its name: a file that holds one table as text.
[[nodiscard]] bool is_table_file(std::string_view name);

/// The fault table-twice at `place`, which names the place that was read before as well.
void report_table_twice(const Table& before, const Origin& place, Diagnostics& diagnostics);

/// Reads `text` as table `spec`. All faults in one run; what could be read is returned. Rows of the
/// long form (one a period) become one record each id.
[[nodiscard]] Table read_table(const TableSpec& spec, const std::string& text,
                               const std::string& file, const Plan& plan, Diagnostics& diagnostics);

/// The same from rows that are there already, the first of which is the header.
[[nodiscard]] Table read_rows(const TableSpec& spec, const std::vector<CsvRow>& rows,
                              const std::string& file, const Plan& plan, Diagnostics& diagnostics);

/// The same of a sheet. Faults of its own: sheet-header-missing, cell-error; findings:
/// cell-merged-amount, cell-code-date. `numbers` is the style that its numbers take as text: the
/// plan's, or that of the results file.
[[nodiscard]] Table read_sheet_table(const TableSpec& spec, Sheet sheet, const std::string& file,
                                     const Plan& plan, const NumberStyle& numbers,
                                     Diagnostics& diagnostics);

}  // namespace rapporteur::load
