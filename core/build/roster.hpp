// The targets of a batch, named without loading its plans: plan.yaml and the formats say them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "build/build.hpp"

namespace rapporteur::build {

struct Entry {
  std::size_t plan = 0;  ///< its number in the request
  std::string name;      ///< "pan-1325.national-budget.fr"
  std::string format;    ///< empty when the plan gives no target by itself
  std::string language;  ///< empty when the format gives none
};
using Roster = std::vector<Entry>;

/// In the order of the request. What is at fault stays one entry, so that someone tells the fault:
/// "plan" when its settings cannot be read, when it names no format, or when two plans bear its
/// name; "plan.format" when there is no such format, or it has none of the languages.
[[nodiscard]] Roster roster(const Request& request);

}  // namespace rapporteur::build
