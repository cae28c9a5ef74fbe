// A plan folder on disk -> Plan, every value with its file, row and column.
#pragma once

#include <filesystem>
#include <string>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "plan/plan.hpp"

namespace rapporteur {

struct LoadOptions {
  std::string period;  ///< the period to report on, in place of plan.yaml's; empty = that one
};

/// Reads plan.yaml, tables/*.csv, results/*.csv and narrative/*.md. All faults in one run; nothing
/// is returned when there is one. Findings (unused columns and the like) come with a plan.
[[nodiscard]] Result<Plan> load_plan(const std::filesystem::path& folder, Diagnostics& diagnostics,
                                     const LoadOptions& options = {});

}  // namespace rapporteur
