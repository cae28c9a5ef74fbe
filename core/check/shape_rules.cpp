// The shape of a budget: what its neighbours have, what stands out. All of it to be looked at, none
// of it wrong in itself.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/text.hpp"
#include "check/ledger.hpp"
#include "check/money_rules.hpp"
#include "plan/exact.hpp"

namespace rapporteur::check {
namespace {

std::int64_t amount_of(const Entry& entry, const Reader& reader) {
  if (entry.kind == LineKind::memo) {
    return 0;
  }
  return entry.total ? entry.total->value : reader.of_periods(entry).value.value_or(0);
}

void add_share(Arguments& args, const std::string& name, std::int64_t part, std::int64_t whole) {
  std::string english = to_string(percent_of(part, whole, 1).value_or(Decimal{}));
  std::string french = english;
  std::ranges::replace(french, '.', ',');
  add_text(args, name, english, french);
}

bool is_fee(const Entry& entry) {
  const std::string category = folded(entry.category);
  return category == "gms" || category == "levy" || category == "indirect";
}

/// Figures that nobody types twice by chance: digits without the zeros at the end.
constexpr int telling_digits = 5;
int telling(std::int64_t value, std::int64_t unit) {
  constexpr std::int64_t ten = 10;
  value /= unit;
  while (value != 0 && value % ten == 0) {
    value /= ten;
  }
  int digits = 0;
  for (; value != 0; value /= ten) {
    ++digits;
  }
  return digits;
}

std::int64_t unit_of(const Plan& plan) {
  std::int64_t unit = 1;
  for (int i = 0; i < minor_digits(plan.currency); ++i) {
    unit *= 10;
  }
  return unit;
}

}  // namespace

/// A line that all siblings of a node have, and it has not (project document: B16).
void test_siblings(const Subject& subject, std::vector<Finding>& findings) {
  const Plan& plan = subject.plan;
  std::map<std::pair<std::string, std::string>, std::set<std::size_t>> has;  // level, category
  std::set<std::size_t> budgeted;
  for (const Entry& entry : subject.ledgers.all.front().entries) {
    if (!entry.node) {
      continue;
    }
    if (!entry.category.empty()) {
      has[{plan.nodes[*entry.node].level, entry.category}].insert(*entry.node);
    }
    for (auto node = entry.node; node; node = plan.nodes[*node].parent) {
      budgeted.insert(*node);
    }
  }
  constexpr std::size_t fewest = 3;
  for (const auto& [key, nodes] : has) {
    // Only lines that stand beside those of nodes below: others are a level’s own lines.
    if (nodes.size() < fewest || std::ranges::any_of(nodes, [&](std::size_t node) {
          return plan.nodes[node].children.empty();
        })) {
      continue;
    }
    std::vector<std::size_t> without;
    for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
      if (plan.nodes[i].level == key.first && budgeted.contains(i) && !nodes.contains(i)) {
        without.push_back(i);
      }
    }
    if (without.size() != 1) {
      continue;
    }
    const Node& node = plan.nodes[without.front()];
    Finding finding;
    finding.diagnostic.id = "sibling-line";
    finding.diagnostic.origin = node.origin;
    finding.row = node.id;
    finding.diagnostic.args = {{"row", node.id},
                               {"category", key.second},
                               {"count", static_cast<std::int64_t>(nodes.size())}};
    add_text(finding.diagnostic.args, "title", node.title, node.id);
    findings.push_back(std::move(finding));
  }
}

/// One telling amount in two rows that have nothing in common (project document: B17).
void test_same_amounts(const Subject& subject, std::vector<Finding>& findings) {
  const Plan& plan = subject.plan;
  const Reader reader(plan);
  const std::int64_t unit = unit_of(plan);
  std::unordered_map<std::int64_t, const Entry*> seen;
  for (const Entry& entry : subject.ledgers.all.front().entries) {
    const std::int64_t amount = amount_of(entry, reader);
    if (entry.kind != LineKind::amount || !entry.node || telling(amount, unit) < telling_digits) {
      continue;
    }
    const auto [found, is_new] = seen.emplace(amount, &entry);
    if (is_new) {
      continue;
    }
    const Entry& first = *found->second;
    const bool is_alike =
        plan.nodes[*first.node].parent == plan.nodes[*entry.node].parent ||
        first.node == entry.node || is_fee(entry) || is_fee(first) ||
        (first.line != nullptr && entry.line != nullptr &&
         title_of(plan, *first.line).by_language == title_of(plan, *entry.line).by_language);
    if (is_alike) {
      continue;
    }
    Finding finding;
    finding.diagnostic.id = "same-amount";
    finding.diagnostic.origin = entry.origin_of_amount();
    finding.row = entry.id;
    finding.values = {amount};
    finding.diagnostic.args = {{"row", std::string(entry.id)},
                               {"other", std::string(first.id)},
                               {"amount", figure({amount, plan.currency})}};
    finding.diagnostic.related.push_back({"first", finding.diagnostic.args, first.origin()});
    findings.push_back(std::move(finding));
  }
  if (const auto table = plan.tables.find("awards"); table != plan.tables.end()) {
    std::unordered_map<std::int64_t, const Record*> awarded;
    for (const Record& record : table->second.records) {
      const Cell* const cell = record.find("amount");
      const auto* const money = cell == nullptr ? nullptr : std::get_if<Money>(&cell->value);
      if (money == nullptr || telling(money->minor, unit) < telling_digits) {
        continue;
      }
      const auto [found, is_new] = awarded.emplace(money->minor, &record);
      if (is_new || found->second->word("organisation") == record.word("organisation")) {
        continue;
      }
      Finding finding;
      finding.diagnostic.id = "same-amount";
      finding.diagnostic.origin = record.origin_of(*cell);
      finding.row = record.id;
      finding.values = {money->minor};
      finding.diagnostic.args = {
          {"row", record.id}, {"other", found->second->id}, {"amount", figure(*money)}};
      finding.diagnostic.related.push_back(
          {"first", finding.diagnostic.args, found->second->origin});
      findings.push_back(std::move(finding));
    }
  }
}

/// A line that is most of its node, and a root that is one line without detail (B19, B20).
void test_shares(const Subject& subject, std::vector<Finding>& findings) {
  const Plan& plan = subject.plan;
  const Reader reader(plan);
  const std::vector<Entry>& entries = subject.ledgers.all.front().entries;
  struct Node_ {
    std::int64_t amount = 0;
    std::size_t lines = 0;
  };
  std::vector<Node_> nodes(plan.nodes.size());
  std::int64_t whole = 0;
  for (const Entry& entry : entries) {
    const std::int64_t amount = amount_of(entry, reader);
    whole += amount;
    for (auto node = entry.node; node; node = plan.nodes[*node].parent) {
      nodes[*node].amount += amount;
      ++nodes[*node].lines;
    }
  }
  constexpr std::int64_t twenty = 20;
  constexpr std::size_t several = 5;
  const bool has_detail = std::ranges::any_of(
      plan.roots, [&](std::size_t root) { return nodes[root].lines >= several; });
  for (const Entry& entry : entries) {
    const std::int64_t amount = amount_of(entry, reader);
    if (!entry.node || amount <= 0 || amount * twenty < whole || is_fee(entry)) {
      continue;
    }
    const auto parent = plan.nodes[*entry.node].parent;
    const bool is_lone = !parent && nodes[*entry.node].lines == 1 &&
                         plan.nodes[*entry.node].children.empty() && has_detail;
    const bool is_most =
        parent && nodes[*parent].lines >= several && amount * 2 > nodes[*parent].amount;
    if (!is_lone && !is_most) {
      continue;
    }
    Finding finding;
    finding.diagnostic.id = is_lone ? "total-without-detail" : "part-dominant";
    finding.diagnostic.origin = entry.origin_of_amount();
    finding.row = entry.id;
    finding.values = {amount};
    Arguments& args = finding.diagnostic.args;
    args.emplace_back("row", std::string(entry.id));
    const Node& node = plan.nodes[is_lone ? *entry.node : *parent];
    add_text(args, "title", node.title, node.id);
    args.emplace_back("amount", figure({amount, plan.currency}));
    add_share(args, "share", amount, nodes[is_lone ? *entry.node : *parent].amount);
    add_share(args, "whole", amount, whole);
    findings.push_back(std::move(finding));
  }
}

}  // namespace rapporteur::check
