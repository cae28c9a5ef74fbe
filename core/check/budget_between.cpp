// One presentation of the budget against another, and sources of funds against the lines that they
// pay for.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "check/ledger.hpp"
#include "check/money_rules.hpp"
#include "check/organisations.hpp"
#include "check/rounding.hpp"
#include "check/sum_words.hpp"

namespace rapporteur::check {
namespace {

using Amount = std::optional<std::int64_t>;

void add(Amount& sum, const Amount& more) {
  if (more) {
    sum = sum.value_or(0) + *more;
  }
}

/// Summary lines at a node, the detail lines below it, and both by agency.
struct Group {
  std::size_t node = 0;
  std::vector<const Entry*> summary;
  std::vector<const Entry*> detail;
};

struct Share {
  Amount summary;
  Amount detail;
  const Entry* line = nullptr;   ///< the summary's
  const Entry* first = nullptr;  ///< of the detail
  std::int64_t count = 0;        ///< of detail lines
};

class Between {
 public:
  Between(const Plan& plan, const Ledger& summary, const Ledger& detail,
          std::vector<Finding>& findings)
      : plan_(plan),
        reader_(plan),
        agencies_(plan),
        summary_(summary),
        detail_(detail),
        findings_(findings) {}

  void test() {
    group();
    const std::size_t first = findings_.size();
    std::int64_t explained = 0;
    for (const Group& group : groups_) {
      explained += test_group(group);
    }
    test_total(first, explained);
    test_agencies();
  }

 private:
  [[nodiscard]] Amount total_of(const Entry& entry) const {
    if (entry.kind == LineKind::memo) {
      return std::nullopt;
    }
    return entry.total ? Amount(entry.total->value) : reader_.of_periods(entry).value;
  }
  [[nodiscard]] Amount total_of(const std::vector<const Entry*>& entries) const {
    Amount sum;
    for (const Entry* const entry : entries) {
      add(sum, total_of(*entry));
    }
    return sum;
  }

  void group() {
    std::map<std::size_t, std::size_t> at;
    for (const Entry& entry : summary_.entries) {
      const auto [found, is_new] = at.emplace(*entry.node, groups_.size());
      if (is_new) {
        groups_.push_back({*entry.node, {}, {}});
      }
      groups_[found->second].summary.push_back(&entry);
    }
    for (const Entry& entry : detail_.entries) {
      auto node = entry.node;
      while (!at.contains(*node)) {
        node = plan_.nodes[*node].parent;
      }
      groups_[at[*node]].detail.push_back(&entry);
    }
  }

  [[nodiscard]] Money money(std::int64_t minor) const { return {minor, plan_.currency}; }

  std::map<std::string, Share> shares_of(const Group& group) const {
    std::map<std::string, Share> shares;
    std::set<std::string> known;
    for (const Entry* const entry : group.summary) {
      known.insert(entry->agency);
      Share& share = shares[entry->agency];
      add(share.summary, total_of(*entry));
      share.line = entry;
    }
    for (const Entry* const entry : group.detail) {
      const Amount amount = total_of(*entry);
      Share& share = shares[agencies_.of(*entry, known)];
      if (share.first == nullptr && amount) {
        share.first = entry;
      }
      share.count += amount ? 1 : 0;
      add(share.detail, amount);
    }
    return shares;
  }

  [[nodiscard]] std::string shares_text(const Group& group, std::string_view language) const {
    std::string text;
    const auto written = [&](const Amount& amount) {
      return amount ? figure_text(money(*amount), language) : std::string("–");
    };
    for (const auto& [agency, share] : shares_of(group)) {
      if (agency.empty()) {
        return {};
      }
      text.append(text.empty() ? "" : "; ").append(organisation_name(plan_, agency, language));
      text.append(language == "fr" ? "\u00A0: " : ": ");
      text.append(written(share.summary)).append(" / ").append(written(share.detail));
    }
    return language == "fr" ? with_french_semicolons(text) : text;
  }
  static std::string with_french_semicolons(std::string text) {
    for (std::size_t at = text.find("; "); at != std::string::npos; at = text.find("; ", at + 4)) {
      text.insert(at, "\u202F");
    }
    return text;
  }

  /// Difference told, summary less detail; 0 where the two agree or one is not there.
  std::int64_t test_group(const Group& group) {
    const Amount summary = total_of(group.summary);
    const Amount detail = total_of(group.detail);
    if (!summary || !detail || *summary == *detail) {
      return 0;
    }
    Rounding rounding(printed_unit(detail_, plan_.currency));
    for (const Entry* const entry : group.detail) {
      rounding.add(total_of(*entry).value_or(0));
    }
    if (rounding.explains(*summary - *detail)) {
      return 0;
    }
    const Entry& line = *group.summary.front();
    Finding finding;
    finding.diagnostic.id = "sum-between";
    finding.diagnostic.origin = line.origin_of_amount();
    const Node& node = plan_.nodes[group.node];
    finding.row = node.id;
    finding.values = {*summary, *detail};
    Arguments& args = finding.diagnostic.args;
    args.emplace_back("whole", "no");
    args.emplace_back("row", node.id);
    add_text(args, "title", node.title, node.id);
    add_figures(args, *summary, *detail);
    const std::string english = shares_text(group, "en");
    args.emplace_back("has_shares", english.empty() ? "no" : "yes");
    add_text(args, "shares", english, shares_text(group, "fr"));
    findings_.push_back(std::move(finding));
    return *summary - *detail;
  }

  void add_figures(Arguments& args, std::int64_t summary, std::int64_t detail) const {
    args.emplace_back("summary", figure(money(summary)));
    args.emplace_back("detail", figure(money(detail)));
    const std::int64_t apart = summary - detail;
    args.emplace_back("difference", figure(money(apart < 0 ? -apart : apart)));
    args.emplace_back("direction", apart > 0 ? "more" : "less");
    add_text(args, "set", set_title("en"), set_title("fr"));
  }

  [[nodiscard]] std::string set_title(std::string_view language) const {
    const std::string& set = detail_.set.empty() ? summary_.set : detail_.set;
    const auto table = plan_.tables.find("budget_sets");
    if (table != plan_.tables.end()) {
      const auto found = std::ranges::find(table->second.records, set, &Record::id);
      if (found != table->second.records.end()) {
        const std::string title(found->text("title").in(language).text);
        return title.empty() ? set : title;
      }
    }
    return set;
  }

  /// The grand totals: a consequence of the differences below when these add up to theirs.
  void test_total(std::size_t first, std::int64_t explained) {
    Amount summary;
    Amount detail;
    for (const Group& group : groups_) {
      add(summary, total_of(group.summary));
      add(detail, total_of(group.detail));
    }
    const Footing::Declared* declared = nullptr;
    for (const Footing& footing : summary_.footings) {
      if (footing.filter == Filter{} && footing.overall) {
        declared = &*footing.overall;
        summary = declared->figure.value;
      }
    }
    if (!summary || !detail || *summary == *detail || declared == nullptr) {
      return;
    }
    Arguments args;
    args.emplace_back("whole", "yes");
    args.emplace_back("row", "");
    add_text(args, "title", "", "");
    add_figures(args, *summary, *detail);
    args.emplace_back("has_shares", "no");
    add_text(args, "shares", "", "");
    if (*summary - *detail == explained) {
      for (std::size_t i = first; i < findings_.size(); ++i) {
        findings_[i].diagnostic.related.push_back({"total", args, declared->figure.origin()});
      }
    }
  }

  void test_agencies() {
    std::vector<Finding> found;
    bool is_any_shared = false;
    for (const Group& group : groups_) {
      for (const auto& [agency, share] : shares_of(group)) {
        if (agency.empty()) {
          return;  // who leads is not always said
        }
        is_any_shared = is_any_shared || (share.line != nullptr && share.first != nullptr);
        if (share.line != nullptr && share.first == nullptr && share.summary.value_or(0) != 0) {
          found.push_back(lone("summary-without-detail", group, agency, *share.line, *share.summary,
                               share.count));
        } else if (share.line == nullptr && share.detail.value_or(0) != 0) {
          found.push_back(lone("detail-without-summary", group, agency, *share.first, *share.detail,
                               share.count));
        }
      }
    }
    if (is_any_shared) {
      std::ranges::move(found, std::back_inserter(findings_));
    }
  }

  Finding lone(const char* id, const Group& group, const std::string& agency, const Entry& entry,
               std::int64_t amount, std::int64_t count) const {
    Finding finding;
    finding.diagnostic.id = id;
    finding.diagnostic.origin = entry.origin_of_amount();
    finding.row = entry.id;
    finding.values = {amount};
    const Node& node = plan_.nodes[group.node];
    Arguments& args = finding.diagnostic.args;
    args.emplace_back("row", std::string(entry.id));
    args.emplace_back("node", node.id);
    add_text(args, "title", node.title, node.id);
    add_text(args, "agency", organisation_name(plan_, agency, "en"),
             organisation_name(plan_, agency, "fr"));
    args.emplace_back("amount", figure(money(amount)));
    args.emplace_back("count", count);
    add_text(args, "set", set_title("en"), set_title("fr"));
    return finding;
  }

  const Plan& plan_;
  Reader reader_;
  Agencies agencies_;
  const Ledger& summary_;
  const Ledger& detail_;
  std::vector<Finding>& findings_;
  std::vector<Group> groups_;
};

}  // namespace

bool is_detail(const Plan& plan, const Ledger& detail, const Ledger& summary) {
  std::set<std::size_t> nodes;
  for (const Entry& entry : summary.entries) {
    if (!entry.node) {
      return false;
    }
    nodes.insert(*entry.node);
  }
  const auto stands_below = [&](const Entry& entry) {
    if (!entry.node || nodes.contains(*entry.node)) {
      return false;
    }
    auto node = plan.nodes[*entry.node].parent;
    while (node && !nodes.contains(*node)) {
      node = plan.nodes[*node].parent;
    }
    return node.has_value();
  };
  return !detail.entries.empty() && std::ranges::all_of(detail.entries, stands_below);
}

void test_between(const Subject& subject, std::vector<Finding>& findings) {
  const std::vector<Ledger>& all = subject.ledgers.all;
  const Ledger& first = all.front();
  for (const Ledger& other : all) {
    if (&other == &first || other.table != first.table) {
      continue;
    }
    if (is_detail(subject.plan, other, first)) {
      Between(subject.plan, first, other, findings).test();
    } else if (is_detail(subject.plan, first, other)) {
      Between(subject.plan, other, first, findings).test();
    }
  }
}

}  // namespace rapporteur::check
