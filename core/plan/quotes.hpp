// Figures that a text quotes instead of repeating: {{fact.NAME}}, {{indicator.CODE.actual}}. In a
// narrative all double braces are quotes; in the cell of a table those of facts and indicators are,
// whatever else stands in braces there is its author's text.
//
// - fact.NAME, fact.NAME.unit
// - indicator.CODE.KIND, indicator.CODE.KIND.PERIOD: CODE is an indicator's id or code, or a
// series'
//   id; KIND is baseline, milestone, target, actual, annual (of one period) or cumulative (up to
//   it). Without a period: the reporting period; a baseline, and a target that has none, stand
//   without.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "plan/plan.hpp"

namespace rapporteur {

/// Bytes `begin` to `end` of the text, braces included, and the path between them, trimmed.
struct Quote {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string path;
};
[[nodiscard]] std::vector<Quote> find_quotes(std::string_view text);
/// Those of a cell.
[[nodiscard]] std::vector<Quote> find_cell_quotes(std::string_view text);

/// What a path names. A text by language is a fact's unit.
struct Quoted {
  std::variant<IndicatorValue, LocalText> value;
  const Scale* scale = nullptr;  ///< of an ordinal value
  Origin origin;                 ///< the quoted cell, when there is one
};
struct Unquotable {
  /// "path" (neither fact nor indicator), "fact", "indicator", "kind", "period", "ambiguous"
  std::string what;
  std::string name;                ///< the part of the path that is not known
  std::vector<std::string> known;  ///< what could have been meant
};
[[nodiscard]] std::variant<Quoted, Unquotable> resolve_quote(const Plan& plan,
                                                             std::string_view path);

}  // namespace rapporteur
