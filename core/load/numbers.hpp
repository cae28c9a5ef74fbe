// Numbers as a plan's author types them: by the style that plan.yaml declares and by no other.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "plan/plan.hpp"

namespace rapporteur::load {

enum class NumberFault { not_a_number, too_many_decimals, too_large };

/// Reads the whole of `text`: a sign (+, -, U+2212), digits, declared group separators before
/// groups of exactly three digits, the declared decimal sign with at most `decimals` digits behind
/// it.
[[nodiscard]] std::variant<Decimal, NumberFault> parse_number(std::string_view text,
                                                              const NumberStyle& style,
                                                              int decimals);

/// The same as an amount in minor units of `currency`; more than max_amount is too large.
[[nodiscard]] std::variant<Money, NumberFault> parse_money(std::string_view text,
                                                           const NumberStyle& style,
                                                           std::string_view currency);

/// A number typed in this style, to show in a message: "12.000.000", "12 000,50".
[[nodiscard]] std::string example_of(const NumberStyle& style, int decimals);

}  // namespace rapporteur::load
