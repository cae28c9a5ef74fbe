// Cells that name rows of other tables.
#pragma once

#include <set>
#include <string>

#include "base/diagnostic.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

/// Checks every reference against the tables of the plan, and against levels and scales of
/// plan.yaml. Faults: reference-unknown, table-missing (once a column). An organisation may also be
/// named by its short name or an alias: the cell then takes its id; without a table of
/// organisations any name is accepted. Tables that are `unsure` (they could not be read to the end)
/// are not searched: their own fault is the cause.
void resolve_references(Plan& plan, const std::set<std::string>& unsure, Diagnostics& diagnostics);

}  // namespace rapporteur::load
