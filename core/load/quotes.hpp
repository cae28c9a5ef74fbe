// Figures quoted in narrative texts: each must name something that the plan has.
#pragma once

#include "base/diagnostic.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

/// Faults: quote-unknown, with line and column in the text. Findings: quote-missing (what is quoted
/// has no value: the report shows its mark).
void check_quotes(const Plan& plan, Diagnostics& diagnostics);

}  // namespace rapporteur::load
