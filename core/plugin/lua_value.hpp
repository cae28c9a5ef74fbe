// Typed values in Lua: money, percent, date … as userdata with exact arithmetic.
#pragma once

#include <lua.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "plan/plan.hpp"
#include "view/value.hpp"

namespace rapporteur::plugin {

/// Registers the metatable. Called once per state.
void open_values(lua_State* lua);

void push_value(lua_State* lua, view::Value value);
void push_string(lua_State* lua, std::string_view text);
void push_missing(lua_State* lua, Missing missing);
/// The text in the report's language (else another, marked); missing when there is none.
void push_text(lua_State* lua, const LocalText& text);
void push_date(lua_State* lua, const std::optional<Date>& date, const Origin& origin);
void push_money(lua_State* lua, const std::optional<Money>& money, const Origin& origin = {});

/// The typed value at `index`, or nullptr.
[[nodiscard]] const view::Value* value_at(lua_State* lua, int index);
/// What a slot can print at `index`: a typed value, a string, an integer, a boolean; else nothing.
[[nodiscard]] std::optional<view::Value> printable_at(lua_State* lua, int index);
/// "money", "percent", "text", "string", "integer", "float", "list or map", "node" …: for messages.
[[nodiscard]] std::string_view type_name(lua_State* lua, int index);

}  // namespace rapporteur::plugin
