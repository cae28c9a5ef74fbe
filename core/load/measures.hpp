// Values of indicators and series from the rows of their table.
#pragma once

#include "base/diagnostic.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

/// Gives plan.indicators and plan.series their values, from the long form (a row a value) and the
/// wide one (columns baseline, target.2021 …). Faults: value-without-indicator, value-without-kind,
/// value-series-mismatch. Findings: value-conflict (two different values for one cell: the first is
/// kept, both are named), value-and-missing, value-without-period.
void build_measures(Plan& plan, Diagnostics& diagnostics);

}  // namespace rapporteur::load
