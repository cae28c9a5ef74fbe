// results/*.csv and the workbooks there: values that arrive in files of their own, one a source
// (agency, region).
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "load/folder.hpp"
#include "load/workbook.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

/// Appends the rows of every results file to the table `values`, read by the same columns. A row
/// names its indicator by id or by code, and its series by id, or by a label among the indicator's
/// own. Without a kind, a value is what was reached (actual). A row that names none that the plan
/// has waits for its frame: a finding (result-waits), and the row is left out; a code of two
/// indicators is one too (result-ambiguous). The tables of indicators and series must be read.
void read_results(Folder& folder, const WorkbookReader& workbooks, Plan& plan,
                  Diagnostics& diagnostics);

}  // namespace rapporteur::load
