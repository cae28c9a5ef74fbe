// The results chain: a tree of nodes from the rows of table `nodes`.
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

/// Fills plan.nodes and plan.roots. Faults: node-cycle, level-order. A parent that does not exist
/// was reported before; the node then stands at the top.
void build_chain(Plan& plan, Diagnostics& diagnostics);

/// `number` (from 1) in a level's numbering: "1" 3, "I" III, "A" C (then AA), "a" c, "none"
/// nothing.
[[nodiscard]] std::string numbered(int number, std::string_view numbering);

}  // namespace rapporteur::load
