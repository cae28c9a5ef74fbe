// The JSON Schema of an export from the schema of the tables.
#include <utility>

#include "base/text.hpp"
#include "exchange/json_schema.hpp"
#include "plan/export_names.hpp"
#include "plan/schema.hpp"

namespace rapporteur::exchange {
namespace {

constexpr std::string_view decimal_pattern = "^-?[0-9]+(\\.[0-9]+)?$";

json::Value& properties_of(json::Value& schema) {
  return schema.members[1].value;
}

/// An object of these members, those in `required` always there.
json::Value object_of(const std::vector<std::pair<std::string, json::Value>>& members,
                      const std::vector<std::string>& required) {
  json::Value schema = object_schema();
  for (const auto& [name, value] : members) {
    properties_of(schema).set(name, value);
  }
  if (!required.empty()) {
    schema.set("required", json::strings(required));
  }
  return schema;
}

json::Value whole_number() {
  json::Value schema = type_schema("integer");
  schema.set("minimum", json::number(0));
  return schema;
}

json::Value missing_schema() {
  json::Value kinds = json::array();
  for (const Missing kind : {Missing::not_applicable, Missing::not_measured, Missing::no_data,
                             Missing::pending, Missing::nothing_to_report}) {
    kinds.push(json::string(name_of(kind)));
  }
  json::Value choice = json::object();
  choice.set("enum", std::move(kinds));
  return object_of({{"missing", std::move(choice)}}, {"missing"});
}

/// A number of an indicator with the words around it.
json::Value figure_schema(const char* name, json::Value number) {
  return object_of({{name, std::move(number)},
                    {"percent", type_schema("boolean")},
                    {"before", type_schema("string")},
                    {"after", type_schema("string")}},
                   {name});
}

json::Value value_schema() {
  json::Value part = object_of({{"name", type_schema("string")},
                                {"number", pattern_schema(decimal_pattern)},
                                {"percent", type_schema("boolean")}},
                               {"number"});
  return any_of({type_schema("string"), type_schema("boolean"), list_schema(type_schema("string")),
                 reference_schema("missing"),
                 figure_schema("number", pattern_schema(decimal_pattern)),
                 figure_schema("change", pattern_schema(decimal_pattern)),
                 figure_schema("step", type_schema("integer")),
                 object_of({{"parts", list_schema(std::move(part))}}, {"parts"})});
}

json::Value origin_schema() {
  return object_of(
      {{"file", type_schema("string")}, {"sheet", type_schema("string")}, {"row", whole_number()}},
      {"file"});
}

json::Value cells_schema() {
  json::Value schema = type_schema("object");
  schema.set("additionalProperties", object_of({{"row", whole_number()},
                                                {"column", whole_number()},
                                                {"header", type_schema("string")},
                                                {"typed", type_schema("string")}},
                                               {"column"}));
  return schema;
}

json::Value choice_schema(std::string_view choices) {
  json::Value list = json::array();
  for (const std::string& choice : split(choices, '|')) {
    list.push(json::string(split(choice, '=').front()));
  }
  json::Value schema = json::object();
  schema.set("enum", std::move(list));
  return schema;
}

json::Value with_missing(json::Value schema) {
  return any_of({std::move(schema), reference_schema("missing")});
}

json::Value cell_schema(const ColumnSpec& column) {
  switch (column.type) {
    case ColumnType::id:
    case ColumnType::code:
    case ColumnType::text:
    case ColumnType::path:
      return type_schema("string");
    case ColumnType::reference:
    case ColumnType::period:
      return with_missing(type_schema("string"));
    case ColumnType::integer:
      return any_of(
          {type_schema("integer"), pattern_schema("^-?[0-9]+$"), reference_schema("missing")});
    case ColumnType::decimal:
      return with_missing(pattern_schema(decimal_pattern));
    case ColumnType::money:
      return with_missing(reference_schema("money"));
    case ColumnType::boolean:
      return with_missing(type_schema("boolean"));
    case ColumnType::date:
      return with_missing(pattern_schema(date_pattern));
    case ColumnType::choice:
      return with_missing(choice_schema(column.choices));
    case ColumnType::list:
    case ColumnType::references:
      return with_missing(list_schema(type_schema("string")));
    case ColumnType::value:
      return reference_schema("value");
  }
  return {};
}

json::Value column_schema(const ColumnSpec& column, bool is_french) {
  json::Value cell = cell_schema(column);
  if (column.spread == Spread::by_language) {
    cell = map_schema(language_pattern, std::move(cell));
  } else if (column.spread == Spread::by_period) {
    cell = map_schema(name_pattern, std::move(cell));
  }
  json::Value schema = json::object();
  schema.set("description", json::string(is_french ? column.help_fr : column.help_en));
  if (!column.target.empty()) {
    schema.set("x-refers-to", json::strings(split(column.target, '|')));
  }
  for (json::Member& member : cell.members) {
    schema.set(member.name, std::move(member.value));
  }
  return schema;
}

json::Value row_schema(const TableSpec& table, bool is_french) {
  json::Value schema = object_schema();
  std::vector<std::string> required;
  for (const ColumnSpec& column : table.columns) {
    const std::string name = export_name(table, column);
    properties_of(schema).set(name, column_schema(column, is_french));
    if (column.required == Required::yes) {
      required.push_back(name);
    }
  }
  properties_of(schema).set("_origin", reference_schema("origin"));
  properties_of(schema).set("_cells", reference_schema("cells"));
  json::Value further = json::object();
  further.set("^_", json::boolean(true));
  schema.set("patternProperties", std::move(further));
  if (!required.empty()) {
    schema.set("required", json::strings(required));
  }
  return schema;
}

json::Value narrative_schema() {
  return object_of({{"slot", type_schema("string")},
                    {"language", pattern_schema(language_pattern)},
                    {"markdown", type_schema("string")},
                    {"_origin", reference_schema("origin")}},
                   {"slot", "language", "markdown"});
}

}  // namespace

json::Value export_schema(std::string_view language) {
  const bool is_french = language == "fr";
  json::Value definitions = json::object();
  definitions.set("missing", missing_schema());
  definitions.set("money", object_of({{"amount", pattern_schema(decimal_pattern)},
                                      {"currency", pattern_schema("^[A-Z]{3}$")}},
                                     {"amount", "currency"}));
  definitions.set("value", value_schema());
  definitions.set("origin", origin_schema());
  definitions.set("cells", cells_schema());

  json::Value version = json::object();
  version.set("const", json::number(export_version));
  json::Value schema = json::object();
  schema.set("$schema", json::string(schema_dialect));
  schema.set("title", json::string("rapporteur export"));
  schema.set("type", json::string("object"));
  json::Value& properties = schema.set("properties", json::object());
  properties.set("rapporteur_export", std::move(version));
  properties.set("plan", reference_schema("plan.yaml"));
  for (const TableSpec& table : rapporteur::schema()) {
    json::Value rows = json::object();
    rows.set("description", json::string(is_french ? table.help_fr : table.help_en));
    for (json::Member& member : list_schema(row_schema(table, is_french)).members) {
      rows.set(member.name, std::move(member.value));
    }
    properties.set(std::string(table.name), std::move(rows));
  }
  properties.set("narratives", list_schema(narrative_schema()));
  schema.set("required", json::strings({"rapporteur_export", "plan", "narratives"}));
  json::Value further = json::object();
  further.set("^[_$]", json::boolean(true));
  schema.set("patternProperties", std::move(further));
  schema.set("additionalProperties", json::boolean(false));
  add_plan_definitions(definitions, language);
  schema.set("$defs", std::move(definitions));
  return schema;
}

}  // namespace rapporteur::exchange
