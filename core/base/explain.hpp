// A message told without a case at hand: `rapporteur explain`.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

/// The id, what it is about, each form that its message takes with cause and remedy (what a case
/// fills in stands between braces), and an example where there is one. Empty on an unknown id.
[[nodiscard]] std::string explain_message(const std::string& id, std::string_view language);

}  // namespace rapporteur
