// The functions of the module `rapporteur`.
#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "locale/format.hpp"
#include "plan/exact.hpp"
#include "plan/progress.hpp"
#include "plugin/api.hpp"
#include "plugin/api_table.hpp"
#include "plugin/lua_value.hpp"
#include "plugin/sections.hpp"
#include "plugin/session.hpp"

namespace rapporteur::plugin {
namespace {

std::string text_at(lua_State* lua, int index) {
  const std::optional<view::Value> value = printable_at(lua, index);
  return std::get<view::Text>(value->data).utf8;
}

int decimals_at(lua_State* lua, int index, const char* function) {
  const lua_Integer decimals = lua_isnoneornil(lua, index) ? 0 : lua_tointeger(lua, index);
  if (decimals < 0 || decimals > max_decimals) {
    throw ScriptError{std::string("bad argument 'decimals' to ") + function + ": expected 0 to " +
                      std::to_string(max_decimals)};
  }
  return static_cast<int>(decimals);
}

/// Calls `visit(value)` for each element of the list at `index`.
template <class Visit>
void each_in_list(lua_State* lua, int index, const char* function, const Visit& visit) {
  const auto count = static_cast<lua_Integer>(lua_rawlen(lua, index));
  for (lua_Integer i = 1; i <= count; ++i) {
    lua_rawgeti(lua, index, i);
    const std::optional<view::Value> value = printable_at(lua, -1);
    if (!value) {
      throw ScriptError{std::string("bad element ") + std::to_string(i) + " of the list given to " +
                        function + ": a " + std::string(type_name(lua, -1))};
    }
    visit(i, *value);
    lua_pop(lua, 1);
  }
}

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

int sum(lua_State* lua) {
  Sum total;
  each_in_list(lua, 1, "sum", [&](lua_Integer at, const view::Value& value) {
    if (const auto* money = std::get_if<Money>(&value.data)) {
      if (total.value && total.value->currency != money->currency) {
        throw ScriptError{"sum: element " + std::to_string(at) + " is in " + money->currency +
                          ", those before in " + total.value->currency};
      }
      add_to(total, *money);
    } else if (std::holds_alternative<Missing>(value.data)) {
      ++total.missing;
    } else {
      throw ScriptError{"sum: element " + std::to_string(at) + " is a " +
                        std::string(type_name(value)) + ", expected money or missing"};
    }
  });
  push_money(lua, total.value);
  lua_pushinteger(lua, total.missing);
  return 2;
}

// Two amounts of one currency or two whole numbers, as integers to divide.
std::int64_t countable(const view::Value& value, std::string& currency, const char* function) {
  if (const auto* whole = std::get_if<std::int64_t>(&value.data)) {
    if (!currency.empty()) {
      throw ScriptError{std::string(function) + ": money and plain numbers do not mix"};
    }
    return *whole;
  }
  const auto* money = std::get_if<Money>(&value.data);
  if (money == nullptr) {
    throw ScriptError{std::string(function) + ": expected money or integers, got a " +
                      std::string(type_name(value))};
  }
  if (currency.empty()) {
    currency = money->currency;
  } else if (currency != money->currency) {
    throw ScriptError{std::string(function) + ": these amounts are in two currencies: " + currency +
                      " and " + money->currency};
  }
  return money->minor;
}

int percent(lua_State* lua) {
  const int decimals = decimals_at(lua, 3, "percent");
  const view::Value part = *printable_at(lua, 1);
  const view::Value whole = *printable_at(lua, 2);
  if (std::holds_alternative<Missing>(part.data) || std::holds_alternative<Missing>(whole.data)) {
    push_missing(lua, Missing::empty);
    return 1;
  }
  if (part.data.index() != whole.data.index()) {
    throw ScriptError{"percent: money and plain numbers do not mix"};
  }
  std::string currency;
  const std::int64_t top = countable(part, currency, "percent");
  const std::int64_t bottom = countable(whole, currency, "percent");
  if (bottom == 0) {
    push_missing(lua, Missing::not_applicable);
    return 1;
  }
  const std::optional<Decimal> result = percent_of(top, bottom, decimals);
  if (!result) {
    throw ScriptError{"percent: the result is too large"};
  }
  push_value(lua, {view::Percent{*result}, {}, {}});
  return 1;
}

int shares(lua_State* lua) {
  const int decimals = decimals_at(lua, 2, "shares");
  std::vector<std::int64_t> parts;
  std::vector<std::optional<Missing>> missing;
  std::string currency;
  bool any_whole = false;
  each_in_list(lua, 1, "shares", [&](lua_Integer at, const view::Value& value) {
    const auto* kind = std::get_if<Missing>(&value.data);
    missing.push_back(kind == nullptr ? std::nullopt : std::optional(*kind));
    if (kind != nullptr) {
      return;
    }
    const bool whole = std::holds_alternative<std::int64_t>(value.data);
    if (any_whole && !whole) {
      throw ScriptError{"shares: money and plain numbers do not mix"};
    }
    any_whole = any_whole || whole;
    parts.push_back(countable(value, currency, "shares"));
    if (parts.back() < 0) {
      throw ScriptError{"shares: element " + std::to_string(at) +
                        " is negative, and a share of a negative amount says nothing"};
    }
  });
  const auto result = shares_of(parts, decimals);
  lua_createtable(lua, static_cast<int>(missing.size()), 0);
  std::size_t next = 0;
  lua_Integer at = 0;
  for (const std::optional<Missing>& kind : missing) {
    if (kind) {
      push_missing(lua, *kind);
    } else if (result) {
      push_value(lua, {view::Percent{(*result)[next++]}, {}, {}});
    } else {
      push_missing(lua, Missing::not_applicable);
    }
    lua_rawseti(lua, -2, ++at);
  }
  return 1;
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

// "-12.50" as digits and scale; all characters are read, nothing is rounded.
std::optional<Decimal> parse_decimal(std::string_view text) {
  constexpr int max_scale = 18;
  const std::size_t point = text.find('.');
  std::string digits(text.substr(0, point));
  int scale = 0;
  if (point != std::string_view::npos) {
    const std::string_view fraction = text.substr(point + 1);
    if (fraction.empty() || fraction.size() > max_scale || digits.empty() || digits == "-") {
      return std::nullopt;
    }
    digits += fraction;
    scale = static_cast<int>(fraction.size());
  }
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return Decimal{value, scale};
}

Decimal decimal_at(lua_State* lua, int index, const char* function) {
  if (lua_isinteger(lua, index) != 0) {
    return {lua_tointeger(lua, index), 0};
  }
  const std::string text = text_at(lua, index);
  const std::optional<Decimal> result = parse_decimal(text);
  if (!result) {
    throw ScriptError{std::string(function) + ": '" + text +
                      "' is no exact number: digits with a point, such as 39.18"};
  }
  return *result;
}

int decimal(lua_State* lua) {
  push_value(lua, {decimal_at(lua, 1, "decimal"), {}, {}});
  return 1;
}

int money(lua_State* lua) {
  Decimal amount = decimal_at(lua, 1, "money");
  const std::string currency = text_at(lua, 2);
  const bool iso = currency.size() == 3 &&
                   currency.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
  if (!iso) {
    throw ScriptError{"money: '" + currency + "' is no currency code of three capitals (ISO 4217)"};
  }
  const int digits = minor_digits(currency);
  for (; amount.scale < digits; ++amount.scale) {
    if (__builtin_mul_overflow(amount.digits, std::int64_t{10}, &amount.digits)) {
      throw ScriptError{"money: this amount is too large"};
    }
  }
  if (amount.scale > digits) {
    throw ScriptError{"money: " + currency + " has " + std::to_string(digits) +
                      " decimals, this amount has more"};
  }
  if (amount.digits > max_amount || amount.digits < -max_amount) {
    throw ScriptError{"money: this amount is too large"};
  }
  push_value(lua, {Money{amount.digits, currency}, {}, {}});
  return 1;
}

int convert(lua_State* lua) {
  const Money amount = std::get<Money>(printable_at(lua, 1)->data);
  const Decimal rate = std::get<Decimal>(printable_at(lua, 2)->data);
  const std::string currency = text_at(lua, 3);
  if (rate.digits <= 0) {
    throw ScriptError{"convert: the rate must be more than 0, this one is " + to_string(rate)};
  }
  const std::optional<Money> result = rapporteur::convert(amount, rate, currency);
  if (!result) {
    throw ScriptError{"convert: the result is too large"};
  }
  push_value(lua, {*result, {}, value_at(lua, 1)->origin});
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

/// A plain number or a share, as a decimal; nothing for words, yes and no, and what is missing.
std::optional<Decimal> number_at(lua_State* lua, int index) {
  const std::optional<view::Value> value = printable_at(lua, index);
  const auto* whole = value ? std::get_if<std::int64_t>(&value->data) : nullptr;
  const auto* number = value ? std::get_if<Decimal>(&value->data) : nullptr;
  const auto* share = value ? std::get_if<view::Percent>(&value->data) : nullptr;
  return whole != nullptr    ? std::optional(Decimal{*whole, 0})
         : number != nullptr ? std::optional(*number)
         : share != nullptr  ? std::optional(share->value)
                             : std::nullopt;
}

int progress(lua_State* lua) {
  const int decimals = decimals_at(lua, 4, "progress");
  const auto baseline = number_at(lua, 1);
  const auto value = number_at(lua, 2);
  const auto goal = number_at(lua, 3);
  if (!baseline || !value || !goal) {
    push_missing(lua, Missing::empty);
    return 1;
  }
  const auto result = progress_between(*baseline, *value, *goal, decimals);
  if (result) {
    push_value(lua, {view::Percent{*result}, {}, {}});
  } else {
    push_missing(lua, Missing::not_applicable);
  }
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
    push_value(lua, {view::Text{parts[i].title, parts[i].text.language}, {}, value.origin});
    lua_setfield(lua, -2, "title");
    push_part(parts[i].text);
    lua_setfield(lua, -2, "text");
    lua_rawseti(lua, -2, static_cast<lua_Integer>(i));
  }
  return 2;
}

const std::vector<ApiFunction>& table() {
  static const std::vector<ApiFunction> functions{
      {"t",
       {{"key", "string", "Key of terms.<language>.yaml; nested keys are joined by dots."},
        {"args", "map",
         "Values for the {names} of the text. Money, dates and numbers are printed as the report's "
         "language does.",
         true}},
       "string",
       "0.1.0",
       "The format's own words in the report's language.",
       "Unknown key; an argument that cannot be printed.",
       translate},
      {"with_language",
       {{"language", "string", "One of the format's languages."},
        {"work", "function", "Makes the section: a function without arguments."}},
       "any",
       "0.2.0",
       "Calls the function and returns what it returns. Inside it the plan's texts and t() are in "
       "that language: for a section whose language a donor fixes. The template prints it between "
       "{{#lang en}} and {{/lang}}, so that figures and dates follow.",
       "A language that the format does not have.",
       with_language},
      {"note",
       {{"value", "value", "What the slot prints."},
        {"text", "string|text", "The footnote, in the report's language."}},
       "value",
       "0.1.0",
       "The same value with a footnote set behind it. A second note is added to the first.",
       "A table or nil as value.",
       note},
      {"sum",
       {{"list", "list", "Amounts of money and missing values."}},
       "money|missing, integer",
       "0.1.0",
       "The exact sum of the amounts present (missing when there is none), and how many are "
       "missing.",
       "Two currencies; an element that is neither money nor missing.",
       sum},
      {"percent",
       {{"part", "money|integer|missing", "The part."},
        {"whole", "money|integer|missing", "What is 100 %."},
        {"decimals", "integer", "0 to 6; 0 when left out.", true}},
       "percent|missing",
       "0.1.0",
       "Part of the whole, rounded half away from zero. Missing when one of them is; "
       "not_applicable when the whole is 0.",
       "Two currencies; money beside a plain number.",
       percent},
      {"shares",
       {{"list", "list", "Amounts of money, or whole numbers, and missing values."},
        {"decimals", "integer", "0 to 6; 0 when left out.", true}},
       "list of percent|missing",
       "0.1.0",
       "The share of each in the sum of all. They add up to exactly 100: each is cut, and what is "
       "left goes to the largest remainders. What is missing stays missing; all are "
       "not_applicable when the sum is 0.",
       "A negative element; two currencies; money beside a plain number.",
       shares},
      {"money",
       {{"amount", "string|integer", "In units of the currency: \"12.50\" or 12000000."},
        {"currency", "string", "ISO 4217: \"XOF\", \"USD\"."}},
       "money",
       "0.1.0",
       "An exact amount. Amounts of one currency can be added, subtracted and compared.",
       "More decimals than the currency has; an amount that is too large.",
       money},
      {"step",
       {{"scale", "string", "Id of the scale in plan.yaml."},
        {"value", "value",
         "What a table says: a label of the step in any language, or its digit."}},
       "text|value",
       "0.3.0",
       "The label of a step of a scale, in the report's language; the value itself when the plan "
       "has "
       "no such scale or step.",
       "A table or nil as value.",
       step},
      {"progress",
       {{"baseline", "value", "Where it began."},
        {"value", "value", "What was reached."},
        {"goal", "value", "The milestone or target."},
        {"decimals", "integer", "0 to 6; 0 when left out.", true}},
       "percent|missing",
       "0.3.0",
       "How far a number has come from the baseline to its goal: 0 % at the baseline, 100 % at the "
       "goal, less than 0 when it went the other way. A goal below the baseline needs no more: "
       "less "
       "is then progress. not_applicable when goal and baseline are equal; missing when one of the "
       "three is no number.",
       "A table or nil as value.",
       progress},
      {"sections",
       {{"text", "markdown|missing", "A text of the plan."}},
       "markdown|missing, list",
       "0.3.0",
       "The text taken apart at its headings of the first level: what stands before the first one "
       "(missing when there is nothing), then a list of `{ title, text }`. Each part keeps its "
       "language, its place and the footnotes that it calls.",
       "",
       sections},
      {"convert",
       {{"amount", "money", "The amount."},
        {"rate", "decimal", "Units of the other currency for one unit of the amount's own."},
        {"currency", "string", "The other currency (ISO 4217)."}},
       "money",
       "0.3.0",
       "The amount in another currency: exact, then rounded half away from zero to its minor unit.",
       "A rate of 0 or less; a result that is too large.",
       convert},
      {"decimal",
       {{"number", "string|integer", "\"39.18\" or 7."}},
       "decimal",
       "0.1.0",
       "An exact number with its decimals. Lua's own fractions are not exact and are refused in a "
       "view.",
       "Text that is no number.",
       decimal},
      {"date",
       {{"text", "string", "2012, 2012-03 or 2012-03-31."}},
       "date",
       "0.1.0",
       "A date of the calendar: a year, a month or a day.",
       "Text that is no date.",
       date},
      {"markdown",
       {{"source", "string|text", "CommonMark."}},
       "markdown",
       "0.1.0",
       "Rich text: paragraphs, headings, lists, tables, task marks, footnotes, links.",
       "",
       markdown},
      {"image",
       {{"path", "string|text|missing",
         "A PNG or JPEG file of the plan folder: \"media/market.jpg\"."},
        {"alt", "string|text|missing",
         "What the picture shows, for those who do not see it, in the report's language."}},
       "image|missing",
       "0.2.0",
       "A picture. It takes the place of a picture drawn in the template whose alternative text is "
       "the tag, `{{photo.image}}`: as large as the drawn one allows, in its own proportions. "
       "Without a path it is missing.",
       "An empty path; text that is not UTF-8.",
       image},
      {"table",
       {{"description", "map",
         "`columns`: a list of `{ id, label, class, format, weight }`; `rows`: a list of `{ kind, "
         "label, cells, keep }`."}},
       "map",
       "0.2.0",
       "A table that a slot `{{path | look NAME}}` draws in a look of the template. `label` of a "
       "column is a text, or a list of texts from the top: equal neighbours of an upper level "
       "share one cell. `class` says how wide a column is and which cells of the look it takes: "
       "`text` shares the room, `figure`, `code`, `date` are as wide as their longest value, "
       "`mark` is narrow; a class of your own behaves as text. `weight` (1 when left out) is a "
       "text column's share of the spare room. `kind` of a row is `body` when left out, or "
       "`band`, `band2`, `subtotal`, `total` or any other word that the look draws; its `label` "
       "goes from the first column to the first that has a cell. `cells` are found by the id of "
       "the column, others are ignored: a column profile is another list of columns over the same "
       "rows. A cell is a value, a list of values (one paragraph each), `r.above` (the cell above "
       "goes on), or `{ value =, class =, format = }`; an element of a list may have a class and "
       "a format of its own too. Without a label each column needs a cell. "
       "`keep` holds a row on the page of the next one.",
       "Whatever is not of this shape; all faults at once, with row and column.",
       make_table},
      {"missing",
       {{"kind", "string",
         "empty (when left out), not_applicable, not_measured, no_data, pending, "
         "nothing_to_report.",
         true}},
       "missing",
       "0.1.0",
       "A missing value: the slot prints its mark for it, never 0 and never a silent blank.",
       "Unknown kind.",
       make_missing},
      {"is_missing",
       {{"value", "any", "Anything.", true}},
       "boolean",
       "0.1.0",
       "True for a missing value and for nil.",
       "",
       is_missing},
      {"kind",
       {{"value", "any", "Anything.", true}},
       "string",
       "0.1.0",
       "The type in this manual's words: \"money\", \"text\", \"node\", \"integer\" …",
       "",
       kind}};
  return functions;
}

}  // namespace

std::span<const ApiFunction> api_functions() {
  return table();
}

std::span<const ApiConstant> api_constants() {
  static const std::vector<ApiConstant> constants{
      {"above", "map", "0.2.0", "In a cell of a table: the cell above goes on.", push_above}};
  return constants;
}

}  // namespace rapporteur::plugin
