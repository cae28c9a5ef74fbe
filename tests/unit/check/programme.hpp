// A plan folder for the rules over indicators and registers: three years, scales, two languages.
#pragma once

#include <string>
#include <vector>

#include "../load/plan_folder.hpp"
#include "base/text.hpp"
#include "sample_findings.hpp"

namespace rapporteur::test {

class Programme {
 public:
  explicit Programme(std::span<const check::Rule> rules) : rules_(rules) {
    folder_.write("plan.yaml", R"(rapporteur: 1
id: programme
title: { fr: Un programme, en: A programme }
languages: [fr, en]
currency: USD
periods:
  - { id: 2020, start: 2020-01-01, end: 2020-12-31 }
  - { id: 2021, start: 2021-01-01, end: 2021-12-31 }
  - { id: 2022, start: 2022-01-01, end: 2022-12-31 }
reporting_period: 2021
levels:
  - { id: outcome, label: { fr: Effet, en: Outcome }, numbering: "1" }
  - { id: output, label: { fr: Produit, en: Output }, numbering: "1" }
scales:
  - id: likelihood
    steps:
      - { digit: 1, label: { fr: Rare, en: Rare } }
      - { digit: 2, label: { fr: Improbable, en: Unlikely } }
      - { digit: 4, label: { fr: Élevée, en: High } }
numbers: { group: space, decimal: "," }
missing: { "/": not_measured }
)");
    folder_.remove("tables/budget_lines.csv");
    write("nodes", "id;level;parent;title.fr\nR1;outcome;;Un effet\nP1;output;R1;Un produit\n");
  }

  void write(const std::string& table, const std::string& text) const {
    folder_.write("tables/" + table + ".csv", text);
  }
  /// One indicator I1 and its values: rows "kind;period;value".
  void indicator(const std::string& columns, const std::string& cells,
                 const std::string& values) const {
    write("indicators",
          "id;node;code;title.fr;" + columns + "\nI1;P1;1.1.1;Un compte;" + cells + "\n");
    write("values", "indicator;kind;period;value;note.fr\n" + values);
  }

  /// "rule row:column", a line a finding.
  std::string findings() {
    const auto plan = folder_.load();
    INFO(PlanFolder::lines_of(folder_.places()));
    REQUIRE(plan.has_value());
    std::string text;
    for (const std::string& line : split(findings_of(*plan, rules_), '\n')) {
      const std::vector<std::string> words = split(line, ' ');
      if (words.size() == 3) {
        text += "\n" + words[1] + words[2].substr(words[2].find(':'));
      }
    }
    return text;
  }

 private:
  PlanFolder folder_;
  std::span<const check::Rule> rules_;
};

}  // namespace rapporteur::test
