// Arguments of the functions of the module `rapporteur`, whose types have been checked.
#pragma once

#include <lua.hpp>
#include <optional>
#include <string>

#include "plugin/lua_value.hpp"
#include "plugin/session.hpp"

namespace rapporteur::plugin {

/// A string or text.
[[nodiscard]] inline std::string text_at(lua_State* lua, int index) {
  const std::optional<view::Value> value = printable_at(lua, index);
  return std::get<view::Text>(value->data).utf8;
}

/// Calls `visit(value)` for each element of the list at `index`.
template <class Visit>
void each_in_list(lua_State* lua, int index, const char* function, const Visit& visit) {
  const auto count = static_cast<lua_Integer>(lua_rawlen(lua, index));
  for (lua_Integer i = 1; i <= count; ++i) {
    lua_rawgeti(lua, index, i);
    const std::optional<view::Value> value = printable_at(lua, -1);
    if (!value) {
      throw ScriptError{std::string("bad element ") + std::to_string(i) + " of the list given to " +
                        function + ": a " + std::string(type_name(lua, -1))};
    }
    visit(i, *value);
    lua_pop(lua, 1);
  }
}

}  // namespace rapporteur::plugin
