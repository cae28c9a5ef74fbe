// Indicators, series and facts from the rows of their tables.
#pragma once

#include "plan/plan.hpp"

namespace rapporteur::load {

/// Fills plan.indicators, plan.series (without their values) and plan.facts. The chain must be
/// built and references resolved: a row whose reference leads nowhere was reported and is left out.
void build_indicators(Plan& plan);

}  // namespace rapporteur::load
