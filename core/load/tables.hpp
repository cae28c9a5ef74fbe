// One CSV table -> records by the schema.
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

/// Reads `text` as table `spec`. All faults in one run; what could be read is returned. Rows of the
/// long form (one a period) become one record each id.
[[nodiscard]] Table read_table(const TableSpec& spec, const std::string& text,
                               const std::string& file, const Plan& plan, Diagnostics& diagnostics);

}  // namespace rapporteur::load
