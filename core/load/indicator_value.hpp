// One value of an indicator: its text -> a value by the indicator's type.
#pragma once

#include <string_view>

#include "plan/indicators.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

/// Reads `text` (trimmed, not empty) in the number style of the plan; a spelling that plan.yaml
/// maps is Missing. What the type cannot read comes back as the text itself. `scale` is the
/// ordinal's; nullptr when it has none.
///
/// - numbers: an optional qualifier (≥ ≤ > < ~ ±, "au moins", "at least" …), the number, an
/// optional
///   per cent sign, words behind it. A sign before a count, a percentage or points makes it a
///   change against the baseline; an index or an amount may be negative.
/// - yes_no: yes, oui, no, non …; ordinal: "2", "2 – label", "label"; checklist: items separated by
///   ';' or line breaks; composite: "name: number" or numbers, separated by ';'.
[[nodiscard]] IndicatorValue parse_indicator_value(std::string_view text, ValueType type,
                                                   const Scale* scale, const NumberStyle& style,
                                                   const MissingWords& missing);

/// A fact: a number (with a per cent sign, words …) when it is one, else a text.
[[nodiscard]] IndicatorValue parse_fact(std::string_view text, const Plan& plan);

}  // namespace rapporteur::load
