#include "plugin/safe_library.hpp"

#include <array>
#include <span>

#include "base/text.hpp"
#include "plugin/session.hpp"
#include "plugin/sorting.hpp"

namespace rapporteur::plugin {
namespace {

constexpr int max_lines_printed = 100;
constexpr std::size_t max_line_length = 400;

// Lua would print where in memory it lies: another text in each run.
bool has_address(lua_State* lua, int index) {
  switch (lua_type(lua, index)) {
    case LUA_TTABLE:
    case LUA_TFUNCTION:
    case LUA_TUSERDATA:
    case LUA_TLIGHTUSERDATA:
    case LUA_TTHREAD:
      if (luaL_getmetafield(lua, index, "__tostring") != LUA_TNIL) {
        lua_pop(lua, 1);
        return false;
      }
      return true;
    default:
      return false;
  }
}

void push_text_of(lua_State* lua, int index) {
  if (has_address(lua, index)) {
    lua_pushstring(lua, luaL_typename(lua, index));
  } else {
    luaL_tolstring(lua, index, nullptr);
  }
}

int to_string(lua_State* lua) {
  luaL_checkany(lua, 1);
  push_text_of(lua, 1);
  return 1;
}

// Upvalue: Lua's own string.format. Arguments of %s that have an address go in as their type.
int format_string(lua_State* lua) {
  std::size_t size = 0;
  const char* pattern = luaL_checklstring(lua, 1, &size);
  int argument = 1;
  for (std::size_t at = 0; at + 1 < size; ++at) {
    if (pattern[at] != '%' || pattern[++at] == '%') {
      continue;
    }
    ++argument;
    const std::size_t end =
        std::string_view(pattern, size).find_first_not_of("-+ #0123456789.", at);
    at = end == std::string_view::npos ? size : end;
    if (at < size && pattern[at] == 'p') {
      return luaL_error(lua, "string.format: %%p prints an address, which differs in each run");
    }
    if (at < size && pattern[at] == 's' && argument <= lua_gettop(lua) &&
        has_address(lua, argument)) {
      lua_pushstring(lua, luaL_typename(lua, argument));
      lua_replace(lua, argument);
    }
  }
  return lua_tocfunction(lua, lua_upvalueindex(1))(lua);
}

// Finalizers run when memory happens to be collected, and outside of the watch on time.
int set_metatable(lua_State* lua) {
  if (lua_type(lua, 2) == LUA_TTABLE) {
    lua_pushliteral(lua, "__gc");
    if (lua_rawget(lua, 2) != LUA_TNIL) {
      return luaL_error(lua, "setmetatable: __gc is not allowed in a format");
    }
    lua_pop(lua, 1);
  }
  return lua_tocfunction(lua, lua_upvalueindex(1))(lua);
}

// print(): each line becomes a diagnostic with its place, so that an author can look into a run.
int print_line(lua_State* lua) {
  return guarded(lua, [lua] {
    Session& session = session_of(lua);
    if (++session.lines_printed > max_lines_printed) {
      return 0;
    }
    std::string line;
    for (int i = 1; i <= lua_gettop(lua); ++i) {
      (line += i == 1 ? "" : "\t") += text_of(lua, i);
    }
    if (first_invalid_utf8(line) != std::string::npos) {
      throw ScriptError{"print: this text is not UTF-8"};
    }
    Diagnostic diagnostic;
    diagnostic.id = "plugin-print";
    diagnostic.args = {{"text", shortened(strip_unprintable(line), max_line_length)}};
    lua_Debug where{};
    if (lua_getstack(lua, 1, &where) != 0 && lua_getinfo(lua, "Sl", &where) != 0 &&
        where.source[0] == '@') {
      diagnostic.origin.file = session.file(where.source + 1);
      diagnostic.origin.row = where.currentline;
    }
    session.diagnostics.add(std::move(diagnostic));
    return 0;
  });
}

// Upvalue: a function of C that may run long on its own: no instruction of Lua passes meanwhile, so
// the place is noted before.
int watched(lua_State* lua) {
  if (LastPlace* last = session_of(lua).last_place) {
    last->note(lua, 1);
  }
  return lua_tocfunction(lua, lua_upvalueindex(1))(lua);
}

void drop(lua_State* lua, const char* library, std::span<const char* const> dropped) {
  lua_getglobal(lua, library);
  for (const char* name : dropped) {
    lua_pushnil(lua);
    lua_setfield(lua, -2, name);
  }
  lua_pop(lua, 1);
}

/// Puts `wrapper`, with the function itself as its upvalue, in the place of each function.
void wrap(lua_State* lua, const char* library, std::span<const char* const> names,
          lua_CFunction wrapper) {
  lua_getglobal(lua, library);
  for (const char* name : names) {
    lua_getfield(lua, -1, name);
    lua_pushcclosure(lua, wrapper, 1);
    lua_setfield(lua, -2, name);
  }
  lua_pop(lua, 1);
}

void watch_all(lua_State* lua) {
  constexpr std::array strings{"find", "match",   "gsub",  "gmatch", "rep",
                               "byte", "reverse", "lower", "upper"};
  constexpr std::array tables{"concat", "insert", "remove", "move", "unpack", "sort"};
  constexpr std::array letters{"char", "codepoint", "len", "offset"};
  wrap(lua, LUA_STRLIBNAME, strings, watched);
  wrap(lua, LUA_TABLIBNAME, tables, watched);
  wrap(lua, LUA_UTF8LIBNAME, letters, watched);
}

// "text":method() goes by this metatable: it can neither be read nor changed.
void close_strings(lua_State* lua) {
  lua_pushliteral(lua, "");
  lua_getmetatable(lua, -1);
  lua_pushboolean(lua, 0);
  lua_setfield(lua, -2, "__metatable");
  lua_pop(lua, 2);
}

}  // namespace

std::string text_of(lua_State* lua, int index) {
  push_text_of(lua, index);
  std::size_t size = 0;
  const char* bytes = lua_tolstring(lua, -1, &size);
  std::string text(bytes, size);
  lua_pop(lua, 1);
  return text;
}

void open_safe_library(lua_State* lua) {
  constexpr std::array<luaL_Reg, 5> libraries{{{LUA_GNAME, luaopen_base},
                                               {LUA_STRLIBNAME, luaopen_string},
                                               {LUA_TABLIBNAME, luaopen_table},
                                               {LUA_MATHLIBNAME, luaopen_math},
                                               {LUA_UTF8LIBNAME, luaopen_utf8}}};
  for (const luaL_Reg& library : libraries) {
    luaL_requiref(lua, library.name, library.func, 1);
    lua_pop(lua, 1);
  }
  constexpr std::array dropped_base{"collectgarbage", "dofile", "load", "loadfile",
                                    "next",           "rawset", "warn"};
  constexpr std::array dropped_string{"dump"};
  constexpr std::array dropped_math{"random", "randomseed"};
  drop(lua, LUA_GNAME, dropped_base);
  drop(lua, LUA_STRLIBNAME, dropped_string);
  drop(lua, LUA_MATHLIBNAME, dropped_math);
  open_sorting(lua);
  watch_all(lua);
  constexpr std::array formats{"format"};
  constexpr std::array metatables{"setmetatable"};
  wrap(lua, LUA_STRLIBNAME, formats, format_string);
  wrap(lua, LUA_GNAME, metatables, set_metatable);
  close_strings(lua);
  lua_register(lua, "print", print_line);
  lua_register(lua, "tostring", to_string);
}

}  // namespace rapporteur::plugin
