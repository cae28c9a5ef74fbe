// What is generated from the table of the interface.
#pragma once

#include <string>

namespace rapporteur::plugin {

/// docs/lua-api.md
[[nodiscard]] std::string api_manual();
/// docs/lua/rapporteur.lua: stubs for the Lua language server (LuaLS).
[[nodiscard]] std::string api_stubs();

}  // namespace rapporteur::plugin
