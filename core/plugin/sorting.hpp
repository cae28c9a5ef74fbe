// pairs and table.sort in an order that is the same in every run.
#pragma once

#include <lua.hpp>

namespace rapporteur::plugin {

/// Puts `pairs` and `table.sort` in place; the library table must be open.
void open_sorting(lua_State* lua);

}  // namespace rapporteur::plugin
