// Stubs of the interface for LuaLS: what an editor completes and checks.
#include "base/text.hpp"
#include "plan/schema.hpp"
#include "plugin/api.hpp"
#include "plugin/manual.hpp"

namespace rapporteur::plugin {
namespace {

// Types of this table in the words of LuaLS; classes get a prefix of their own.
std::string stub_type(std::string_view type) {
  constexpr std::string_view list_of = "list of ";
  constexpr std::string_view map_of = "map of ";
  if (type.starts_with(list_of)) {
    return "(" + stub_type(type.substr(list_of.size())) + ")[]";
  }
  if (type.starts_with(map_of)) {
    return "table<string, " + stub_type(type.substr(map_of.size())) + ">";
  }
  std::string out;
  for (const std::string& name : split(type, '|')) {
    out += out.empty() ? "" : "|";
    if (name == "list") {
      out += "any[]";
    } else if (name == "map") {
      out += "table<string, any>";
    } else if (name == "function") {
      out += "fun(): any";
    } else if (name == "value") {
      out += "string|integer|boolean|rapporteur.value";
    } else if (name == "string" || name == "integer" || name == "boolean" || name == "any" ||
               name == "nil") {
      out += name;
    } else {
      out += "rapporteur." + name;
    }
  }
  return out;
}

constexpr std::string_view stub_values = R"(---@meta rapporteur
-- Generated from the table of the interface by the test unit-plugin. Do not edit.

---@class rapporteur.value
---@class rapporteur.money: rapporteur.value
---@operator add(rapporteur.money): rapporteur.money
---@operator sub(rapporteur.money): rapporteur.money
---@operator unm: rapporteur.money
---@class rapporteur.decimal: rapporteur.value
---@operator add(rapporteur.decimal|integer): rapporteur.decimal
---@operator sub(rapporteur.decimal|integer): rapporteur.decimal
---@operator unm: rapporteur.decimal
---@class rapporteur.percent: rapporteur.value
---@operator add(rapporteur.percent): rapporteur.percent
---@operator sub(rapporteur.percent): rapporteur.percent
---@operator unm: rapporteur.percent
---@class rapporteur.date: rapporteur.value
---@field year integer
---@field month integer?
---@field day integer?
---@class rapporteur.text: rapporteur.value
---@operator concat(string|integer|rapporteur.text): rapporteur.text
---@class rapporteur.markdown: rapporteur.value
---@class rapporteur.missing: rapporteur.value
)";

// --- tables of the plan ---------------------------------------------------------------------

std::string type_of(const ColumnSpec& column) {
  switch (column.type) {
    case ColumnType::integer:
      return "integer|rapporteur.missing";
    case ColumnType::decimal:
      return "rapporteur.decimal|rapporteur.missing";
    case ColumnType::money:
      return "rapporteur.money|rapporteur.missing";
    case ColumnType::boolean:
      return "boolean|rapporteur.missing";
    case ColumnType::date:
      return "rapporteur.date|rapporteur.missing";
    case ColumnType::list:
    case ColumnType::references:
      return "string[]|rapporteur.missing";
    case ColumnType::id:
      return "string";
    default:
      return "string|rapporteur.missing";
  }
}

/// A class a table, with its columns: `plan.tables.risks[1].impact`.
void describe(std::string& out, const TableSpec& table) {
  ((out += "\n---A row of the table ") += table.name) += ". ";
  ((out += table.help_en) += "\n---@class rapporteur.row.") += table.name;
  out += ": rapporteur.row\n";
  for (const ColumnSpec& column : table.columns) {
    std::string type = type_of(column);
    if (column.spread == Spread::by_language) {
      type = "rapporteur.text|rapporteur.missing";
    } else if (column.spread == Spread::by_period) {
      type = "table<string, " + type + ">";
    }
    ((((out += "---@field ") += column.name) += " " + type + " ") += column.help_en) += "\n";
  }
}

void describe_tables(std::string& out) {
  for (const TableSpec& table : schema()) {
    describe(out, table);
  }
  out += "\n---Every table of the plan as rows, by name.\n---@class rapporteur.tables\n";
  for (const TableSpec& table : schema()) {
    const std::string name(table.name);
    out += "---@field " + name + " rapporteur.row." + name + "[]\n";
  }
}

}  // namespace

std::string api_stubs() {
  std::string out(stub_values);
  for (const ApiClass& type : api_classes()) {
    if (type.name == "tables") {
      describe_tables(out);
      continue;
    }
    out += "\n---" + std::string(type.help) + "\n---@class rapporteur." + std::string(type.name) +
           "\n";
    for (const ApiField& field : type.fields) {
      out += "---@field " + std::string(field.name) + " " + stub_type(field.type) + " " +
             std::string(field.help) + "\n";
    }
    if (type.get_named != nullptr) {
      out += "---@field [string] " + stub_type(type.named_type) + "\n";
    }
  }
  out += "\n---@class rapporteur\nlocal rapporteur = {}\n";
  for (const ApiFunction& function : api_functions()) {
    out += "\n---" + std::string(function.help) + "\n";
    std::string names;
    for (const ApiParameter& parameter : function.parameters) {
      out += "---@param " + std::string(parameter.name) + (parameter.optional ? "? " : " ") +
             stub_type(parameter.type) + " " + std::string(parameter.help) + "\n";
      names += (names.empty() ? "" : ", ") + std::string(parameter.name);
    }
    out += "---@return ";
    std::string returns;
    for (const std::string& type : split(function.returns, ',')) {
      returns += (returns.empty() ? "" : ", ") + stub_type(trimmed(type));
    }
    out +=
        returns + "\nfunction rapporteur." + std::string(function.name) + "(" + names + ") end\n";
  }
  for (const ApiConstant& constant : api_constants()) {
    out += "\n---" + std::string(constant.help) + "\n---@type " + stub_type(constant.type) +
           "\nrapporteur." + std::string(constant.name) + " = {}\n";
  }
  return out + "\nreturn rapporteur\n";
}

}  // namespace rapporteur::plugin
