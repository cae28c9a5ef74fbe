#include "plugin/result.hpp"

#include <algorithm>
#include <vector>

#include "base/files.hpp"
#include "base/text.hpp"
#include "plugin/lua_value.hpp"

namespace rapporteur::plugin {
namespace {

constexpr int max_depth = 64;
constexpr std::size_t max_faults = 20;

/// Whether `name =` stands in a line of Lua.
bool gives_value(std::string_view line, std::string_view name) {
  const auto is_letter = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
  };
  for (std::size_t at = line.find(name); !name.empty() && at != std::string_view::npos;
       at = line.find(name, at + 1)) {
    const std::size_t sign = line.find_first_not_of(' ', at + name.size());
    if ((at == 0 || !is_letter(line[at - 1])) && sign != std::string_view::npos &&
        line[sign] == '=' && line.substr(sign, 2) != "==") {
      return true;
    }
  }
  return false;
}

class Taker {
 public:
  Taker(lua_State* lua, std::string file) : lua_(lua), file_(std::move(file)) {}

  view::Value value(const std::string& path, int depth) {
    if (std::optional<view::Value> scalar = printable_at(lua_, -1)) {
      if (!is_utf8(*scalar)) {
        fault("bytes", path);
      }
      return *std::move(scalar);
    }
    if (lua_type(lua_, -1) != LUA_TTABLE) {
      fault(lua_type(lua_, -1) == LUA_TNUMBER ? "float" : "type", path);
      return {};
    }
    const void* identity = lua_topointer(lua_, -1);
    if (std::find(open_.begin(), open_.end(), identity) != open_.end()) {
      fault("cycle", path);
      return {};
    }
    if (depth >= max_depth || lua_checkstack(lua_, 8) == 0) {
      fault("deep", path);
      return {};
    }
    open_.push_back(identity);
    view::Value result = table(path, depth);
    open_.pop_back();
    return result;
  }
  [[nodiscard]] std::size_t faults() const { return faults_; }

 private:
  static bool is_utf8(const view::Value& value) {
    const auto* text = std::get_if<view::Text>(&value.data);
    const auto* markdown = std::get_if<view::Markdown>(&value.data);
    return (text == nullptr || first_invalid_utf8(text->utf8) == std::string::npos) &&
           (markdown == nullptr || first_invalid_utf8(markdown->source) == std::string::npos);
  }

  view::Value table(const std::string& path, int depth) {
    const auto length = static_cast<lua_Integer>(lua_rawlen(lua_, -1));
    std::vector<std::string> names;
    lua_Integer numbered = 0;
    lua_pushnil(lua_);
    while (lua_next(lua_, -2) != 0) {
      lua_pop(lua_, 1);
      if (lua_type(lua_, -1) == LUA_TSTRING) {
        std::size_t size = 0;
        const char* bytes = lua_tolstring(lua_, -1, &size);
        names.emplace_back(bytes, size);
      } else if (lua_isinteger(lua_, -1) != 0 && lua_tointeger(lua_, -1) >= 1 &&
                 lua_tointeger(lua_, -1) <= length) {
        ++numbered;
      } else {
        fault("key", path);
        lua_pop(lua_, 1);
        return {};
      }
    }
    if (numbered != length || (length != 0 && !names.empty())) {
      fault("key", path);
      return {};
    }
    return names.empty() ? list(length, path, depth) : map(std::move(names), path, depth);
  }

  view::Value list(lua_Integer length, const std::string& path, int depth) {
    view::List items;
    for (lua_Integer i = 1; i <= length; ++i) {
      lua_rawgeti(lua_, -1, i);
      items.push_back(value(path + "[" + std::to_string(i) + "]", depth + 1));
      lua_pop(lua_, 1);
    }
    return {std::move(items), {}, {}};
  }

  view::Value map(std::vector<std::string> names, const std::string& path, int depth) {
    std::sort(names.begin(), names.end());
    view::Map members;
    for (std::string& name : names) {
      if (name.empty() || first_invalid_utf8(name) != std::string::npos) {
        fault("key", path);
        continue;
      }
      lua_pushlstring(lua_, name.data(), name.size());
      lua_rawget(lua_, -2);
      members.emplace_back(name, value(path.empty() ? name : path + "." + name, depth + 1));
      lua_pop(lua_, 1);
    }
    return {std::move(members), {}, {}};
  }

  void fault(const char* what, const std::string& path) {
    if (++faults_ > max_faults) {
      return;
    }
    constexpr std::size_t max_path = 60;
    Diagnostic diagnostic;
    diagnostic.id = "plugin-result";
    diagnostic.origin = place_of(path);
    if (path.empty() && lua_isnoneornil(lua_, -1)) {
      what = "nothing";
    }
    diagnostic.args = {{"what", std::string(what)},
                       {"path", path.empty() ? std::string("(…)") : shortened(path, max_path)},
                       {"type", std::string(type_name(lua_, -1))}};
    session_of(lua_).diagnostics.add(std::move(diagnostic));
  }

  // A table has no line. The one that gives the name its value, when the view's file has just one.
  [[nodiscard]] Origin place_of(const std::string& path) const {
    Origin place{.file = file_};
    std::string name = path.substr(path.rfind('.') + 1);  // npos + 1 = 0: all of it
    name = name.substr(0, name.find('['));
    int row = 0;
    for (const std::string& line : split(read_file(file_).value_or(""), '\n')) {
      ++row;
      if (!gives_value(line, name)) {
        continue;
      }
      if (place.row != 0) {
        return {.file = file_};
      }
      place.row = row;
      place.text = trimmed(line);
    }
    return place;
  }

  lua_State* lua_;
  std::string file_;
  std::vector<const void*> open_;
  std::size_t faults_ = 0;
};

/// The words of a value that may be in a language of their own, and that language; nothing for a
/// value without words.
std::optional<std::pair<std::string_view, std::string_view>> words_of(const view::Value& value) {
  if (const auto* text = std::get_if<view::Text>(&value.data)) {
    return std::pair<std::string_view, std::string_view>(text->utf8, text->language);
  }
  if (const auto* image = std::get_if<view::Image>(&value.data)) {
    return std::pair<std::string_view, std::string_view>(image->alt, image->alt_language);
  }
  return std::nullopt;
}

/// Texts of the view that are not in the language that they were asked for in.
class Untranslated {
 public:
  explicit Untranslated(const Session& session) : session_(session) {}

  void collect(const view::Value& value) {
    if (const auto* list = std::get_if<view::List>(&value.data)) {
      for (const view::Value& item : *list) {
        collect(item);
      }
    } else if (const auto* map = std::get_if<view::Map>(&value.data)) {
      for (const auto& member : *map) {
        collect(member.second);
      }
    } else if (words_of(value)) {
      const auto wanted = session_.untranslated.find(place_key(value.origin));
      if (wanted != session_.untranslated.end() && wanted->second != language_of(value)) {
        found.push_back(&value);
      }
    }
  }
  [[nodiscard]] std::string language_of(const view::Value& value) const {
    const std::string language(words_of(value)->second);
    return language.empty() ? session_.job->context.language : language;
  }

  std::vector<const view::Value*> found;

 private:
  const Session& session_;
};

bool before(const Origin& a, const Origin& b) {
  return std::tie(a.file, a.sheet, a.row, a.column) < std::tie(b.file, b.sheet, b.row, b.column);
}

}  // namespace

std::optional<view::Value> take_result(lua_State* lua, const std::string& file) {
  Taker taker(lua, file);
  view::Value value = taker.value("", 1);
  if (taker.faults() != 0) {
    return std::nullopt;
  }
  return value;
}

void report_untranslated(const view::Value& view, Session& session) {
  Untranslated untranslated(session);
  untranslated.collect(view);
  std::vector<const view::Value*>& found = untranslated.found;
  std::stable_sort(found.begin(), found.end(), [](const view::Value* a, const view::Value* b) {
    return before(a->origin, b->origin);
  });
  const auto end =
      std::unique(found.begin(), found.end(), [](const view::Value* a, const view::Value* b) {
        return a->origin == b->origin && !(a->origin == Origin{});
      });
  found.erase(end, found.end());
  if (found.empty()) {
    return;
  }
  constexpr std::size_t max_told = 20;
  constexpr std::size_t max_text = 60;
  const auto text_of = [](const view::Value* value) {
    return shortened(std::string(words_of(*value)->first), max_text);
  };
  Diagnostic diagnostic;
  diagnostic.id = "text-untranslated";
  diagnostic.origin = found.front()->origin;
  diagnostic.args = {{"text", text_of(found.front())},
                     {"count", static_cast<std::int64_t>(found.size())},
                     {"written", untranslated.language_of(*found.front())},
                     {"language", session.untranslated.at(place_key(found.front()->origin))}};
  for (std::size_t i = 1; i < found.size() && i <= max_told; ++i) {
    diagnostic.related.push_back({"also", {{"text", text_of(found[i])}}, found[i]->origin});
  }
  session.diagnostics.add(std::move(diagnostic));
}

}  // namespace rapporteur::plugin
