#include "plugin/api_amounts.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "locale/format.hpp"
#include "plan/exact.hpp"
#include "plan/progress.hpp"
#include "plugin/api_arguments.hpp"
#include "plugin/formulas.hpp"
#include "plugin/sections.hpp"

namespace rapporteur::plugin {
namespace {

int decimals_at(lua_State* lua, int index, const char* function) {
  const lua_Integer decimals = lua_isnoneornil(lua, index) ? 0 : lua_tointeger(lua, index);
  if (decimals < 0 || decimals > max_decimals) {
    throw ScriptError{std::string("bad argument 'decimals' to ") + function + ": expected 0 to " +
                      std::to_string(max_decimals)};
  }
  return static_cast<int>(decimals);
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

bool can_be_added(const view::Value& value) {
  return std::holds_alternative<Money>(value.data) ||
         std::holds_alternative<std::int64_t>(value.data);
}

ScriptError not_to_be_added(const view::Value& value, lua_Integer at) {
  return {"sum: element " + std::to_string(at) + " is a " + std::string(type_name(value)) +
          ", expected money, a whole number or missing"};
}

void add_to(view::Value& total, const view::Value& value, lua_Integer at) {
  if (auto* const money = std::get_if<Money>(&total.data)) {
    const auto* const more = std::get_if<Money>(&value.data);
    if (more == nullptr) {
      throw can_be_added(value) ? ScriptError{"sum: money and plain numbers do not mix"}
                                : not_to_be_added(value, at);
    }
    if (more->currency != money->currency) {
      throw ScriptError{"sum: element " + std::to_string(at) + " is in " + more->currency +
                        ", those before in " + money->currency};
    }
    *money = add(*money, *more);
    return;
  }
  auto& whole = std::get<std::int64_t>(total.data);
  const auto* const more = std::get_if<std::int64_t>(&value.data);
  if (more == nullptr) {
    throw can_be_added(value) ? ScriptError{"sum: money and plain numbers do not mix"}
                              : not_to_be_added(value, at);
  }
  if (__builtin_add_overflow(whole, *more, &whole)) {
    throw ScriptError{"sum: the result is too large"};
  }
}

}  // namespace

int sum(lua_State* lua) {
  std::optional<view::Value> total;
  lua_Integer missing = 0;
  Made made(lua);
  each_in_list(lua, 1, "sum", [&](lua_Integer at, const view::Value& value) {
    if (std::holds_alternative<Missing>(value.data)) {
      ++missing;
      return;
    }
    made.from(value);
    if (total) {
      add_to(*total, value, at);
    } else if (can_be_added(value)) {
      total = view::Value{value.data};
    } else {
      throw not_to_be_added(value, at);
    }
  });
  if (total) {
    total->formula = made.by("sum");
    push_value(lua, *std::move(total));
  } else {
    push_missing(lua, Missing::empty);
  }
  lua_pushinteger(lua, missing);
  return 2;
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
  Made made(lua);
  made.from(part);
  made.from(whole);
  push_value(lua, {view::Percent{*result}, {}, {}, made.by("share")});
  return 1;
}

int shares(lua_State* lua) {
  const int decimals = decimals_at(lua, 2, "shares");
  std::vector<std::int64_t> parts;
  std::vector<std::optional<Missing>> missing;
  std::string currency;
  bool any_whole = false;
  Made made(lua);
  each_in_list(lua, 1, "shares", [&](lua_Integer at, const view::Value& value) {
    made.from(value);
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
      push_value(lua, {view::Percent{(*result)[next++]}, {}, {}, made.by("share")});
    } else {
      push_missing(lua, Missing::not_applicable);
    }
    lua_rawseti(lua, -2, ++at);
  }
  return 1;
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
  Made made(lua);
  made.from(*value_at(lua, 1));
  made.from(*value_at(lua, 2));
  push_value(lua, {*result, {}, value_at(lua, 1)->origin, made.by("conversion")});
  return 1;
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
    Made made(lua);
    for (const int argument : {1, 2, 3}) {
      made.from(*printable_at(lua, argument));
    }
    push_value(lua, {view::Percent{*result}, {}, {}, made.by("progress")});
  } else {
    push_missing(lua, Missing::not_applicable);
  }
  return 1;
}

}  // namespace rapporteur::plugin
