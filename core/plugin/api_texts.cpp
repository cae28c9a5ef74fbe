#include "plugin/api_texts.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "locale/format.hpp"
#include "plan/exact.hpp"
#include "plan/progress.hpp"
#include "plugin/api_arguments.hpp"
#include "plugin/sections.hpp"

namespace rapporteur::plugin {
namespace {

/// A value inside a sentence: as printed anywhere, but a whole amount of money without its cents.
std::string in_words(const view::Value& value, const std::string& language) {
  locale::Format format;
  const auto* money = std::get_if<Money>(&value.data);
  std::int64_t unit = 1;
  for (int digit = money == nullptr ? 0 : minor_digits(money->currency); digit > 0; --digit) {
    unit *= 10;
  }
  if (money != nullptr && money->minor % unit == 0) {
    format.decimals = 0;
  }
  return locale::format_value(value, format, language).value_or("");
}

}  // namespace

int note(lua_State* lua) {
  view::Value value = *printable_at(lua, 1);
  const std::string text = text_at(lua, 2);
  if (first_invalid_utf8(text) != std::string::npos) {
    throw ScriptError{"bad argument 'text' to note: it is not UTF-8"};
  }
  value.note = value.note.empty() ? text : value.note + " " + text;
  push_value(lua, std::move(value));
  return 1;
}

int translate(lua_State* lua) {
  const Job& job = job_of(lua);
  const std::string key = text_at(lua, 1);
  Arguments args;
  if (lua_type(lua, 2) == LUA_TTABLE) {
    lua_pushnil(lua);
    while (lua_next(lua, 2) != 0) {
      const std::optional<view::Value> value = printable_at(lua, -1);
      if (lua_type(lua, -2) != LUA_TSTRING || !value) {
        throw ScriptError{"bad argument 'args' to t: expected names and printable values, got a " +
                          std::string(type_name(lua, -1))};
      }
      const auto* whole = std::get_if<std::int64_t>(&value->data);
      std::string name = lua_tostring(lua, -2);
      if (whole != nullptr) {
        args.emplace_back(std::move(name), *whole);
      } else {
        args.emplace_back(std::move(name), in_words(*value, wanted_language(lua)));
      }
      lua_pop(lua, 1);
    }
  }
  const locale::Catalogue& terms = job.terms.in(wanted_language(lua));
  const std::optional<std::string> text = terms.get(key, args);
  if (!text) {
    const std::string near = nearest(key, terms.keys());
    throw ScriptError{"terms." + terms.language() + ".yaml has no text '" + key + "'" +
                      (near.empty() ? "" : "; did you mean '" + near + "'?")};
  }
  if (session_of(lua).section_language.empty()) {
    push_string(lua, *text);
  } else {
    push_value(lua, {view::Text{*text, terms.language()}, {}, {}});
  }
  return 1;
}

// Texts and words are in the other language until the function ends, or fails.
int with_language(lua_State* lua) {
  Session& session = session_of(lua);
  const std::string language = text_at(lua, 1);
  const std::vector<std::string>& known = job_of(lua).format.languages;
  if (std::find(known.begin(), known.end(), language) == known.end()) {
    throw ScriptError{"with_language: the format has no words in '" + language +
                      "' (languages of plugin.lua)"};
  }
  const std::string before = session.section_language;
  session.section_language = language;
  lua_remove(lua, 1);
  const int status = lua_pcall(lua, 0, LUA_MULTRET, 0);
  session.section_language = before;
  if (status != LUA_OK) {
    lua_error(lua);
  }
  return lua_gettop(lua);
}

int make_missing(lua_State* lua) {
  const std::string name = lua_isnil(lua, 1) ? "empty" : text_at(lua, 1);
  const std::optional<Missing> kind = missing_named(name);
  if (!kind) {
    throw ScriptError{"missing: unknown kind '" + name +
                      "': empty, not_applicable, not_measured, no_data, pending or "
                      "nothing_to_report"};
  }
  push_missing(lua, *kind);
  return 1;
}

int is_missing(lua_State* lua) {
  const view::Value* value = value_at(lua, 1);
  lua_pushboolean(
      lua, lua_isnil(lua, 1) || (value != nullptr && std::holds_alternative<Missing>(value->data)));
  return 1;
}

int kind(lua_State* lua) {
  push_string(lua, type_name(lua, 1));
  return 1;
}

int markdown(lua_State* lua) {
  view::Value value = *printable_at(lua, 1);
  auto& text = std::get<view::Text>(value.data);
  view::Markdown result{std::move(text.utf8), std::move(text.language), value.origin};
  push_value(lua, {std::move(result), {}, value.origin});
  return 1;
}

// The file is read, and looked for, when the document is made: a view knows no files.
int image(lua_State* lua) {
  const view::Value path = *printable_at(lua, 1);
  const view::Value alt = *printable_at(lua, 2);
  const auto* file = std::get_if<view::Text>(&path.data);
  if (file == nullptr) {
    push_value(lua, path);  // missing
    return 1;
  }
  view::Image result{.path = file->utf8, .alt = {}, .alt_language = {}};
  if (const auto* words = std::get_if<view::Text>(&alt.data)) {
    result.alt = trimmed(words->utf8);
    result.alt_language = words->language;
  }
  if (result.path.empty() || first_invalid_utf8(result.path + result.alt) != std::string::npos) {
    throw ScriptError{"image: a path and a description are texts in UTF-8, and a path is not ''"};
  }
  push_value(lua, {std::move(result), {}, path.origin == Origin{} ? alt.origin : path.origin});
  return 1;
}

int date(lua_State* lua) {
  const std::string text = text_at(lua, 1);
  const std::optional<Date> result = parse_date(text);
  if (!result) {
    throw ScriptError{"date: '" + text + "' is no date: write 2012, 2012-03 or 2012-03-31"};
  }
  push_value(lua, {*result, {}, {}});
  return 1;
}

/// The label of a step, found as indicators on a scale find theirs: by a label of any language,
/// accents and case apart, or by its digit.
int step(lua_State* lua) {
  const Job& job = job_of(lua);
  const view::Value asked = *printable_at(lua, 2);
  const auto* text = std::get_if<view::Text>(&asked.data);
  const auto* digit = std::get_if<std::int64_t>(&asked.data);
  const Scale* scale = job.plan.find_scale(text_at(lua, 1));
  if (scale != nullptr && (text != nullptr || digit != nullptr)) {
    const std::string name = text != nullptr ? folded(text->utf8) : std::to_string(*digit);
    for (const Scale::Step& one : scale->steps) {
      const bool called = std::ranges::any_of(
          one.label.by_language, [&](const auto& entry) { return folded(entry.second) == name; });
      if ((called || std::to_string(one.digit) == name) && !one.label.empty()) {
        push_text(lua, one.label);
        return 1;
      }
    }
  }
  push_value(lua, asked);
  return 1;
}

int sections(lua_State* lua) {
  const view::Value value = *printable_at(lua, 1);
  const auto* whole = std::get_if<view::Markdown>(&value.data);
  const std::vector<Section> parts =
      whole == nullptr ? std::vector<Section>{} : sections_of(*whole);
  const auto push_part = [&](const view::Markdown& text) {
    if (text.source.empty()) {
      push_value(lua, {Missing::empty, {}, value.origin});
    } else {
      push_value(lua, {text, {}, value.origin});
    }
  };
  push_part(parts.empty() ? view::Markdown{} : parts.front().text);
  lua_newtable(lua);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    lua_createtable(lua, 0, 2);
    Origin heading = value.origin;
    heading.row += heading.row > 0 ? parts[i].line : 0;
    push_value(lua, {view::Text{parts[i].title, parts[i].text.language}, {}, heading});
    lua_setfield(lua, -2, "title");
    push_part(parts[i].text);
    lua_setfield(lua, -2, "text");
    lua_rawseti(lua, -2, static_cast<lua_Integer>(i));
  }
  return 2;
}

}  // namespace rapporteur::plugin
