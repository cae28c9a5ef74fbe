#include "locale/catalogue.hpp"

#include <doctest/doctest.h>

#include "base/files.hpp"

namespace rapporteur::locale {
namespace {

struct Loaded {
  Result<Catalogue> catalogue;
  Diagnostics diagnostics;
};

Loaded load(const std::string& text, std::string_view language = "fr") {
  const TemporaryDirectory folder;
  REQUIRE(write_file(folder.path() / "terms.yaml", text));
  Loaded loaded;
  loaded.catalogue = Catalogue::load(folder.path() / "terms.yaml", language, loaded.diagnostics);
  return loaded;
}

std::string told(const Loaded& loaded) {
  std::string text;
  for (const Diagnostic& diagnostic : loaded.diagnostics.all()) {
    CHECK(diagnostic.id == "catalogue-broken");
    text += std::to_string(diagnostic.origin.row) + " " +
            std::get<std::string>(diagnostic.args.at(0).second) + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("Catalogue: keys, arguments and plurals") {
  const Loaded loaded = load(
      "total: Total\n"
      "note:\n  difference: \"Écart de {amount}\"\n"
      "rows: \"{n, plural, one {# ligne} other {# lignes}}\"\n");
  REQUIRE(loaded.catalogue.has_value());
  const Catalogue& terms = *loaded.catalogue;
  CHECK(terms.get("total") == "Total");
  CHECK(terms.get("note.difference", {{"amount", "5"}}) == "Écart de 5");
  CHECK(terms.get("rows", {{"n", std::int64_t{0}}}) == "0 ligne");
  CHECK(terms.get("rows", {{"n", std::int64_t{1200}}}) == "1\u202F200 lignes");
  CHECK_FALSE(terms.get("note").has_value());
  CHECK(terms.keys() == std::vector<std::string>{"note.difference", "rows", "total"});
}

TEST_CASE("Catalogue: English groups with commas") {
  const Catalogue terms({{"rows", "{n, number} rows"}}, "en");
  CHECK(terms.get("rows", {{"n", std::int64_t{1200}}}) == "1,200 rows");
}

TEST_CASE("Catalogue: every fault in one run, with its line") {
  const Loaded loaded = load("a: x\nb: [1]\nc: \"{open\"\na: y\n");
  CHECK_FALSE(loaded.catalogue.has_value());
  CHECK(told(loaded) == "2 shape\n3 pattern\n4 twice\n");
}

TEST_CASE("Catalogue: broken files") {
  CHECK(told(load("a: [1\n")) == "2 yaml\n");
  CHECK(told(load("a: \xff\n")) == "1 utf8\n");
  CHECK(told(load("- a\n- b\n")) == "1 shape\n");
  CHECK(load("").catalogue.has_value());
}

TEST_CASE("Catalogue: a missing file") {
  Diagnostics diagnostics;
  CHECK_FALSE(Catalogue::load("absent/terms.fr.yaml", "fr", diagnostics).has_value());
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].id == "catalogue-missing");
  CHECK(diagnostics.all()[0].origin.file == "absent/terms.fr.yaml");
}

}  // namespace rapporteur::locale
