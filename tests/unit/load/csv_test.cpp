#include "load/csv.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace rapporteur::load {
namespace {

using Fields = std::vector<std::string>;

TEST_CASE("detect_separator counts outside quotes in the header line") {
  CHECK(detect_separator("a;b;c\n1,2,3,4,5\n") == ';');
  CHECK(detect_separator("a,b\n") == ',');
  CHECK(detect_separator("a\tb\tc,d\n") == '\t');
  CHECK(detect_separator("\"x,y,z\";b\n") == ';');
  CHECK(detect_separator("\n\na,b\n") == ',');
  CHECK(detect_separator("alone\n") == ';');
}

TEST_CASE("parse_csv") {
  Diagnostics diagnostics;
  const auto parse = [&](std::string_view text) { return parse_csv(text, "t.csv", diagnostics); };

  SUBCASE("quoted cells keep separators, doubled quotes and line breaks") {
    const auto rows = parse("a,b\r\n\"x, \"\"y\"\"\",\"one\r\ntwo\"\r\nlast,2\r\n");
    REQUIRE(rows.size() == 3);
    CHECK(rows[1].fields == Fields{"x, \"y\"", "one\ntwo"});
    CHECK(rows[1].line == 2);
    CHECK(rows[2].line == 4);  // the line of the file, not the number of the record
  }
  SUBCASE("a last line without end, old Mac line ends") {
    CHECK(parse("a;b\n1;2").at(1).fields == Fields{"1", "2"});
    const auto rows = parse("a;b\r1;2\r3;4");
    REQUIRE(rows.size() == 3);
    CHECK(rows[2].line == 3);
  }
  SUBCASE("rows of empty cells are no rows") {
    const auto rows = parse("a;b\n;\n \u00A0;\n\n1;\n");
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].fields == Fields{"1", ""});
    CHECK(rows[1].line == 5);
  }
  SUBCASE("an unclosed quote names the place where it opens") {
    CHECK(parse("a;b\n1;2\n3;\"open\n5;6\n").size() == 2);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].id == "csv-quote-unclosed");
    CHECK(diagnostics.all()[0].origin.row == 3);
    CHECK(diagnostics.all()[0].origin.column == 2);
    return;
  }
  SUBCASE("text behind a closing quote") {
    CHECK(parse("a;b\n\"x\"y;2\n").size() == 1);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].id == "csv-quote-inside");
    CHECK(diagnostics.all()[0].origin.row == 2);
    CHECK(diagnostics.all()[0].origin.column == 1);
    return;
  }
  CHECK(diagnostics.empty());
}

}  // namespace
}  // namespace rapporteur::load
