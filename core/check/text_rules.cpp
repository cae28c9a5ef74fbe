#include "check/text_rules.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace rapporteur::check {

Finding text_finding(const char* id, const Passage& passage, std::size_t begin, std::size_t end) {
  Finding finding;
  finding.diagnostic.id = id;
  finding.diagnostic.origin = Texts::place(passage, begin, end);
  finding.row = passage.row();
  return finding;
}

void keep_first_language(std::vector<Finding>& findings, std::size_t first) {
  std::set<std::tuple<std::string, std::string, int, std::string>> seen;
  std::vector<Finding> kept;
  for (std::size_t i = first; i < findings.size(); ++i) {
    const Origin& origin = findings[i].diagnostic.origin;
    // "text.fr" and "text.en"; of a narrative every place counts.
    const std::string column = origin.column_name.substr(0, origin.column_name.rfind('.'));
    if (column.empty() ||
        seen.emplace(findings[i].diagnostic.id, origin.file, origin.row, column).second) {
      kept.push_back(std::move(findings[i]));
    }
  }
  findings.resize(first);
  std::ranges::move(kept, std::back_inserter(findings));
}

void relate(Finding& finding, const char* key, Origin origin, Arguments args) {
  finding.diagnostic.related.push_back({key, std::move(args), std::move(origin)});
}

std::span<const Rule> text_rules() {
  static constexpr std::array<Rule, 17> rules = {{
      {"prose-sum|prose-rounding|percent-over",
       "project-document X9, mptf-narrative C1 M2 M3 M4 M5 M6 T4|mptf-narrative "
       "M7|project-document X10",
       test_prose_sums},
      {"prose-count", "national-plans K21, mptf-narrative M8", test_prose_counts},
      {"prose-figure", "national-plans K8, project-document X4 X8, mptf-narrative X4 X5 X14 X15 C5",
       [](const Subject& subject, std::vector<Finding>& findings) {
         test_costs_said(subject, findings);
         test_prose_figures(subject, findings);
       }},
      {"prose-share", "project-document X9", test_shares_said},
      {"translation-figures", "mptf-narrative X4", test_translated_figures},
      {"fact-two-values",
       "project-document I14 X4 X7 X8 X10 X11 B11, "
       "national-plans K22, mptf-narrative C4 M2 X1 X2 X3 X4 X5 X6 X7 X8 X9 X10 X11 X12 X13 "
       "X21",
       [](const Subject& subject, std::vector<Finding>& findings) {
         test_facts(subject, findings);
         test_said_twice(subject, findings);
       }},
      {"near-duplicate", "project-document X12, mptf-narrative C14", test_similar_texts},
      {"acronym-unlisted|acronym-unused",
       "national-plans K15, mptf-narrative N14 A4 C22|mptf-narrative N15 A1 C22 T8", test_acronyms},
      {"acronym-meanings", "mptf-narrative N13 A2 A3 C22 T8", test_acronym_meanings},
      {"name-variant", "national-plans K15, project-document X13, mptf-narrative N16 P7",
       [](const Subject& subject, std::vector<Finding>& findings) {
         test_names(subject, findings);
         test_variants(subject, findings);
       }},
      {"spelling-variant", "project-document X3, mptf-narrative X3 N17 P8", test_spellings},
      {"typography-fr", "project-document T2", test_typography},
      {"number-style", "mptf-narrative N10 N11 N12 C3", test_number_style},
      {"heading-empty|footnote-orphan|local-link",
       "mptf-narrative N6 C19|mptf-narrative N9 C20 T9|project-document T3", test_structure},
      {"sentence-cut|announced-missing", "mptf-narrative N5 C19|mptf-narrative N7 N8 C19",
       test_sentences},
      {"placeholder", "project-document T1, mptf-narrative C18 T10", test_placeholders},
      {"stale-period", "mptf-narrative X13 X3 C23", test_stale},
  }};
  return rules;
}

}  // namespace rapporteur::check
