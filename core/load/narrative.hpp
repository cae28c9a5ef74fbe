// narrative/<slot>.<lang>.md
#pragma once

#include "base/diagnostic.hpp"
#include "load/folder.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

/// Reads every text of narrative/ into plan.narratives, kept as Markdown. Findings: narrative-name,
/// narrative-language.
void read_narratives(Folder& folder, Plan& plan, Diagnostics& diagnostics);

/// Takes one text from elsewhere, by the same rules.
void add_narrative(Narrative narrative, Plan& plan, Diagnostics& diagnostics);

}  // namespace rapporteur::load
