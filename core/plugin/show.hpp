// A value of Lua as text for a person who looks around in a plan: its type, what it holds, the
// place in the plan that it comes from.
#pragma once

#include <lua.hpp>
#include <string>
#include <vector>

namespace rapporteur::plugin {

/// The value at `index`, over several lines when it has members: those of a table or of an object
/// of the plan stand one a line, each shortened. No line break at the end. Reads fields, and so may
/// raise a Lua error.
[[nodiscard]] std::string show(lua_State* lua, int index);

/// The names that stand behind `value.` for the value at `index`, sorted: fields, columns, tables,
/// options, functions, keys of a table. Nothing for a value without names.
[[nodiscard]] std::vector<std::string> names_of(lua_State* lua, int index);

}  // namespace rapporteur::plugin
