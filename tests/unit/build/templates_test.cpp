#include <doctest/doctest.h>

#include "base/files.hpp"
#include "build/templates.hpp"

namespace rapporteur::build {

TEST_CASE("a template whose file did not change is kept, another is opened") {
  const auto bytes = read_file(SOURCE_DIR "/templates/national-budget/national-budget.odt");
  REQUIRE(bytes.has_value());
  Templates templates;
  Diagnostics diagnostics;
  const auto first = templates.open("a.odt", *bytes, diagnostics);
  REQUIRE(first != nullptr);
  CHECK(templates.open("a.odt", *bytes, diagnostics) == first);
  CHECK(templates.open("b.odt", *bytes, diagnostics) != first);
  CHECK(templates.open("a.odt", "no zip", diagnostics) == nullptr);
  CHECK(templates.open("a.odt", *bytes, diagnostics) != nullptr);
}

TEST_CASE("what is wrong with a kept template is told each time") {
  Templates templates;
  Diagnostics first;
  CHECK(templates.open("a.odt", "no zip", first) == nullptr);
  REQUIRE(first.has_fault());
  Diagnostics again;
  CHECK(templates.open("a.odt", "no zip", again) == nullptr);
  CHECK(again.all().size() == first.all().size());
  CHECK(again.all().front().origin.file == "a.odt");
}

}  // namespace rapporteur::build
