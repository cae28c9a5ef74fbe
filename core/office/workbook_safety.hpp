// What is refused before the office sees a workbook: the same as for a template, with one
// difference. Formulas that refer to other files are common and harmless, for only the values last
// saved are read (workbook_values.hpp): they are told, not refused.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "office/workbook_job.hpp"

namespace rapporteur::office {

struct AdmittedWorkbook {
  WorkbookKind kind = WorkbookKind::xlsx;
  std::string bytes;
};

/// A workbook that is safe to open, its formulas settled; nothing after faults that say why not. A
/// finding (workbook-linked-values) when it draws values from other files.
[[nodiscard]] std::optional<AdmittedWorkbook> admit_workbook(const std::string& file,
                                                             std::string bytes,
                                                             Diagnostics& diagnostics);

}  // namespace rapporteur::office
