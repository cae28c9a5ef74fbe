// require: text modules of the format's own folder, of the formats that it extends, and of the
// folder that formats share, each read once.
#pragma once

#include <lua.hpp>

namespace rapporteur::plugin {

/// Puts `require` and an empty set of modules in place; the module `rapporteur` is in it. The stack
/// is left as it was.
///
/// A module sees those beside it: what the view of a base requires is the base's own, also where
/// the format that extends it has a module of this name.
void open_modules(lua_State* lua);

}  // namespace rapporteur::plugin
