// Any figure, date or amount typed in a declared style is read back as itself. The seed is fixed:
// a failure can be repeated.
#include <doctest/doctest.h>

#include <random>
#include <vector>

#include "load/numbers.hpp"

namespace rapporteur::load {
namespace {

constexpr int rounds = 4000;

struct Style {
  NumberStyle style;
  std::vector<std::string> typed_groups;  ///< what people type for its groups
};

const std::vector<Style>& styles() {
  static const std::vector<Style> all = {
      {{{"."}, ","}, {".", ""}},
      {{{","}, "."}, {",", ""}},
      {{{" "}, ","}, {" ", "\u00A0", "\u202F", "\u2009", ""}},
      {{{" "}, "."}, {" ", "\u202F", ""}},
      {{{"'", "’"}, "."}, {"'", "’", ""}},
      {{{" ", "."}, ","}, {" ", ".", "\u00A0", ""}},
      {{{}, "."}, {""}},
      {{{}, ","}, {""}},
  };
  return all;
}

std::string typed(const Decimal& value, const Style& style, const std::string& group) {
  std::string digits = to_string(value);
  const bool negative = digits.starts_with('-');
  digits.erase(0, negative ? 1 : 0);
  const std::size_t point = digits.find('.');
  std::string whole = digits.substr(0, point);
  for (std::size_t at = whole.size(); at > 3;) {
    at -= 3;
    whole.insert(at, group);
  }
  const std::string fraction =
      point == std::string::npos ? "" : style.style.decimal + digits.substr(point + 1);
  return (negative ? "-" : "") + whole + fraction;
}

TEST_CASE("property: numbers in every declared style") {
  std::mt19937_64 random(20261124);
  for (const Style& style : styles()) {
    for (int round = 0; round < rounds; ++round) {
      const int scale = static_cast<int>(random() % 4);
      const auto magnitude = static_cast<std::int64_t>(random() >> (6 + random() % 56));
      const Decimal value{(random() % 2 == 0 ? 1 : -1) * (magnitude % 1'000'000'000'000'000),
                          scale};
      for (const std::string& group : style.typed_groups) {
        const std::string text = typed(value, style, group);
        INFO(text);
        const auto read = parse_number(text, style.style, 9);
        REQUIRE(std::holds_alternative<Decimal>(read));
        CHECK(std::get<Decimal>(read) == value);
      }
    }
  }
}

TEST_CASE("property: money keeps every minor unit, or is refused") {
  std::mt19937_64 random(7);
  for (const Style& style : styles()) {
    for (const char* const currency : {"XOF", "USD", "TND"}) {
      for (int round = 0; round < rounds / 4; ++round) {
        const int scale = minor_digits(currency);
        const auto minor = static_cast<std::int64_t>(random() % (2 * max_amount));
        const std::string text = typed({minor, scale}, style, style.typed_groups.front());
        INFO(text, " ", currency);
        const auto read = parse_money(text, style.style, currency);
        if (minor > max_amount) {
          REQUIRE(std::holds_alternative<NumberFault>(read));
          CHECK(std::get<NumberFault>(read) == NumberFault::too_large);
        } else {
          REQUIRE(std::holds_alternative<Money>(read));
          CHECK(std::get<Money>(read) == Money{minor, currency});
        }
      }
    }
  }
}

TEST_CASE("property: a broken group is never read") {
  std::mt19937_64 random(11);
  for (const Style& style : styles()) {
    const std::string& group = style.typed_groups.front();
    if (group.empty()) {
      continue;
    }
    for (int round = 0; round < rounds / 4; ++round) {
      const std::int64_t value = 1'000 + static_cast<std::int64_t>(random() % 1'000'000'000);
      std::string text = typed({value, 0}, style, group);
      // One digit too many or too few in the last group.
      if (random() % 2 == 0) {
        text += '0';
      } else {
        text.pop_back();
      }
      INFO(text);
      CHECK(std::holds_alternative<NumberFault>(parse_number(text, style.style, 9)));
    }
  }
}

TEST_CASE("property: dates are read back, days that do not exist are not") {
  for (int year = 1; year <= 9999; year += 37) {
    for (int month = 0; month <= 13; ++month) {
      for (int day = 0; day <= 32; ++day) {
        const Date date{year, month, day};
        if (month == 0 && day != 0) {
          continue;  // no such form
        }
        const auto read = parse_date(to_string(date));
        const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        const int days = month == 2                                              ? (leap ? 29 : 28)
                         : month == 4 || month == 6 || month == 9 || month == 11 ? 30
                                                                                 : 31;
        const bool exists = month <= 12 && day <= days;
        CHECK(read.has_value() == exists);
        if (read && exists) {
          CHECK(*read == date);
        }
      }
    }
  }
}

}  // namespace
}  // namespace rapporteur::load
