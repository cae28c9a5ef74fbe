// Lengths of sections: how words are counted, and what is told.
#include "build/limits.hpp"

#include <doctest/doctest.h>

#include "base/messages.hpp"

namespace rapporteur::build {

TEST_CASE("words: what has a letter or a digit") {
  CHECK(count_words("") == 0);
  CHECK(count_words("Un deux\ntrois") == 3);
  CHECK(count_words("«\u00A0Oui\u00A0», dit-elle\u202F: l’eau\u00A0!") == 3);
  CHECK(count_words("139\u202F327 femmes et 12\u00A0% – 3\u00A0mois") == 6);
}

TEST_CASE("characters: with spaces, without ends of paragraphs") {
  CHECK(count_characters("é a\nœ") == 4);
}

TEST_CASE("limits of sections and of the document") {
  plugin::LimitsByName limits;
  limits["summary"] = {.pages = plugin::Range{0, 2}, .words = plugin::Range{0, 3}};
  limits["annex"] = {.pages = plugin::Range{0, 1}};
  limits["document"] = {.pages = plugin::Range{10, 15}, .characters = plugin::Range{0, 5}};
  const std::vector<template_::LimitMark> marks{
      {"rap_limit_1", "summary", {.file = "t.odt", .heading = "Résumé"}},
      {"rap_limit_2", "summary", {.file = "t.odt", .heading = "Résumé"}}};
  CHECK(sections_to_measure(limits, marks) ==
        std::vector<std::string>{"rap_limit_1", "rap_limit_2", ""});
  office::Outcome outcome;
  outcome.pages = 9;
  outcome.sections = {{"rap_limit_1", "Résumé", 3, 5, "un deux trois"},
                      {"rap_limit_2", "Résumé", 6, 7, "un deux trois quatre"},
                      {"", "", 1, 9, "quatre"}};
  Diagnostics diagnostics;
  check_limits(limits, marks, "plan.x.fr", outcome, diagnostics);
  std::string told;
  for (const Diagnostic& one : diagnostics.all()) {
    told += one.id + " " + one.origin.file + " " + std::to_string(one.origin.page) + " " +
            render(one, "en").message + "\n";
  }
  CHECK(told ==
        "limit-unmeasured plan.x.fr 0 The limit “annex” is not measured: the template names no "
        "such section.\n"
        "limit-pages plan.x.fr 1 The document has 9 pages; at least 10 are allowed.\n"
        "limit-characters plan.x.fr 1 The document has 6 characters; at most 5 are allowed.\n"
        "limit-pages t.odt 3 “Résumé” has 3 pages; at most 2 are allowed.\n"
        "limit-words t.odt 6 “Résumé” has 4 words; at most 3 are allowed.\n");
}

}  // namespace rapporteur::build
