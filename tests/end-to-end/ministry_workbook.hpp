// A plan's tables as the workbook that a ministry would keep them in.
//
// People do not keep tables as a loader would like them: a title and a total stand above the
// header, a heading spans the years, a pillar is typed once beside its ministries, amounts are
// typed as texts with spaces, totals are formulas, a sheet of sums is hidden, the border goes on
// below the last row. samples/pnlevt-classeur/plan.xlsx is drawn here from samples/pnlevt, so that
// a test can say that both are one plan. RAPPORTEUR_ACCEPT=1 build/bin/end-to-end -tc="*ministry*"
// draws it anew.
#pragma once

#include <vector>

#include "office/package.hpp"
#include "plan/plan.hpp"

namespace rapporteur::test {

/// The parts of an XLSX of the plan's tables, under French names; same plan, same bytes.
[[nodiscard]] std::vector<office::Part> ministry_workbook(const Plan& plan);

}  // namespace rapporteur::test
