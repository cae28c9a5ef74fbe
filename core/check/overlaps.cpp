#include "check/overlaps.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace rapporteur::check {

namespace {

/// A total over one source of funds and a line split over its sources that are wrong by as much:
/// one row is, and both see it. The total tells it, the line stands beside it.
void join_splits(std::vector<Finding>& findings) {
  const auto apart = [](const Finding& finding) { return finding.values[0] - finding.values[1]; };
  const auto is_told = [&](const Finding& split) {
    if (split.diagnostic.id != "sources-budget" ||
        split.diagnostic.args.front() != std::pair<std::string, Argument>{"what", "split"}) {
      return false;
    }
    const auto total = std::ranges::find_if(findings, [&](const Finding& known) {
      return known.diagnostic.id == "sum-sources" && known.values.size() == 2 &&
             apart(known) == apart(split) && known.row != split.row;
    });
    if (total == findings.end()) {
      return false;
    }
    total->diagnostic.related.push_back({"split", split.diagnostic.args, split.diagnostic.origin});
    return true;
  };
  std::vector<Finding> kept;
  std::vector<bool> told;
  told.reserve(findings.size());
  for (const Finding& finding : findings) {
    told.push_back(is_told(finding));
  }
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (!told[i]) {
      kept.push_back(std::move(findings[i]));
    }
  }
  findings = std::move(kept);
}

/// A breakdown that a sentence tells and a table holds: one fault, told where it is read.
void join_breakdowns(std::vector<Finding>& findings) {
  std::map<std::vector<std::int64_t>, std::size_t> said;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (findings[i].diagnostic.id == "prose-sum") {
      said.emplace(findings[i].values, i);
    }
  }
  std::vector<Finding> kept;
  std::vector<bool> told(findings.size(), false);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Diagnostic& diagnostic = findings[i].diagnostic;
    if (diagnostic.id != "figure-parts" && diagnostic.id != "parts-sum") {
      continue;
    }
    if (const auto same = said.find(findings[i].values); same != said.end()) {
      findings[same->second].diagnostic.related.push_back({"again", {}, diagnostic.origin});
      told[i] = true;
    }
  }
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (!told[i]) {
      kept.push_back(std::move(findings[i]));
    }
  }
  findings = std::move(kept);
}

/// A number that is wrong by a sum or by the data is told there; that the other language has it
/// right adds nothing.
void drop_told_translations(std::vector<Finding>& findings) {
  constexpr std::array<std::string_view, 4> telling = {"prose-sum", "prose-figure", "percent-over",
                                                       "fact-two-values"};
  std::set<std::pair<std::string, int>> told;
  for (const Finding& finding : findings) {
    if (std::ranges::find(telling, finding.diagnostic.id) != telling.end()) {
      told.emplace(finding.diagnostic.origin.file, finding.diagnostic.origin.row);
    }
  }
  const auto is_told = [&](const Origin& origin) {
    return told.contains({origin.file, origin.row});
  };
  std::erase_if(findings, [&](const Finding& finding) {
    const Diagnostic& diagnostic = finding.diagnostic;
    return diagnostic.id == "translation-figures" &&
           (is_told(diagnostic.origin) || is_told(diagnostic.related.front().origin));
  });
}

}  // namespace

void drop_overlaps(std::vector<Finding>& findings) {
  join_splits(findings);
  join_breakdowns(findings);
  drop_told_translations(findings);
  constexpr std::array<std::string_view, 2> telling = {"duplicate-row", "text-slipped"};
  using Place = std::tuple<std::string, std::string, int, int>;
  const auto place_of = [](const Finding& finding) {
    const Origin& origin = finding.diagnostic.origin;
    return Place{origin.file, origin.sheet, origin.row, origin.column};
  };
  std::set<Place> told;
  for (const Finding& finding : findings) {
    if (std::ranges::find(telling, finding.diagnostic.id) != telling.end()) {
      told.insert(place_of(finding));
    }
  }
  std::erase_if(findings, [&](const Finding& finding) {
    return finding.diagnostic.id == "near-duplicate" && told.contains(place_of(finding));
  });
}

}  // namespace rapporteur::check
