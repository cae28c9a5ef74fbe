// Indicators of a plan, their series (disaggregations) and their values.
//
// A value keeps its kind: "78,97 %" is a number in per cent, "+5 %" a change against the baseline,
// "1 par cercle" a number with words behind it, "Plan d’action 2022" a text. What cannot be read by
// the indicator's type stays the text that was typed: nothing is lost, and a rule tells.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/origin.hpp"
#include "plan/text.hpp"
#include "plan/values.hpp"

namespace rapporteur {

enum class ValueType {
  count,
  percent,
  points,
  index,
  amount,
  yes_no,
  ordinal,
  checklist,
  text,
  composite
};
enum class Direction { up, down, maintain };
/// How values of several periods combine: annual values add up, a cumulative one holds those before
/// it, a stock is what there is at the end of a period, a survey is what it measured then.
enum class Aggregation { annual, cumulative, stock, survey };
enum class Measured { baseline, milestone, target, actual };

[[nodiscard]] std::string_view name_of(Measured kind);  ///< as in the table: "baseline"
/// The type that the column `type` names; nothing when there is no such type.
[[nodiscard]] std::optional<ValueType> value_type_named(std::string_view name);

/// A change against the baseline: "+5 %", "-10".
struct Relative {
  Decimal change;
  bool operator==(const Relative&) const = default;
};

/// A step of an ordinal scale. `label_differs`: the cell's label is that of another step, or of
/// none.
struct ScaleStep {
  int digit = 0;
  bool label_differs = false;
  bool operator==(const ScaleStep&) const = default;
};

/// A named part of a composite value: "formés: 120".
struct Part {
  std::string name;
  Decimal number;
  bool is_percent = false;
  bool operator==(const Part&) const = default;
};

struct IndicatorValue {
  /// A string is a text: of an indicator of type text, or one that its type could not read.
  std::variant<Missing, Decimal, Relative, bool, ScaleStep, std::vector<std::string>,
               std::vector<Part>, std::string>
      data = Missing::empty;
  bool is_percent = false;  ///< typed with a per cent sign, or of an indicator in per cent
  std::string before;       ///< qualifier before the number: "≥", "au moins"
  std::string after;        ///< words behind it: "par cercle"
  bool operator==(const IndicatorValue&) const = default;
};

struct Measure {
  Measured kind = Measured::actual;
  std::string period;  ///< empty: a baseline or target of no period
  std::string set;     ///< target set; empty = the main one
  IndicatorValue value;
  std::optional<Date> date;  ///< when it was measured, where that is no period
  std::optional<Date> due;   ///< of a pending value
  std::string agency;        ///< that sent it (plan.yaml: results); empty = not said
  LocalText note;
  LocalText source;
  Origin origin;  ///< the value's cell
};

/// A disaggregation of an indicator. Indexes are those of Plan::indicators and Plan::series.
struct Series {
  std::string id;
  std::size_t indicator = 0;
  LocalText label;
  std::string sex;  ///< "female", "male", "all" or empty
  std::string age;
  std::string place;
  std::string group;
  std::optional<std::size_t> part_of;
  std::optional<ValueType> type;       ///< when not the indicator's
  std::optional<Direction> direction;  ///< when not the indicator's
  std::vector<Measure> measures;
  Origin origin;
  std::size_t record = 0;  ///< its row in tables["series"]
};

struct Indicator {
  std::string id;
  std::optional<std::size_t> node;  ///< index into Plan::nodes; nothing: a framework's indicator
  std::string framework;            ///< id in the table frameworks, else empty
  std::string code;
  LocalText title;
  ValueType type = ValueType::count;
  LocalText unit;
  std::optional<Direction> direction;      ///< nothing = not said
  std::optional<Aggregation> aggregation;  ///< nothing = not said
  std::string scale;                       ///< id in Plan::scales, or empty
  std::vector<std::size_t> series;
  std::vector<Measure> measures;  ///< of the indicator itself, not of its series
  Origin origin;
  std::size_t record = 0;  ///< its row in tables["indicators"]
};

/// A number said once and quoted in prose.
struct Fact {
  std::string name;
  IndicatorValue value;
  LocalText unit;
  Origin origin;
};

/// The measure of a kind, period and target set; nullptr when there is none.
[[nodiscard]] const Measure* find_measure(const std::vector<Measure>& measures, Measured kind,
                                          std::string_view period, std::string_view set = {});

}  // namespace rapporteur
