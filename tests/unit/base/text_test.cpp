#include <doctest/doctest.h>

#include "base/text.hpp"

using namespace std::string_literals;

namespace rapporteur {

TEST_CASE("first_invalid_utf8") {
  CHECK(first_invalid_utf8("Résultat « 1 »") == std::string_view::npos);
  CHECK(first_invalid_utf8("ab\xff") == 2);
  CHECK(first_invalid_utf8("\xed\xa0\x80") == 0);  // a lone surrogate kills an office's bridge
  CHECK(first_invalid_utf8("a\xc0\xaf") == 1);     // overlong
}

TEST_CASE("strip_unprintable") {
  CHECK(strip_unprintable("a\tb\nc") == "a\tb\nc");
  CHECK(strip_unprintable("a\0b\x1f"s) == "ab");
  CHECK(strip_unprintable("\uE000jeton\uE001") == "jeton");
  CHECK(strip_unprintable("\U000F0000x\uFFFE") == "x");
  CHECK(strip_unprintable("\U0001F600") == "\U0001F600");
}

TEST_CASE("trimmed") {
  CHECK(trimmed("\u00A0\u202F 12 000\u00A0") == "12 000");
  CHECK(trimmed("\uFEFFid") == "id");
  CHECK(trimmed(" \t\n").empty());
}

TEST_CASE("folded") {
  CHECK(folded("Numéro d’axe") == "numero_d_axe");
  CHECK(folded("  Œuvre d’art ") == "oeuvre_d_art");
  CHECK(folded("titre.fr") == "titre.fr");
  CHECK(folded("Montant (F CFA)") == "montant_f_cfa");
}

TEST_CASE("nearest") {
  const std::vector<std::string> names = {"amount", "node", "title.fr", "total"};
  CHECK(nearest("amuont", names) == "amount");
  CHECK(nearest("Titel.fr", names) == "title.fr");
  CHECK(nearest("responsable", names).empty());
}

TEST_CASE("shortened") {
  CHECK(shortened("été", 3) == "été");
  CHECK(shortened("étéà", 3) == "ét…");
}

}  // namespace rapporteur
