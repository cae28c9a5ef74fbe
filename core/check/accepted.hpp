// Findings that the plan's author has looked at and accepts (plan.yaml: accepted).
#pragma once

#include <vector>

#include "check/rule.hpp"

namespace rapporteur::check {

/// Turns each accepted finding into information that says why. An acceptance whose figures have
/// changed is stale, one that meets no finding is unused: each is a finding at its place.
void apply_accepted(const Plan& plan, std::vector<Finding>& findings);

}  // namespace rapporteur::check
