// One array of a JSON export -> a table.
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "base/json.hpp"
#include "plan/plan.hpp"

namespace rapporteur::load {

/// Reads `rows` of `document` as table `spec`: as text fields under headers, by the reader of all
/// tables; what it says is then told at the line of the JSON value. `file` is the document. Faults:
/// json-shape, json-currency, json-missing-kind and those of every table. May add spellings to
/// plan.missing.
[[nodiscard]] Table read_json_table(const TableSpec& spec, const json::Value& rows,
                                    const json::Value& document, const std::string& file,
                                    Plan& plan, Diagnostics& diagnostics);

}  // namespace rapporteur::load
