#include <doctest/doctest.h>

#include "base/text.hpp"
#include "review/match.hpp"
#include "review/target.hpp"

namespace rapporteur::review {
namespace {

/// "0 2 ~3 -": the same as 0, the same as 2, like 3, like none.
std::string matched(const std::string& reviewed, const std::string& printed) {
  std::vector<Paragraph> left;
  for (const std::string& text : split(reviewed, '|')) {
    left.push_back({Stream::body, text, false, 0});
  }
  std::vector<PrintedParagraph> right;
  for (const std::string& text : split(printed, '|')) {
    right.push_back({Stream::body, text, {}});
  }
  std::string line;
  for (const Match& match : match(left, right, std::vector<bool>(left.size(), true))) {
    line += (line.empty() ? "" : " ") + std::string(match.printed && !match.is_same ? "~" : "") +
            (match.printed ? std::to_string(*match.printed) : "-");
  }
  return line;
}

TEST_CASE("match: paragraphs of a reviewed document and of the report as built") {
  CHECK(matched("a|b|c", "a|b|c") == "0 1 2");
  CHECK(matched("1\u202F000 F|x", "1 000\u00A0F|x") == "0 1");
  SUBCASE("figures that repeat go by what stands around them") {
    CHECK(matched("A|0|0|B|0|0|C", "A|0|0|B|0|0|C") == "0 1 2 3 4 5 6");
    CHECK(matched("A|0|B|0|C", "A|0|new|0|B|0|C") == "0 1 4 5 6");
  }
  SUBCASE("a text that changed is found by its words, a figure by its place") {
    CHECK(matched("a|les femmes du nord du pays|b",
                  "a|d’autres mots|les femmes du sud du pays|b") == "0 ~2 3");
    CHECK(matched("a|12|13|b", "a|14|15|b") == "0 ~1 ~2 3");
  }
  SUBCASE("a paragraph that has gone elsewhere") {
    CHECK(matched("le plan prévoit cinq axes|a|b|c", "a|b|c|le plan prévoit six axes") ==
          "~3 0 1 2");
  }
  SUBCASE("nothing alike") {
    CHECK(matched("a|rien de tel|b", "a|b") == "0 - 1");
  }
  SUBCASE("a thousand cells in another order, and not all of them, end soon") {
    std::string left;
    std::string right;
    for (int i = 0; i < 1000; ++i) {
      left += std::to_string(i % 7) + "|";
      right += std::to_string(i % 5) + "|";
    }
    CHECK(matched(left, right).size() > 1000);
  }
}

TEST_CASE("match: places in text whatever the spaces") {
  CHECK(ink_of("1\u202F000 \u00A0F") == "1000F");
  CHECK(ink_before("a b c", 4) == 2);
  CHECK(byte_at_ink("a\u00A0\u00A0bc", 1) == 5);
  CHECK(byte_at_ink("abc", 9) == 3);
}

TEST_CASE("built_name: what people do to a file's name") {
  const auto parts = [](const char* name) {
    const auto built = built_name(name);
    return built ? built->plan + "/" + built->format + "/" + built->language : "-";
  };
  CHECK(parts("pan-1325.national-budget.fr.docx") == "pan-1325/national-budget/fr");
  CHECK(parts("pan-1325.national-budget.fr (1).docx") == "pan-1325/national-budget/fr");
  CHECK(parts("pan-1325.national-budget.fr – relu par A. Diallo.docx") ==
        "pan-1325/national-budget/fr");
  CHECK(parts("pan-1325.national-budget.en_v2.final.odt") == "pan-1325/national-budget/en");
  CHECK(parts("un.plan.national-budget.fr.docx") == "un.plan/national-budget/fr");
  CHECK(parts("rapport.docx") == "-");
  CHECK(parts("a.b.docx") == "-");
}

}  // namespace
}  // namespace rapporteur::review
