// plan.yaml as one table: every key, where it stands, what it holds. From it come the reader's list
// of known keys, the JSON Schema and the guide, as the tables' columns come from schema.hpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plan/schema.hpp"

namespace rapporteur {

enum class KeyType {
  text,
  name,      ///< letters, digits, - and _
  language,  ///< "fr"
  currency,  ///< ISO 4217
  date,      ///< 2012, 2012-03, 2012-03-31
  integer,
  period,           ///< id of one of `periods`
  choice,           ///< one of `choices`
  local_text,       ///< a text, or language -> text
  map,              ///< the keys of the map `of`
  choices_by_name,  ///< any name -> one of `choices`
  options           ///< format -> option -> text
};

enum class Many { no, yes };  ///< yes: a list; a single item may stand without one

struct PlanKey {
  std::string_view map;  ///< map that it stands in: "plan.yaml", "periods", "numbers" …
  std::string_view name;
  KeyType type = KeyType::text;
  Many many = Many::no;
  Required required = Required::no;
  std::string_view of;       ///< for map: whose keys it has
  std::string_view choices;  ///< for choice and choices_by_name: "a|b"
  std::string_view help_en;
  std::string_view help_fr;
};

/// All keys, those of a map together, in the order in which a plan.yaml is written.
[[nodiscard]] std::span<const PlanKey> plan_keys();
/// Names of the keys of a map; throws std::logic_error when there is no such map.
[[nodiscard]] std::vector<std::string_view> key_names(std::string_view map);
[[nodiscard]] std::vector<std::string> key_choices(std::string_view map, std::string_view name);

}  // namespace rapporteur
