// Declared totals against what the periods add up to, from the rows upwards.
//
// A wrong row travels: its sub-total and the grand total then disagree with the periods by the same
// amount. So each total is compared with the differences just below it (rows, and nearest
// sub-totals). When these explain its own difference to the last unit, it is a consequence: it
// joins `related` of each finding that caused it. When they do not, it is a finding of its own, and
// a possible cause of the total above. Totals declared by period are treated in the same way,
// period by period, and the sum of their differences may explain the total over all periods.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "check/budget_rules.hpp"

namespace rapporteur::check {
namespace {

/// A difference and the findings that it comes from (indexes).
struct Gap {
  std::int64_t amount = 0;
  std::vector<std::size_t> causes;

  void add(const Gap& other) {
    amount += other.amount;
    for (const std::size_t cause : other.causes) {
      if (std::ranges::find(causes, cause) == causes.end()) {
        causes.push_back(cause);
      }
    }
  }
  [[nodiscard]] bool explains(std::int64_t difference) const {
    return !causes.empty() && amount == difference;
  }
};

/// The gap of a total; nothing when no total is declared, so that its parts speak for it.
using Outcome = std::optional<Gap>;

class Sums {
 public:
  Sums(const Subject& subject, std::vector<Finding>& findings)
      : plan_(subject.plan), budget_(subject.budget), findings_(findings) {
    lines_.resize(plan_.nodes.size());
    for (std::size_t i = 0; i < plan_.budget_lines.size(); ++i) {
      lines_[plan_.budget_lines[i].node].push_back(i);
    }
  }

  void test() {
    Gap overall;
    std::vector<Gap> by_period(plan_.periods.size());
    for (const std::size_t root : plan_.roots) {
      test_node(root, overall, by_period);
    }
    test_totals(std::nullopt, budget_.plan, overall, by_period);
  }

 private:
  /// Tests a node with all below it and adds its gaps to those of the node above.
  void test_node(std::size_t node, Gap& above, std::vector<Gap>& above_by_period) {
    Gap below;
    std::vector<Gap> below_by_period(plan_.periods.size());
    for (const std::size_t line : lines_[node]) {
      test_line(line, below);
    }
    for (const std::size_t child : plan_.nodes[node].children) {
      test_node(child, below, below_by_period);
    }
    test_totals(node, budget_.nodes[node], below, below_by_period);
    above.add(below);
    for (std::size_t i = 0; i < below_by_period.size(); ++i) {
      above_by_period[i].add(below_by_period[i]);
    }
  }

  void test_line(std::size_t index, Gap& below) {
    const BudgetLine& line = plan_.budget_lines[index];
    const Total& total = budget_.lines[index];
    const auto difference = total.difference();
    if (!difference || line.kind != LineKind::amount) {
      return;
    }
    Finding finding = finding_of("sum-row", total, *difference);
    finding.row = line.id;
    Arguments& args = finding.diagnostic.args;
    args.emplace_back("row", line.id);
    add_text(args, "title", title_of(plan_, line), line.id);
    add_text(args, "parts", parts_of(line, "en"), parts_of(line, "fr"));
    below.add({*difference, {findings_.size()}});
    findings_.push_back(std::move(finding));
  }

  /// "35,000,000 (Year 1) + 35,000,000 (Year 2)"
  [[nodiscard]] std::string parts_of(const BudgetLine& line, std::string_view language) const {
    std::string text;
    for (const Period& period : plan_.periods) {
      const auto amount = line.amounts.find(period.id);
      if (amount == line.amounts.end()) {
        continue;
      }
      const std::string_view label = period.label.in(language).text;
      text.append(text.empty() ? "" : " + ");
      text.append(figure_text(amount->second.value, language));
      text.append(" (").append(label.empty() ? period.id : label).append(")");
    }
    return text;
  }

  /// Tests the totals of a node or of the plan. On return the gaps are those that the totals above
  /// have to reckon with: its own where it declares a total, else those from below.
  void test_totals(std::optional<std::size_t> node, const BudgetTotals& totals, Gap& below,
                   std::vector<Gap>& below_by_period) {
    Gap of_periods;
    for (std::size_t i = 0; i < plan_.periods.size(); ++i) {
      const auto total = totals.by_period.find(plan_.periods[i].id);
      if (total == totals.by_period.end()) {
        continue;
      }
      if (Outcome gap =
              test_total(node, &plan_.periods[i], total->second, below_by_period[i], {})) {
        of_periods.add(*gap);
        below_by_period[i] = std::move(*gap);
      }
    }
    if (Outcome gap = test_total(node, nullptr, totals.overall, below, of_periods)) {
      below = std::move(*gap);
    }
  }

  Outcome test_total(std::optional<std::size_t> node, const Period* period, const Total& total,
                     const Gap& below, const Gap& beside) {
    if (!total.declared || !total.computed.value) {
      return std::nullopt;
    }
    const auto difference = total.difference();
    if (!difference) {
      return Gap{};
    }
    for (const Gap* const gap : {&below, &beside}) {
      if (gap->explains(*difference)) {
        for (const std::size_t cause : gap->causes) {
          relate(findings_[cause].diagnostic, node, period, total);
        }
        return *gap;
      }
    }
    Finding finding = finding_of(node ? "sum-subtotal" : "sum-total", total, *difference);
    finding.row = node ? plan_.nodes[*node].id : "";
    describe(finding.diagnostic.args, node, period, total);
    findings_.push_back(std::move(finding));
    return Gap{*difference, {findings_.size() - 1}};
  }

  void relate(Diagnostic& cause, std::optional<std::size_t> node, const Period* period,
              const Total& total) const {
    Related related;
    related.key = node ? "subtotal" : "total";
    related.origin = total.declared->origin;
    related.args.emplace_back("declared", figure(total.declared->value));
    related.args.emplace_back("computed", figure(*total.computed.value));
    related.args.emplace_back("difference",
                              figure({*total.difference(), total.declared->value.currency}));
    describe(related.args, node, period, total);
    cause.related.push_back(std::move(related));
  }

  /// Which total it is: node, period, and the name under which the source prints it.
  void describe(Arguments& args, std::optional<std::size_t> node, const Period* period,
                const Total& total) const {
    if (node) {
      const Node& named = plan_.nodes[*node];
      args.emplace_back("row", named.id);
      args.emplace_back("code", named.code.empty() ? named.id : named.code);
      add_text(args, "title", named.title, named.id);
      const auto level = std::ranges::find(plan_.levels, named.level, &Level::id);
      add_text(args, "level", level == plan_.levels.end() ? LocalText{} : level->label,
               named.level);
    }
    args.emplace_back("has_period", period == nullptr ? "no" : "yes");
    add_text(args, "period", period == nullptr ? LocalText{} : period->label,
             period == nullptr ? "" : period->id);
    const std::string place = place_of(total);
    args.emplace_back("has_place", place.empty() ? "no" : "yes");
    args.emplace_back("place", place);
  }

  [[nodiscard]] std::string place_of(const Total& total) const {
    const auto found =
        std::ranges::find_if(plan_.declared_totals, [&](const DeclaredTotal& declared) {
          return declared.amount.origin == total.declared->origin;
        });
    return found == plan_.declared_totals.end() ? "" : found->place;
  }

  [[nodiscard]] static Finding finding_of(const char* id, const Total& total,
                                          std::int64_t difference) {
    const Money& declared = total.declared->value;
    Finding finding;
    finding.diagnostic.id = id;
    finding.diagnostic.origin = total.declared->origin;
    finding.values = {declared.minor, total.computed.value->minor};
    Arguments& args = finding.diagnostic.args;
    args.emplace_back("declared", figure(declared));
    args.emplace_back("computed", figure(*total.computed.value));
    args.emplace_back("difference",
                      figure({difference < 0 ? -difference : difference, declared.currency}));
    args.emplace_back("direction", difference > 0 ? "more" : "less");
    args.emplace_back("missing", std::int64_t{total.computed.missing});
    return finding;
  }

  const Plan& plan_;
  const Budget& budget_;
  std::vector<Finding>& findings_;
  std::vector<std::vector<std::size_t>> lines_;  ///< budget lines of each node itself
};

}  // namespace

void test_sums(const Subject& subject, std::vector<Finding>& findings) {
  Sums(subject, findings).test();
}

}  // namespace rapporteur::check
