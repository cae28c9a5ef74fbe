// What leaves a plan for other programs: the whole plan as one JSON document.
//
//   { "rapporteur_export": 1, "plan": {…}, "nodes": [{…}, …], …, "narratives": [{…}, …] }
//
// One array a table that the plan has, by the schema's names, one object a row: docs/exchange.md.
// No value can lose precision on its way: amounts and decimals are texts.
#pragma once

#include <string>
#include <string_view>

#include "base/json.hpp"
#include "plan/plan.hpp"

namespace rapporteur::exchange {

/// Which places go along: none; the file and row of each row (`_origin`); also the column and the
/// typed text of each cell (`_cells`).
enum class Origins { none, rows, cells };

[[nodiscard]] json::Value export_plan(const Plan& plan, Origins origins);

/// Its bytes, one row a line. Equal plans give equal bytes, whatever way their folder was named.
[[nodiscard]] std::string export_text(const Plan& plan, Origins origins);

/// plan.yaml's content in one shape: texts by language, lists as lists, periods as maps.
[[nodiscard]] json::Value plan_json(const Plan& plan);

/// One value: a text, an integer (a text beyond 2^53), a boolean, a list; amounts as {"amount":
/// "12.34", "currency": "USD"}, missing values as {"missing": "no_data"}. Null when it is empty.
[[nodiscard]] json::Value value_json(const CellValue& value);

/// A value of an indicator or a fact: {"number": "78.97", "percent": true}, {"change": "5"},
/// {"step": 2}, {"parts": […]}, a boolean, a list, a text, {"missing": …}; words around a number
/// under "before" and "after", without `qualifier`, which its row holds in a column of its own.
[[nodiscard]] json::Value value_json(const IndicatorValue& value, std::string_view qualifier = {});

/// Language -> text.
[[nodiscard]] json::Value text_json(const LocalText& text);

}  // namespace rapporteur::exchange
