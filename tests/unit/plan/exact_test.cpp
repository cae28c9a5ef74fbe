#include "plan/exact.hpp"

#include <doctest/doctest.h>

namespace rapporteur {
namespace {

TEST_CASE("convert: exact, then half away from zero to the minor unit") {
  // 7 900.00 dollars at 553.25: 4 370 675 francs exactly.
  CHECK(convert({790000, "USD"}, {55325, 2}, "XOF") == Money{4370675, "XOF"});
  CHECK(convert({1, "USD"}, {50, 0}, "XOF") == Money{1, "XOF"});    // 0.5
  CHECK(convert({-1, "USD"}, {50, 0}, "XOF") == Money{-1, "XOF"});  // -0.5
  CHECK(convert({1, "USD"}, {49, 0}, "XOF") == Money{0, "XOF"});    // 0.49
  CHECK(convert({655957, "XOF"}, {1, 3}, "EUR") == Money{65596, "EUR"});
  CHECK(convert({max_amount, "XOF"}, {1, 0}, "XAF") == Money{max_amount, "XAF"});
}

TEST_CASE("convert: nothing when the result is too large") {
  CHECK_FALSE(convert({max_amount, "XOF"}, {1001, 3}, "XAF").has_value());
  CHECK_FALSE(convert({max_amount, "USD"}, {INT64_MAX, 0}, "XOF").has_value());
  CHECK_FALSE(convert({max_amount, "XOF"}, {INT64_MAX, 0}, "TND").has_value());
}

}  // namespace
}  // namespace rapporteur
