#include "office/cell_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <string_view>

namespace rapporteur::office {
namespace {

constexpr std::int64_t seconds_in_day = 86400;

/// Digits without trailing zeros, and where the point stands: value = 0.DIGITS × 10^point.
struct Digits {
  bool is_negative = false;
  std::string digits;
  int point = 0;
};

Digits digits_of(double value) {
  Digits result;
  std::array<char, 40> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                          std::chars_format::scientific, 14);
  std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  if (text.starts_with('-')) {
    result.is_negative = true;
    text.remove_prefix(1);
  }
  const std::size_t exponent = text.find('e');
  for (const char c : text.substr(0, exponent)) {
    if (c != '.') {
      result.digits.push_back(c);
    }
  }
  int power = 0;
  std::string_view sign = text.substr(exponent + 1);
  sign.remove_prefix(sign.starts_with('+') ? 1 : 0);
  std::from_chars(sign.data(), sign.data() + sign.size(), power);
  result.point = power + 1;
  result.digits.erase(result.digits.find_last_not_of('0') + 1);
  return result;
}

std::string plain(Digits number) {
  if (number.digits.empty()) {
    return "0";
  }
  const int size = static_cast<int>(number.digits.size());
  std::string text;
  if (number.point <= 0) {
    text = "0." + std::string(static_cast<std::size_t>(-number.point), '0') + number.digits;
  } else if (number.point >= size) {
    text = number.digits + std::string(static_cast<std::size_t>(number.point - size), '0');
  } else {
    text = number.digits.insert(static_cast<std::size_t>(number.point), ".");
  }
  return number.is_negative ? "-" + text : text;
}

std::string clock(std::int64_t seconds) {
  std::array<char, 40> buffer{};
  const int size = std::snprintf(
      buffer.data(), buffer.size(), "%02lld:%02lld:%02lld", static_cast<long long>(seconds / 3600),
      static_cast<long long>(seconds / 60 % 60), static_cast<long long>(seconds % 60));
  return {buffer.data(), static_cast<std::size_t>(size)};
}

}  // namespace

std::string decimal_text(double value) {
  return std::isfinite(value) ? plain(digits_of(value)) : "#NUM!";
}

std::string percent_text(double value) {
  if (!std::isfinite(value)) {
    return "#NUM!";
  }
  Digits number = digits_of(value);
  number.point += 2;
  return plain(std::move(number));
}

std::string date_text(double serial, std::chrono::year_month_day zero) {
  constexpr double largest = 3'000'000;  // beyond the year 9999 nothing is a date
  if (!std::isfinite(serial) || serial > largest || serial < -largest) {
    return decimal_text(serial);
  }
  const auto seconds =
      static_cast<std::int64_t>(std::llround(serial * static_cast<double>(seconds_in_day)));
  std::int64_t days = seconds / seconds_in_day;
  std::int64_t rest = seconds % seconds_in_day;
  if (rest < 0) {
    rest += seconds_in_day;
    --days;
  }
  const std::chrono::year_month_day date{std::chrono::sys_days{zero} + std::chrono::days{days}};
  std::array<char, 40> buffer{};
  const int size =
      std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                    static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  std::string text(buffer.data(), static_cast<std::size_t>(size));
  return rest == 0 ? text : text + " " + clock(rest);
}

std::string time_text(double days) {
  constexpr double largest = 1e9;
  if (!std::isfinite(days) || days < 0 || days > largest) {
    return decimal_text(days);
  }
  return clock(std::llround(days * static_cast<double>(seconds_in_day)));
}

}  // namespace rapporteur::office
