#include "plugin/show.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "plugin/api.hpp"
#include "plugin/api_named.hpp"
#include "plugin/lua_value.hpp"

namespace rapporteur::plugin {
namespace {

constexpr std::size_t max_line = 160;
constexpr lua_Integer max_items = 20;

std::string place_of(const Origin& origin) {
  if (origin.file.empty()) {
    return {};
  }
  std::string place =
      "  <- " + origin.file + (origin.sheet.empty() ? "" : "[" + origin.sheet + "]");
  if (origin.row > 0) {
    place += ":" + std::to_string(origin.row);
    place += origin.column > 0 ? ":" + std::to_string(origin.column) : std::string();
  }
  return place;
}

/// Where an object stands in the plan, for the classes that are a row of a table.
Origin origin_of(const ApiObject& object) {
  const std::string_view type = object.type->name;
  if (type == "node") {
    return as<Node>(object.target).origin;
  }
  if (type == "line") {
    return as<BudgetLine>(object.target).origin;
  }
  if (type == "indicator") {
    return as<Indicator>(object.target).origin;
  }
  if (type == "row") {
    return as<Row>(object.target).record->origin;
  }
  if (type == "plan") {
    return as<Plan>(object.target).origin;
  }
  return {};
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return shortened(text, max_line);
}

/// "text "Former"", "12000 XOF": what view::to_text says of one value.
std::string scalar(const view::Value& value) {
  constexpr std::string_view head = "view: ";
  const std::string text = view::to_text(value);
  return one_line(text.substr(std::min(head.size(), text.size()), text.size() - head.size() - 1));
}

lua_Integer count_of(lua_State* lua, int index) {
  lua_Integer count = 0;
  lua_pushnil(lua);
  while (lua_next(lua, index) != 0) {
    lua_pop(lua, 1);
    ++count;
  }
  return count;
}

/// "list of 3 node", "map of 2".
std::string table_in_short(lua_State* lua, int index) {
  const int table = lua_absindex(lua, index);
  const auto length = static_cast<lua_Integer>(lua_rawlen(lua, table));
  const lua_Integer count = count_of(lua, table);
  if (count == 0) {
    return "empty table";
  }
  if (length == count) {
    lua_rawgeti(lua, table, 1);
    const std::string type(type_name(lua, -1));
    lua_pop(lua, 1);
    return "list of " + std::to_string(length) + " " + type;
  }
  return "table of " + std::to_string(count);
}

std::string in_short(lua_State* lua, int index);

/// "node A1.1 "Former"": class, code or id, title.
std::string object_in_short(lua_State* lua, int index) {
  const ApiObject& object = *object_at(lua, index);
  std::string text(object.type->name);
  if (object.type->name == "row") {
    return text + " " + as<Row>(object.target).record->id + place_of(origin_of(object));
  }
  for (const std::string_view wanted : {"id", "title", "name", "label"}) {
    for (const ApiField& field : object.type->fields) {
      if (field.name == wanted) {
        field.get(lua, object.target);
        const view::Value* value = value_at(lua, -1);
        text += " " + (value != nullptr ? scalar(*value) : in_short(lua, -1));
        lua_pop(lua, 1);
      }
    }
  }
  return text + place_of(origin_of(object));
}

std::string in_short(lua_State* lua, int index) {
  if (object_at(lua, index) != nullptr) {
    return object_in_short(lua, index);
  }
  if (const view::Value* value = value_at(lua, index)) {
    return scalar(*value) + place_of(value->origin);
  }
  if (const std::optional<view::Value> value = printable_at(lua, index)) {
    return scalar(*value);
  }
  if (lua_type(lua, index) == LUA_TTABLE) {
    return table_in_short(lua, index);
  }
  if (lua_type(lua, index) == LUA_TNUMBER) {
    return std::string(luaL_tolstring(lua, index, nullptr)) + " (a float: not exact)";
  }
  return std::string(type_name(lua, index));
}

std::string members_of_object(lua_State* lua, int index) {
  const ApiObject& object = *object_at(lua, index);
  std::string text;
  for (const std::string& name : names_of(lua, index)) {
    lua_getfield(lua, index, name.c_str());
    text += "\n  " + name + " = " + in_short(lua, -1);
    lua_pop(lua, 1);
  }
  return object_in_short(lua, index) + (object.type->name == "row" || !text.empty() ? text : "");
}

std::string members_of_table(lua_State* lua, int index) {
  std::string text = table_in_short(lua, index);
  const auto length = static_cast<lua_Integer>(lua_rawlen(lua, index));
  for (lua_Integer i = 1; i <= std::min(length, max_items); ++i) {
    lua_rawgeti(lua, index, i);
    text += "\n  " + std::to_string(i) + " = " + in_short(lua, -1);
    lua_pop(lua, 1);
  }
  lua_Integer shown = std::min(length, max_items);
  for (const std::string& name : names_of(lua, index)) {
    if (shown++ < max_items) {
      lua_pushlstring(lua, name.data(), name.size());
      lua_rawget(lua, index);
      text += "\n  " + name + " = " + in_short(lua, -1);
      lua_pop(lua, 1);
    }
  }
  const lua_Integer count = count_of(lua, index);
  return text + (count > max_items ? "\n  … " + std::to_string(count - max_items) : "");
}

}  // namespace

std::string show(lua_State* lua, int index) {
  const int at = lua_absindex(lua, index);
  luaL_checkstack(lua, 16, nullptr);
  if (object_at(lua, at) != nullptr) {
    return members_of_object(lua, at);
  }
  return lua_type(lua, at) == LUA_TTABLE ? members_of_table(lua, at) : in_short(lua, at);
}

std::vector<std::string> names_of(lua_State* lua, int index) {
  const int at = lua_absindex(lua, index);
  std::vector<std::string> names;
  if (const ApiObject* object = object_at(lua, at)) {
    for (const ApiField& field : object->type->fields) {
      names.emplace_back(field.name);
    }
    if (object->type->name == "narratives") {
      for (const Narrative& text : as<Plan>(object->target).narratives) {
        names.push_back(text.slot);
      }
    } else if (object->type->get_named != nullptr) {
      // No name of a column, table or option is empty: it is refused, and tells the others.
      static_cast<void>(object->type->get_named(lua, object->target, "", names));
    }
  } else if (const view::Value* value = value_at(lua, at)) {
    if (std::holds_alternative<Date>(value->data)) {
      names = {"day", "month", "year"};
    }
  } else if (lua_type(lua, at) == LUA_TTABLE) {
    const int top = lua_gettop(lua);
    // Behind the module `rapporteur` stands the table of its functions.
    const bool is_guarded = luaL_getmetafield(lua, at, "__index") == LUA_TTABLE;
    const int table = is_guarded ? lua_gettop(lua) : at;
    lua_pushnil(lua);
    while (lua_next(lua, table) != 0) {
      lua_pop(lua, 1);
      std::size_t size = 0;
      if (lua_type(lua, -1) == LUA_TSTRING) {
        const char* bytes = lua_tolstring(lua, -1, &size);
        names.emplace_back(bytes, size);
      }
    }
    lua_settop(lua, top);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace rapporteur::plugin
