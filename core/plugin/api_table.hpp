// `r.table` and `r.above`: a table value as a plugin describes it, checked where it is made.
#pragma once

#include <lua.hpp>

namespace rapporteur::plugin {

/// Checks the description at index 1 and returns it. Throws ScriptError with all its faults, each
/// with row and column. The shape is read by template/table_value.hpp.
int make_table(lua_State* lua);

/// The cell that says: the one above goes on.
void push_above(lua_State* lua);

}  // namespace rapporteur::plugin
