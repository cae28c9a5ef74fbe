#include "load/numbers.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace rapporteur::load {
namespace {

/// Most digits of a number that surely fits 64 bits.
constexpr std::size_t max_digits = 18;
constexpr std::array<std::string_view, 4> spaces = {" ", "\u00A0", "\u202F", "\u2009"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A cursor over the text that eats what it knows.
struct Cursor {
  std::string_view rest;

  bool eat(std::string_view token) {
    if (token.empty() || !rest.starts_with(token)) {
      return false;
    }
    rest.remove_prefix(token.size());
    return true;
  }
  /// A group separator as declared: a space stands for all four spaces.
  bool eat_group(std::string_view group) {
    if (group != " ") {
      return eat(group);
    }
    for (const std::string_view space : spaces) {
      if (eat(space)) {
        return true;
      }
    }
    return false;
  }
  std::string_view digits() {
    std::size_t count = 0;
    while (count < rest.size() && is_digit(rest[count])) {
      ++count;
    }
    const std::string_view eaten = rest.substr(0, count);
    rest.remove_prefix(count);
    return eaten;
  }
};

/// Whole part with the groups of one separator; false when a group has not three digits.
bool read_whole(Cursor& cursor, const NumberStyle& style, std::string& digits) {
  const std::string_view first = cursor.digits();
  digits = first;
  if (first.empty()) {
    return false;
  }
  for (const std::string& group : style.groups) {
    bool is_grouped = false;
    while (cursor.eat_group(group)) {
      const std::string_view next = cursor.digits();
      if (next.size() != 3) {
        return false;
      }
      digits += next;
      is_grouped = true;
    }
    if (is_grouped) {
      return first.size() <= 3;
    }
  }
  return true;
}

std::int64_t to_integer(std::string_view digits) {
  std::int64_t value = 0;
  for (const char c : digits) {
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::variant<Decimal, NumberFault> parse_number(std::string_view text, const NumberStyle& style,
                                                int decimals) {
  Cursor cursor{text};
  const bool is_negative = cursor.eat("-") || cursor.eat("\u2212");
  if (!is_negative) {
    cursor.eat("+");
  }
  std::string digits;
  if (!read_whole(cursor, style, digits)) {
    return NumberFault::not_a_number;
  }
  std::string_view fraction;
  if (cursor.eat(style.decimal)) {
    fraction = cursor.digits();
    if (fraction.empty()) {
      return NumberFault::not_a_number;
    }
  }
  if (!cursor.rest.empty()) {
    return NumberFault::not_a_number;
  }
  if (fraction.size() > static_cast<std::size_t>(decimals)) {
    return NumberFault::too_many_decimals;
  }
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  digits += fraction;
  if (digits.size() > max_digits) {
    return NumberFault::too_large;
  }
  const std::int64_t value = to_integer(digits);
  return Decimal{is_negative ? -value : value, static_cast<int>(fraction.size())};
}

std::variant<Money, NumberFault> parse_money(std::string_view text, const NumberStyle& style,
                                             std::string_view currency) {
  const int decimals = minor_digits(currency);
  const auto number = parse_number(text, style, decimals);
  if (const auto* fault = std::get_if<NumberFault>(&number)) {
    return *fault;
  }
  const auto& decimal = std::get<Decimal>(number);
  std::int64_t minor = decimal.digits;
  for (int scale = decimal.scale; scale < decimals; ++scale) {
    if (minor > max_amount || minor < -max_amount) {
      return NumberFault::too_large;
    }
    minor *= 10;
  }
  if (minor > max_amount || minor < -max_amount) {
    return NumberFault::too_large;
  }
  return Money{minor, std::string(currency)};
}

std::string example_of(const NumberStyle& style, int decimals) {
  std::string group = style.groups.empty() ? "" : style.groups.front();
  if (group == " ") {
    group = "\u202F";
  }
  std::string example = "12" + group + "000" + group + "000";
  if (decimals > 0) {
    example += style.decimal + std::string(static_cast<std::size_t>(decimals), '5');
  }
  return example;
}

}  // namespace rapporteur::load
