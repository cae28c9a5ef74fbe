// Spreadsheet numbers as text.
#include "office/cell_text.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>

namespace rapporteur::office {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

constexpr std::chrono::year_month_day windows = year{1899} / month{12} / day{30};
constexpr std::chrono::year_month_day mac = year{1904} / month{1} / day{1};

TEST_CASE("decimal_text: what was typed, without the noise of floating point") {
  CHECK(decimal_text(0) == "0");
  CHECK(decimal_text(-0.0) == "0");
  CHECK(decimal_text(12000000) == "12000000");
  CHECK(decimal_text(-1234.5) == "-1234.5");
  CHECK(decimal_text(0.1 + 0.2) == "0.3");
  CHECK(decimal_text(1.1) == "1.1");
  CHECK(decimal_text(25458866.000000004) == "25458866");
  CHECK(decimal_text(3100484.87) == "3100484.87");
  CHECK(decimal_text(1e15) == "1000000000000000");
  CHECK(decimal_text(1234567890123456.0) == "1234567890123460");  // 15 digits, as a spreadsheet
  CHECK(decimal_text(1e-7) == "0.0000001");
  CHECK(decimal_text(1e20) == "100000000000000000000");
  CHECK(decimal_text(std::numeric_limits<double>::infinity()) == "#NUM!");
  CHECK(decimal_text(std::nan("")) == "#NUM!");
}

TEST_CASE("decimal_text: any amount of two decimals comes back") {
  std::mt19937_64 random(7);
  std::uniform_int_distribution<std::int64_t> minor(-9'999'999'999'999, 9'999'999'999'999);
  for (int i = 0; i < 10000; ++i) {
    const std::int64_t cents = minor(random);
    std::string text = decimal_text(static_cast<double>(cents) / 100);
    const std::size_t point = text.find('.');
    const std::size_t decimals = point == std::string::npos ? 0 : text.size() - point - 1;
    REQUIRE(decimals <= 2);
    if (point != std::string::npos) {
      text.erase(point, 1);
    }
    text.append(2 - decimals, '0');
    REQUIRE(std::strtoll(text.c_str(), nullptr, 10) == cents);
  }
}

TEST_CASE("percent_text: the shown number, exactly") {
  CHECK(percent_text(0.4) == "40");
  CHECK(percent_text(0.075) == "7.5");
  CHECK(percent_text(0.07) == "7");
  CHECK(percent_text(1.1) == "110");
  CHECK(percent_text(-0.005) == "-0.5");
  CHECK(percent_text(0) == "0");
}

TEST_CASE("date_text: both calendars of spreadsheets") {
  CHECK(date_text(40908, windows) == "2011-12-31");
  CHECK(date_text(39446, mac) == "2011-12-31");
  CHECK(date_text(60, windows) == "1900-02-28");
  CHECK(date_text(-1, windows) == "1899-12-29");
  CHECK(date_text(44255.5, windows) == "2021-02-28 12:00:00");
  CHECK(date_text(44255.999999, windows) == "2021-03-01");  // not 23:59:60
  CHECK(date_text(1e300, windows).size() > 100);            // no date: the number
}

TEST_CASE("time_text: a time of day, or a duration") {
  CHECK(time_text(0.5) == "12:00:00");
  CHECK(time_text(1.5) == "36:00:00");
}

}  // namespace

}  // namespace rapporteur::office
