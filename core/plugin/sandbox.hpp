// A fresh Lua 5.4 state without a way out: capped memory, no io, os, debug, load; require reads
// text modules of the plugin's folder only; pairs runs in a fixed order and there is no random, so
// that the same plan gives the same view.
#pragma once

#include <memory>
#include <string>

#include "plugin/session.hpp"

namespace rapporteur::plugin {

struct CloseState {
  void operator()(lua_State* lua) const { lua_close(lua); }
};
using State = std::unique_ptr<lua_State, CloseState>;

/// A state bound to `session`, which must outlive it. Throws std::bad_alloc.
[[nodiscard]] State open_sandbox(Session& session);

/// Loads and runs the module `name` of the plugin's folder ("view" -> view.lua) as `require` does
/// and leaves its one result on the stack. Raises a Lua error: call it inside run_protected().
void require_module(lua_State* lua, const std::string& name);

/// Runs `work` (which may raise Lua errors) and returns true; a Lua error becomes a diagnostic of
/// the session: plugin-error with file, line and call chain, or plugin-memory.
[[nodiscard]] bool run_protected(lua_State* lua, int (*work)(lua_State*));

}  // namespace rapporteur::plugin
