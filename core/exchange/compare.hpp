// The parts of a comparison, one file each.
#pragma once

#include "exchange/difference.hpp"

namespace rapporteur::exchange {

void compare_settings(Comparison& comparison);
/// The rows and cells of one table; values of facts as what they are.
void compare_table(const TableSpec& spec, Comparison& comparison);
/// The values of all indicators and series that stand in both plans.
void compare_values(Comparison& comparison);
void compare_narratives(Comparison& comparison);

/// Adds `change` with its difference when the two sides are not the same.
void add_change(Comparison& comparison, Change change);

/// Title, name or text of a row; of a row without one, the title of its node.
[[nodiscard]] LocalText label_of(const Record& record, const Plan& plan);

/// "2019" of a period 2019, 2019-S1 or one that starts in that year; empty when it has no year.
[[nodiscard]] std::string year_of(const Plan& plan, std::string_view period);

}  // namespace rapporteur::exchange
