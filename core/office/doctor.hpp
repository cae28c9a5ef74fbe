// Facts about the environment for the command `doctor`: would a build work here?
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "office/pool.hpp"

namespace rapporteur::office {

enum class CheckState {
  ok,
  warning,  ///< a build works, with less protection
  problem,  ///< a build cannot work
};

/// One line of the report. Its name and remedy are in the catalogue of texts: `ui` keys
/// "doctor_<name>" and, when it is not ok, "doctor_<name>_remedy".
struct Check {
  std::string name;  ///< office, component, start, network, fonts, sandbox, temporary
  CheckState state = CheckState::ok;
  std::string detail;  ///< version, time, path, missing fonts: data, not words
};

/// All checks in a fixed order. Starts one office (a second or two), unless it is missing.
[[nodiscard]] std::vector<Check> examine(const PoolOptions& options,
                                         std::span<const std::string> fonts);

}  // namespace rapporteur::office
