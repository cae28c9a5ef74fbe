// Ordinals, numbers in words, spans of dates, in both languages.
#include <doctest/doctest.h>

#include "locale/words.hpp"

namespace rapporteur::locale {

TEST_CASE("ordinals") {
  CHECK(ordinal(1, Gender::masculine, "fr") == "1er");
  CHECK(ordinal(1, Gender::feminine, "fr") == "1re");
  CHECK(ordinal(2, Gender::masculine, "fr") == "2e");
  CHECK(ordinal(21, Gender::feminine, "fr") == "21e");
  CHECK(ordinal(1, Gender::feminine, "en") == "1st");
  CHECK(ordinal(2, Gender::masculine, "en") == "2nd");
  CHECK(ordinal(11, Gender::masculine, "en") == "11th");
  CHECK(ordinal_in_words(1, Gender::masculine, "fr") == "premier");
  CHECK(ordinal_in_words(1, Gender::feminine, "fr") == "première");
  CHECK(ordinal_in_words(21, Gender::masculine, "fr") == "vingt-et-unième");
  CHECK(ordinal_in_words(3, Gender::masculine, "en") == "third");
  CHECK(ordinal_in_words(21, Gender::masculine, "en") == "twenty-first");
}

TEST_CASE("numbers in words") {
  CHECK(number_in_words(21, Gender::masculine, "fr") == "vingt-et-un");
  CHECK(number_in_words(21, Gender::feminine, "fr") == "vingt-et-une");
  CHECK(number_in_words(80, Gender::masculine, "fr") == "quatre-vingts");
  CHECK(number_in_words(0, Gender::masculine, "fr") == "zéro");
  CHECK(number_in_words(125, Gender::masculine, "en") == "one hundred twenty-five");
  CHECK(number_in_words(-3, Gender::masculine, "en") == "minus three");
}

TEST_CASE("spans of dates say once what both ends share") {
  const auto range = [](Date first, Date last, const char* language) {
    return date_range(first, last, language);
  };
  CHECK(range({2020, 1, 1}, {2020, 3, 31}, "fr") == "du 1er janvier au 31 mars 2020");
  CHECK(range({2020, 3, 1}, {2020, 3, 31}, "fr") == "du 1er au 31 mars 2020");
  CHECK(range({2019, 5, 2}, {2020, 3, 31}, "fr") == "du 2 mai 2019 au 31 mars 2020");
  CHECK(range({2020, 4, 0}, {2020, 6, 0}, "fr") == "d’avril à juin 2020");
  CHECK(range({2019, 5, 0}, {2020, 3, 0}, "fr") == "de mai 2019 à mars 2020");
  CHECK(range({2019, 0, 0}, {2021, 0, 0}, "fr") == "2019–2021");
  CHECK(range({2019, 0, 0}, {2020, 3, 0}, "fr") == "de 2019 à mars 2020");
  CHECK(range({2020, 3, 1}, {2020, 3, 1}, "fr") == "1er mars 2020");
  CHECK(range({2020, 1, 1}, {2020, 3, 31}, "en") == "1 January – 31 March 2020");
  CHECK(range({2020, 3, 1}, {2020, 3, 31}, "en") == "1–31 March 2020");
  CHECK(range({2019, 5, 2}, {2020, 3, 31}, "en") == "2 May 2019 – 31 March 2020");
  CHECK(range({2020, 4, 0}, {2020, 6, 0}, "en") == "April–June 2020");
  CHECK(range({2019, 5, 0}, {2020, 3, 0}, "en") == "May 2019 – March 2020");
  CHECK(range({2019, 0, 0}, {2020, 3, 0}, "en") == "2019 – March 2020");
}

}  // namespace rapporteur::locale
