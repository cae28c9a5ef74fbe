#include <doctest/doctest.h>

#include <stdexcept>

#include "base/icu_text.hpp"
#include "base/messages.hpp"
#include "base/report.hpp"

namespace rapporteur {

TEST_CASE("every message stands in French and in English") {
  const auto faults = catalogue_faults();
  for (const std::string& fault : faults) {
    CAPTURE(fault);
    CHECK(fault.empty());
  }
  CHECK(message_ids().size() > 5);
}

TEST_CASE("format_pattern groups numbers and chooses plurals for the language") {
  const Arguments args = {{"n", std::int64_t{1276000000}}, {"name", "l’axe {1}"}};
  CHECK(format_pattern("{n} : {name}", args, "fr") == "1\u202F276\u202F000\u202F000 : l’axe {1}");
  CHECK(format_pattern("{n}: {name}", args, "en") == "1,276,000,000: l’axe {1}");
  CHECK(format_pattern("{n, plural, one {# jour} other {# jours}}", {{"n", std::int64_t{0}}},
                       "fr") == "0 jour");
}

TEST_CASE("an id without texts is a programming error") {
  CHECK_THROWS_AS((void)kind_of(Diagnostic{.id = "no-such-id"}), std::logic_error);
}

TEST_CASE("place_text") {
  const Origin cell{.file = "p/tables/budget_lines.csv",
                    .row = 27,
                    .column = 8,
                    .column_name = "total",
                    .text = "95.000.000"};
  CHECK(place_text(cell, "en") == "p/tables/budget_lines.csv:27, column 8 “total”");
  CHECK(place_text(cell, "fr") == "p/tables/budget_lines.csv:27, colonne 8 «\u00A0total\u00A0»");
  const Origin tag{
      .file = "t.odt", .row = 3, .column = 2, .part = "body", .heading = "Budget", .table = 1};
  CHECK(place_text(tag, "en") == "t.odt, body, under “Budget”, table 1, row 3, column 2");
}

}  // namespace rapporteur
