// Which fonts has this machine?
#pragma once

#include <span>
#include <string>
#include <vector>

namespace rapporteur::office {

/// Those of `names` for which this machine has no font of that family (upper and lower case are the
/// same; an alias that fontconfig would put in their place does not count).
[[nodiscard]] std::vector<std::string> missing_fonts(std::span<const std::string> names);

/// Every font of this machine with its version, sorted; not where it lies.
[[nodiscard]] std::vector<std::string> all_fonts();

}  // namespace rapporteur::office
