#include "load/indicator_value.hpp"

#include <doctest/doctest.h>

namespace rapporteur::load {
namespace {

const NumberStyle french{{" "}, ","};
const MissingWords words{{"N/A", Missing::not_applicable}, {"/", Missing::not_measured}};
const Scale plans{"plans",
                  {{0, {{{"fr", "Aucun plan"}}, {}}},
                   {1, {{{"fr", "Plan rédigé"}, {"en", "Plan drafted"}}, {}}},
                   {2, {{{"fr", "Plan suivi"}, {"en", "Plan followed"}}, {}}}}};

IndicatorValue read(std::string_view text, ValueType type, const Scale* scale = nullptr) {
  return parse_indicator_value(text, type, scale, french, words);
}
std::string text_in(const IndicatorValue& value) {
  const auto* const text = std::get_if<std::string>(&value.data);
  return text == nullptr ? "(no text)" : *text;
}

TEST_CASE("indicator values: numbers, signs, words") {
  CHECK(read("139 327", ValueType::count).data ==
        decltype(IndicatorValue::data)(Decimal{139327, 0}));
  CHECK(read("966\u202F836", ValueType::count).data ==
        decltype(IndicatorValue::data)(Decimal{966836, 0}));
  const IndicatorValue percent = read("78,97%", ValueType::percent);
  CHECK(std::get<Decimal>(percent.data) == Decimal{7897, 2});
  CHECK(percent.is_percent);
  CHECK(read("40", ValueType::percent).is_percent);
  const IndicatorValue relative = read("+5 %", ValueType::percent);
  CHECK(std::get<Relative>(relative.data).change == Decimal{5, 0});
  CHECK(std::get<Relative>(read("-10%", ValueType::count).data).change == Decimal{-10, 0});
  CHECK(std::get<Decimal>(read("-10", ValueType::index).data) == Decimal{-10, 0});
  const IndicatorValue each = read("1 par cercle ciblé", ValueType::count);
  CHECK(std::get<Decimal>(each.data) == Decimal{1, 0});
  CHECK(each.after == "par cercle ciblé");
  const IndicatorValue least = read("Au moins 12 000 (2 zones)", ValueType::count);
  CHECK(std::get<Decimal>(least.data) == Decimal{12000, 0});
  CHECK(least.before == "Au moins");
  CHECK(least.after == "(2 zones)");
  CHECK(read("≥ 30 %", ValueType::percent).before == "≥");
}

TEST_CASE("indicator values: what is missing, what is no number") {
  CHECK(std::get<Missing>(read("N/A", ValueType::count).data) == Missing::not_applicable);
  CHECK(std::get<Missing>(read("/", ValueType::text).data) == Missing::not_measured);
  for (const char* const text : {"37 ,37%", "Plan d’action 2022", "12.5", "12abc", "1 2",
                                 "139,327.5", "1 0000", "police ; gendarmerie"}) {
    CHECK(text_in(read(text, ValueType::count)) == text);
  }
}

TEST_CASE("indicator values: yes or no, steps, lists, parts") {
  CHECK(std::get<bool>(read("Oui", ValueType::yes_no).data));
  CHECK_FALSE(std::get<bool>(read("no", ValueType::yes_no).data));
  CHECK(text_in(read("en partie", ValueType::yes_no)) == "en partie");
  CHECK(std::get<ScaleStep>(read("plan drafted", ValueType::ordinal, &plans).data).digit == 1);
  CHECK(std::get<ScaleStep>(read("2 – Plan suivi", ValueType::ordinal, &plans).data) ==
        ScaleStep{2, false});
  CHECK(std::get<ScaleStep>(read("2 – Aucun plan", ValueType::ordinal, &plans).data) ==
        ScaleStep{2, true});
  CHECK(text_in(read("7", ValueType::ordinal, &plans)) == "7");
  CHECK(std::get<std::vector<std::string>>(read("loi; décret\nfonds", ValueType::checklist).data) ==
        std::vector<std::string>{"loi", "décret", "fonds"});
  const auto parts =
      std::get<std::vector<Part>>(read("formés: 1 200; part: 45 %", ValueType::composite).data);
  CHECK(parts == std::vector<Part>{{"formés", {1200, 0}, false}, {"part", {45, 0}, true}});
  CHECK(text_in(read("formés: beaucoup", ValueType::composite)) == "formés: beaucoup");
}

}  // namespace
}  // namespace rapporteur::load
