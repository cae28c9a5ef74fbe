// Facts that are said again: same_as declares that two rows say one thing, series that a row says
// what an indicator measured. Values that differ by no more than the coarser of the two roundings
// agree: "77 %" says "76,97 %" again.
#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "check/text_rules.hpp"
#include "plan/exact.hpp"

namespace rapporteur::check {
namespace {

std::optional<Decimal> number_of(const IndicatorValue& value) {
  const auto* const number = std::get_if<Decimal>(&value.data);
  return number == nullptr ? std::nullopt : std::optional(*number);
}

/// |a - b| is at most half a unit of the coarser one's last decimal.
bool agree(const Decimal& a, const Decimal& b) {
  const Decimal& coarse = a.scale <= b.scale ? a : b;
  const Decimal& fine = a.scale <= b.scale ? b : a;
  std::int64_t unit = 1;
  for (int i = coarse.scale; i < fine.scale; ++i) {
    unit *= 10;
  }
  return std::abs(coarse.digits * unit - fine.digits) * 2 <= unit && (unit > 1 || a == b);
}

bool agree(const IndicatorValue& a, const IndicatorValue& b) {
  const auto first = number_of(a);
  const auto second = number_of(b);
  if (first && second) {
    return agree(*first, *second);
  }
  return a.data == b.data;
}

class Facts {
 public:
  Facts(const Subject& subject, std::vector<Finding>& findings)
      : plan_(subject.plan), texts_(subject.texts), findings_(findings) {
    const auto table = plan_.tables.find("facts");
    if (table == plan_.tables.end()) {
      return;
    }
    for (const Record& record : table->second.records) {
      records_.emplace(record.id, &record);
    }
    for (std::size_t i = 0; i < plan_.facts.size(); ++i) {
      facts_.emplace(plan_.facts[i].name, i);
    }
    for (std::size_t i = 0; i < plan_.series.size(); ++i) {
      series_.emplace(plan_.series[i].id, i);
    }
  }

  void test() {
    std::map<std::size_t, std::vector<std::size_t>> said_again;  // by the first fact of a group
    for (std::size_t i = 0; i < plan_.facts.size(); ++i) {
      const std::size_t first = first_of(i);
      if (first != i && !agree(plan_.facts[first].value, plan_.facts[i].value)) {
        said_again[first].push_back(i);
      }
      test_series(i);
    }
    for (const auto& [first, others] : said_again) {
      report(first, others);
    }
  }

 private:
  [[nodiscard]] std::string word(std::size_t fact, std::string_view column) const {
    const auto record = records_.find(plan_.facts[fact].name);
    return record == records_.end() ? "" : record->second->word(column);
  }

  /// Follows same_as; a circle ends where it began.
  [[nodiscard]] std::size_t first_of(std::size_t fact) const {
    std::size_t first = fact;
    for (std::size_t steps = 0; steps < plan_.facts.size(); ++steps) {
      const auto next = facts_.find(word(first, "same_as"));
      if (next == facts_.end() || next->second == fact) {
        break;
      }
      first = next->second;
    }
    return first;
  }

  [[nodiscard]] std::string typed(std::size_t fact) const { return plan_.facts[fact].origin.text; }

  void add_source(Arguments& args, std::size_t fact) const {
    const std::string source = word(fact, "source");
    args.emplace_back("has_source", source.empty() ? "no" : "yes");
    args.emplace_back("source", source);
  }

  /// Where the text that `source` names says the fact: "narrative/key-results", "tables/claims o1".
  void relate_text(Finding& finding, std::size_t fact) {
    if (passages_.empty()) {
      for (const Passage& passage : texts_.passages) {
        if (passage.narrative != nullptr) {
          passages_["narrative/" + passage.narrative->slot].push_back(&passage);
        } else if (passage.record != nullptr) {
          passages_["tables/" + std::string(passage.table_name()) + " " + passage.record->id]
              .push_back(&passage);
        }
      }
    }
    std::string source = word(fact, "source");
    const std::size_t behind =
        source.find_first_of(" ,(", source.starts_with("tables/") ? source.find(' ') + 1 : 0);
    source = source.substr(0, behind);
    const auto number = number_of(plan_.facts[fact].value);
    const auto found = passages_.find(source);
    if (!number || found == passages_.end()) {
      return;
    }
    constexpr std::int64_t telling = 100;  // a small number is told apart by its unit only
    const auto is_said = [&](const Passage& passage, std::size_t i) {
      const std::vector<std::string> unit =
          content_words(plan_.facts[fact].unit.in(passage.language).text);
      for (std::size_t k = i + 1; k < passage.tokens.size() && k < i + 4 && !unit.empty(); ++k) {
        if (stem(passage.tokens[k].folded) == unit.front()) {
          return true;
        }
      }
      return number->digits >= telling;
    };
    for (const Passage* const passage : found->second) {
      for (std::size_t i = 0; i < passage->tokens.size(); ++i) {
        const Token& token = passage->tokens[i];
        if (token.kind == TokenKind::figure && !token.is_joined && token.number == *number &&
            is_said(*passage, i)) {
          relate(finding, "text", Texts::place(*passage, token.begin, token.end),
                 {{"value", typed(fact)}});
          return;
        }
      }
    }
  }

  void report(std::size_t first, const std::vector<std::size_t>& others) {
    Finding finding;
    finding.diagnostic.id = "fact-two-values";
    finding.diagnostic.origin = plan_.facts[first].origin;
    finding.row = plan_.facts[first].name;
    Arguments& args = finding.diagnostic.args;
    args.emplace_back("kind", "fact");
    args.emplace_back("fact", plan_.facts[first].name);
    args.emplace_back("value", typed(first));
    std::string values;
    for (const std::size_t other : others) {
      values.append(values.empty() ? "" : " ; ").append(typed(other));
    }
    args.emplace_back("other", values);
    add_source(args, first);
    relate_text(finding, first);
    for (const std::size_t other : others) {
      Arguments of_other = {{"fact", plan_.facts[other].name}, {"value", typed(other)}};
      add_source(of_other, other);
      relate(finding, "said", plan_.facts[other].origin, std::move(of_other));
      relate_text(finding, other);
    }
    findings_.push_back(std::move(finding));
  }

  /// What a text says against what its indicator's series has measured in the reporting period.
  void test_series(std::size_t fact) {
    const auto series = series_.find(word(fact, "series"));
    if (series == series_.end() || plan_.reporting_period.empty()) {
      return;
    }
    const Measure* const measure = find_measure(plan_.series[series->second].measures,
                                                Measured::actual, plan_.reporting_period);
    if (measure == nullptr) {
      return;
    }
    const auto said = number_of(plan_.facts[fact].value);
    const auto measured = number_of(measure->value);
    if (!said || !measured || agree(*said, *measured)) {
      return;
    }
    Finding finding;
    finding.diagnostic.id = "prose-figure";
    finding.diagnostic.origin = plan_.facts[fact].origin;
    finding.row = plan_.facts[fact].name;
    Arguments& args = finding.diagnostic.args;
    args.emplace_back("kind", "series");
    args.emplace_back("figure", typed(fact));
    args.emplace_back("name", plan_.facts[fact].name);
    args.emplace_back("value", measure->origin.text);
    args.emplace_back("data", plan_.series[series->second].id);
    relate(finding, "data", measure->origin, {{"value", measure->origin.text}});
    findings_.push_back(std::move(finding));
  }

  const Plan& plan_;
  const Texts& texts_;
  std::vector<Finding>& findings_;
  std::map<std::string, std::vector<const Passage*>> passages_;
  std::map<std::string, const Record*, std::less<>> records_;
  std::map<std::string, std::size_t, std::less<>> facts_;
  std::map<std::string, std::size_t, std::less<>> series_;
};

}  // namespace

void test_facts(const Subject& subject, std::vector<Finding>& findings) {
  Facts(subject, findings).test();
}

}  // namespace rapporteur::check
