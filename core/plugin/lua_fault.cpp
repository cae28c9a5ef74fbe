#include "plugin/lua_fault.hpp"

#include <algorithm>
#include <array>

#include "base/files.hpp"
#include "base/text.hpp"
#include "plugin/api.hpp"
#include "plugin/reply.hpp"
#include "plugin/safe_library.hpp"
#include "plugin/session.hpp"

namespace rapporteur::plugin {
namespace {

constexpr std::size_t max_message = 1000;

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
      !name.ends_with(".lua")) {
    return;
  }
  origin.file = session.file(name);
  origin.row = std::stoi(digits);
  message.erase(0, end + 2);
}

/// How many levels the stack has.
int depth_of(lua_State* lua) {
  lua_Debug frame{};
  int low = 0;
  int high = 1;
  while (lua_getstack(lua, high, &frame) != 0) {
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const int middle = low + (high - low) / 2;
    (lua_getstack(lua, middle, &frame) != 0 ? low : high) = middle;
  }
  return low + 1;
}

/// The lines of the plugin on the stack, innermost first, into the fault: its own place when it has
/// none, then the calls that led to it.
void tell_calls(lua_State* lua, Diagnostic& fault) {
  const Session& session = session_of(lua);
  constexpr std::size_t max_told = 12;
  constexpr int innermost = 80;  // of a runaway recursion, whose outermost calls began it
  constexpr int outermost = 10;
  const int depth = depth_of(lua);
  lua_Debug frame{};
  for (int level = 0; fault.related.size() < max_told && level < depth; ++level) {
    level = level == innermost ? std::max(level, depth - outermost) : level;
    if (lua_getstack(lua, level, &frame) == 0) {
      break;
    }
    if (lua_getinfo(lua, "Sl", &frame) == 0 || frame.source[0] != '@') {
      continue;
    }
    const Origin place{.file = session.file(frame.source + 1), .row = frame.currentline};
    if (fault.origin.file.empty()) {
      fault.origin = place;
    }
    const bool is_told =
        place == fault.origin || (!fault.related.empty() && fault.related.back().origin == place);
    if (!is_told) {
      fault.related.push_back({"called_from", {}, place});
    }
  }
  if (fault.origin.file.empty()) {
    const Origin nowhere{.file = "plugin.lua"};
    fault.origin = session.last_place == nullptr ? nowhere : session.last_place->origin(nowhere);
    fault.origin.file = session.file(fault.origin.file);
  }
}

void add_names(lua_State* lua, int table, std::vector<std::string>& names) {
  lua_pushnil(lua);
  while (lua_next(lua, table) != 0) {
    lua_pop(lua, 1);
    if (lua_type(lua, -1) == LUA_TSTRING) {
      names.emplace_back(lua_tostring(lua, -1));
    }
  }
}

/// What a misspelt global, function or method may have meant.
std::vector<std::string> known_names(lua_State* lua) {
  std::vector<std::string> names;
  for (const ApiFunction& function : api_functions()) {
    names.emplace_back(function.name);
  }
  lua_pushglobaltable(lua);
  add_names(lua, lua_gettop(lua), names);
  for (const char* library : {LUA_STRLIBNAME, LUA_TABLIBNAME, LUA_MATHLIBNAME, LUA_UTF8LIBNAME}) {
    if (lua_getfield(lua, -1, library) == LUA_TTABLE) {
      add_names(lua, lua_gettop(lua), names);
    }
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
  return names;
}

/// The text of the error; a plugin can throw anything.
std::string thrown_text(lua_State* lua) {
  std::string message = text_of(lua, 1);
  if (first_invalid_utf8(message) != std::string::npos) {
    return "(no UTF-8 text)";
  }
  return shortened(strip_unprintable(message), max_message);
}

}  // namespace

void show_line(const Session& session, Origin& origin) {
  constexpr std::size_t most = std::size_t{4} << 20;
  if (origin.row < 1 || !(is_inside(origin.file, session.folder) ||
                          (!session.common.empty() && is_inside(origin.file, session.common)))) {
    return;
  }
  const std::string source = read_file(origin.file, most).value_or("");
  std::size_t start = 0;
  for (int row = 1; row < origin.row && start != std::string::npos; ++row) {
    start = source.find('\n', start);
    start = start == std::string::npos ? start : start + 1;
  }
  if (start < source.size()) {
    const std::string line = source.substr(start, source.find('\n', start) - start);
    origin.text = first_invalid_utf8(line) == std::string::npos ? trimmed(line) : "";
  }
}

int describe_error(lua_State* lua) {
  Session& session = session_of(lua);
  if (session.memory_refused) {
    return 1;  // told by describe_memory
  }
  Diagnostic fault;
  if (session.out_of_time) {
    fault.id = "plugin-timeout";
    fault.args = timeout_arguments(session.limits);
  } else {
    std::string message = thrown_text(lua);
    fault.id = !session.syntax_fault.empty() && message == session.syntax_fault ? "plugin-syntax"
                                                                                : "plugin-error";
    if (fault.id == "plugin-syntax") {
      fault.origin.file = session.file(session.syntax_file);
    }
    take_place(message, session, fault.origin);
    name_fault(message, known_names(lua), fault);
  }
  tell_calls(lua, fault);
  show_line(session, fault.origin);
  session.diagnostics.add(std::move(fault));
  return 1;
}

void describe_memory(lua_State* lua) {
  Session& session = session_of(lua);
  Diagnostic fault;
  fault.id = "plugin-memory";
  fault.args = memory_arguments(session.limits);
  fault.origin = session.refused_at.origin({.file = "plugin.lua"});
  fault.origin.file = session.file(fault.origin.file);
  show_line(session, fault.origin);
  session.diagnostics.add(std::move(fault));
}

}  // namespace rapporteur::plugin
