// What a folder of a test says about how it is run.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "plan/plan.hpp"

namespace rapporteur::trial {

struct Settings {
  std::string language;                                 ///< empty = the plan's first
  std::map<std::string, Sourced<std::string>> options;  ///< of the format
  std::vector<std::string> view;                        ///< names that count; empty = all
};

/// Reads test.yaml; without one nothing is set. Faults: test-settings.
[[nodiscard]] Result<Settings> read_settings(const std::filesystem::path& folder,
                                             Diagnostics& diagnostics);

/// The plan beside: the folder `plan`, or what the file `plan` names, from the folder of that file.
/// Nothing when there is neither.
[[nodiscard]] std::optional<std::filesystem::path> plan_beside(const std::filesystem::path& folder);

}  // namespace rapporteur::trial
