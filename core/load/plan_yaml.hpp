// plan.yaml: who, when, in which languages, and how the tables are typed.
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

/// Reads plan.yaml into `plan`. All faults in one run; what could be read is kept. False when the
/// tables cannot be judged by it: languages, periods, levels, scales, numbers, spellings of what is
/// missing or the currency have a fault, and each cell would repeat it.
bool read_plan_yaml(const std::string& text, const std::string& file, Plan& plan,
                    Diagnostics& diagnostics);

}  // namespace rapporteur::load
