#include "plugin/lua_value.hpp"

#include <array>
#include <new>

#include "locale/format.hpp"
#include "locale/quotes.hpp"
#include "plan/exact.hpp"
#include "plugin/api.hpp"
#include "plugin/formulas.hpp"
#include "plugin/session.hpp"

namespace rapporteur::plugin {
namespace {

const char* const metatable = "rapporteur.value";

std::string_view report_language(lua_State* lua) {
  return session_of(lua).job == nullptr ? std::string_view{}
                                        : std::string_view(wanted_language(lua));
}

Decimal decimal_of(const view::Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value.data)) {
    return {*whole, 0};
  }
  if (const auto* percent = std::get_if<view::Percent>(&value.data)) {
    return percent->value;
  }
  return std::get<Decimal>(value.data);
}

bool is_number(const view::Value& value) {
  return std::holds_alternative<std::int64_t>(value.data) ||
         std::holds_alternative<Decimal>(value.data);
}

void same_currency(const Money& a, const Money& b) {
  if (a.currency != b.currency) {
    throw ScriptError{"these amounts are in two currencies: " + a.currency + " and " + b.currency};
  }
}

view::Value operand(lua_State* lua, int index) {
  std::optional<view::Value> value = printable_at(lua, index);
  if (!value) {
    throw ScriptError{"cannot calculate with a " + std::string(type_name(lua, index))};
  }
  return *std::move(value);
}

[[noreturn]] void refuse(lua_State* lua, std::string_view what) {
  const std::string left(type_name(lua, 1));
  const std::string right(type_name(lua, 2));
  std::string hint;
  if (left == "missing" || right == "missing") {
    hint = ": use sum(), which counts what is missing, or is_missing()";
  } else if (left == "float" || right == "float") {
    hint = ": a float is not exact, use decimal()";
  }
  throw ScriptError{"cannot " + std::string(what) + " " + left + " and " + right + hint};
}

template <class T>
T negated(T value);
template <>
Decimal negated(Decimal value) {
  if (__builtin_sub_overflow(std::int64_t{0}, value.digits, &value.digits)) {
    throw ScriptError{"the result is too large"};
  }
  return value;
}
template <>
Money negated(Money value) {
  if (__builtin_sub_overflow(std::int64_t{0}, value.minor, &value.minor)) {
    throw ScriptError{"the result is too large"};
  }
  return value;
}

int combine(lua_State* lua, bool subtract) {
  const view::Value a = operand(lua, 1);
  const view::Value b = operand(lua, 2);
  Made made(lua);
  made.from(a);
  made.from(b);
  const auto push = [&](auto result) {
    push_value(lua, {std::move(result), {}, {}, made.by(subtract ? "difference" : "sum")});
    return 1;
  };
  const auto* money_a = std::get_if<Money>(&a.data);
  const auto* money_b = std::get_if<Money>(&b.data);
  if (money_a != nullptr && money_b != nullptr) {
    same_currency(*money_a, *money_b);
    return push(add(*money_a, subtract ? negated(*money_b) : *money_b));
  }
  const bool percents = std::holds_alternative<view::Percent>(a.data) &&
                        std::holds_alternative<view::Percent>(b.data);
  if (!percents && !(is_number(a) && is_number(b))) {
    refuse(lua, subtract ? "subtract" : "add");
  }
  const Decimal right = decimal_of(b);
  const auto sum = add_decimals(decimal_of(a), subtract ? negated(right) : right);
  if (!sum) {
    throw ScriptError{"the result is too large"};
  }
  const bool whole =
      std::holds_alternative<std::int64_t>(a.data) && std::holds_alternative<std::int64_t>(b.data);
  return percents ? push(view::Percent{*sum}) : whole ? push(sum->digits) : push(*sum);
}

int compare(lua_State* lua) {
  const view::Value a = operand(lua, 1);
  const view::Value b = operand(lua, 2);
  const auto* money_a = std::get_if<Money>(&a.data);
  const auto* money_b = std::get_if<Money>(&b.data);
  if (money_a != nullptr && money_b != nullptr) {
    same_currency(*money_a, *money_b);
    return money_a->minor < money_b->minor ? -1 : (money_a->minor > money_b->minor ? 1 : 0);
  }
  const auto* date_a = std::get_if<Date>(&a.data);
  const auto* date_b = std::get_if<Date>(&b.data);
  if (date_a != nullptr && date_b != nullptr) {
    const auto key = [](const Date& date) { return std::array{date.year, date.month, date.day}; };
    return key(*date_a) < key(*date_b) ? -1 : (key(*date_a) > key(*date_b) ? 1 : 0);
  }
  const bool percents = std::holds_alternative<view::Percent>(a.data) &&
                        std::holds_alternative<view::Percent>(b.data);
  if (!percents && !(is_number(a) && is_number(b))) {
    refuse(lua, "compare");
  }
  return compare_decimals(decimal_of(a), decimal_of(b));
}

int add_values(lua_State* lua) {
  return guarded(lua, [lua] { return combine(lua, false); });
}
int subtract_values(lua_State* lua) {
  return guarded(lua, [lua] { return combine(lua, true); });
}
int negate_value(lua_State* lua) {
  return guarded(lua, [lua] {
    const view::Value value = operand(lua, 1);
    Made made(lua);
    made.from(value);
    const auto push = [&](auto result) {
      push_value(lua, {std::move(result), {}, {}, made.by("negation")});
      return 1;
    };
    if (const auto* money = std::get_if<Money>(&value.data)) {
      return push(negated(*money));
    }
    if (const auto* percent = std::get_if<view::Percent>(&value.data)) {
      return push(view::Percent{negated(percent->value)});
    }
    if (!is_number(value)) {
      throw ScriptError{"cannot negate a " + std::string(type_name(lua, 1))};
    }
    const Decimal result = negated(decimal_of(value));
    return std::holds_alternative<std::int64_t>(value.data) ? push(result.digits) : push(result);
  });
}
int less(lua_State* lua) {
  return guarded(lua, [lua] {
    lua_pushboolean(lua, compare(lua) < 0 ? 1 : 0);
    return 1;
  });
}
int less_or_equal(lua_State* lua) {
  return guarded(lua, [lua] {
    lua_pushboolean(lua, compare(lua) <= 0 ? 1 : 0);
    return 1;
  });
}
// Equal in content; note and origin do not count.
int equal(lua_State* lua) {
  const view::Value* a = value_at(lua, 1);
  const view::Value* b = value_at(lua, 2);
  lua_pushboolean(lua, a != nullptr && b != nullptr && a->data == b->data ? 1 : 0);
  return 1;
}

// Text stays text: the language and the place of the first part that has them.
int concatenate(lua_State* lua) {
  return guarded(lua, [lua] {
    view::Text joined;
    Origin origin;
    for (const int index : {1, 2}) {
      const view::Value* value = value_at(lua, index);
      const auto* text = value == nullptr ? nullptr : std::get_if<view::Text>(&value->data);
      if (text != nullptr) {
        joined.utf8 += text->utf8;
        joined.language = joined.language.empty() ? text->language : joined.language;
        origin = origin == Origin{} ? value->origin : origin;
      } else if (lua_isstring(lua, index) != 0 && lua_type(lua, index) == LUA_TSTRING) {
        std::size_t size = 0;
        const char* bytes = lua_tolstring(lua, index, &size);
        joined.utf8.append(bytes, size);
      } else if (lua_isinteger(lua, index) != 0) {
        joined.utf8 += std::to_string(lua_tointeger(lua, index));
      } else {
        throw ScriptError{"cannot join text and " + std::string(type_name(lua, index)) +
                          ": put it into the view as it is, or give it to t() as an argument"};
      }
    }
    push_value(lua, {std::move(joined), {}, std::move(origin)});
    return 1;
  });
}

int to_lua_string(lua_State* lua) {
  return guarded(lua, [lua] {
    const view::Value* value = value_at(lua, 1);
    push_string(lua, locale::format_value(*value, {}, report_language(lua)).value_or(""));
    return 1;
  });
}

// A date has year, month and day (nil when not known), a list (what a checklist has) its items; no
// other value has fields.
int read_field(lua_State* lua) {
  return guarded(lua, [lua]() -> int {
    const auto* list = std::get_if<view::List>(&value_at(lua, 1)->data);
    if (list != nullptr && lua_isinteger(lua, 2) != 0) {
      const lua_Integer at = lua_tointeger(lua, 2);
      if (at >= 1 && at <= static_cast<lua_Integer>(list->size())) {
        push_value(lua, (*list)[static_cast<std::size_t>(at - 1)]);
      } else {
        lua_pushnil(lua);
      }
      return 1;
    }
    const auto* date = std::get_if<Date>(&value_at(lua, 1)->data);
    if (date != nullptr && lua_type(lua, 2) == LUA_TSTRING) {
      const std::string_view key = lua_tostring(lua, 2);
      const int* part = key == "year"    ? &date->year
                        : key == "month" ? &date->month
                        : key == "day"   ? &date->day
                                         : nullptr;
      if (part != nullptr) {
        if (*part == 0) {
          lua_pushnil(lua);
        } else {
          lua_pushinteger(lua, *part);
        }
        return 1;
      }
    }
    throw ScriptError{"a " + std::string(type_name(lua, 1)) + " has no field '" +
                      std::string(luaL_tolstring(lua, 2, nullptr)) + "'"};
  });
}
int length(lua_State* lua) {
  return guarded(lua, [lua]() -> int {
    const auto* list = std::get_if<view::List>(&value_at(lua, 1)->data);
    if (list == nullptr) {
      throw ScriptError{"a " + std::string(type_name(lua, 1)) + " has no length"};
    }
    lua_pushinteger(lua, static_cast<lua_Integer>(list->size()));
    return 1;
  });
}
int no_write(lua_State* lua) {
  return guarded(lua, [lua]() -> int {
    throw ScriptError{"a " + std::string(type_name(lua, 1)) + " cannot be changed"};
  });
}

int destroy(lua_State* lua) {
  static_cast<view::Value*>(lua_touserdata(lua, 1))->~Value();
  return 0;
}

}  // namespace

void open_values(lua_State* lua) {
  constexpr std::array<luaL_Reg, 13> methods{{{"__add", add_values},
                                              {"__sub", subtract_values},
                                              {"__unm", negate_value},
                                              {"__lt", less},
                                              {"__le", less_or_equal},
                                              {"__eq", equal},
                                              {"__concat", concatenate},
                                              {"__tostring", to_lua_string},
                                              {"__index", read_field},
                                              {"__len", length},
                                              {"__newindex", no_write},
                                              {"__gc", destroy},
                                              {nullptr, nullptr}}};
  luaL_newmetatable(lua, metatable);
  luaL_setfuncs(lua, methods.data(), 0);
  lua_pushboolean(lua, 0);
  lua_setfield(lua, -2, "__metatable");
  lua_pop(lua, 1);
}

void push_value(lua_State* lua, view::Value value) {
  void* memory = lua_newuserdatauv(lua, sizeof(view::Value), 0);
  new (memory) view::Value(std::move(value));
  luaL_setmetatable(lua, metatable);
}

void push_string(lua_State* lua, std::string_view text) {
  lua_pushlstring(lua, text.data(), text.size());
}

void push_missing(lua_State* lua, Missing missing) {
  push_value(lua, {missing, {}, {}});
}

void push_text(lua_State* lua, const LocalText& text) {
  const std::string_view language = report_language(lua);
  const LocalText::Choice choice = text.in(language);
  if (choice.text.empty()) {
    push_value(lua, {Missing::empty, {}, text.origin});
    return;
  }
  std::vector<view::Cells> quoted;
  const auto filled =
      session_of(lua).job == nullptr
          ? std::nullopt
          : locale::fill_cell_quotes(job_of(lua).plan, choice.text, choice.language, quoted);
  view::Text result{filled.value_or(std::string(choice.text)), {}};
  Session& session = session_of(lua);
  if (choice.language != language) {
    session.untranslated.emplace(place_key(text.origin), language);
  }
  if (choice.language != language || !session.section_language.empty()) {
    result.language = choice.language;  // else it is in the report's
  }
  view::Value value{std::move(result), {}, text.origin};
  if (!quoted.empty() && job_of(lua).context.traced) {
    value.formula = view::Formula{"quotation", std::move(quoted)};
  }
  push_value(lua, std::move(value));
}

void push_date(lua_State* lua, const std::optional<Date>& date, const Origin& origin) {
  if (date) {
    push_value(lua, {*date, {}, origin});
  } else {
    push_value(lua, {Missing::empty, {}, origin});
  }
}

void push_money(lua_State* lua, const std::optional<Money>& money, const Origin& origin) {
  if (money) {
    push_value(lua, {*money, {}, origin});
  } else {
    push_value(lua, {Missing::empty, {}, origin});
  }
}

const view::Value* value_at(lua_State* lua, int index) {
  return static_cast<const view::Value*>(luaL_testudata(lua, index, metatable));
}

std::optional<view::Value> printable_at(lua_State* lua, int index) {
  if (const view::Value* value = value_at(lua, index)) {
    return *value;
  }
  switch (lua_type(lua, index)) {
    case LUA_TSTRING: {
      std::size_t size = 0;
      const char* bytes = lua_tolstring(lua, index, &size);
      return view::Value{view::Text{std::string(bytes, size), {}}, {}, {}};
    }
    case LUA_TBOOLEAN:
      return view::Value{lua_toboolean(lua, index) != 0, {}, {}};
    case LUA_TNUMBER:
      if (lua_isinteger(lua, index) != 0) {
        return view::Value{std::int64_t{lua_tointeger(lua, index)}, {}, {}};
      }
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

std::string_view type_name(lua_State* lua, int index) {
  if (const view::Value* value = value_at(lua, index)) {
    return view::type_name(*value);
  }
  if (const std::string_view name = object_class(lua, index); !name.empty()) {
    return name;
  }
  switch (lua_type(lua, index)) {
    case LUA_TNUMBER:
      return lua_isinteger(lua, index) != 0 ? "integer" : "float";
    case LUA_TTABLE:
      return "table";
    case LUA_TNONE:
    case LUA_TNIL:
      return "nil";
    default:
      return luaL_typename(lua, index);
  }
}

}  // namespace rapporteur::plugin
