// The values of a difference as a reader of the plan prints them.
#pragma once

#include <string>
#include <string_view>

#include "exchange/difference.hpp"

namespace rapporteur::exchange {

/// `fallback` when it is a language of the plan, else the plan's first.
[[nodiscard]] std::string language_of(const Plan& plan, std::string_view fallback);

/// Both sides in `language`: amounts with their currency, texts in quotes, long ones cut to where
/// they part; `nothing` for a side without a value.
struct SideTexts {
  std::string before;
  std::string after;
};
[[nodiscard]] SideTexts side_texts(const Change& change, std::string_view language,
                                   const std::string& nothing);

/// "−5,000,000", "+1.5"; empty when there is no difference in numbers.
[[nodiscard]] std::string difference_of(const Change& change, std::string_view language);
/// True for the difference of two percentages: 1.03 points.
[[nodiscard]] bool is_in_points(const Change& change);
/// "−5.3%"; empty when there is none.
[[nodiscard]] std::string percent_of(const Change& change, std::string_view language);

}  // namespace rapporteur::exchange
