// Functions of the module `rapporteur` that count: exact sums, shares, conversions, progress.
#pragma once

#include <lua.hpp>

namespace rapporteur::plugin {

int sum(lua_State* lua);
int percent(lua_State* lua);
int shares(lua_State* lua);
int decimal(lua_State* lua);
int money(lua_State* lua);
int convert(lua_State* lua);
int progress(lua_State* lua);

}  // namespace rapporteur::plugin
