#include "view/value.hpp"

#include <doctest/doctest.h>

namespace rapporteur::view {
namespace {

Value sample() {
  Origin cell;
  cell.file = "budget.csv";
  cell.row = 7;
  cell.column = 3;
  cell.text = "12.000.000";
  const Value money{Money{12'000'000, "XOF"}, "déclaré", cell};
  const Value markdown{Markdown{"# A\nb \"c\"", "fr", cell}, "", {}};
  return {Map{{"all",
               {List{{Missing::pending, "", {}},
                     {true, "", {}},
                     {std::int64_t{-5}, "", {}},
                     {Decimal{-1205, 2}, "", {}},
                     {Percent{{3918, 2}}, "", {}},
                     money,
                     {Date{2012, 3, 0}, "", {}},
                     {Text{"œ", "en"}, "", {}},
                     {Image{"media/a.png", "Un cercle", "fr"}, "", {}},
                     markdown},
                "",
                {}}},
              {"none", {List{}, "", {}}},
              {"map", {Map{{"x", {Text{"y", ""}, "", {}}}}, "", {}}}},
          "",
          {}};
}

/// A list in a list …, `depth` levels with the innermost value.
Value nested(int depth) {
  Value value{std::int64_t{1}, "", {}};
  for (int i = 1; i < depth; ++i) {
    value = {List{value}, "", {}};
  }
  return value;
}

}  // namespace

TEST_CASE("Value::find") {
  const Value value = sample();
  REQUIRE(value.find("map") != nullptr);
  CHECK(value.find("map")->find("x")->data == Value{Text{"y", ""}, "", {}}.data);
  CHECK(value.find("absent") == nullptr);
  CHECK(value.find("all")->find("x") == nullptr);
}

TEST_CASE("encode and decode give the same tree, notes and places included") {
  const Value value = sample();
  CHECK(decode(encode(value)) == value);
}

TEST_CASE("decode refuses what it did not write") {
  const std::string bytes = encode(sample());
  SUBCASE("each cut") {
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      CHECK_FALSE(decode(std::string_view(bytes).substr(0, size)).has_value());
    }
  }
  SUBCASE("bytes left over") {
    CHECK_FALSE(decode(bytes + "x").has_value());
  }
  SUBCASE("an unknown alternative") {
    std::string broken = bytes;
    broken[0] = 99;
    CHECK_FALSE(decode(broken).has_value());
  }
  SUBCASE("text that is no UTF-8") {
    CHECK_FALSE(decode(encode({Text{"\xff", ""}, "", {}})).has_value());
  }
  SUBCASE("a kind of missing that does not exist") {
    CHECK_FALSE(decode(encode({static_cast<Missing>(17), "", {}})).has_value());
  }
  SUBCASE("nesting deeper than 64") {
    CHECK(decode(encode(nested(64))).has_value());
    CHECK_FALSE(decode(encode(nested(65))).has_value());
  }
  SUBCASE("a flipped byte never reads past the end") {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      std::string broken = bytes;
      broken[at] = static_cast<char>(broken[at] ^ 0x7f);
      const std::optional<Value> value = decode(broken);
      CHECK((!value.has_value() || decode(encode(*value)) == *value));
    }
  }
}

TEST_CASE("to_text") {
  CHECK(to_text(sample()) ==
        "view:\n"
        "  all:\n"
        "    - missing pending\n"
        "    - true\n"
        "    - -5\n"
        "    - -12.05\n"
        "    - 39.18 %\n"
        "    - 12000000 XOF  note \"déclaré\"\n"
        "    - date 2012-03\n"
        "    - \"œ\"[en]\n"
        "    - image \"media/a.png\" \"Un cercle\"[fr]\n"
        "    - markdown[fr] \"# A\\nb \\\"c\\\"\"\n"
        "  none: []\n"
        "  map:\n"
        "    x: \"y\"\n");
}

}  // namespace rapporteur::view
