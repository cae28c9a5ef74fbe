// One CSV table -> records by the schema.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

/// By its name: a file that holds one table as text.
[[nodiscard]] bool is_table_file(std::string_view name);

/// Reads `text` as table `spec`. All faults in one run; what could be read is returned. Rows of the
/// long form (one a period) become one record each id.
[[nodiscard]] Table read_table(const TableSpec& spec, const std::string& text,
                               const std::string& file, const Plan& plan, Diagnostics& diagnostics);

}  // namespace rapporteur::load
