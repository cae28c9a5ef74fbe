// What a rule is: an id (or a few that belong together) and a function that looks at a plan.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "check/texts.hpp"
#include "plan/budget.hpp"
#include "plan/plan.hpp"

namespace rapporteur::check {

struct Ledgers;

/// What every rule looks at. Totals are computed once, texts are read once.
struct Subject {
  const Plan& plan;
  const Budget& budget;
  const Ledgers& ledgers;  ///< rows with the totals declared over them (ledger.hpp)
  const Texts& texts;
};

/// A finding, with what `accepted:` in plan.yaml compares.
struct Finding {
  Diagnostic diagnostic;
  std::string row;                   ///< id of the row or node; empty = the whole plan
  std::vector<std::int64_t> values;  ///< declared, then computed; empty where there are none
};

struct Rule {
  std::string_view ids;  ///< ids of the findings that it can make: "sum-row|sum-total"
  /// Which entries of the document specifications it answers, per id in the same order and parted
  /// by '|': "national-plans K1 K2, project-document B1|…". For docs/rules.md.
  std::string_view oracles;
  void (*test)(const Subject& subject, std::vector<Finding>& findings);
};

/// All rules, in the order of running: topic by topic.
[[nodiscard]] std::vector<Rule> rules();

/// What these rules find in a plan, before severities and acceptances.
[[nodiscard]] std::vector<Finding> run(std::span<const Rule> rules, const Plan& plan);

// The topics, one or more files each.
[[nodiscard]] std::span<const Rule> budget_rules();  ///< sums and rows of the budget
[[nodiscard]] std::span<const Rule> money_rules();   ///< rates, sources, tables against each other
[[nodiscard]] std::span<const Rule> indicator_rules();  ///< values of indicators
[[nodiscard]] std::span<const Rule> register_rules();   ///< risks, awards, partners, codes, consent
[[nodiscard]] std::span<const Rule> text_rules();       ///< prose, acronyms, typography

// Words for messages. A text by language goes in twice, as <name>_en and <name>_fr.
void add_text(Arguments& args, const std::string& name, const LocalText& text,
              std::string_view otherwise);
void add_text(Arguments& args, const std::string& name, const std::string& english,
              const std::string& french);
/// An amount for a message: a whole number (grouped for the reader) when it has no fraction.
[[nodiscard]] Argument figure(const Money& money);
/// "139,327.5" or "139 327,5", for texts that are put together here.
[[nodiscard]] std::string decimal_text(const Decimal& value, std::string_view language);
void add_decimal(Arguments& args, const std::string& name, const Decimal& value);
/// "35,000,000" or "35 000 000", for texts that are put together here.
[[nodiscard]] std::string figure_text(const Money& money, std::string_view language);
/// Title of a line: its own, else its node's.
[[nodiscard]] const LocalText& title_of(const Plan& plan, const BudgetLine& line);

}  // namespace rapporteur::check
