#include "plugin/sandbox.hpp"

#include <cstdlib>
#include <ctime>
#include <new>

#include "plugin/lua_fault.hpp"
#include "plugin/modules.hpp"
#include "plugin/safe_library.hpp"

namespace rapporteur::plugin {
namespace {

void* refuse(Session& session) {
  if (!session.memory_refused && session.state != nullptr) {
    session.refused_at.note(session.state, 0);
  }
  session.memory_refused = true;
  return nullptr;
}

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
    return refuse(session);
  }
  void* moved = std::realloc(block, new_size);
  if (moved == nullptr) {
    return refuse(session);
  }
  session.memory_used = session.memory_used - old_size + new_size;
  return moved;
}

// Every so many instructions: shortly before the limit of the process strikes, the plugin is
// stopped with the line where it is. A function of C that never ends (string.find) is left to that
// limit.
void watch_clock(lua_State* lua, lua_Debug* frame) {
  Session& session = session_of(lua);
  if (session.last_place != nullptr) {
    session.last_place->note(lua, 0);
  }
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

int open_libraries(lua_State* lua) {
  open_safe_library(lua);
  open_modules(lua);
  return 0;
}

}  // namespace

State open_sandbox(Session& session) {
  State state(lua_newstate(allocate, &session));
  if (!state) {
    throw std::bad_alloc();
  }
  *static_cast<Session**>(lua_getextraspace(state.get())) = &session;
  // In Lua 5.4.4 a .. b .. c reads a stack that is gone when it was moved inside a __concat: wrong
  // texts, broken memory (seen with valgrind). Slots that its first frame has asked for are never
  // given back, so the stack stays where it is for some thousand calls in each other.
  constexpr int steady_slots = 50'000;
  if (lua_checkstack(state.get(), steady_slots) == 0) {
    throw std::bad_alloc();
  }
  session.state = state.get();
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
  // A plugin that catches such an error with pcall has still met the wall.
  if (session.memory_refused) {
    describe_memory(lua);
    return false;
  }
  if (session.out_of_time && status == LUA_OK) {
    lua_pushliteral(lua, "out of time");
    lua_replace(lua, 1);
    describe_error(lua);
    return false;
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
