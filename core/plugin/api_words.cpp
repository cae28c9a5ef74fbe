#include "plugin/api_words.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "locale/words.hpp"
#include "plugin/api_arguments.hpp"

namespace rapporteur::plugin {
namespace {

struct WordOptions {
  bool feminine = false;
  bool words = false;
};

/// The option table at `index`, which may be nil: each key one of `known`, each value a boolean.
WordOptions options_at(lua_State* lua, int index, const char* function,
                       const std::vector<std::string>& known) {
  WordOptions options;
  if (lua_type(lua, index) != LUA_TTABLE) {
    return options;
  }
  lua_pushnil(lua);
  while (lua_next(lua, index) != 0) {
    const std::string name = lua_type(lua, -2) == LUA_TSTRING ? lua_tostring(lua, -2) : "";
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      const std::string near = nearest(name, known);
      throw ScriptError{std::string(function) + " has no option '" + name + "'" +
                        (near.empty() ? "" : "; did you mean '" + near + "'?")};
    }
    if (lua_type(lua, -1) != LUA_TBOOLEAN) {
      throw ScriptError{"the option '" + name + "' of " + function + " is true or false"};
    }
    (name == "words" ? options.words : options.feminine) = lua_toboolean(lua, -1) != 0;
    lua_pop(lua, 1);
  }
  return options;
}

locale::Gender gender_of(const WordOptions& options) {
  return options.feminine ? locale::Gender::feminine : locale::Gender::masculine;
}

}  // namespace

int ordinal(lua_State* lua) {
  const WordOptions options = options_at(lua, 2, "ordinal", {"feminine", "words"});
  const lua_Integer number = lua_tointeger(lua, 1);
  if (number < 1) {
    throw ScriptError{"bad argument 'number' to ordinal: it counts from 1"};
  }
  const std::string& language = wanted_language(lua);
  push_string(lua, options.words ? locale::ordinal_in_words(number, gender_of(options), language)
                                 : locale::ordinal(number, gender_of(options), language));
  return 1;
}

int in_words(lua_State* lua) {
  const WordOptions options = options_at(lua, 2, "in_words", {"feminine"});
  push_string(lua, locale::number_in_words(lua_tointeger(lua, 1), gender_of(options),
                                           wanted_language(lua)));
  return 1;
}

int date_range(lua_State* lua) {
  const auto* first = std::get_if<Date>(&value_at(lua, 1)->data);
  const auto* last = std::get_if<Date>(&value_at(lua, 2)->data);
  if (first == nullptr || last == nullptr) {
    push_missing(lua, Missing::empty);
    return 1;
  }
  const auto key = [](const Date& date) { return std::array{date.year, date.month, date.day}; };
  if (key(*last) < key(*first) && !(last->year == first->year && last->month == 0)) {
    throw ScriptError{"date_range: the last date stands before the first"};
  }
  push_string(lua, locale::date_range(*first, *last, wanted_language(lua)));
  return 1;
}

}  // namespace rapporteur::plugin
