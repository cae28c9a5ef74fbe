// Dates as a plan's author types them: ISO, and beside it only what plan.yaml declares.
#pragma once

#include <optional>
#include <string_view>

#include "plan/plan.hpp"

namespace rapporteur::load {

/// Reads 2012, 2012-03 and 2012-03-31 (a time of day behind it, as spreadsheets add one, is left
/// out); with day_month_year also 31/03/2012, 31.3.2012, 31-03-2012 and 03/2012.
[[nodiscard]] std::optional<Date> parse_typed_date(std::string_view text, DateStyle style);

}  // namespace rapporteur::load
