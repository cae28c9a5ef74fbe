// Objects whose fields have names of their own: rows of tables, tables, narratives, options.
#pragma once

#include "plugin/api.hpp"
#include "plugin/session.hpp"

namespace rapporteur::plugin {

template <class T>
const T& as(const void* object) {
  return *static_cast<const T*>(object);
}

/// Pushes a list; `push_item(item)` pushes each of its elements.
template <class List, class Push>
void push_list(lua_State* lua, const List& list, const Push& push_item) {
  lua_createtable(lua, static_cast<int>(list.size()), 0);
  lua_Integer at = 0;
  for (const auto& item : list) {
    push_item(item);
    lua_rawseti(lua, -2, ++at);
  }
}

void push_row(lua_State* lua, const Table& table, const Record& record);

/// The `get_named` of the classes row, tables, narratives and options.
bool row_column(lua_State* lua, const void* object, std::string_view key,
                std::vector<std::string>& known);
bool plan_table(lua_State* lua, const void* object, std::string_view key,
                std::vector<std::string>& known);
bool narrative(lua_State* lua, const void* object, std::string_view slot,
               std::vector<std::string>& known);
bool option(lua_State* lua, const void* object, std::string_view key,
            std::vector<std::string>& known);

}  // namespace rapporteur::plugin
