// Sources of funds against the lines that they pay for (national plans: K7; project document: B9).
#include <algorithm>
#include <map>
#include <utility>

#include "check/ledger.hpp"
#include "check/money_rules.hpp"
#include "check/sum_words.hpp"

namespace rapporteur::check {
namespace {

using Key = std::pair<std::size_t, std::string>;  // node, agency

struct Split {
  std::int64_t sources = 0;
  std::vector<const Entry*> rows;  ///< of contributions
  std::int64_t typed = 0;          ///< totals of the lines as typed, else their periods
  std::int64_t added = 0;          ///< their periods, else their totals
  const Entry* line = nullptr;
};

class Sources {
 public:
  Sources(const Subject& subject, const Ledger& sources, std::vector<Finding>& findings)
      : plan_(subject.plan),
        budget_(subject.ledgers.all.front()),
        sources_(sources),
        reader_(subject.plan),
        findings_(findings) {}

  void test() {
    test_split();
    test_required();
  }

 private:
  [[nodiscard]] std::optional<std::int64_t> amount_of(const Entry& entry) const {
    return entry.total ? std::optional(entry.total->value) : reader_.of_periods(entry).value;
  }

  /// Where the sources of most lines add up to the line, those of each should.
  void test_split() {
    std::map<Key, Split> splits;
    for (const Entry& entry : budget_.entries) {
      const auto typed = amount_of(entry);
      if (!entry.node || entry.kind == LineKind::memo || !typed) {
        continue;
      }
      Split& split = splits[{*entry.node, entry.agency}];
      split.typed += *typed;
      split.added += reader_.of_periods(entry).value.value_or(*typed);
      split.line = split.line == nullptr ? &entry : split.line;
    }
    std::vector<const Split*> shared;
    for (const Entry& entry : sources_.entries) {
      const auto amount = amount_of(entry);
      const auto found = entry.node ? splits.find({*entry.node, entry.agency}) : splits.end();
      if (found == splits.end() || !amount) {
        continue;
      }
      if (found->second.rows.empty()) {
        shared.push_back(&found->second);
      }
      found->second.sources += *amount;
      found->second.rows.push_back(&entry);
    }
    const auto agrees = [](const Split* split) {
      return split->sources == split->typed || split->sources == split->added;
    };
    const auto right = static_cast<std::size_t>(std::ranges::count_if(shared, agrees));
    constexpr std::size_t three = 3;
    if (right < 2 || right * three < shared.size() * 2) {
      return;
    }
    for (const Split* const split : shared) {
      if (!agrees(split)) {
        tell_split(*split);
      }
    }
  }

  void tell_split(const Split& split) {
    const Entry& line = *split.line;
    findings_.push_back(
        made("split", line.origin_of_amount(), std::string(line.id), split.typed, split.sources));
  }

  /// Where the plan says what is still to be mobilised, allocated and missing make the budget.
  void test_required() {
    const Entry* missing = nullptr;
    std::int64_t sum = 0;
    for (const Entry& entry : sources_.entries) {
      sum += amount_of(entry).value_or(0);
      missing = entry.category == "to_mobilise" ? &entry : missing;
    }
    if (missing == nullptr) {
      return;
    }
    std::int64_t typed = 0;
    std::int64_t added = 0;
    for (const Entry& entry : budget_.entries) {
      if (const auto amount = amount_of(entry); amount && entry.kind != LineKind::memo) {
        typed += *amount;
        added += reader_.of_periods(entry).value.value_or(*amount);
      }
    }
    for (const Footing& footing : budget_.footings) {
      if (footing.filter == Filter{} && footing.overall) {
        typed = footing.overall->figure.value;
      }
    }
    if (typed == 0 || sum == typed || sum == added) {
      return;
    }
    Origin origin = missing->total ? missing->total->origin() : missing->origin();
    findings_.push_back(made("required", std::move(origin), std::string(missing->id), typed, sum));
  }

  [[nodiscard]] Finding made(const char* what, Origin origin, const std::string& row,
                             std::int64_t budget, std::int64_t sources) const {
    Finding finding;
    finding.diagnostic.id = "sources-budget";
    finding.diagnostic.origin = std::move(origin);
    finding.row = row;
    finding.values = {budget, sources};
    const auto money = [&](std::int64_t minor) { return figure({minor, plan_.currency}); };
    const std::int64_t apart = budget - sources;
    finding.diagnostic.args = {{"what", what},
                               {"row", row},
                               {"budget", money(budget)},
                               {"sources", money(sources)},
                               {"difference", money(apart < 0 ? -apart : apart)},
                               {"direction", apart > 0 ? "less" : "more"}};
    return finding;
  }

  const Plan& plan_;
  const Ledger& budget_;
  const Ledger& sources_;
  Reader reader_;
  std::vector<Finding>& findings_;
};

}  // namespace

void test_sources(const Subject& subject, std::vector<Finding>& findings) {
  for (const Ledger& ledger : subject.ledgers.all) {
    if (ledger.table == "contributions") {
      Sources(subject, ledger, findings).test();
    }
  }
}

}  // namespace rapporteur::check
