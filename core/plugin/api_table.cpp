#include "plugin/api_table.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "plugin/lua_value.hpp"
#include "plugin/session.hpp"

namespace rapporteur::plugin {
namespace {

constexpr std::size_t max_told = 8;
constexpr lua_Integer max_weight = 100;

/// Keeps the stack as it found it.
class Level {
 public:
  explicit Level(lua_State* lua) : lua_(lua), top_(lua_gettop(lua)) {}
  ~Level() { lua_settop(lua_, top_); }
  Level(const Level&) = delete;
  Level& operator=(const Level&) = delete;

 private:
  lua_State* lua_;
  int top_;
};

class TableCheck {
 public:
  explicit TableCheck(lua_State* lua) : lua_(lua) {}

  void run() {
    known(1, "the table", {"columns", "rows"});
    each(1, "columns", [&](lua_Integer at) { column(at); });
    if (columns_.empty() && faults_.empty()) {
      fault("a table needs columns");
    }
    each(1, "rows", [&](lua_Integer at) { row(at); });
    if (faults_.empty()) {
      return;
    }
    std::string text = "table: ";
    for (std::size_t i = 0; i < faults_.size() && i < max_told; ++i) {
      text += (i == 0 ? "" : "; ") + faults_[i];
    }
    if (faults_.size() > max_told) {
      text += "; and " + std::to_string(faults_.size() - max_told) + " more";
    }
    throw ScriptError{std::move(text)};
  }

 private:
  void fault(std::string text) { faults_.push_back(std::move(text)); }

  // Calls visit(number) with each element of the list field `name` on the top of the stack.
  template <class Visit>
  void each(int index, const char* name, const Visit& visit) {
    const Level level(lua_);
    if (lua_getfield(lua_, index, name) != LUA_TTABLE) {
      fault(std::string(name) + " must be a list, got " + std::string(type_name(lua_, -1)));
      return;
    }
    const auto count = static_cast<lua_Integer>(lua_rawlen(lua_, -1));
    for (lua_Integer i = 1; i <= count; ++i) {
      lua_rawgeti(lua_, -1, i);
      if (lua_type(lua_, -1) == LUA_TTABLE) {
        visit(i);
      } else {
        fault("element " + std::to_string(i) + " of " + name + " is a " +
              std::string(type_name(lua_, -1)));
      }
      lua_pop(lua_, 1);
    }
  }

  // A misspelt field would else be silently without effect.
  void known(int index, const std::string& place, std::initializer_list<std::string_view> names) {
    const Level level(lua_);
    const int table = lua_absindex(lua_, index);
    const std::vector<std::string> all(names.begin(), names.end());
    lua_pushnil(lua_);
    while (lua_next(lua_, table) != 0) {
      lua_pop(lua_, 1);
      const std::string key =
          lua_type(lua_, -1) == LUA_TSTRING ? lua_tostring(lua_, -1) : std::string("(number)");
      if (std::find(all.begin(), all.end(), key) == all.end()) {
        const std::string near = nearest(key, all);
        fault(place + " has no field '" + key + "'" +
              (near.empty() ? "" : ", did you mean '" + near + "'?"));
      }
    }
  }

  // A word of the template: what begins with a letter and holds letters, digits, _ and -.
  static bool is_word(std::string_view word) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return !word.empty() && is_letter(word.front()) &&
           std::all_of(word.begin(), word.end(), [&](char c) {
             return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
           });
  }

  std::string word_field(const char* name, const std::string& place, const char* otherwise) {
    const Level level(lua_);
    if (lua_getfield(lua_, -1, name) == LUA_TNIL) {
      return otherwise;
    }
    if (lua_type(lua_, -1) != LUA_TSTRING || !is_word(lua_tostring(lua_, -1))) {
      fault(place + ": " + name + " must be a word such as \"text\"");
      return otherwise;
    }
    return lua_tostring(lua_, -1);
  }

  void column(lua_Integer at) {
    std::string place = "column " + std::to_string(at);
    known(-1, place, {"id", "label", "class", "format", "weight"});
    const std::string id = word_field("id", place, "");
    if (id.empty()) {
      fault(place + " needs an id");
    } else if (!columns_.insert(id).second) {
      fault(place + ": the id '" + id + "' is taken");
    }
    place = "column '" + id + "'";
    word_field("class", place, "text");
    const Level level(lua_);
    const int column = lua_gettop(lua_);
    if (lua_getfield(lua_, column, "label") == LUA_TTABLE) {
      labels(place);
    } else if (!is_label(-1)) {
      fault(place + " needs a label: text, or a list of texts from the top");
    }
    if (lua_getfield(lua_, column, "format") != LUA_TNIL && lua_type(lua_, -1) != LUA_TSTRING) {
      fault(place + ": format must be a string, got " + std::string(type_name(lua_, -1)));
    }
    if (lua_getfield(lua_, column, "weight") != LUA_TNIL &&
        (lua_isinteger(lua_, -1) == 0 || lua_tointeger(lua_, -1) < 1 ||
         lua_tointeger(lua_, -1) > max_weight)) {
      fault(place + ": weight must be an integer from 1 to " + std::to_string(max_weight));
    }
  }

  bool is_label(int index) { return printable_at(lua_, index).has_value(); }

  void labels(const std::string& place) {
    const auto count = static_cast<lua_Integer>(lua_rawlen(lua_, -1));
    bool good = count > 0;
    for (lua_Integer i = 1; i <= count; ++i) {
      const Level level(lua_);
      lua_rawgeti(lua_, -1, i);
      good = good && is_label(-1);
    }
    if (!good) {
      fault(place + " needs labels that are texts");
    }
  }

  void row(lua_Integer at) {
    const std::string place = "row " + std::to_string(at);
    known(-1, place, {"kind", "label", "cells", "keep"});
    word_field("kind", place, "body");
    const Level level(lua_);
    const int row = lua_gettop(lua_);
    const bool has_label = lua_getfield(lua_, row, "label") != LUA_TNIL;
    if (has_label && !is_label(-1)) {
      fault(place + ": label must be a value that can be printed, got " +
            std::string(type_name(lua_, -1)));
    }
    if (lua_getfield(lua_, row, "keep") != LUA_TNIL && lua_isboolean(lua_, -1) == 0) {
      fault(place + ": keep must be true or false");
    }
    const int type = lua_getfield(lua_, row, "cells");
    if (type == LUA_TNIL && has_label) {
      can_go_on_ = false;
      return;
    }
    if (type != LUA_TTABLE) {
      fault(place + " needs cells by column id, got " + std::string(type_name(lua_, -1)));
      return;
    }
    for (const std::string& id : columns_) {
      const Level inner(lua_);
      if (lua_getfield(lua_, -1, id.c_str()) != LUA_TNIL) {
        cell(place + ", cell '" + id + "'");
      } else if (!has_label) {
        fault(place + " has no cell '" + id +
              "' (\"\" leaves it blank, r.missing() says that the value is missing)");
      }
    }
    can_go_on_ = !has_label;
  }

  // The value on the top: printable, a list of such, or a map with value, class and format.
  void cell(const std::string& place) {
    if (const std::optional<view::Value> value = printable_at(lua_, -1)) {
      if (std::holds_alternative<view::Map>(value->data) && !can_go_on_) {
        fault(place + ": r.above has no cell above that could go on");
      }
      return;
    }
    if (lua_type(lua_, -1) != LUA_TTABLE) {
      fault(place + " cannot be printed: a " + std::string(type_name(lua_, -1)));
      return;
    }
    const Level level(lua_);
    if (lua_getfield(lua_, -1, "value") == LUA_TNIL) {
      lua_pop(lua_, 1);
      paragraphs(place);
      return;
    }
    if (!printable_at(lua_, -1)) {
      if (lua_type(lua_, -1) == LUA_TTABLE) {
        paragraphs(place);
      } else {
        fault(place + " cannot be printed: a " + std::string(type_name(lua_, -1)));
      }
    }
    lua_pop(lua_, 1);
    known(-1, place, {"value", "class", "format"});
    word_field("class", place, "text");
  }

  // One paragraph: a value, or one with a class or a format of its own.
  void element(const std::string& place) {
    if (printable_at(lua_, -1)) {
      return;
    }
    const Level level(lua_);
    const int paragraph = lua_gettop(lua_);
    if (lua_type(lua_, paragraph) == LUA_TTABLE) {
      lua_getfield(lua_, paragraph, "value");
      if (printable_at(lua_, -1)) {
        lua_settop(lua_, paragraph);
        known(-1, place, {"value", "class", "format"});
        word_field("class", place, "text");
        return;
      }
      lua_settop(lua_, paragraph);
    }
    fault(place + " cannot be printed: a " + std::string(type_name(lua_, -1)));
  }

  void paragraphs(const std::string& place) {
    std::size_t keys = 0;
    const int list = lua_gettop(lua_);
    lua_pushnil(lua_);
    while (lua_next(lua_, list) != 0) {
      ++keys;
      element(place + ", element " + std::to_string(keys));
      lua_pop(lua_, 1);
    }
    if (keys != lua_rawlen(lua_, list)) {
      fault(place + " is neither a list of values nor a map with 'value'");
    }
  }

  lua_State* lua_;
  std::set<std::string> columns_;
  std::vector<std::string> faults_;
  bool can_go_on_ = false;
};

}  // namespace

int make_table(lua_State* lua) {
  TableCheck(lua).run();
  lua_settop(lua, 1);
  return 1;
}

void push_above(lua_State* lua) {
  push_value(lua, {view::Map{{"above", {true, {}, {}}}}, {}, {}});
}

}  // namespace rapporteur::plugin
