#include "support.hpp"

#include <doctest/doctest.h>

namespace rapporteur::plugin::testing {
namespace {

Origin cell(const std::string& file, int row, int column) {
  Origin origin;
  origin.file = file;
  origin.row = row;
  origin.column = column;
  return origin;
}

LocalText french(const std::string& text, const Origin& origin) {
  return {{{"fr", text}}, origin};
}

void add_node(Plan& plan, const std::string& id, const std::string& code, LocalText title,
              std::optional<std::size_t> parent) {
  Node node;
  node.id = id;
  node.level = parent ? "activity" : "axis";
  node.code = code;
  node.parent = parent;
  node.title = std::move(title);
  node.record = plan.nodes.size();
  node.origin = cell("nodes.csv", static_cast<int>(plan.nodes.size()) + 2, 1);
  if (parent) {
    plan.nodes[*parent].children.push_back(plan.nodes.size());
  } else {
    plan.roots.push_back(plan.nodes.size());
  }
  Record record;
  record.id = id;
  record.origin = node.origin;
  Cell lead;
  lead.column = find_column(*find_table("nodes"), "lead");
  lead.value = std::vector<std::string>{"MPFEF"};
  lead.field = 5;
  lead.typed = "MPFEF";
  record.cells.push_back(lead);
  plan.tables["nodes"].records.push_back(record);
  plan.nodes.push_back(std::move(node));
}

void add_line(Plan& plan, std::size_t node, const std::vector<std::int64_t>& amounts,
              std::optional<std::int64_t> declared) {
  BudgetLine line;
  const int row = static_cast<int>(plan.budget_lines.size()) + 2;
  line.id = "L" + std::to_string(row - 1);
  line.node = node;
  line.origin = cell("budget_lines.csv", row, 1);
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    line.amounts[plan.periods[i].id] = {{amounts[i], "XOF"},
                                        cell("budget_lines.csv", row, static_cast<int>(i) + 3)};
  }
  line.kind = amounts.empty() ? LineKind::blank : LineKind::amount;
  if (declared) {
    line.declared = {{*declared, "XOF"}, cell("budget_lines.csv", row, 5)};
  }
  plan.budget_lines.push_back(std::move(line));
}

/// People trained, each year: a baseline of 0, a target of at least 300, actuals of 120 and 80.
void add_indicator(Plan& plan) {
  Indicator indicator{.id = "i1",
                      .node = 1,
                      .code = "1.1",
                      .title = french("Personnes formées", cell("indicators.csv", 2, 3)),
                      .direction = Direction::up,
                      .aggregation = Aggregation::annual};
  const auto add = [&](Measured kind, const std::string& period, std::int64_t number,
                       const std::string& before = "") {
    Measure measure;
    measure.kind = kind;
    measure.period = period;
    measure.value = {.data = Decimal{number, 0}, .before = before};
    measure.origin = cell("values.csv", 2 + static_cast<int>(indicator.measures.size()), 4);
    indicator.measures.push_back(measure);
  };
  add(Measured::baseline, "", 0);
  add(Measured::target, "2013", 300, "≥");
  add(Measured::actual, "2012", 120);
  add(Measured::actual, "2013", 80);
  plan.indicators.push_back(std::move(indicator));
  plan.tables["indicators"].spec = find_table("indicators");
  plan.tables["indicators"].records.push_back({.id = "i1"});
}

}  // namespace

Plan small_plan() {
  Plan plan;
  plan.folder = "small";
  plan.name = "small";
  plan.id = "small";
  plan.origin.file = "small/plan.yaml";
  plan.title = french("Plan d’action", cell("small/plan.yaml", 3, 8));
  plan.languages = {"fr"};
  plan.date = Date{2012, 3, 0};
  plan.currency = "XOF";
  plan.start = Date{2012, 1, 1};
  plan.end = Date{2013, 12, 31};
  plan.periods.resize(2);
  plan.periods[0].id = "2012";
  plan.periods[1].id = "2013";
  plan.levels = {{"axis", french("Axe prioritaire", {}), "I"}, {"activity", {}, "none"}};
  LocalText high = french("Élevée", {});
  high.by_language["en"] = "High";
  plan.scales = {{"likelihood", {{1, french("Faible", {})}, {2, high}}}};
  plan.tables["nodes"].spec = find_table("nodes");
  plan.tables["budget_lines"].spec = find_table("budget_lines");
  LocalText both = french("Prévention", cell("nodes.csv", 2, 4));
  both.by_language["en"] = "Prevention";
  add_node(plan, "A1", "I", both, std::nullopt);
  add_node(plan, "A1.1", "", french("Former", cell("nodes.csv", 3, 4)), 0);
  add_node(plan, "A1.2", "", french("Suivre", cell("nodes.csv", 4, 4)), 0);
  add_node(plan, "A2", "II", french("Protection", cell("nodes.csv", 5, 4)), std::nullopt);
  add_node(plan, "A2.1", "", french("Soigner", cell("nodes.csv", 6, 4)), 3);
  add_line(plan, 1, {10'000'000, 20'000'000}, 30'000'000);
  add_line(plan, 2, {40'000'000, 50'000'000}, 95'000'000);
  add_line(plan, 4, {}, std::nullopt);
  plan.declared_totals.push_back(
      {"T1", 0, "", {{125'000'000, "XOF"}, cell("totals.csv", 2, 4)}, ""});
  add_indicator(plan);
  plan.narratives.push_back(
      {"introduction", "fr", "Un *texte*.", cell("introduction.fr.md", 1, 0)});
  return plan;
}

ScratchFormat::ScratchFormat(const std::string& view, const std::string& declaration)
    : folder_(root_.path() / "plugins" / "scratch") {
  std::filesystem::create_directories(folder_);
  add_file("plugin.lua", R"(return {
  id = "scratch", version = "1", api = 1, name = { fr = "Essai", en = "Trial" },
  languages = { "fr", "en" }, templates = { odt = "scratch.odt" },
)" + declaration + "\n}\n");
  add_file("view.lua", view);
}

void ScratchFormat::add_file(const std::string& name, const std::string& text) const {
  REQUIRE(write_file(folder_ / name, text));
}

std::vector<Declaration> ScratchFormat::list(Diagnostics& diagnostics) const {
  return list_formats({{root_.path() / "plugins"}, {root_.path() / "templates"}}, diagnostics);
}

std::optional<view::Value> ScratchFormat::run(const Plan& plan, Diagnostics& diagnostics,
                                              const std::string& language) const {
  const std::vector<Declaration> formats = list(diagnostics);
  REQUIRE(formats.size() == 1);
  const Result<Context> context = make_context(formats[0], plan, language, diagnostics);
  REQUIRE(context.has_value());
  const locale::Catalogue terms({{"hello", "Bonjour {name}"}, {"sum", "{n} et {m}"}}, language);
  Limits limits;
  limits.wall = std::chrono::milliseconds{4'000};
  limits.cpu = std::chrono::seconds{1};
  limits.memory = std::size_t{96} << 20;
  return run_view(formats[0], plan, *context, terms, limits, diagnostics);
}

std::string argument(const Diagnostic& diagnostic, std::string_view name) {
  for (const auto& [key, value] : diagnostic.args) {
    if (key == name) {
      const auto* text = std::get_if<std::string>(&value);
      return text != nullptr ? *text : std::to_string(std::get<std::int64_t>(value));
    }
  }
  return {};
}

Diagnostic only(const Diagnostics& diagnostics) {
  REQUIRE(diagnostics.all().size() == 1);
  return diagnostics.all().front();
}

}  // namespace rapporteur::plugin::testing
