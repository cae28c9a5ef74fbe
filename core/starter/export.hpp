// A loaded plan as a workbook: one sheet a table, ready for office::write_workbook().
#pragma once

#include "base/workbook_draft.hpp"
#include "plan/plan.hpp"

namespace rapporteur::starter {

/// Sheets in the order of the schema, named like their tables; headers are the columns that hold
/// something, by name, language and period; amounts, numbers and dates are numbers and dates. Read
/// back, the workbook gives the same plan.
[[nodiscard]] WorkbookDraft workbook_of(const Plan& plan);

}  // namespace rapporteur::starter
