#include "locale/format.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace rapporteur::locale {
namespace {

using view::Percent;
using view::Value;

template <class T>
std::string printed(T data, std::string_view words, std::string_view language,
                    const Formats& named = {}) {
  std::string unknown;
  const std::optional<Format> format = parse_format(words, named, unknown);
  REQUIRE_MESSAGE(format.has_value(), unknown);
  Value value;
  value.data = std::move(data);
  return format_value(value, *format, language).value_or("(none)");
}

}  // namespace

TEST_CASE("money") {
  const Money amount{12'000'000, "XOF"};
  CHECK(printed(amount, "", "fr") == "12\u202F000\u202F000");
  CHECK(printed(amount, "money", "en") == "12,000,000");
  CHECK(printed(amount, "money currency", "fr") == "12\u202F000\u202F000\u00A0F\u202FCFA");
  CHECK(printed(amount, "money currency", "en") == "XOF\u00A012,000,000");
  CHECK(printed(Money{123456, "USD"}, "", "fr") == "1\u202F234,56");
  CHECK(printed(Money{123456, "USD"}, "currency", "fr") == "1\u202F234,56\u00A0USD");
  CHECK(printed(Money{-5, "USD"}, "", "en") == "\u22120.05");
  CHECK(printed(Money{999, "XOF"}, "", "fr") == "999");
  CHECK(printed(Money{0, "XOF"}, "", "fr") == "0");
  // More digits than a double holds.
  CHECK(printed(Money{999'999'999'999'999'999, "USD"}, "", "en") == "9,999,999,999,999,999.99");
  CHECK(printed(Money{std::numeric_limits<std::int64_t>::min(), "XOF"}, "", "en") ==
        "\u22129,223,372,036,854,775,808");
}

TEST_CASE("scales round half away from zero") {
  CHECK(printed(Money{51'750'000'000, "XOF"}, "money millions", "fr") == "51\u202F750");
  CHECK(printed(Money{51'750'000'000, "XOF"}, "billions decimals2", "fr") == "51,75");
  CHECK(printed(Money{2'500'000, "XOF"}, "millions", "en") == "3");
  CHECK(printed(Money{-2'500'000, "XOF"}, "millions", "en") == "\u22123");
  CHECK(printed(Money{2'499'999, "XOF"}, "millions", "en") == "2");
  CHECK(printed(Money{499'999, "XOF"}, "millions", "en") == "0");
  CHECK(printed(Money{-499'999, "XOF"}, "millions", "en") == "0");
  CHECK(printed(Money{-1, "XOF"}, "billions", "en") == "0");
  CHECK(printed(Money{250, "USD"}, "decimals0", "en") == "3");
}

TEST_CASE("numbers") {
  CHECK(printed(std::int64_t{1234}, "", "fr") == "1\u202F234");
  CHECK(printed(std::int64_t{2012}, "year", "fr") == "2012");
  CHECK(printed(std::int64_t{5}, "decimals2", "fr") == "5,00");
  CHECK(printed(std::int64_t{5}, "signed", "en") == "+5");
  CHECK(printed(std::int64_t{0}, "signed", "en") == "0");
  CHECK(printed(Decimal{3918, 2}, "", "fr") == "39,18");
  CHECK(printed(Decimal{5, 2}, "decimals1", "en") == "0.1");
  CHECK(printed(Decimal{4, 2}, "decimals1", "en") == "0.0");
  CHECK(printed(true, "", "fr") == "oui");
}

TEST_CASE("percent") {
  CHECK(printed(Percent{{645, 1}}, "", "fr") == "64,5\u00A0%");
  CHECK(printed(Percent{{645, 1}}, "percent", "en") == "64.5%");
  CHECK(printed(Percent{{645, 1}}, "percent decimals0", "en") == "65%");
  CHECK(printed(Percent{{1000, 1}}, "decimals1", "fr") == "100,0\u00A0%");
  CHECK(printed(Percent{{645, 1}}, "number", "fr") == "64,5");
}

TEST_CASE("dates") {
  CHECK(printed(Date{2012, 3, 1}, "", "fr") == "1er mars 2012");
  CHECK(printed(Date{2012, 3, 11}, "date", "fr") == "11 mars 2012");
  CHECK(printed(Date{2012, 3, 1}, "", "en") == "1 March 2012");
  CHECK(printed(Date{2012, 8, 0}, "", "fr") == "août 2012");
  CHECK(printed(Date{2012, 3, 31}, "month", "en") == "March 2012");
  CHECK(printed(Date{2012, 3, 31}, "month capital", "fr") == "Mars 2012");
  CHECK(printed(view::Text{"état", {}}, "capital", "fr") == "État");
  CHECK(printed(view::Text{"", {}}, "capital", "fr").empty());
  CHECK(printed(Date{2012, 3, 31}, "year", "en") == "2012");
  CHECK(printed(Date{2012, 0, 0}, "date", "fr") == "2012");
  CHECK(printed(Date{2024, 2, 29}, "", "fr") == "29 février 2024");
}

TEST_CASE("what is missing is loud unless the slot says otherwise") {
  CHECK(printed(Missing::empty, "money", "fr") == "[à compléter]");
  CHECK(printed(Missing::empty, "", "en") == "[missing]");
  CHECK(printed(Missing::not_applicable, "", "fr") == "s.o.");
  CHECK(printed(Missing::nothing_to_report, "", "en") == "nil");
  CHECK(printed(Missing::empty, "money dash", "fr") == "–");
  CHECK(printed(Missing::empty, "money blank", "fr").empty());
  CHECK(printed(Money{0, "XOF"}, "money dash", "fr") == "0");
}

TEST_CASE("a plugin's named format is a base for further words") {
  Format budget;
  budget.kind = "money";
  budget.missing = "–";
  budget.zero = "nul";
  budget.group = ".";
  const Formats named{{"budget", budget}};
  CHECK(printed(Money{12'000'000, "XOF"}, "budget", "fr", named) == "12.000.000");
  CHECK(printed(Missing::empty, "budget", "fr", named) == "–");
  CHECK(printed(Money{0, "XOF"}, "budget", "fr", named) == "nul");
  CHECK(printed(Money{12'000'000, "XOF"}, "budget millions", "fr", named) == "12");
  std::string unknown;
  CHECK_FALSE(parse_format("money budget", named, unknown).has_value());
  CHECK(unknown == "budget");
}

TEST_CASE("an unknown word is named") {
  std::string unknown;
  CHECK_FALSE(parse_format("money milions", {}, unknown).has_value());
  CHECK(unknown == "milions");
  CHECK_FALSE(parse_format("decimals7", {}, unknown).has_value());
  for (const std::string& word : format_words()) {
    CHECK(parse_format(word, {}, unknown).has_value());
  }
}

TEST_CASE("a value without such a form prints nothing") {
  CHECK(printed(Money{1, "XOF"}, "date", "fr") == "(none)");
  CHECK(printed(Date{2012, 3, 1}, "money", "fr") == "(none)");
  CHECK(printed(view::List{}, "", "fr") == "(none)");
  CHECK(printed(view::Map{}, "", "fr") == "(none)");
  CHECK(printed(view::Text{"PM", ""}, "money", "fr") == "PM");
}

TEST_CASE("a word stays with its number, a phrase may begin a line") {
  const view::Qualified change{Decimal{5, 0}, true, true, {}, "dans les zones ciblées"};
  CHECK(printed(change, "", "fr") == "+5\u00A0% dans les zones ciblées");
  const view::Qualified place{Decimal{8, 0}, false, false, {}, "(Mopti)"};
  CHECK(printed(place, "", "fr") == "8\u00A0(Mopti)");
}

}  // namespace rapporteur::locale
