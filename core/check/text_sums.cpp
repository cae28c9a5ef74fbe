// prose-sum: a breakdown in a sentence against the whole that it names. percent-over: a share of
// more than the whole.
#include <algorithm>
#include <map>
#include <utility>

#include "check/text_breakdowns.hpp"
#include "check/text_rules.hpp"

namespace rapporteur::check {
namespace {

constexpr std::int64_t near_whole = 20;  // a partial list is meant to be whole within 1/20

bool is_wrong(const Breakdown& breakdown) {
  const std::int64_t gap = breakdown.sum() - breakdown.whole;
  if (gap == 0) {
    return false;
  }
  switch (breakdown.form) {
    case Breakdown::Form::listed:
    case Breakdown::Form::by_sex:
      return true;
    case Breakdown::Form::partial:
      return std::abs(gap) * near_whole <= breakdown.whole;
    case Breakdown::Form::shares:
      // Each share may be rounded by half a unit; what is farther off is of several wholes.
      return std::abs(gap) * 2 <= static_cast<std::int64_t>(breakdown.parts.size());
  }
  return false;
}

std::string parts_text(const Breakdown& breakdown, std::string_view language) {
  std::string text;
  for (const std::int64_t part : breakdown.parts) {
    text.append(text.empty() ? "" : " + ").append(decimal_text({part, breakdown.scale}, language));
  }
  return text;
}

Finding finding_of(const Breakdown& breakdown) {
  const bool is_shares = breakdown.form == Breakdown::Form::shares;
  const Passage& passage = *breakdown.passage;
  Finding finding = text_finding(is_shares ? "prose-rounding" : "prose-sum", passage,
                                 passage.tokens[breakdown.sentence.begin].begin,
                                 passage.tokens[breakdown.sentence.end - 1].end);
  const std::int64_t gap = breakdown.sum() - breakdown.whole;
  finding.values = {breakdown.whole, breakdown.sum()};
  Arguments& args = finding.diagnostic.args;
  args.emplace_back("whole", number_argument(breakdown.whole, breakdown.scale));
  args.emplace_back("noun", breakdown.noun.empty() ? "" : " " + breakdown.noun);
  args.emplace_back("sum", number_argument(breakdown.sum(), breakdown.scale));
  args.emplace_back("difference", number_argument(std::abs(gap), breakdown.scale));
  args.emplace_back("direction", gap > 0 ? "more" : "less");
  add_text(args, "parts", parts_text(breakdown, "en"), parts_text(breakdown, "fr"));
  return finding;
}

/// "(2156%)": growth may exceed the whole, a share may not.
void test_percentages(const Passage& passage, std::vector<Finding>& findings) {
  constexpr std::int64_t impossible = 1000;
  for (const Span& sentence : passage.sentences) {
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
      const Token& figure = passage.tokens[i];
      if (!figure.is_percent || figure.is_joined || units(figure, 0) < impossible) {
        continue;
      }
      const bool grows = std::any_of(
          passage.tokens.begin() + static_cast<std::ptrdiff_t>(sentence.begin),
          passage.tokens.begin() + static_cast<std::ptrdiff_t>(sentence.end), [](const Token& t) {
            static const char* const words[] = {"hausse",   "augment", "croissance", "inflation",
                                                "multipli", "increas", "growth",     "rise",
                                                "rose",     "progress"};
            return std::ranges::any_of(
                words, [&](std::string_view word) { return t.folded.starts_with(word); });
          });
      if (!grows) {
        Finding finding = text_finding("percent-over", passage, figure.begin, figure.end);
        finding.diagnostic.args = {
            {"figure", std::string(passage.between(figure.begin, figure.end))}};
        findings.push_back(std::move(finding));
      }
    }
  }
}

}  // namespace

void test_prose_sums(const Subject& subject, std::vector<Finding>& findings) {
  // A breakdown that stands in several texts, or in both languages, is wrong once.
  std::map<std::pair<std::int64_t, std::vector<std::int64_t>>, std::size_t> seen;
  for (const Breakdown& breakdown : find_breakdowns(subject.texts)) {
    if (!is_wrong(breakdown)) {
      continue;
    }
    std::vector<std::int64_t> parts = breakdown.parts;
    std::ranges::sort(parts);
    const auto [first, is_new] =
        seen.emplace(std::pair(breakdown.whole, std::move(parts)), findings.size());
    if (is_new) {
      findings.push_back(finding_of(breakdown));
    } else {
      relate(findings[first->second], "again",
             Texts::place(*breakdown.passage, breakdown.sentence));
    }
  }
  for (const Passage& passage : subject.texts.passages) {
    test_percentages(passage, findings);
  }
}

}  // namespace rapporteur::check
