// What the targets of a batch cost: measured by an earlier run, else estimated from the plan.
//
// Costs are whole milliseconds, so that every machine computes the same ones from the same files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "build/roster.hpp"

namespace rapporteur::build {

/// Milliseconds by the name of a target.
using Costs = std::map<std::string, std::int64_t>;

/// Of one target of a plan, by the bytes of what a plan is read from: plan.yaml, its workbook, and
/// what lies in tables/, results/ and narrative/. Other files (an output folder, .git) do not
/// count.
[[nodiscard]] std::int64_t estimated_cost(const std::filesystem::path& plan);

/// A cost for each entry, at least 1: the measured one where there is one, else the estimate,
/// scaled by how far the estimates of the measured ones are off in all.
[[nodiscard]] std::vector<std::int64_t> costs_of(const Roster& roster,
                                                 const std::vector<std::filesystem::path>& plans,
                                                 const Costs& measured);

}  // namespace rapporteur::build
