// yearly-gap: what is to happen every year is paid for in each year.
#include <algorithm>
#include <array>
#include <set>

#include "check/money_rules.hpp"
#include "check/tracks.hpp"

namespace rapporteur::check {
namespace {

bool is_yearly(const LocalText& title) {
  static constexpr std::array<std::string_view, 8> phrases = {
      "par_an",    "par_annee",  "chaque_annee", "tous_les_ans",
      "each_year", "every_year", "per_year",     "a_year"};
  return says(folded_words(title), phrases);
}

/// Periods in which any line of the budget has an amount, in the order of plan.yaml.
std::vector<const Period*> periods_in_use(const Plan& plan) {
  std::set<std::string_view> used;
  for (const BudgetLine& line : plan.budget_lines) {
    for (const auto& [period, amount] : line.amounts) {
      used.insert(period);
    }
  }
  std::vector<const Period*> periods;
  for (const Period& period : plan.periods) {
    if (used.contains(period.id)) {
      periods.push_back(&period);
    }
  }
  return periods;
}

void add_periods(Arguments& args, const std::vector<const Period*>& periods) {
  std::string en;
  std::string fr;
  for (const Period* const period : periods) {
    const auto in = [&](std::string_view language) {
      const std::string_view label = period->label.in(language).text;
      return std::string(label.empty() ? std::string_view(period->id) : label);
    };
    en += (en.empty() ? "" : ", ") + in("en");
    fr += (fr.empty() ? "" : ", ") + in("fr");
  }
  add_text(args, "periods", en, fr);
}

}  // namespace

/// A line paid in one period only may be the part that costs: two amounts and more make a series.
void test_yearly(const Subject& subject, std::vector<Finding>& findings) {
  const Plan& plan = subject.plan;
  const std::vector<const Period*> periods = periods_in_use(plan);
  for (const BudgetLine& line : plan.budget_lines) {
    if (line.kind != LineKind::amount || line.amounts.size() < 2 ||
        !(is_yearly(line.title) || is_yearly(plan.nodes[line.node].title))) {
      continue;
    }
    std::vector<const Period*> missing;
    for (const Period* const period : periods) {
      if (!line.amounts.contains(period->id)) {
        missing.push_back(period);
      }
    }
    if (missing.empty()) {
      continue;
    }
    Finding finding;
    finding.diagnostic.id = "yearly-gap";
    finding.diagnostic.origin = line.origin;
    finding.row = line.id;
    finding.diagnostic.args.emplace_back("row", line.id);
    add_text(finding.diagnostic.args, "title", title_of(plan, line), line.id);
    add_periods(finding.diagnostic.args, missing);
    findings.push_back(std::move(finding));
  }
}

}  // namespace rapporteur::check
