// The JSON Schema of plan.yaml from the list of its keys.
#include <algorithm>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "exchange/json_schema.hpp"
#include "plan/plan_keys.hpp"

namespace rapporteur::exchange {
namespace {

constexpr std::string_view root = "plan.yaml";

/// A scalar as YAML reads it: 2012 and true are texts here.
json::Value scalar_schema() {
  json::Value schema = json::object();
  schema.set("type", json::strings({"string", "number", "boolean"}));
  return schema;
}

/// A text of a pattern, or a bare number of YAML.
json::Value text_or_number(std::string_view pattern) {
  json::Value schema = json::object();
  schema.set("type", json::strings({"string", "integer"}));
  schema.set("pattern", json::string(pattern));
  return schema;
}

json::Value choices_schema(std::string_view choices) {
  json::Value list = json::array();
  for (const std::string& choice : split(choices, '|')) {
    list.push(json::string(choice));
    if (choice == "1") {
      list.push(json::number(1));
    }
  }
  json::Value schema = json::object();
  schema.set("enum", std::move(list));
  return schema;
}

class Definitions {
 public:
  explicit Definitions(std::string_view language) : language_(language) {}

  void add_to(json::Value& definitions) const {
    std::set<std::string_view> done;
    for (const PlanKey& key : plan_keys()) {
      if (done.insert(key.map).second) {
        definitions.set(std::string(key.map), map_of(key.map));
      }
    }
    definitions.set("text",
                    any_of({scalar_schema(), map_schema(language_pattern, scalar_schema())}));
  }

 private:
  [[nodiscard]] json::Value map_of(std::string_view map) const {
    json::Value properties = json::object();
    std::vector<std::string> required;
    for (const PlanKey& key : plan_keys()) {
      if (key.map != map) {
        continue;
      }
      properties.set(std::string(key.name), described(key));
      if (key.required == Required::yes) {
        required.emplace_back(key.name);
      }
    }
    json::Value schema = type_schema("object");
    schema.set("properties", std::move(properties));
    if (!required.empty()) {
      schema.set("required", json::strings(required));
    }
    schema.set("additionalProperties", json::boolean(false));
    return schema;
  }

  [[nodiscard]] json::Value described(const PlanKey& key) const {
    json::Value schema = json::object();
    schema.set("description", json::string(language_ == "fr" ? key.help_fr : key.help_en));
    for (json::Member& member : with_many(key).members) {
      schema.set(member.name, std::move(member.value));
    }
    return schema;
  }

  /// A list may be a single item.
  [[nodiscard]] json::Value with_many(const PlanKey& key) const {
    json::Value item = schema_of(key);
    if (key.name == "periods") {
      item = any_of({text_or_number(name_pattern), std::move(item)});
    }
    return key.many == Many::no ? item : any_of({list_schema(item), item});
  }

  [[nodiscard]] json::Value schema_of(const PlanKey& key) const {
    switch (key.type) {
      case KeyType::text:
        return scalar_schema();
      case KeyType::name:
      case KeyType::period:
        return text_or_number(name_pattern);
      case KeyType::language:
        return pattern_schema(language_pattern);
      case KeyType::currency:
        return pattern_schema("^[A-Z]{3}$");
      case KeyType::date:
        return text_or_number(date_pattern);
      case KeyType::integer:
        return text_or_number("^-?[0-9]+$");
      case KeyType::choice:
        return choices_schema(key.choices);
      case KeyType::local_text:
        return reference_schema("text");
      case KeyType::map:
        return reference_schema(key.of);
      case KeyType::choices_by_name: {
        json::Value schema = type_schema("object");
        schema.set("additionalProperties", choices_schema(key.choices));
        return schema;
      }
      case KeyType::options: {
        json::Value options = json::object();
        options.set("type", json::strings({"object", "null"}));
        options.set("additionalProperties", scalar_schema());
        json::Value schema = type_schema("object");
        schema.set("additionalProperties", std::move(options));
        return schema;
      }
    }
    return {};
  }

  std::string_view language_;
};

}  // namespace

void add_plan_definitions(json::Value& definitions, std::string_view language) {
  Definitions(language).add_to(definitions);
}

json::Value plan_schema(std::string_view language) {
  json::Value definitions = json::object();
  add_plan_definitions(definitions, language);
  json::Value schema = json::object();
  schema.set("$schema", json::string(schema_dialect));
  schema.set("title", json::string(root));
  const auto whole = std::ranges::find(definitions.members, root, &json::Member::name);
  for (json::Member& member : whole->value.members) {
    schema.set(member.name, std::move(member.value));
  }
  definitions.members.erase(whole);
  schema.set("$defs", std::move(definitions));
  return schema;
}

}  // namespace rapporteur::exchange
