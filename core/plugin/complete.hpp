// What can stand at the end of a line of Lua that is being typed.
#pragma once

#include <lua.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::plugin {

struct Completion {
  std::size_t from = 0;                 ///< byte of the line where the word begins
  std::vector<std::string> candidates;  ///< whole words in place of what stands there, sorted
};

/// Looks at the names before the end of `line`: `plan.roots[1].ti` is walked through the values
/// that there are (fields are read, no function is called), `ti` is completed. Without a dot:
/// globals and words of Lua; inside require "…": modules. Never raises an error.
[[nodiscard]] Completion complete(lua_State* lua, std::string_view line);

}  // namespace rapporteur::plugin
