// plan.xlsx, plan.ods and the workbooks in tables/: each sheet a table, beside the CSV files.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "load/folder.hpp"
#include "load/workbook.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

/// Adds the tables of every workbook to `plan`; `names` are those in tables/. A table that is there
/// already is a fault that names both places (table-twice). `unsure` gets the names of tables that
/// could not be read to the end: of all that are not there when a workbook could not be opened.
void read_workbooks(Folder& folder, const std::vector<std::string>& names,
                    const WorkbookReader& reader, Plan& plan, std::set<std::string>& unsure,
                    Diagnostics& diagnostics);

}  // namespace rapporteur::load
