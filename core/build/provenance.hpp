// What a printed figure comes from, in words.
#pragma once

#include <string>
#include <string_view>

#include "template/figures.hpp"

namespace rapporteur::build {

/// The figure with its files named from the plan's folder: where the plan lies on a machine is
/// nobody else's affair.
[[nodiscard]] template_::PrintedFigure in_plan(template_::PrintedFigure figure,
                                               const std::string& plan_folder);

/// For people who read `language`: the cell, or the operation and the cells that it was made from.
[[nodiscard]] std::string provenance(const template_::PrintedFigure& figure,
                                     std::string_view language);

}  // namespace rapporteur::build
