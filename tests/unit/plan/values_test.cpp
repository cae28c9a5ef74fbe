#include "plan/values.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <stdexcept>

#include "plan/text.hpp"

namespace rapporteur {
namespace {

TEST_CASE("Decimal: printed exactly") {
  CHECK(to_string(Decimal{3918, 2}) == "39.18");
  CHECK(to_string(Decimal{5, 3}) == "0.005");
  CHECK(to_string(Decimal{-5, 1}) == "-0.5");
  CHECK(to_string(Decimal{0, 2}) == "0.00");
  CHECK(to_string(Decimal{12, -3}) == "12000");
  CHECK(to_string(Decimal{0, -3}) == "0");
  CHECK(to_string(Decimal{std::numeric_limits<std::int64_t>::min(), 0}) == "-9223372036854775808");
}

TEST_CASE("Money: minor units and exact sums") {
  CHECK(minor_digits("XOF") == 0);
  CHECK(minor_digits("USD") == 2);
  CHECK(minor_digits("TND") == 3);
  CHECK(add({1, "XOF"}, {2, "XOF"}) == Money{3, "XOF"});
  CHECK_THROWS_AS((void)add({1, "XOF"}, {2, "USD"}), std::logic_error);
  CHECK_THROWS_AS((void)add({std::numeric_limits<std::int64_t>::max(), "XOF"}, {1, "XOF"}),
                  std::overflow_error);
}

TEST_CASE("parse_date: dates of the calendar, and nothing else") {
  CHECK(parse_date("2012") == Date{2012, 0, 0});
  CHECK(parse_date("2012-03") == Date{2012, 3, 0});
  CHECK(parse_date("2012-02-29") == Date{2012, 2, 29});
  for (const char* const text : {"", "12", "2012-13", "2012-00", "2011-02-29", "1900-02-29",
                                 "2012/03/01", "2012-3-1", "2012-03-0x", "0000", "+201"}) {
    CHECK_FALSE(parse_date(text).has_value());
  }
  for (const char* const text : {"2012", "2012-03", "2012-03-31"}) {
    CHECK(to_string(*parse_date(text)) == text);
  }
}

TEST_CASE("Missing: names and back") {
  CHECK(missing_named("not_applicable") == Missing::not_applicable);
  CHECK(name_of(Missing::pending) == "pending");
  CHECK_FALSE(missing_named("unknown").has_value());
}

TEST_CASE("LocalText: the language asked for, else the first that has a text") {
  LocalText text;
  CHECK(text.in("fr").text.empty());
  text.by_language = {{"en", ""}, {"fr", "Titre"}, {"mos", "x"}};
  CHECK(text.in("en").text == "Titre");
  CHECK(text.in("en").language == "fr");
  CHECK(text.in("mos").text == "x");
}

}  // namespace
}  // namespace rapporteur
