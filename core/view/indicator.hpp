// An indicator's value as a slot prints it.
#pragma once

#include <string_view>

#include "plan/plan.hpp"
#include "view/value.hpp"

namespace rapporteur::view {

/// A number (qualified where words belong to it), yes or no, a text, a list (checklist, composite),
/// or missing. A step of a scale becomes "2 – label" in `language`, or in the label's own.
[[nodiscard]] Value value_of(const IndicatorValue& value, const Scale* scale,
                             std::string_view language);

}  // namespace rapporteur::view
