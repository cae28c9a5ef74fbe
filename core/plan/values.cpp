#include "plan/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

namespace rapporteur {
namespace {

/// ISO 4217 currencies whose minor unit is not a hundredth (list one, 2024).
constexpr std::array<std::string_view, 17> no_minor_unit = {
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG",
    "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"};
constexpr std::array<std::string_view, 7> three_digits = {"BHD", "IQD", "JOD", "KWD",
                                                          "LYD", "OMR", "TND"};

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days.at(static_cast<std::size_t>(month) - 1);
}

/// The number that `digits` digits at `at` spell, or -1.
int digits_at(std::string_view text, std::size_t at, std::size_t digits) {
  if (text.size() < at + digits) {
    return -1;
  }
  int value = 0;
  const char* const first = text.data() + at;
  const char* const last = first + digits;
  if (!std::all_of(first, last, [](char c) { return c >= '0' && c <= '9'; })) {
    return -1;
  }
  std::from_chars(first, last, value);
  return value;
}

}  // namespace

std::string_view name_of(Missing missing) {
  switch (missing) {
    case Missing::empty:
      return "empty";
    case Missing::not_applicable:
      return "not_applicable";
    case Missing::not_measured:
      return "not_measured";
    case Missing::no_data:
      return "no_data";
    case Missing::pending:
      return "pending";
    case Missing::nothing_to_report:
      return "nothing_to_report";
  }
  throw std::logic_error("name_of: not a kind of missing");
}

std::optional<Missing> missing_named(std::string_view name) {
  for (const Missing missing : {Missing::empty, Missing::not_applicable, Missing::not_measured,
                                Missing::no_data, Missing::pending, Missing::nothing_to_report}) {
    if (name_of(missing) == name) {
      return missing;
    }
  }
  return std::nullopt;
}

std::string to_string(const Decimal& value) {
  const std::string_view sign = value.digits < 0 ? "-" : "";
  // The magnitude as unsigned: -INT64_MIN does not fit a signed integer.
  const auto bits = static_cast<std::uint64_t>(value.digits);
  const std::string digits = std::to_string(value.digits < 0 ? ~bits + 1 : bits);
  if (value.scale <= 0) {
    const int zeros = value.digits == 0 ? 0 : -value.scale;
    return fmt::format("{}{}{:0<{}}", sign, digits, "", zeros);
  }
  // At least one digit before the point.
  const std::string padded = fmt::format("{:0>{}}", digits, value.scale + 1);
  const std::size_t point = padded.size() - static_cast<std::size_t>(value.scale);
  const std::string_view view = padded;
  return fmt::format("{}{}.{}", sign, view.substr(0, point), view.substr(point));
}

int minor_digits(std::string_view currency) {
  if (std::ranges::find(no_minor_unit, currency) != no_minor_unit.end()) {
    return 0;
  }
  return std::ranges::find(three_digits, currency) != three_digits.end() ? 3 : 2;
}

Money add(const Money& a, const Money& b) {
  if (a.currency != b.currency) {
    throw std::logic_error("add: two currencies");
  }
  Money sum{0, a.currency};
  if (__builtin_add_overflow(a.minor, b.minor, &sum.minor)) {
    throw std::overflow_error("add: amounts too large");
  }
  return sum;
}

std::optional<Date> parse_date(std::string_view text) {
  const std::size_t size = text.size();
  if (size != 4 && size != 7 && size != 10) {
    return std::nullopt;
  }
  Date date;
  date.year = digits_at(text, 0, 4);
  if (date.year < 1) {
    return std::nullopt;
  }
  if (size >= 7) {
    date.month = digits_at(text, 5, 2);
    if (text[4] != '-' || date.month < 1 || date.month > 12) {
      return std::nullopt;
    }
  }
  if (size == 10) {
    date.day = digits_at(text, 8, 2);
    if (text[7] != '-' || date.day < 1 || date.day > days_in_month(date.year, date.month)) {
      return std::nullopt;
    }
  }
  return date;
}

std::string to_string(const Date& date) {
  if (date.month == 0) {
    return fmt::format("{:04}", date.year);
  }
  if (date.day == 0) {
    return fmt::format("{:04}-{:02}", date.year, date.month);
  }
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

}  // namespace rapporteur
