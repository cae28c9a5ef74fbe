// What a spreadsheet keeps as floating-point numbers, as exact text. Used inside the office and
// tested outside of it.
#pragma once

#include <chrono>
#include <string>

namespace rapporteur::office {

/// A number as it was typed: the shortest decimal text that agrees with it in 15 significant digits
/// (what a spreadsheet keeps of a number), a point, no exponent. 0.1 + 0.2 is "0.3".
[[nodiscard]] std::string decimal_text(double value);

/// The same times a hundred, exactly: 0.075 is "7.5".
[[nodiscard]] std::string percent_text(double value);

/// ISO date of a serial number of days since `zero` (a workbook's null date: 1899-12-30, or
/// 1904-01-01 in old Mac files). A time of day is added when there is one, to the second.
[[nodiscard]] std::string date_text(double serial, std::chrono::year_month_day zero);

/// "14:30:00" of a fraction of a day; hours go beyond 24 in a duration.
[[nodiscard]] std::string time_text(double days);

}  // namespace rapporteur::office
