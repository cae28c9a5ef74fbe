// Functions of the module `rapporteur` that put numbers and dates into words.
#pragma once

#include <lua.hpp>

namespace rapporteur::plugin {

int ordinal(lua_State* lua);
int in_words(lua_State* lua);
int date_range(lua_State* lua);

}  // namespace rapporteur::plugin
