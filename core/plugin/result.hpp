// What a plugin's Lua returns -> a tree of values.
#pragma once

#include <lua.hpp>
#include <optional>

#include "plugin/session.hpp"
#include "view/value.hpp"

namespace rapporteur::plugin {

/// The value at the top of the stack. Tables with 1..n are lists, with names maps (sorted by name),
/// an empty one is an empty list. Every fault is a `plugin-result` with its path ("axes[3].total"),
/// placed at `file`.
[[nodiscard]] std::optional<view::Value> take_result(lua_State* lua, const std::string& file);

/// One finding for all texts of the view that are not in the report's language: the first is its
/// place, the others are `related`.
void report_untranslated(const view::Value& view, Session& session);

}  // namespace rapporteur::plugin
