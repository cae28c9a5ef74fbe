#include "plugin/sorting.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "plugin/session.hpp"

namespace rapporteur::plugin {
namespace {

constexpr lua_Integer most_sorted = 10'000'000;

// --- table.sort: Lua's own picks its pivots by clock and address, so that equal elements would
// stand in another order from run to run. This one merges, is stable, and any order function ends.

// Whether the element at stack index `a` must stand behind that at `b`. A function at 2 says
// whether its first argument comes before its second.
bool is_behind(lua_State* lua, int a, int b) {
  if (lua_type(lua, 2) != LUA_TFUNCTION) {
    return lua_compare(lua, b, a, LUA_OPLT) != 0;
  }
  lua_pushvalue(lua, 2);
  lua_pushvalue(lua, b);
  lua_pushvalue(lua, a);
  lua_call(lua, 2, 1);
  const bool behind = lua_toboolean(lua, -1) != 0;
  lua_pop(lua, 1);
  return behind;
}

// Merges [first, middle) and [middle, end) of table `from` into table `to`.
void merge(lua_State* lua, int from, int to, lua_Integer first, lua_Integer middle,
           lua_Integer end) {
  lua_Integer left = first;
  lua_Integer right = middle;
  for (lua_Integer at = first; at < end; ++at) {
    bool takes_right = left >= middle;
    if (left < middle && right < end) {
      lua_rawgeti(lua, from, left);
      lua_rawgeti(lua, from, right);
      const int top = lua_gettop(lua);
      takes_right = is_behind(lua, top - 1, top);
      lua_pop(lua, 2);
    }
    lua_rawgeti(lua, from, takes_right ? right++ : left++);
    lua_rawseti(lua, to, at);
  }
}

int sort_table(lua_State* lua) {
  luaL_checktype(lua, 1, LUA_TTABLE);
  if (!lua_isnoneornil(lua, 2)) {
    luaL_checktype(lua, 2, LUA_TFUNCTION);
  }
  lua_settop(lua, 2);
  const lua_Integer count = luaL_len(lua, 1);
  luaL_argcheck(lua, count < most_sorted, 1, "array too big");
  lua_newtable(lua);
  lua_newtable(lua);
  int from = 3;
  int to = 4;
  for (lua_Integer i = 1; i <= count; ++i) {
    lua_geti(lua, 1, i);
    lua_rawseti(lua, from, i);
  }
  for (lua_Integer width = 1; width < count; width *= 2) {
    for (lua_Integer first = 1; first <= count; first += 2 * width) {
      merge(lua, from, to, first, std::min(first + width, count + 1),
            std::min(first + 2 * width, count + 1));
    }
    std::swap(from, to);
  }
  for (lua_Integer i = 1; i <= count; ++i) {
    lua_rawgeti(lua, from, i);
    lua_seti(lua, 1, i);
  }
  return 0;
}

// --- pairs(): integers ascending, then strings by their bytes, over the keys present at the start.
// Lua would follow addresses and a hash seed, which differ from run to run.

bool comes_before(lua_State* lua, int a, int b) {
  const bool number_a = lua_type(lua, a) == LUA_TNUMBER;
  const bool number_b = lua_type(lua, b) == LUA_TNUMBER;
  if (number_a != number_b) {
    return number_a;
  }
  if (number_a) {
    return lua_compare(lua, a, b, LUA_OPLT) != 0;
  }
  std::size_t size_a = 0;
  std::size_t size_b = 0;
  const char* text_a = lua_tolstring(lua, a, &size_a);
  const char* text_b = lua_tolstring(lua, b, &size_b);
  return std::string_view(text_a, size_a) < std::string_view(text_b, size_b);
}

int key_order(lua_State* lua) {
  lua_pushboolean(lua, comes_before(lua, 1, 2) ? 1 : 0);
  return 1;
}

// Upvalues: the sorted keys, the position. Arguments: the table, the key before (unused).
int next_sorted(lua_State* lua) {
  const lua_Integer at = lua_tointeger(lua, lua_upvalueindex(2)) + 1;
  lua_pushinteger(lua, at);
  lua_replace(lua, lua_upvalueindex(2));
  if (lua_rawgeti(lua, lua_upvalueindex(1), at) == LUA_TNIL) {
    return 1;
  }
  lua_pushvalue(lua, -1);
  lua_gettable(lua, 1);
  return 2;
}

int sorted_pairs(lua_State* lua) {
  return guarded(lua, [lua] {
    if (lua_type(lua, 1) != LUA_TTABLE) {
      throw ScriptError{std::string("bad argument to pairs: expected a table, got ") +
                        luaL_typename(lua, 1)};
    }
    lua_newtable(lua);
    const int keys = lua_gettop(lua);
    lua_Integer count = 0;
    lua_pushnil(lua);
    while (lua_next(lua, 1) != 0) {
      lua_pop(lua, 1);
      const int type = lua_type(lua, -1);
      if (type != LUA_TNUMBER && type != LUA_TSTRING) {
        throw ScriptError{std::string("pairs walks over numbers and strings only; a key is a ") +
                          lua_typename(lua, type)};
      }
      lua_pushvalue(lua, -1);
      lua_rawseti(lua, keys, ++count);
    }
    lua_pushcfunction(lua, sort_table);
    lua_pushvalue(lua, keys);
    lua_pushcfunction(lua, key_order);
    lua_call(lua, 2, 0);
    lua_pushinteger(lua, 0);
    lua_pushcclosure(lua, next_sorted, 2);
    lua_pushvalue(lua, 1);
    return 2;
  });
}

}  // namespace

void open_sorting(lua_State* lua) {
  lua_register(lua, "pairs", sorted_pairs);
  lua_getglobal(lua, LUA_TABLIBNAME);
  lua_pushcfunction(lua, sort_table);
  lua_setfield(lua, -2, "sort");
  lua_pop(lua, 1);
}

}  // namespace rapporteur::plugin
