// Widths of the columns of a table value.
#pragma once

#include <vector>

#include "template/looks.hpp"
#include "template/table_layout.hpp"

namespace rapporteur::template_ {

/// In cm; they add up to the width of the look. Columns of figures, codes and dates are as wide as
/// their longest value, all columns of figures alike; marks are narrow and alike; columns of text
/// share what is left by what they hold.
[[nodiscard]] std::vector<double> table_widths(const LaidTable& table, const TableLook& look);

}  // namespace rapporteur::template_
