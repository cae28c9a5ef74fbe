// Severities that a plan sets for its findings (plan.yaml: severity).
#pragma once

#include "base/diagnostic.hpp"
#include "plan/plan.hpp"

namespace rapporteur {

/// Gives a finding the severity that the plan sets for its id. False when the plan turns it off.
/// Faults are left as they are.
[[nodiscard]] bool apply_severity(const Plan& plan, Diagnostic& diagnostic);

}  // namespace rapporteur
