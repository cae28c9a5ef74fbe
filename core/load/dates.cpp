#include "load/dates.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace rapporteur::load {
namespace {

bool is_number(std::string_view text, std::size_t least, std::size_t most) {
  return text.size() >= least && text.size() <= most &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string two_digits(const std::string& number) {
  return number.size() == 1 ? "0" + number : number;
}

/// ISO text of a date whose parts `separator` divides; empty when it is none.
std::string turned(std::string_view text, char separator) {
  const std::vector<std::string> parts = split(text, separator);
  if (parts.size() < 2 || parts.size() > 3 || !is_number(parts.back(), 4, 4)) {
    return {};
  }
  std::string iso = parts.back();
  for (std::size_t i = parts.size() - 1; i-- > 0;) {
    if (!is_number(parts[i], 1, 2)) {
      return {};
    }
    iso += "-" + two_digits(parts[i]);
  }
  return iso;
}

}  // namespace

std::optional<Date> parse_typed_date(std::string_view text, DateStyle style) {
  constexpr std::size_t date_size = 10;
  if (text.size() > date_size && (text[date_size] == ' ' || text[date_size] == 'T') &&
      text.find(':') != std::string_view::npos) {
    text = text.substr(0, date_size);
  }
  if (const auto date = parse_date(text)) {
    return date;
  }
  if (style == DateStyle::day_month_year) {
    for (const char separator : {'/', '.', '-'}) {
      if (const std::string iso = turned(text, separator); !iso.empty()) {
        return parse_date(iso);
      }
    }
  }
  return std::nullopt;
}

}  // namespace rapporteur::load
