// The chronogram, and the years with money against the years with a mark.
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "check/marks.hpp"
#include "check/money_rules.hpp"
#include "check/organisations.hpp"
#include "check/sum_words.hpp"

namespace rapporteur::check {
namespace {

Finding node_finding(const char* id, const Plan& plan, std::size_t node, Origin origin) {
  Finding finding;
  finding.diagnostic.id = id;
  finding.diagnostic.origin = std::move(origin);
  finding.row = plan.nodes[node].id;
  finding.diagnostic.args.emplace_back("row", plan.nodes[node].id);
  add_text(finding.diagnostic.args, "title", plan.nodes[node].title, plan.nodes[node].id);
  return finding;
}

/// Lines of one node and one agency, with the activities that they pay for.
struct Paid {
  std::size_t node = 0;
  std::string agency;
  std::vector<const Entry*> lines;
  std::vector<std::size_t> activities;
};

class MarkAmounts {
 public:
  MarkAmounts(const Subject& subject, std::vector<Finding>& findings)
      : plan_(subject.plan),
        ledgers_(subject.ledgers),
        reader_(subject.plan),
        marks_(subject.plan),
        agencies_(subject.plan),
        findings_(findings) {}

  void test() {
    if (marks_.used().empty()) {
      return;
    }
    find_free();
    find_told();
    for (const Paid& paid : groups()) {
      if (!paid.activities.empty()) {
        test_group(paid);
      }
    }
  }

 private:
  /// Activities that are carried out without a cost of their own (PM).
  void find_free() {
    for (const Ledger& ledger : ledgers_.all) {
      if (ledger.table != "budget_lines") {
        continue;
      }
      for (const Entry& entry : ledger.entries) {
        if (entry.node && entry.kind == LineKind::memo) {
          free_.insert(*entry.node);
        }
      }
    }
  }

  /// Periods that the chronogram marks somewhere, and periods that the budget pays somewhere: of
  /// others it says nothing (marks by quarter, money by year).
  void find_told() {
    is_marked_.resize(plan_.periods.size());
    is_paid_.resize(plan_.periods.size());
    for (const std::size_t period : reader_.wholes()) {
      for (std::size_t node = 0; node < plan_.nodes.size() && !is_marked_[period]; ++node) {
        is_marked_[period] = marks_.of(node, period) == Mark::yes;
      }
      for (const Entry& entry : ledgers_.all.front().entries) {
        is_paid_[period] =
            is_paid_[period] || reader_.of_period(entry, period).value.value_or(0) != 0;
      }
    }
  }

  std::vector<Paid> groups() const {
    std::map<std::size_t, std::set<std::string>> agencies;
    std::map<std::pair<std::size_t, std::string>, std::size_t> at;
    std::vector<Paid> groups;
    for (const Entry& entry : ledgers_.all.front().entries) {
      if (!entry.node || entry.kind != LineKind::amount || !reader_.of_periods(entry).value) {
        continue;
      }
      const bool is_direct = marks_.has_any(*entry.node);
      std::string agency = is_direct ? "" : entry.agency;
      agencies[*entry.node].insert(agency);
      const auto [found, is_new] = at.emplace(std::pair(*entry.node, agency), groups.size());
      if (is_new) {
        groups.push_back({*entry.node, std::move(agency), {}, {}});
        if (is_direct) {
          groups.back().activities.push_back(*entry.node);
        }
      }
      groups[found->second].lines.push_back(&entry);
    }
    for (const auto& [node, known] : agencies) {
      if (!marks_.has_any(node)) {
        add_activities(node, known, at, groups);
      }
    }
    return groups;
  }

  void add_activities(std::size_t top, const std::set<std::string>& known,
                      const std::map<std::pair<std::size_t, std::string>, std::size_t>& at,
                      std::vector<Paid>& groups) const {
    const bool is_one = known.size() == 1 && known.begin()->empty();
    if (!is_one && known.contains("")) {
      return;  // some lines say who, some do not: which activities they pay for is not known
    }
    std::vector<std::size_t> open = plan_.nodes[top].children;
    while (!open.empty()) {
      const std::size_t node = open.back();
      open.pop_back();
      open.insert(open.end(), plan_.nodes[node].children.begin(), plan_.nodes[node].children.end());
      if (!marks_.has_any(node) && !marks_.has_unknown(node)) {
        continue;
      }
      const std::string agency = is_one ? "" : agencies_.among(agencies_.lead_of(node), known);
      if (const auto found = at.find(std::pair(top, agency)); found != at.end()) {
        groups[found->second].activities.push_back(node);
      }
    }
  }

  void test_group(const Paid& paid) {
    for (const std::size_t period : reader_.wholes()) {
      const Entry* first = nullptr;
      std::int64_t amount = 0;
      for (const Entry* const line : paid.lines) {
        const std::int64_t value = reader_.of_period(*line, period).value.value_or(0);
        amount += value;
        first = first == nullptr && value != 0 ? line : first;
      }
      const auto marked = std::ranges::find_if(
          paid.activities, [&](std::size_t node) { return marks_.of(node, period) == Mark::yes; });
      const bool is_unknown = std::ranges::any_of(paid.activities, [&](std::size_t node) {
        return marks_.of(node, period) == Mark::unknown;
      });
      if (first != nullptr && marked == paid.activities.end() && !is_unknown &&
          is_marked_[period]) {
        tell_amount(paid, period, *first, amount);
      } else if (first == nullptr && is_paid_[period]) {
        test_unpaid(paid, period);
      }
    }
  }

  void tell_amount(const Paid& paid, std::size_t period, const Entry& line, std::int64_t amount) {
    const std::optional<Figure>& cell = line.amounts[period];
    Finding finding = node_finding("amount-without-period", plan_, paid.node,
                                   cell ? cell->origin() : line.origin());
    finding.row = line.id;
    finding.values = {amount};
    add_words(finding.diagnostic.args, paid, period);
    finding.diagnostic.args.emplace_back("line", std::string(line.id));
    finding.diagnostic.args.emplace_back("amount", figure({amount, plan_.currency}));
    finding.diagnostic.args.emplace_back("count",
                                         static_cast<std::int64_t>(paid.activities.size()));
    findings_.push_back(std::move(finding));
  }

  void test_unpaid(const Paid& paid, std::size_t period) {
    const auto marked = std::ranges::find_if(paid.activities, [&](std::size_t node) {
      return marks_.of(node, period) == Mark::yes && !free_.contains(node);
    });
    if (marked == paid.activities.end()) {
      return;
    }
    Finding finding =
        node_finding("period-without-amount", plan_, *marked, marks_.origin(*marked, period));
    add_words(finding.diagnostic.args, paid, period);
    const Entry& line = *paid.lines.front();
    const auto table = plan_.tables.find("budget_lines");
    Origin origin = line.record != nullptr && table != plan_.tables.end()
                        ? place_of(table->second, *line.record, "amount", plan_.periods[period].id)
                        : line.origin();
    finding.diagnostic.related.push_back({"line", finding.diagnostic.args, std::move(origin)});
    findings_.push_back(std::move(finding));
  }

  void add_words(Arguments& args, const Paid& paid, std::size_t period) const {
    const bool is_direct = marks_.has_any(paid.node);
    args.emplace_back("direct", is_direct ? "yes" : "no");
    args.emplace_back("has_agency", paid.agency.empty() ? "no" : "yes");
    add_text(args, "agency", organisation_name(plan_, paid.agency, "en"),
             organisation_name(plan_, paid.agency, "fr"));
    add_text(args, "node", plan_.nodes[paid.node].title, plan_.nodes[paid.node].id);
    add_text(args, "period", plan_.periods[period].label, plan_.periods[period].id);
  }

  const Plan& plan_;
  const Ledgers& ledgers_;
  Reader reader_;
  Marks marks_;
  Agencies agencies_;
  std::vector<Finding>& findings_;
  std::set<std::size_t> free_;
  std::vector<bool> is_marked_;
  std::vector<bool> is_paid_;
};

/// Where two thirds of a level’s nodes are marked, each should be.
constexpr std::size_t most_of_three = 2;
constexpr std::size_t three = 3;

}  // namespace

/// A node without any mark among marked ones, and marks with a hole (national plans: K16, K17).
void test_marks(const Subject& subject, std::vector<Finding>& findings) {
  const Plan& plan = subject.plan;
  const Marks marks(plan);
  const std::vector<std::size_t> wholes = whole_periods(plan);
  std::unordered_map<std::string_view, std::pair<std::size_t, std::size_t>> levels;
  for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
    auto& [marked, all] = levels[plan.nodes[i].level];
    marked += marks.has_any(i) ? 1 : 0;
    all += marks.has_any(i) || !marks.has_unknown(i) ? 1 : 0;
  }
  for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
    const auto& [marked, all] = levels[plan.nodes[i].level];
    if (!marks.has_any(i)) {
      if (marked > 1 && marked * three >= all * most_of_three && !marks.has_unknown(i)) {
        findings.push_back(node_finding("period-missing", plan, i, plan.nodes[i].origin));
      }
      continue;
    }
    std::optional<std::size_t> hole;
    bool is_found = false;
    bool is_started = false;
    for (const std::size_t period : wholes) {  // what comes back each year leaves quarters out
      const Mark mark = marks.of(i, period);
      if (mark == Mark::yes) {
        is_found = is_found || hole;
        is_started = true;
        if (is_found) {
          break;
        }
      } else if (mark == Mark::none && is_started && !hole) {
        hole = period;
      }
    }
    if (is_found) {
      Finding finding = node_finding("schedule-gap", plan, i, marks.origin(i, *hole));
      add_text(finding.diagnostic.args, "period", plan.periods[*hole].label,
               plan.periods[*hole].id);
      findings.push_back(std::move(finding));
    }
  }
}

void test_mark_amounts(const Subject& subject, std::vector<Finding>& findings) {
  MarkAmounts(subject, findings).test();
}

}  // namespace rapporteur::check
