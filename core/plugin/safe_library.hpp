// Lua's own library, where it could not stay as it is: no address of memory, no chance and no clock
// may reach a report, and what can run forever says where it was called.
#pragma once

#include <lua.hpp>
#include <string>

namespace rapporteur::plugin {

/// Opens base, string, table, math and utf8 without what is dropped, and with these in place of
/// Lua's own: pairs (fixed order), print (a diagnostic), tostring and string.format (no addresses),
/// table.sort (stable, never by chance), setmetatable (no finalizers).
void open_safe_library(lua_State* lua);

/// The text of a value as `tostring` gives it: a table, a function and the like are their type's
/// name alone. May run a __tostring and raise its error. The stack is left as it was.
[[nodiscard]] std::string text_of(lua_State* lua, int index);

}  // namespace rapporteur::plugin
