// require: text modules of the plugin's own folder and of the shared one, each read once.
#pragma once

#include <lua.hpp>

namespace rapporteur::plugin {

/// Puts `require` and an empty set of modules in place; the module `rapporteur` is in it. The stack
/// is left as it was.
void open_modules(lua_State* lua);

}  // namespace rapporteur::plugin
