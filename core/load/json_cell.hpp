// One value of a JSON export -> the text that a table's cell would hold: JSON is read by the same
// cell reader as CSV.
#pragma once

#include <optional>
#include <string>

#include "base/json.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

/// Why a value is none of its column: key of the message json-shape, or a currency that differs.
enum class JsonFault { none, shape, currency, missing_kind };

struct JsonText {
  std::string text;  ///< empty: no cell
  JsonFault fault = JsonFault::none;
};

/// Numbers with a point and without groups (json_style), in a column of indicator values in
/// `style`: that of the plan, or of the results file that the row came from. A missing value
/// becomes one of its spellings in plan.yaml; a kind without one gets its own name as spelling.
[[nodiscard]] JsonText cell_text(const json::Value& value, const ColumnSpec& column,
                                 const NumberStyle& style, Plan& plan);

/// What is missing of a row's value, or nothing: {"missing": "no_data"}.
[[nodiscard]] std::optional<Missing> missing_in(const json::Value& value);

/// How numbers stand in JSON: no groups, a point.
[[nodiscard]] NumberStyle json_style();

}  // namespace rapporteur::load
