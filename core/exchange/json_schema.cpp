#include "exchange/json_schema.hpp"

#include <utility>

namespace rapporteur::exchange {

json::Value type_schema(std::string_view type) {
  json::Value schema = json::object();
  schema.set("type", json::string(type));
  return schema;
}

json::Value pattern_schema(std::string_view pattern) {
  json::Value schema = type_schema("string");
  schema.set("pattern", json::string(pattern));
  return schema;
}

json::Value reference_schema(std::string_view definition) {
  json::Value schema = json::object();
  schema.set("$ref", json::string("#/$defs/" + std::string(definition)));
  return schema;
}

json::Value any_of(std::vector<json::Value> schemas) {
  json::Value list = json::array();
  list.items = std::move(schemas);
  json::Value schema = json::object();
  schema.set("anyOf", std::move(list));
  return schema;
}

json::Value list_schema(json::Value item) {
  json::Value schema = type_schema("array");
  schema.set("items", std::move(item));
  return schema;
}

json::Value map_schema(std::string_view pattern, json::Value item) {
  json::Value schema = type_schema("object");
  json::Value names = json::object();
  names.set("pattern", json::string(pattern));
  schema.set("propertyNames", std::move(names));
  schema.set("additionalProperties", std::move(item));
  return schema;
}

json::Value object_schema() {
  json::Value schema = type_schema("object");
  schema.set("properties", json::object());
  schema.set("additionalProperties", json::boolean(false));
  return schema;
}

}  // namespace rapporteur::exchange
