// Figures quoted in a text, printed in the text's own language.
#pragma once

#include <optional>
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

/// A cell's text with its quotes printed in `language`; nothing is escaped. The quoted cells go to
/// `cells`. Nothing when it has no quote.
[[nodiscard]] std::optional<std::string> fill_cell_quotes(const Plan& plan, std::string_view text,
                                                          std::string_view language,
                                                          std::vector<view::Cells>& cells);

}  // namespace rapporteur::locale
