// Rows that a starter begins with: a programme that could be anybody's.
#include <algorithm>
#include <map>
#include <span>

#include "starter/parts.hpp"

namespace rapporteur::starter {
namespace {

using View = std::string_view;

/// A value by column; `fr` and `en` differ in texts alone. A number is one by its column's type.
struct Value {
  View column;
  View fr;
  View en;
  int period = -1;  ///< of a column by period, or of a cell that names one
};
constexpr Value same(View column, View text) {
  return {column, text, text};
}
constexpr Value amount(int period, View text) {
  return {"amount", text, text, period};
}
constexpr Value in_period(int period) {
  return {"period", {}, {}, period};
}

using Row = std::vector<Value>;

const std::map<View, std::vector<Row>>& examples() {
  static const std::map<View, std::vector<Row>> rows = {
      {"organisations",
       {{same("id", "MIN"),
         {"name", "Ministère de tutelle", "Line ministry"},
         {"short", "MIN", "MIN"},
         same("kind", "ministry"),
         same("type", "national")},
        {same("id", "AGE"),
         {"name", "Agence partenaire", "Partner agency"},
         {"short", "AGE", "AGE"},
         same("kind", "agency"),
         same("type", "international")}}},
      {"nodes",
       {{same("id", "E1"),
         same("level", "outcome"),
         {"title", "Les services de base sont à la portée de tous",
          "Basic services are within everyone’s reach"},
         same("lead", "MIN")},
        {same("id", "A1.1"),
         same("level", "activity"),
         same("parent", "E1"),
         {"title", "Former le personnel des centres de santé", "Train the staff of health centres"},
         same("partners", "AGE")},
        {same("id", "E2"),
         same("level", "outcome"),
         {"title", "Les communautés prennent part aux décisions",
          "Communities take part in decisions"},
         same("lead", "MIN")},
        {same("id", "A2.1"),
         same("level", "activity"),
         same("parent", "E2"),
         {"title", "Réunir les comités locaux deux fois par an",
          "Convene local committees twice a year"}}}},
      {"budget_lines",
       {{same("id", "L1"), same("node", "A1.1"), same("agency", "AGE"), same("kind", "amount"),
         amount(0, "1500000"), amount(1, "1500000"), amount(2, "1000000"),
         same("total", "4000000")},
        {same("id", "L2"), same("node", "A2.1"), same("agency", "MIN"), same("kind", "amount"),
         amount(0, "600000"), amount(1, "600000"), amount(2, "600000"), same("total", "1800000")}}},
      {"indicators",
       {{same("id", "I1"),
         same("node", "E1"),
         {"title", "Part des agents de santé formés", "Share of health workers trained"},
         same("type", "percent"),
         {"unit", "%", "%"},
         same("direction", "up"),
         same("aggregation", "stock"),
         {"source", "Registre de formation", "Training register"}},
        {same("id", "I2"),
         same("node", "E2"),
         {"title", "Nombre de réunions tenues", "Number of meetings held"},
         same("type", "count"),
         {"unit", "réunions", "meetings"},
         same("direction", "up"),
         same("aggregation", "annual"),
         {"source", "Comptes rendus", "Minutes"}}}},
      {"values",
       {{same("indicator", "I1"), same("kind", "baseline"), same("value", "20 %")},
        {same("indicator", "I1"), same("kind", "target"), in_period(0), same("value", "40 %")},
        {same("indicator", "I1"), same("kind", "target"), in_period(1), same("value", "60 %")},
        {same("indicator", "I1"), same("kind", "target"), in_period(2), same("value", "75 %")},
        {same("indicator", "I2"), same("kind", "baseline"), same("value", "0")},
        {same("indicator", "I2"), same("kind", "target"), in_period(0), same("value", "24")},
        {same("indicator", "I2"), same("kind", "target"), in_period(1), same("value", "24")},
        {same("indicator", "I2"), same("kind", "target"), in_period(2), same("value", "24")}}},
      {"acronyms",
       {{same("short", "ODD"),
         {"meaning", "Objectifs de développement durable",
          "Sustainable Development Goals (SDG)"}}}},
      {"facts",
       {{same("name", "communes"),
         same("value", "12"),
         {"unit", "communes", "communes"},
         same("source", "Document de programme")}}},
  };
  return rows;
}

bool is_number(ColumnType type) {
  return type == ColumnType::money || type == ColumnType::integer || type == ColumnType::decimal;
}

/// A choice is written down in the first language's spelling.
std::string choice_text(const ColumnSpec& column, View name, const Frame& frame) {
  const std::vector<std::string> names = choices_in(column, "en");
  const auto found = std::ranges::find(names, name);
  return found == names.end() ? std::string(name)
                              : choices_in(column, frame.languages.front())
                                    .at(static_cast<std::size_t>(found - names.begin()));
}

SheetCell cell_of(const Row& row, const Headed& headed, const Frame& frame) {
  const ColumnSpec& column = *headed.column;
  for (const Value& value : row) {
    const std::string period =
        value.period < 0 ? "" : frame.periods.at(static_cast<std::size_t>(value.period));
    const bool is_period_cell = column.type == ColumnType::period;
    const bool is_it =
        value.column == column.name &&
        (is_period_cell || column.spread == Spread::by_language || headed.key == period);
    if (!is_it) {
      continue;
    }
    if (is_period_cell) {
      return {SheetCellKind::text, period};
    }
    if (column.type == ColumnType::choice) {
      return {SheetCellKind::text, choice_text(column, value.en, frame)};
    }
    const View text = headed.key == "fr" ? value.fr : value.en;
    return {is_number(column.type) ? SheetCellKind::number : SheetCellKind::text,
            std::string(text)};
  }
  return {};
}

}  // namespace

std::vector<std::vector<SheetCell>> example_rows(const TableSpec& table,
                                                 const std::vector<Headed>& columns,
                                                 const Frame& frame) {
  std::vector<std::vector<SheetCell>> rows;
  const auto found = examples().find(table.name);
  if (found == examples().end()) {
    return rows;
  }
  for (const Row& example : found->second) {
    std::vector<SheetCell>& row = rows.emplace_back();
    for (const Headed& headed : columns) {
      row.push_back(cell_of(example, headed, frame));
    }
  }
  return rows;
}

std::string introduction_text(std::string_view language) {
  if (language == "fr") {
    return "Ce texte ouvre le rapport. Remplacez-le par le vôtre : deux ou trois paragraphes "
           "suffisent.\n\n"
           "Le programme couvre **{{fact.communes}} communes** et concourt aux ODD. Un chiffre du "
           "tableau *facts* se cite ainsi, une seule fois saisi.\n";
  }
  return "This text opens the report. Put your own in its place: two or three paragraphs will "
         "do.\n\n"
         "The programme covers **{{fact.communes}} communes** and serves the ODD, as the goals are "
         "called in French. This is how a figure of the table *facts* is quoted, typed once "
         "only.\n";
}

}  // namespace rapporteur::starter
