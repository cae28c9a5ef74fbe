// Rules over a plan. Each adds findings; a cause is one finding, its consequences are `related`.
#pragma once

#include "base/diagnostic.hpp"
#include "plan/plan.hpp"

namespace rapporteur {

/// Runs every rule, with the severities of plan.yaml applied ("off" drops a finding).
void check_plan(const Plan& plan, Diagnostics& diagnostics);

}  // namespace rapporteur
