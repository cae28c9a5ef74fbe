// Functions of the module `rapporteur` about words, texts, dates, pictures and what is missing.
#pragma once

#include <lua.hpp>

namespace rapporteur::plugin {

int note(lua_State* lua);
int translate(lua_State* lua);
int with_language(lua_State* lua);
int make_missing(lua_State* lua);
int is_missing(lua_State* lua);
int kind(lua_State* lua);
int markdown(lua_State* lua);
int image(lua_State* lua);
int date(lua_State* lua);
int step(lua_State* lua);
int sections(lua_State* lua);

}  // namespace rapporteur::plugin
