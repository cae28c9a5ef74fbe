// Indicators, their series and their values as a view sees them.
#pragma once

#include <vector>

#include "plugin/api.hpp"

namespace rapporteur::plugin {

/// The classes indicator, series and measure.
[[nodiscard]] std::vector<ApiClass> indicator_classes();

}  // namespace rapporteur::plugin
