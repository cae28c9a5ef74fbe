// What commands about batches share: the list of all targets, what they cost, summaries.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "build/costs.hpp"
#include "build/shards.hpp"
#include "cli/command.hpp"
#include "summary/account.hpp"

namespace rapporteur::cli {

/// The summary of an earlier run. Faults: summary-unreadable, summary-broken, summary-shape.
[[nodiscard]] std::optional<summary::Account> read_summary(const std::string& file,
                                                           Diagnostics& diagnostics);

/// What its reports took; none without a file.
[[nodiscard]] std::optional<build::Costs> read_costs(const std::string& file,
                                                     Diagnostics& diagnostics);

/// The names of entries, each once, sorted.
[[nodiscard]] std::vector<std::string> names_of(const build::Roster& roster);

/// Variables of this process.
[[nodiscard]] std::optional<std::string> variable(const std::string& name);

}  // namespace rapporteur::cli
