// A plan folder on disk -> Plan, every value with its file, row and column.
#pragma once

#include <filesystem>
#include <string>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "load/workbook.hpp"
#include "plan/plan.hpp"

namespace rapporteur {

struct LoadOptions {
  std::string period;        ///< the period to report on, in place of plan.yaml's; empty = that one
  WorkbookReader workbooks;  ///< called when the plan has a workbook; without one, none is read
};

/// Reads plan.yaml, tables/*.csv, plan.xlsx or plan.ods and the workbooks in tables/, results/ and
/// narrative/*.md. All faults in one run; nothing
/// is returned when there is one. Findings (unused columns and the like) come with a plan.
/// `path` is a plan folder, or the JSON document of an export (*.json).
[[nodiscard]] Result<Plan> load_plan(const std::filesystem::path& path, Diagnostics& diagnostics,
                                     const LoadOptions& options = {});

/// The name that its outputs bear: the folder's last part, or the document's stem.
[[nodiscard]] std::string plan_name(const std::filesystem::path& path);

}  // namespace rapporteur
