// Budget lines and declared totals from the rows of their tables.
#pragma once

#include "base/diagnostic.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

/// Fills plan.budget_lines and plan.declared_totals with the main budget: lines and totals of
/// another set, totals of other tables, of one agency or donor stay in their table. The chain must
/// be built. Faults: budget-too-large (the sums would not be exact), reference-unknown (a table
/// that does not exist).
void build_budget(Plan& plan, Diagnostics& diagnostics);

}  // namespace rapporteur::load
