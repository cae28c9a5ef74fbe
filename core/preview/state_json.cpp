#include "preview/state_json.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "base/json.hpp"
#include "base/messages.hpp"
#include "base/report.hpp"
#include "build/provenance.hpp"

namespace rapporteur::preview {

namespace {

const char* name_of(Phase phase) {
  static constexpr std::array names{"starting", "building", "ready", "failed"};
  return names.at(static_cast<std::size_t>(phase));
}
const char* name_of(OutputPhase phase) {
  static constexpr std::array names{"idle", "building", "built", "failed"};
  return names.at(static_cast<std::size_t>(phase));
}
const char* name_of(FiguresPhase phase) {
  static constexpr std::array names{"none", "tracing", "ready"};
  return names.at(static_cast<std::size_t>(phase));
}
const char* name_of(Severity severity) {
  static constexpr std::array names{"information", "warning", "error"};
  return names.at(static_cast<std::size_t>(severity));
}

/// Tenths of a point are finer than any screen.
json::Value decimal(double number) {
  json::Value value;
  value.type = json::Type::number;
  value.text = fmt::format("{:.1f}", number);
  return value;
}

std::string on_one_line(const json::Value& value) {
  std::string text = json::write(value, 0);
  while (text.ends_with('\n')) {
    text.pop_back();
  }
  return text;
}

using Cell = std::tuple<std::string, std::string, int, int>;

Cell cell_of(const Origin& origin) {
  return {origin.file, origin.sheet, origin.row, origin.column};
}

/// Figures by the cell that they print, to tell where a finding's cell stands in the document.
std::map<Cell, std::vector<int>> figures_by_cell(const State& state) {
  std::map<Cell, std::vector<int>> by_cell;
  for (std::size_t i = 0; i < state.figures.size(); ++i) {
    const Origin& cell = state.figures[i].figure.origin;
    if (!cell.file.empty() && !state.figures[i].places.empty()) {
      by_cell[cell_of(cell)].push_back(static_cast<int>(i));
    }
  }
  return by_cell;
}

json::Value numbers(const std::vector<int>& list) {
  json::Value value = json::array();
  for (const int number : list) {
    value.push(json::number(number));
  }
  return value;
}

json::Value formats_json(const State& state, std::string_view language) {
  json::Value formats = json::array();
  for (const OfferedFormat& format : state.formats) {
    json::Value& one = formats.push(json::object());
    one.set("id", json::string(format.id));
    one.set("name", json::string(format.name.in(language).text));
    one.set("languages", json::strings(format.languages));
    one.set("ofPlan", json::boolean(format.is_of_plan));
  }
  return formats;
}

json::Value choice_json(const Choice& choice) {
  json::Value value = json::object();
  value.set("format", json::string(choice.format));
  value.set("language", json::string(choice.language));
  return value;
}

json::Value document_json(const State& state) {
  if (!state.shown) {
    return {};
  }
  json::Value document = json::object();
  document.set("number", json::number(state.shown->number));
  document.set("name", json::string(state.shown->name));
  document.set("format", json::string(state.shown->choice.format));
  document.set("language", json::string(state.shown->choice.language));
  json::Value& pages = document.set("pages", json::array());
  for (const pdf::PageSize& size : state.shown->pages->sizes()) {
    json::Value& page = pages.push(json::array());
    page.push(decimal(size.width));
    page.push(decimal(size.height));
  }
  document.set("changed", numbers(state.changed_pages));
  document.set("took", json::number(state.took.count()));
  return document;
}

json::Value finding_json(const Diagnostic& finding, Places& places,
                         const std::map<Cell, std::vector<int>>& figures,
                         std::string_view language) {
  const Rendered text = render(finding, language);
  json::Value value = json::object();
  value.set("id", json::string(finding.id));
  value.set("severity", json::string(name_of(severity_of(finding))));
  value.set("fault", json::boolean(kind_of(finding) != Kind::finding));
  value.set("place", json::string(place_text(finding.origin, language)));
  value.set("message", json::string(text.message));
  value.set("cause", json::string(text.cause));
  value.set("remedy", json::string(text.remedy));
  value.set("suggestion", json::string(finding.suggestion));
  value.set("source", json::number(places.number_of({finding.origin, {}})));
  value.set("page", json::number(finding.origin.page));
  const auto printed = figures.find(cell_of(finding.origin));
  value.set("figures", printed == figures.end() ? json::array() : numbers(printed->second));
  json::Value& related = value.set("related", json::array());
  for (std::size_t i = 0; i < finding.related.size(); ++i) {
    json::Value& one = related.push(json::object());
    one.set("message", json::string(text.related[i]));
    one.set("place", json::string(place_text(finding.related[i].origin, language)));
    one.set("source", json::number(places.number_of({finding.related[i].origin, {}})));
  }
  return value;
}

json::Value output_json(const State& state) {
  json::Value output = json::object();
  output.set("phase", json::string(name_of(state.output)));
  output.set("folder", json::string(state.out));
  json::Value& files = output.set("files", json::array());
  for (std::size_t i = 0; i < state.files.size(); ++i) {
    json::Value& file = files.push(json::object());
    file.set("id", json::number(static_cast<std::int64_t>(i)));
    file.set("name", json::string(state.files[i].name));
  }
  return output;
}

json::Value group_json(const view::Cells& group, Places& places, std::string_view language) {
  json::Value value = json::object();
  value.set("place", json::string(build::cells_text(group, language)));
  value.set("source",
            json::number(places.number_of(
                {{.file = group.file, .sheet = group.sheet, .column_name = group.column_name},
                 group.rows})));
  return value;
}

json::Value box_json(const build::FigurePlace& place) {
  json::Value box = json::array();
  box.push(json::number(place.page));
  for (const double side : {place.x, place.y, place.width, place.height}) {
    box.push(decimal(side));
  }
  return box;
}

json::Value figure_json(const build::TracedFigure& traced, Places& places,
                        std::string_view language) {
  const template_::PrintedFigure& figure = traced.figure;
  json::Value value = json::object();
  value.set("printed", json::string(figure.printed));
  json::Value& boxes = value.set("boxes", json::array());
  for (const build::FigurePlace& place : traced.places) {
    boxes.push(box_json(place));
  }
  // A figure that quotes another one stands in a cell and has a formula.
  const bool is_cell =
      !figure.origin.file.empty() && (!figure.formula || figure.formula->operation == "quotation");
  value.set("place", json::string(is_cell ? place_text(figure.origin, language) : std::string()));
  value.set("source", json::number(is_cell ? places.number_of({figure.origin, {}}) : -1));
  std::string text;
  if (figure.formula) {
    text = ui_text("trace_formula", {{"operation", figure.formula->operation}}, language);
  } else if (!is_cell) {
    text = ui_text("trace_plugin", {{"slot", figure.slot}}, language);
  }
  value.set("text", json::string(text));
  json::Value& groups = value.set("groups", json::array());
  for (const view::Cells& group :
       figure.formula ? figure.formula->cells : std::vector<view::Cells>()) {
    groups.push(group_json(group, places, language));
  }
  return value;
}

json::Value rules_json(const State& state, std::string_view language) {
  std::map<std::string, std::string> rules;
  for (const Diagnostic& finding : state.findings) {
    rules.try_emplace(finding.id, help_of(finding.id, language));
  }
  json::Value value = json::object();
  for (const auto& [id, help] : rules) {
    value.set(id, json::string(help));
  }
  return value;
}

}  // namespace

std::string state_json(const State& state, Places& places, std::string_view language) {
  json::Value value = json::object();
  value.set("phase", json::string(name_of(state.phase)));
  value.set("folder", json::string(state.folder));
  value.set("title", json::string(state.title.in(language).text));
  value.set("formats", formats_json(state, language));
  value.set("choice", choice_json(state.choice));
  value.set("document", document_json(state));
  value.set("faults", json::number(std::ranges::count_if(state.findings, [](const auto& one) {
              return kind_of(one) != Kind::finding;
            })));
  const auto figures = figures_by_cell(state);
  json::Value& findings = value.set("findings", json::array());
  for (const Diagnostic& finding : state.findings) {
    findings.push(finding_json(finding, places, figures, language));
  }
  value.set("rules", rules_json(state, language));
  value.set("figures", json::string(name_of(state.figures_phase)));
  value.set("output", output_json(state));
  return on_one_line(value);
}

std::string figures_json(const State& state, Places& places, std::string_view language) {
  json::Value value = json::object();
  value.set("document", json::number(state.shown ? state.shown->number : 0));
  json::Value& figures = value.set("figures", json::array());
  for (const build::TracedFigure& figure : state.figures) {
    figures.push(figure_json(figure, places, language));
  }
  return on_one_line(value);
}

}  // namespace rapporteur::preview
