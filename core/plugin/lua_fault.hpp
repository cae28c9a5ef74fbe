// An error of Lua as a diagnostic: its place, the line of source, the calls that led to it inside
// the plugin, and what it means in words of the catalogue (core/messages/plugin_lua.yaml).
#pragma once

#include <lua.hpp>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "plugin/session.hpp"

namespace rapporteur::plugin {

/// The message handler for lua_pcall: runs on the failing stack and adds one diagnostic to the
/// session.
int describe_error(lua_State* lua);

/// The diagnostic plugin-memory at the place where memory was refused.
void describe_memory(lua_State* lua);

/// Puts the line of source that `origin` names into its text, when it lies in a folder of the
/// format: the name of the file may be one that the plugin made up.
void show_line(const Session& session, Origin& origin);

/// Gives `fault` the id, the arguments and the suggestion of what Lua or the interface said in
/// `message`: plugin-nil, plugin-argument, plugin-unknown-name …; plugin-error for all else. The
/// argument `message` is always the text itself. `known` = names that a misspelt one may have
/// meant.
void name_fault(const std::string& message, const std::vector<std::string>& known,
                Diagnostic& fault);

}  // namespace rapporteur::plugin
