// Figures quoted in a text, printed in the text's own language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.hpp"
#include "view/value.hpp"

namespace rapporteur::locale {

/// `markdown` with each {{fact.…}} and {{indicator.…}} replaced by its value, set for `language`;
/// characters that Markdown would read are escaped. What cannot be resolved stays as it is: loading
/// has told it. With `figures`, each value stands between marks that name its place in that list
/// (view/figure_marks.hpp).
[[nodiscard]] std::string fill_quotes(const Plan& plan, std::string_view markdown,
                                      std::string_view language,
                                      std::vector<view::Figure>* figures = nullptr);

}  // namespace rapporteur::locale
