#include "plugin/sandbox.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <new>
#include <span>
#include <vector>

#include "base/text.hpp"
#include "plugin/modules.hpp"
#include "plugin/reply.hpp"

namespace rapporteur::plugin {
namespace {

constexpr int max_lines_printed = 100;
constexpr std::size_t max_line_length = 400;

void* allocate(void* user, void* block, std::size_t old_size, std::size_t new_size) {
  auto& session = *static_cast<Session*>(user);
  if (block == nullptr) {
    old_size = 0;  // Lua passes a kind of object there
  }
  if (new_size == 0) {
    std::free(block);
    session.memory_used -= old_size;
    return nullptr;
  }
  if (new_size > old_size && new_size - old_size > session.limits.memory - session.memory_used) {
    session.memory_refused = true;
    return nullptr;
  }
  void* moved = std::realloc(block, new_size);
  if (moved == nullptr) {
    session.memory_refused = true;
    return nullptr;
  }
  session.memory_used = session.memory_used - old_size + new_size;
  return moved;
}

// pairs(): integers ascending, then strings by their bytes, over the keys present at the start. Lua
// would follow addresses and a hash seed, which differ from run to run.
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
    lua_getfield(lua, LUA_REGISTRYINDEX, "rapporteur.sort");
    lua_pushvalue(lua, keys);
    lua_pushcfunction(lua, key_order);
    lua_call(lua, 2, 0);
    lua_pushinteger(lua, 0);
    lua_pushcclosure(lua, next_sorted, 2);
    lua_pushvalue(lua, 1);
    return 2;
  });
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
      std::size_t size = 0;
      const char* text = luaL_tolstring(lua, i, &size);
      (line += i == 1 ? "" : "\t").append(text, size);
      lua_pop(lua, 1);
    }
    if (first_invalid_utf8(line) != std::string::npos) {
      throw ScriptError{"print: this text is not UTF-8"};
    }
    Diagnostic diagnostic;
    diagnostic.id = "plugin-print";
    diagnostic.args = {{"text", shortened(line, max_line_length)}};
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

// Every so many instructions: shortly before the limit of the process strikes, the plugin is
// stopped with the line where it is. A function of C that never ends (string.find) is left to that
// limit.
void watch_clock(lua_State* lua, lua_Debug* frame) {
  Session& session = session_of(lua);
  timespec used{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
  const auto spent = std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
  if (spent * 10 < std::chrono::nanoseconds(session.limits.cpu) * 9) {
    return;
  }
  session.out_of_time = true;
  lua_getinfo(lua, "Sl", frame);
  const char* chunk = frame->source[0] == '@' ? frame->source + 1 : "plugin.lua";
  lua_pushfstring(lua, "%s:%d: out of time", chunk, frame->currentline);
  lua_error(lua);
}

void drop(lua_State* lua, const char* library, std::span<const char* const> dropped) {
  lua_getglobal(lua, library);
  for (const char* name : dropped) {
    lua_pushnil(lua);
    lua_setfield(lua, -2, name);
  }
  lua_pop(lua, 1);
}

int open_libraries(lua_State* lua) {
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

  lua_getglobal(lua, LUA_TABLIBNAME);
  lua_getfield(lua, -1, "sort");
  lua_setfield(lua, LUA_REGISTRYINDEX, "rapporteur.sort");
  lua_pop(lua, 1);
  lua_pushliteral(lua, "");
  lua_getmetatable(lua, -1);
  lua_pushboolean(lua, 0);
  lua_setfield(lua, -2, "__metatable");
  lua_pop(lua, 2);

  lua_register(lua, "pairs", sorted_pairs);
  lua_register(lua, "print", print_line);
  open_modules(lua);
  return 0;
}

// Splits "view.lua:12: text" into its place and its text.
void take_place(std::string& message, const Session& session, Origin& origin) {
  const std::size_t end = message.find(": ");
  const std::size_t colon = end == std::string::npos ? end : message.rfind(':', end - 1);
  if (colon == std::string::npos || colon == 0 || colon + 1 == end) {
    return;
  }
  const std::string digits = message.substr(colon + 1, end - colon - 1);
  const std::string name = message.substr(0, colon);
  if (digits.size() > 8 || digits.find_first_not_of("0123456789") != std::string::npos ||
      name.size() < 4 || name.substr(name.size() - 4) != ".lua") {
    return;
  }
  origin.file = session.file(name);
  origin.row = std::stoi(digits);
  message.erase(0, end + 2);
}

// The message handler: still on the failing stack, so that the chain of calls can be told.
int describe_error(lua_State* lua) {
  Session& session = session_of(lua);
  std::size_t size = 0;
  const char* text = luaL_tolstring(lua, 1, &size);
  Diagnostic diagnostic;
  diagnostic.id = "plugin-error";
  std::string message(text, size);
  take_place(message, session, diagnostic.origin);
  lua_Debug frame{};
  int told = 0;
  constexpr int max_told = 12;
  constexpr int max_levels = 100;  // of a runaway recursion; reaching level n costs n steps
  for (int level = 0;
       told < max_told && level < max_levels && lua_getstack(lua, level, &frame) != 0; ++level) {
    if (lua_getinfo(lua, "Sln", &frame) == 0 || frame.source[0] != '@') {
      continue;
    }
    Origin place;
    place.file = session.file(frame.source + 1);
    place.row = frame.currentline;
    if (diagnostic.origin.file.empty()) {
      diagnostic.origin = place;
    }
    if (place == diagnostic.origin) {
      continue;
    }
    diagnostic.related.push_back({"called_from", {}, place});
    ++told;
  }
  if (diagnostic.origin.file.empty()) {
    diagnostic.origin.file = session.file("plugin.lua");
  }
  constexpr std::size_t max_message = 1000;
  if (session.out_of_time) {
    diagnostic.id = "plugin-timeout";
    diagnostic.args = timeout_arguments(session.limits);
    session.diagnostics.add(std::move(diagnostic));
    return 1;
  }
  diagnostic.args = {{"message", first_invalid_utf8(message) == std::string::npos
                                     ? shortened(message, max_message)
                                     : std::string("(no UTF-8 text)")}};
  session.diagnostics.add(std::move(diagnostic));
  return 1;
}

}  // namespace

State open_sandbox(Session& session) {
  State state(lua_newstate(allocate, &session));
  if (!state) {
    throw std::bad_alloc();
  }
  *static_cast<Session**>(lua_getextraspace(state.get())) = &session;
  constexpr int instructions = 100'000;
  lua_sethook(state.get(), watch_clock, LUA_MASKCOUNT, instructions);
  lua_pushcfunction(state.get(), open_libraries);
  if (lua_pcall(state.get(), 0, 0, 0) != LUA_OK) {
    throw std::bad_alloc();  // nothing but memory can fail there
  }
  return state;
}

bool run_protected(lua_State* lua, int (*work)(lua_State*)) {
  lua_settop(lua, 0);
  lua_pushcfunction(lua, describe_error);
  lua_pushcfunction(lua, work);
  Session& session = session_of(lua);
  const std::size_t told = session.diagnostics.all().size();
  const int status = lua_pcall(lua, 0, 1, 1);
  // A plugin that catches its memory error with pcall has still met the wall.
  if (session.memory_refused) {
    throw std::bad_alloc();
  }
  if (status != LUA_OK && session.diagnostics.all().size() == told) {
    Diagnostic diagnostic;
    diagnostic.id = "plugin-error";
    diagnostic.origin.file = session.file("plugin.lua");
    diagnostic.args = {{"message", std::string("error while an error was handled")}};
    session.diagnostics.add(std::move(diagnostic));
  }
  return status == LUA_OK;
}

}  // namespace rapporteur::plugin
