// What one run of a plugin knows: its folder, the plan, the words, and what it has found out.
#pragma once

#include <deque>
#include <filesystem>
#include <lua.hpp>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "locale/catalogue.hpp"
#include "plan/budget.hpp"
#include "plan/plan.hpp"
#include "plugin/format.hpp"
#include "plugin/last_place.hpp"

namespace rapporteur::plugin {

/// Raised inside a function that Lua calls; becomes a Lua error with the caller's file and line.
struct ScriptError {
  std::string text;
};

/// A row of a table, with the table that knows its columns.
struct Row {
  const Table* table;
  const Record* record;
};

/// What a view works with. Absent while only the declaration is read.
struct Job {
  const Declaration& format;
  const Plan& plan;
  const Context& context;
  const locale::Catalogue& terms;
  Budget budget;
  std::deque<Row> rows;  ///< a deque: the objects in Lua point into it
};

struct Session {
  std::filesystem::path folder;
  std::filesystem::path common;  ///< what require "common.…" reads; may be empty
  std::vector<Layer> bases;      ///< what require "base.…" reads, the nearest first
  Job* job = nullptr;
  Diagnostics diagnostics;
  Limits limits;
  std::size_t memory_used = 0;
  bool memory_refused = false;
  LastPlace refused_at;        ///< where memory was first refused
  lua_State* state = nullptr;  ///< for the allocator, which is told nothing else
  bool out_of_time = false;
  std::string syntax_fault;  ///< what Lua said of the last file that it could not read
  std::string syntax_file;
  LastPlace* last_place = nullptr;   ///< shared with the parent; may be null
  std::optional<view::Value> taken;  ///< the result, once it is read
  int lines_printed = 0;
  std::set<std::string> slots_reported;
  /// Of the section that is being made, where a donor fixes it; empty = the report's.
  std::string section_language;
  /// Texts that are printed in another language than was asked for: their place → that language.
  std::map<std::string, std::string, std::less<>> untranslated;

  /// Chunks that are no modules (a script, what is typed): their names, and what messages call
  /// them.
  std::map<std::string, std::string, std::less<>> scripts;

  /// The file of a chunk: "view.lua" is the plugin's own, "common/budget.lua" a shared one,
  /// "base/view.lua" that of the format that it extends, "base/common/…" what that one shares.
  [[nodiscard]] std::string file(std::string_view chunk) const;
};

[[nodiscard]] inline Session& session_of(lua_State* lua) {
  return **static_cast<Session**>(lua_getextraspace(lua));
}

/// The job of a view. A declaration has none: a function that needs it is an error there.
[[nodiscard]] inline Job& job_of(lua_State* lua) {
  Job* job = session_of(lua).job;
  if (job == nullptr) {
    throw ScriptError{"plugin.lua only declares: the plan is known to the view alone"};
  }
  return *job;
}

/// A place as a key.
[[nodiscard]] inline std::string place_key(const Origin& place) {
  return place.file + '\n' + place.sheet + '\n' + std::to_string(place.row) + '\n' +
         std::to_string(place.column);
}

/// The language that texts and words are asked for in: the section's, else the report's.
[[nodiscard]] inline const std::string& wanted_language(lua_State* lua) {
  const Session& session = session_of(lua);
  return session.section_language.empty() ? job_of(lua).context.language : session.section_language;
}

/// Runs a function that may throw and hands its exception to Lua as an error at the caller's line.
/// Lua's own errors leave by longjmp and skip destructors: the child that runs all this ends soon
/// after, so nothing that matters is lost.
template <class Work>
int guarded(lua_State* lua, const Work& work) {
  try {
    return work();
  } catch (const ScriptError& error) {
    luaL_where(lua, 1);
    lua_pushlstring(lua, error.text.data(), error.text.size());
  } catch (const std::bad_alloc&) {
    Session& session = session_of(lua);
    if (!session.memory_refused) {
      session.refused_at.note(lua, 1);
    }
    session.memory_refused = true;
    luaL_where(lua, 1);
    lua_pushliteral(lua, "not enough memory");
  } catch (const std::exception& error) {
    luaL_where(lua, 1);
    lua_pushstring(lua, error.what());
  }
  lua_concat(lua, 2);
  return lua_error(lua);
}

}  // namespace rapporteur::plugin
