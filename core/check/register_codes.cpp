// Codes of nodes and indicators: gaps, duplicates, and whether a code goes on from its parent's.
#include <algorithm>
#include <charconv>
#include <map>
#include <tuple>

#include "base/text.hpp"
#include "check/register_rules.hpp"
#include "check/tracks.hpp"

namespace rapporteur::check {
namespace {

constexpr std::size_t few = 5;  // one group in five may have gaps; more is a numbering of its own

/// "2.1.1. 1" -> {2, 1, 1, 1}; empty when it is no dotted number.
std::vector<int> components_of(std::string_view code) {
  std::vector<int> components;
  std::string text(code);
  std::erase(text, ' ');
  while (text.ends_with('.')) {
    text.pop_back();
  }
  for (const std::string& part : split(text, '.')) {
    int number = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    if (part.empty() || error != std::errc() || end != part.data() + part.size()) {
      return {};
    }
    components.push_back(number);
  }
  return components;
}

std::string code_of(const std::vector<int>& prefix, int last) {
  std::string code;
  for (const int part : prefix) {
    code.append(std::to_string(part)).append(".");
  }
  return code + std::to_string(last);
}

/// What bears a code: a node or an indicator.
struct Coded {
  std::string id;
  std::string code;
  Origin origin;
  std::vector<int> components;
};

Origin code_origin(const Plan& plan, std::string_view table, std::size_t record,
                   const Origin& otherwise) {
  const Table* const found = table_of(plan, table);
  return found == nullptr || record >= found->records.size()
             ? otherwise
             : place_of(found->records[record], "code");
}

Coded coded(const Plan& plan, const Node& node) {
  return {node.id, node.code, code_origin(plan, "nodes", node.record, node.origin),
          components_of(node.code)};
}
Coded coded(const Plan& plan, const Indicator& indicator) {
  return {indicator.id, indicator.code,
          code_origin(plan, "indicators", indicator.record, indicator.origin),
          components_of(indicator.code)};
}

Finding code_finding(const char* id, const Coded& row) {
  Finding finding;
  finding.diagnostic.id = id;
  finding.diagnostic.origin = row.origin;
  finding.row = row.id;
  finding.diagnostic.args = {{"row", row.id}, {"code", row.code}};
  return finding;
}

/// Codes of one prefix below one parent, in order of their last number.
using Siblings = std::map<int, const Coded*>;
using Groups = std::map<std::pair<std::string, std::vector<int>>, Siblings>;

void collect(Groups& groups, const std::string& family, const Coded& row) {
  if (row.components.empty()) {
    return;
  }
  std::vector<int> prefix = row.components;
  prefix.pop_back();
  groups[{family, prefix}].emplace(row.components.back(), &row);
}

void test_groups(const Groups& groups, std::vector<Finding>& findings) {
  std::vector<Finding> found;
  std::size_t gapped = 0;
  std::size_t all = 0;
  for (const auto& [key, siblings] : groups) {
    if (siblings.size() < 2) {
      continue;
    }
    ++all;
    bool has_gap = false;
    for (auto row = std::next(siblings.begin()); row != siblings.end(); ++row) {
      const int before = std::prev(row)->first;
      if (row->first == before + 1) {
        continue;
      }
      has_gap = true;
      Finding finding = code_finding("code-gap", *row->second);
      finding.diagnostic.args.emplace_back("missing", code_of(key.second, before + 1));
      finding.diagnostic.args.emplace_back("before", code_of(key.second, before));
      add_related(finding, "before", std::prev(row)->second->origin);
      found.push_back(std::move(finding));
    }
    gapped += has_gap ? 1 : 0;
  }
  if (gapped * few <= all || gapped == 1) {
    std::ranges::move(found, std::back_inserter(findings));
  }
}

bool goes_on(const Coded& row, const std::vector<int>& parent) {
  return row.components.size() > parent.size() &&
         std::equal(parent.begin(), parent.end(), row.components.begin());
}

/// Rows of one family whose codes do not go on from their parent's, where most do.
struct Family {
  std::vector<std::pair<Coded, std::string>> strangers;  ///< with the parent's code
  std::size_t at_home = 0;

  void add(Coded row, const std::string& parent_code) {
    const std::vector<int> parent = components_of(parent_code);
    if (parent.empty() || row.components.size() <= parent.size()) {
      return;
    }
    if (goes_on(row, parent)) {
      ++at_home;
    } else {
      strangers.emplace_back(std::move(row), parent_code);
    }
  }
};

}  // namespace

void test_code_gaps(const Subject& subject, std::vector<Finding>& findings) {
  const Plan& plan = subject.plan;
  std::vector<Coded> rows;
  rows.reserve(plan.nodes.size() + plan.indicators.size());
  Groups nodes;
  for (const Node& node : plan.nodes) {
    rows.push_back(coded(plan, node));
    const std::string parent = node.parent ? plan.nodes[*node.parent].id : "";
    collect(nodes, parent + "\n" + node.level, rows.back());
  }
  Groups indicators;
  for (const Indicator& indicator : plan.indicators) {
    if (indicator.node) {  // a framework's indicators are chosen from many
      rows.push_back(coded(plan, indicator));
      collect(indicators, plan.nodes[*indicator.node].id, rows.back());
    }
  }
  test_groups(nodes, findings);
  test_groups(indicators, findings);
}

void test_code_parents(const Subject& subject, std::vector<Finding>& findings) {
  const Plan& plan = subject.plan;
  std::map<std::string, Family> families;
  for (const Node& node : plan.nodes) {
    if (node.parent) {
      families[node.level].add(coded(plan, node), plan.nodes[*node.parent].code);
    }
  }
  for (const Indicator& indicator : plan.indicators) {
    if (indicator.node) {
      const Node& node = plan.nodes[*indicator.node];
      families["\n" + node.level].add(coded(plan, indicator), node.code);
    }
  }
  for (auto& [name, family] : families) {
    if (family.strangers.size() > family.at_home) {
      continue;  // these codes follow another order
    }
    for (const auto& [row, parent] : family.strangers) {
      Finding finding = code_finding("code-parent", row);
      finding.diagnostic.args.emplace_back("parent", parent);
      findings.push_back(std::move(finding));
    }
  }
}

void test_code_format(const Subject& subject, std::vector<Finding>& findings) {
  const Plan& plan = subject.plan;
  const auto test = [&](const Coded& row) {
    if (row.code.find(' ') != std::string::npos && row.components.size() > 1) {
      Finding finding = code_finding("code-format", row);
      finding.diagnostic.args.emplace_back(
          "plain",
          code_of({row.components.begin(), row.components.end() - 1}, row.components.back()));
      findings.push_back(std::move(finding));
    }
  };
  for (const Node& node : plan.nodes) {
    test(coded(plan, node));
  }
  for (const Indicator& indicator : plan.indicators) {
    test(coded(plan, indicator));
  }
}

/// A code printed for two indicators of one framework and level.
void test_indicator_codes(const Subject& subject, std::vector<Finding>& findings) {
  const Plan& plan = subject.plan;
  std::map<std::tuple<std::string, std::string, std::string>, const Indicator*> seen;
  for (const Indicator& indicator : plan.indicators) {
    if (indicator.code.empty()) {
      continue;
    }
    const std::string level = indicator.node ? plan.nodes[*indicator.node].level : "";
    const auto [first, is_new] =
        seen.emplace(std::tuple(indicator.framework, level, indicator.code), &indicator);
    if (is_new) {
      continue;
    }
    const Coded row = coded(plan, indicator);
    Finding finding = code_finding("code-duplicate", row);
    finding.diagnostic.args.emplace_back("other", first->second->id);
    add_related(finding, "first", coded(plan, *first->second).origin);
    findings.push_back(std::move(finding));
  }
}

}  // namespace rapporteur::check
