#include <doctest/doctest.h>

#include "base/json.hpp"
#include "preview/state_json.hpp"

namespace rapporteur::preview {

namespace {

json::Value parsed(const std::string& text) {
  CHECK(text.find('\n') == std::string::npos);  // it travels as one line of an event
  json::Problem problem;
  auto value = json::parse(text, problem);
  REQUIRE(value.has_value());
  return *value;
}

const Origin cell{
    .file = "plan/tables/lines.csv", .row = 7, .column = 3, .column_name = "total", .text = "95"};

State state_with_figures() {
  State state;
  build::TracedFigure typed;
  typed.figure.printed = "95";
  typed.figure.origin = cell;
  typed.places = {{.page = 2, .x = 10, .y = 20.26, .width = 30, .height = 8}};
  build::TracedFigure computed;
  computed.figure.printed = "190";
  computed.figure.formula = view::Formula{
      "sum",
      {{.file = cell.file, .sheet = "", .column_name = "total", .rows = {{7, 9}, {12, 12}}}}};
  computed.places = {{.page = 3}};
  state.figures = {typed, computed};
  state.figures_phase = FiguresPhase::ready;
  state.findings = {{.id = "preview-broken", .origin = cell, .args = {{"detail", "x"}}}};
  return state;
}

}  // namespace

TEST_CASE("a finding knows where its cell is printed") {
  Places places;
  const json::Value state = parsed(state_json(state_with_figures(), places, "fr"));
  const json::Value& finding = state.find("findings")->items.at(0);
  CHECK(finding.find("figures")->items.at(0).text == "0");
  CHECK(finding.string_at("place").find("lines.csv:7") != std::string_view::npos);
  CHECK(finding.find("fault")->is_true);
  CHECK(state.find("faults")->text == "1");
  CHECK(state.find("document")->is(json::Type::null));
  const int source = std::stoi(finding.find("source")->text);
  CHECK(places.find(source)->origin == cell);
}

TEST_CASE("a figure leads to its cell, or to the cells of its formula") {
  Places places;
  const json::Value all = parsed(figures_json(state_with_figures(), places, "en"));
  const json::Value& typed = all.find("figures")->items.at(0);
  CHECK(typed.find("boxes")->items.at(0).items.at(2).text == "20.3");
  CHECK(places.find(std::stoi(typed.find("source")->text))->origin == cell);
  const json::Value& computed = all.find("figures")->items.at(1);
  CHECK(computed.string_at("text") == "Sum of:");
  CHECK(computed.find("source")->text == "-1");
  const json::Value& group = computed.find("groups")->items.at(0);
  CHECK(group.string_at("place").find("7–9, 12") != std::string_view::npos);
  const auto place = places.find(std::stoi(group.find("source")->text));
  CHECK(place->rows == std::vector<std::pair<int, int>>{{7, 9}, {12, 12}});
}

}  // namespace rapporteur::preview
