// What is wrong in the texts of a plan as Markdown, told without building.
#pragma once

#include "base/diagnostic.hpp"
#include "plan/plan.hpp"

namespace rapporteur::build {

/// The findings that a build tells of the texts it prints, for every text of narrative/, with the
/// severities of the plan.
void check_texts(const Plan& plan, Diagnostics& diagnostics);

}  // namespace rapporteur::build
