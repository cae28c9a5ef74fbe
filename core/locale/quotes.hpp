// Figures quoted in a text, printed in the text's own language.
#pragma once

#include <string>
#include <string_view>

#include "plan/plan.hpp"

namespace rapporteur::locale {

/// `markdown` with each {{fact.…}} and {{indicator.…}} replaced by its value, set for `language`;
/// characters that Markdown would read are escaped. What cannot be resolved stays as it is: loading
/// has told it.
[[nodiscard]] std::string fill_quotes(const Plan& plan, std::string_view markdown,
                                      std::string_view language);

}  // namespace rapporteur::locale
