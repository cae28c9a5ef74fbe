// Workbooks inside the office: read cell by cell into values, written from a draft.
#pragma once

#include "office/filler/work.hpp"
#include "office/workbook_job.hpp"

namespace rapporteur::filler {

/// Opens with Calc, read-only, takes every sheet with one call for its cells and a few for formats
/// and merged cells, closes. Formulas give their last values. Never throws: errors are in the
/// outcome.
[[nodiscard]] office::ReadOutcome read_workbook(const Context& context, const office::ReadJob& job);

/// Makes a new workbook and stores it. Never throws either.
[[nodiscard]] office::WriteOutcome write_workbook(const Context& context,
                                                  const office::WriteJob& job);

}  // namespace rapporteur::filler
