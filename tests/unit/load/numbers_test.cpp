#include "load/numbers.hpp"

#include <doctest/doctest.h>

namespace rapporteur::load {
namespace {

const NumberStyle points{{"."}, ","};
const NumberStyle spaces{{" "}, ","};
const NumberStyle plain{{}, "."};

Decimal number(std::string_view text, const NumberStyle& style, int decimals = 2) {
  const auto result = parse_number(text, style, decimals);
  REQUIRE_MESSAGE(std::holds_alternative<Decimal>(result), text);
  return std::get<Decimal>(result);
}

NumberFault fault(std::string_view text, const NumberStyle& style, int decimals = 2) {
  const auto result = parse_number(text, style, decimals);
  REQUIRE_MESSAGE(std::holds_alternative<NumberFault>(result), text);
  return std::get<NumberFault>(result);
}

TEST_CASE("parse_number reads the declared style") {
  CHECK(number("12.000.000", points) == Decimal{12000000, 0});
  CHECK(number("12000000", points) == Decimal{12000000, 0});
  CHECK(number("1.650", points) == Decimal{1650, 0});  // declared groups: not 1.65
  CHECK(number("1.650", plain, 3) == Decimal{1650, 3});
  CHECK(number("12 000 000", spaces) == Decimal{12000000, 0});
  CHECK(number("12\u00A0000\u202F000", spaces) == Decimal{12000000, 0});
  CHECK(number("4\u2009750,5", spaces) == Decimal{47505, 1});
  CHECK(number("\u221212", spaces) == Decimal{-12, 0});
  CHECK(number("+7", plain) == Decimal{7, 0});
  CHECK(number("007", plain) == Decimal{7, 0});
  CHECK(number("0,50", points) == Decimal{50, 2});
}

TEST_CASE("parse_number never guesses") {
  for (const char* const text :
       {"",       "-",         ".",       "1.65",     "1.6500",  "1234.567", "12,000,000",
        "12 000", "12.000.00", "12..000", ".000",     "12.000.", "12.000,",  "O",
        "12O",    "1e3",       "0x10",    "12.000 F", "١٢",      "PM",       "1-2"}) {
    CHECK(fault(text, points) == NumberFault::not_a_number);
  }
  CHECK(fault("12.000 000", points) == NumberFault::not_a_number);
  CHECK(fault("12.000.000", spaces) == NumberFault::not_a_number);
  CHECK(fault("12 000", plain) == NumberFault::not_a_number);
  CHECK(fault("1,5", points, 0) == NumberFault::too_many_decimals);
  CHECK(fault("9999999999999999999", plain) == NumberFault::too_large);
}

TEST_CASE("parse_money counts minor units exactly") {
  CHECK(std::get<Money>(parse_money("1.276.000.000", points, "XOF")) == Money{1276000000, "XOF"});
  CHECK(std::get<Money>(parse_money("12,5", points, "USD")) == Money{1250, "USD"});
  CHECK(std::get<Money>(parse_money("0,07", points, "USD")) == Money{7, "USD"});
  CHECK(std::get<Money>(parse_money("1.000.000.000.000.000", points, "XOF")).minor == max_amount);
  CHECK(std::get<NumberFault>(parse_money("1.000.000.000.000.001", points, "XOF")) ==
        NumberFault::too_large);
  CHECK(std::get<NumberFault>(parse_money("-1.000.000.000.000.001", points, "XOF")) ==
        NumberFault::too_large);
  CHECK(std::get<NumberFault>(parse_money("100.000.000.000.000", points, "USD")) ==
        NumberFault::too_large);
  CHECK(std::get<NumberFault>(parse_money("1,5", points, "XOF")) == NumberFault::too_many_decimals);
}

TEST_CASE("example_of shows the declared style") {
  CHECK(example_of(points, 0) == "12.000.000");
  CHECK(example_of(points, 2) == "12.000.000,55");
  CHECK(example_of(plain, 0) == "12000000");
}

}  // namespace
}  // namespace rapporteur::load
