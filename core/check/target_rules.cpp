// Targets against the money of the lines that pay for them. Which lines these are is said by the
// column `indicators` of the budget, else by their node: lines and indicator of one node, or all
// the lines below the indicator’s.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>

#include "check/ledger.hpp"
#include "check/money_rules.hpp"
#include "check/sum_words.hpp"
#include "plan/exact.hpp"

namespace rapporteur::check {
namespace {

/// The target of a period as a number; nothing when there is none.
std::optional<Decimal> target_of(const Indicator& indicator, const std::string& period) {
  const Measure* const measure = find_measure(indicator.measures, Measured::target, period);
  const auto* const number =
      measure == nullptr ? nullptr : std::get_if<Decimal>(&measure->value.data);
  return number == nullptr ? std::nullopt : std::optional(*number);
}

class Targets {
 public:
  Targets(const Subject& subject, std::vector<Finding>& findings)
      : plan_(subject.plan),
        ledger_(subject.ledgers.all.front()),
        reader_(subject.plan),
        findings_(findings) {}

  void test() {
    if (plan_.indicators.empty()) {
      return;
    }
    find_lines();
    for (std::size_t i = 0; i < plan_.indicators.size(); ++i) {
      const Indicator& indicator = plan_.indicators[i];
      if (const auto own = of_indicator_.find(indicator.id); own != of_indicator_.end()) {
        test_unpaid(indicator, own->second, true);
        test_aimless({&indicator}, own->second, true);
      }
    }
    test_nodes();
  }

 private:
  using Lines = std::vector<const Entry*>;

  void find_lines() {
    for (const Entry& entry : ledger_.entries) {
      if (entry.kind == LineKind::memo || !entry.node) {
        continue;
      }
      of_node_[*entry.node].push_back(&entry);
      const Cell* const cell = entry.record == nullptr ? nullptr : entry.record->find("indicators");
      const auto* const names =
          cell == nullptr ? nullptr : std::get_if<std::vector<std::string>>(&cell->value);
      if (names != nullptr) {
        for (const std::string& name : *names) {
          of_indicator_[name].push_back(&entry);
        }
      }
    }
  }

  [[nodiscard]] std::int64_t paid(const Lines& lines, std::size_t period) const {
    std::int64_t sum = 0;
    for (const Entry* const line : lines) {
      sum += reader_.of_period(*line, period).value.value_or(0);
    }
    return sum;
  }
  [[nodiscard]] bool has_periods(const Lines& lines) const {
    return std::ranges::any_of(
        lines, [&](const Entry* line) { return reader_.of_periods(*line).value.has_value(); });
  }

  /// Only a target that something is produced for: what a survey will find costs nothing by itself.
  [[nodiscard]] static bool is_output(const Indicator& indicator) {
    return indicator.aggregation != Aggregation::survey &&
           indicator.aggregation != Aggregation::stock && indicator.direction != Direction::down &&
           (indicator.type == ValueType::count || indicator.type == ValueType::amount);
  }

  void test_nodes() {
    std::unordered_map<std::size_t, std::vector<const Indicator*>> of_node;
    std::vector<std::size_t> nodes;
    for (const Indicator& indicator : plan_.indicators) {
      if (indicator.node && !of_indicator_.contains(indicator.id) && is_output(indicator)) {
        if (of_node[*indicator.node].empty()) {
          nodes.push_back(*indicator.node);
        }
        of_node[*indicator.node].push_back(&indicator);
      }
    }
    for (const std::size_t node : nodes) {
      const Lines below = lines_below(node);
      if (!has_periods(below)) {
        continue;
      }
      for (const Indicator* const indicator : of_node[node]) {
        test_unpaid(*indicator, below, false);
      }
      if (const auto own = of_node_.find(node); own != of_node_.end()) {
        test_aimless(of_node[node], own->second, false);
      }
    }
  }

  [[nodiscard]] Lines lines_below(std::size_t top) const {
    Lines lines;
    std::vector<std::size_t> open = {top};
    while (!open.empty()) {
      const std::size_t node = open.back();
      open.pop_back();
      if (const auto found = of_node_.find(node); found != of_node_.end()) {
        lines.insert(lines.end(), found->second.begin(), found->second.end());
      }
      open.insert(open.end(), plan_.nodes[node].children.begin(), plan_.nodes[node].children.end());
    }
    return lines;
  }

  /// Periods with something to reach and no money, neither then nor before.
  void test_unpaid(const Indicator& indicator, const Lines& lines, bool is_tied) {
    std::vector<std::size_t> unpaid;
    std::optional<Decimal> before;
    bool is_paid = false;
    for (const std::size_t period : reader_.wholes()) {
      is_paid = is_paid || paid(lines, period) != 0;
      const auto target = target_of(indicator, plan_.periods[period].id);
      if (!target) {
        continue;
      }
      const bool rises = target->digits > 0 && (indicator.aggregation != Aggregation::cumulative ||
                                                !before || compare_decimals(*target, *before) > 0);
      if (rises && !is_paid) {
        unpaid.push_back(period);
      }
      before = target;
    }
    const bool has_total = std::ranges::any_of(lines, [&](const Entry* line) {
      return line->total && line->total->value != 0 && !reader_.of_periods(*line).value;
    });
    if (unpaid.empty() || has_total) {
      return;
    }
    const Measure& measure =
        *find_measure(indicator.measures, Measured::target, plan_.periods[unpaid.front()].id);
    Finding finding;
    finding.diagnostic.id = "target-without-budget";
    finding.diagnostic.origin = measure.origin;
    finding.row = indicator.id;
    add_words(finding.diagnostic.args, indicator, unpaid, is_tied);
    const auto target = target_of(indicator, plan_.periods[unpaid.back()].id);
    add_target(finding.diagnostic.args, *target);
    const std::size_t shown = is_tied ? lines.size() : 0;
    for (std::size_t i = 0; i < shown; ++i) {
      finding.diagnostic.related.push_back(
          {"line", {{"line", std::string(lines[i]->id)}}, lines[i]->origin()});
    }
    findings_.push_back(std::move(finding));
  }

  /// Periods with money where each target is 0.
  void test_aimless(const std::vector<const Indicator*>& indicators, const Lines& lines,
                    bool is_tied) {
    std::vector<std::size_t> aimless;
    const Entry* first = nullptr;
    std::int64_t amount = 0;
    for (const std::size_t period : reader_.wholes()) {
      const std::string& id = plan_.periods[period].id;
      const bool is_zero = std::ranges::all_of(indicators, [&](const Indicator* indicator) {
        const auto target = target_of(*indicator, id);
        return is_output(*indicator) && target && target->digits == 0;
      });
      const std::int64_t money = paid(lines, period);
      if (!is_zero || money <= 0) {
        continue;
      }
      if (first == nullptr) {
        const auto paying = std::ranges::find_if(lines, [&](const Entry* line) {
          return reader_.of_period(*line, period).value.value_or(0) != 0;
        });
        first = *paying;
      }
      aimless.push_back(period);
      amount += money;
    }
    if (first == nullptr) {
      return;
    }
    const std::optional<Figure>& cell = first->amounts[aimless.front()];
    Finding finding;
    finding.diagnostic.id = "budget-without-target";
    finding.diagnostic.origin = cell ? cell->origin() : first->origin();
    finding.row = first->id;
    finding.values = {amount};
    add_words(finding.diagnostic.args, *indicators.front(), aimless, is_tied);
    finding.diagnostic.args.emplace_back("line", std::string(first->id));
    finding.diagnostic.args.emplace_back("amount", figure({amount, plan_.currency}));
    for (const Indicator* const indicator : indicators) {
      const Measure* const measure =
          find_measure(indicator->measures, Measured::target, plan_.periods[aimless.front()].id);
      finding.diagnostic.related.push_back(
          {"target", {{"indicator", code_of(*indicator)}}, measure->origin});
    }
    findings_.push_back(std::move(finding));
  }

  static std::string code_of(const Indicator& indicator) {
    return indicator.code.empty() ? indicator.id : indicator.code;
  }

  static void add_target(Arguments& args, const Decimal& target) {
    if (target.scale == 0) {
      args.emplace_back("target", target.digits);
    } else {
      args.emplace_back("target", to_string(target));
    }
  }

  void add_words(Arguments& args, const Indicator& indicator,
                 const std::vector<std::size_t>& periods, bool is_tied) const {
    args.emplace_back("indicator", code_of(indicator));
    add_text(args, "title", indicator.title, indicator.id);
    std::string english;
    std::string french;
    for (const std::size_t period : periods) {
      const Period& one = plan_.periods[period];
      const auto add = [&](std::string& text, std::string_view language) {
        const std::string_view label = one.label.in(language).text;
        text.append(text.empty() ? "" : ", ").append(label.empty() ? one.id : label);
      };
      add(english, "en");
      add(french, "fr");
    }
    add_text(args, "periods", english, french);
    args.emplace_back("tied", is_tied ? "yes" : "no");
  }

  const Plan& plan_;
  const Ledger& ledger_;
  Reader reader_;
  std::vector<Finding>& findings_;
  std::unordered_map<std::string, Lines> of_indicator_;
  std::unordered_map<std::size_t, Lines> of_node_;
};

}  // namespace

void test_targets_paid(const Subject& subject, std::vector<Finding>& findings) {
  Targets(subject, findings).test();
}

}  // namespace rapporteur::check
