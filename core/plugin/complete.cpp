#include "plugin/complete.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "plugin/session.hpp"
#include "plugin/show.hpp"

namespace rapporteur::plugin {
namespace {

namespace fs = std::filesystem;

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::size_t word_start(std::string_view line, std::size_t end) {
  while (end > 0 && is_word(line[end - 1])) {
    --end;
  }
  return end;
}

/// One step of "plan.roots[1].title": a name, a text in brackets, or a position.
struct Step {
  std::string name;
  lua_Integer position = 0;  ///< 0 = a name
};

bool parse_bracket(std::string_view inside, Step& step) {
  if (inside.size() >= 2 && (inside.front() == '"' || inside.front() == '\'') &&
      inside.back() == inside.front()) {
    step.name = inside.substr(1, inside.size() - 2);
    return true;
  }
  const bool digits = !inside.empty() && inside.size() < 10 &&
                      inside.find_first_not_of("0123456789") == std::string_view::npos;
  if (digits) {
    step.position = std::stoll(std::string(inside));
  }
  return digits;
}

/// The steps that end before `end` (a '.' or ':' stands there), the first one first. Empty when
/// what stands there is no plain path, such as the result of a call.
std::vector<Step> path_before(std::string_view line, std::size_t end) {
  std::vector<Step> steps;
  while (true) {
    Step step;
    if (end > 0 && line[end - 1] == ']') {
      const std::size_t open = line.rfind('[', end);
      if (open == std::string_view::npos ||
          !parse_bracket(line.substr(open + 1, end - open - 2), step)) {
        return {};
      }
      steps.insert(steps.begin(), step);
      end = open;
      continue;
    }
    const std::size_t start = word_start(line, end);
    if (start == end) {
      return {};
    }
    step.name = line.substr(start, end - start);
    steps.insert(steps.begin(), step);
    if (start == 0 || (line[start - 1] != '.' && line[start - 1] != ':')) {
      return steps;
    }
    end = start - 1;
  }
}

/// Runs protected: the steps stand as light userdata at 1; leaves the value, or raises an error.
int walk(lua_State* lua) {
  const auto& steps = *static_cast<const std::vector<Step>*>(lua_touserdata(lua, 1));
  lua_pushglobaltable(lua);
  for (const Step& step : steps) {
    if (step.position > 0) {
      lua_geti(lua, -1, step.position);
    } else {
      lua_getfield(lua, -1, step.name.c_str());
    }
  }
  return 1;
}

/// Runs protected: the names of the value at 1, as a list.
int list_names(lua_State* lua) {
  auto& names = *static_cast<std::vector<std::string>*>(lua_touserdata(lua, 2));
  return guarded(lua, [&] {
    names = names_of(lua, 1);
    return 0;
  });
}

std::vector<std::string> names_behind(lua_State* lua, std::vector<Step> steps) {
  std::vector<std::string> names;
  const int top = lua_gettop(lua);
  lua_pushcfunction(lua, walk);
  lua_pushlightuserdata(lua, &steps);
  if (lua_pcall(lua, 1, 1, 0) == LUA_OK) {
    lua_pushcfunction(lua, list_names);
    lua_insert(lua, -2);
    lua_pushlightuserdata(lua, &names);
    if (lua_pcall(lua, 2, 0, 0) != LUA_OK) {
      names.clear();
    }
  }
  lua_settop(lua, top);
  return names;
}

std::vector<std::string> modules(const Session& session) {
  std::vector<std::string> names{"rapporteur"};
  const auto add = [&](const fs::path& folder, const std::string& prefix) {
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
      if (entry->path().extension() == ".lua") {
        names.push_back(prefix + entry->path().stem().string());
      }
    }
  };
  add(session.folder, "");
  if (!session.common.empty()) {
    add(session.common, "common.");
  }
  std::string prefix;
  for (const Layer& base : session.bases) {
    add(base.folder, prefix += "base.");
  }
  return names;
}

/// Where the text of an open require "… begins; npos when there is none.
std::size_t open_require(std::string_view line) {
  const std::size_t at = line.rfind("require");
  const std::size_t quote =
      at == std::string_view::npos ? at : line.find_first_not_of(" (", at + 7);
  const bool is_open = quote != std::string_view::npos &&
                       (line[quote] == '"' || line[quote] == '\'') &&
                       line.find(line[quote], quote + 1) == std::string_view::npos;
  return is_open ? quote + 1 : std::string_view::npos;
}

void keep_matching(Completion& completion, std::string_view line) {
  const std::string_view typed = line.substr(completion.from);
  auto& words = completion.candidates;
  words.erase(std::remove_if(words.begin(), words.end(),
                             [&](const std::string& word) { return !word.starts_with(typed); }),
              words.end());
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

}  // namespace

Completion complete(lua_State* lua, std::string_view line) {
  Completion completion;
  if (const std::size_t text = open_require(line); text != std::string_view::npos) {
    completion = {text, modules(session_of(lua))};
    keep_matching(completion, line);
    return completion;
  }
  const std::size_t start = word_start(line, line.size());
  completion.from = start;
  if (start > 0 && (line[start - 1] == '.' || line[start - 1] == ':')) {
    const std::vector<Step> steps = path_before(line, start - 1);
    if (!steps.empty()) {
      completion.candidates = names_behind(lua, steps);
    }
  } else {
    constexpr std::array words{"and", "break",    "do",     "else", "elseif", "end",   "false",
                               "for", "function", "if",     "in",   "local",  "nil",   "not",
                               "or",  "repeat",   "return", "then", "true",   "until", "while"};
    completion.candidates = names_behind(lua, {});
    completion.candidates.insert(completion.candidates.end(), words.begin(), words.end());
  }
  keep_matching(completion, line);
  return completion;
}

}  // namespace rapporteur::plugin
