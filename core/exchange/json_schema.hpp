// JSON Schemas (draft 2020-12), made from the lists that the readers use: plan/plan_keys.cpp and
// plan/schema_*.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "base/json.hpp"

namespace rapporteur::exchange {

inline constexpr std::string_view schema_dialect = "https://json-schema.org/draft/2020-12/schema";

/// Of plan.yaml, for editors that check YAML while it is typed: scalars may be typed without quotes
/// (2012 is a text). Descriptions in `language`.
[[nodiscard]] json::Value plan_schema(std::string_view language);

/// Of the document that export_plan() makes.
[[nodiscard]] json::Value export_schema(std::string_view language);

/// The schemas of the maps of plan.yaml as `$defs` by their names; the whole is plan.yaml.
void add_plan_definitions(json::Value& definitions, std::string_view language);

// Short forms.
[[nodiscard]] json::Value type_schema(std::string_view type);
[[nodiscard]] json::Value pattern_schema(std::string_view pattern);
[[nodiscard]] json::Value reference_schema(std::string_view definition);
[[nodiscard]] json::Value any_of(std::vector<json::Value> schemas);
[[nodiscard]] json::Value list_schema(json::Value item);
/// An object of any names that match `pattern`.
[[nodiscard]] json::Value map_schema(std::string_view pattern, json::Value item);
/// An object of these members only, all of them optional.
[[nodiscard]] json::Value object_schema();

inline constexpr std::string_view language_pattern = "^[a-z]{2,3}$";
inline constexpr std::string_view name_pattern = "^[A-Za-z0-9_-]+$";
inline constexpr std::string_view date_pattern =
    "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";

}  // namespace rapporteur::exchange
