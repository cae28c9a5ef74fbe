// One thing told twice with two figures, without any declaration: a breakdown with the same parts
// and another whole; a sentence that differs from another one in one figure only; a date written
// twice in one sentence with two years.
#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "check/text_breakdowns.hpp"
#include "check/text_rules.hpp"

namespace rapporteur::check {
namespace {

constexpr std::size_t fewest_words = 8;

Finding two_values(const Passage& passage, const Span& place, const char* kind, std::string value,
                   std::string other) {
  Finding finding = text_finding("fact-two-values", passage, passage.tokens[place.begin].begin,
                                 passage.tokens[place.end - 1].end);
  finding.diagnostic.args = {
      {"kind", kind},       {"fact", ""},  {"value", std::move(value)}, {"other", std::move(other)},
      {"has_source", "no"}, {"source", ""}};
  return finding;
}

void relate_said(Finding& finding, const Passage& passage, const Span& place, std::string value) {
  relate(finding, "said", Texts::place(passage, place),
         {{"fact", ""}, {"value", std::move(value)}, {"has_source", "no"}, {"source", ""}});
}

/// A pair of values that the table of facts declares to be one fact is told there.
bool is_declared(const Plan& plan, const Breakdown& a, const Breakdown& b) {
  const auto has = [&](const Breakdown& breakdown) {
    return std::ranges::any_of(plan.facts, [&](const Fact& fact) {
      const auto* const number = std::get_if<Decimal>(&fact.value.data);
      return number != nullptr && *number == Decimal{breakdown.whole, breakdown.scale};
    });
  };
  return has(a) && has(b);
}

void test_breakdowns(const Subject& subject, std::vector<Finding>& findings) {
  constexpr std::size_t fewest_parts = 3;
  const std::vector<Breakdown> all = find_breakdowns(subject.texts);
  std::map<std::vector<std::int64_t>, const Breakdown*> seen;
  std::map<std::vector<std::int64_t>, bool> told;
  for (const Breakdown& breakdown : all) {
    if (breakdown.form == Breakdown::Form::shares || breakdown.parts.size() < fewest_parts) {
      continue;
    }
    const auto [first, is_new] = seen.emplace(breakdown.parts, &breakdown);
    if (is_new || first->second->whole == breakdown.whole || told[breakdown.parts]) {
      continue;
    }
    told[breakdown.parts] = true;
    const Breakdown& other = *first->second;
    if (is_declared(subject.plan, other, breakdown)) {
      continue;
    }
    const auto text = [](const Breakdown& b) { return to_string(Decimal{b.whole, b.scale}); };
    Finding finding =
        two_values(*other.passage, other.sentence, "parts", text(other), text(breakdown));
    relate_said(finding, *breakdown.passage, breakdown.sentence, text(breakdown));
    findings.push_back(std::move(finding));
  }
}

/// Texts that tell what was done: in a plan's activities one sentence may come back with another
/// number ("Former 20 agents").
bool tells(const Passage& passage) {
  static const char* const tables[] = {"claims",  "practices", "challenges",   "lessons",
                                       "stories", "messages",  "opportunities"};
  return passage.narrative != nullptr ||
         (!passage.is_label && std::ranges::find(tables, passage.table_name()) != std::end(tables));
}

struct Masked {
  const Passage* passage = nullptr;
  Span sentence;
  std::vector<std::size_t> figures;  ///< tokens
};

std::string number_text(const Passage& passage, std::size_t token) {
  return std::string(passage.between(passage.tokens[token].begin, passage.tokens[token].end));
}

void test_sentences_again(const Texts& texts, std::vector<Finding>& findings) {
  std::unordered_map<std::string, Masked> seen;
  for (const Passage& passage : texts.passages) {
    if (!tells(passage)) {
      continue;
    }
    for (const Span& sentence : passage.sentences) {
      std::string words(passage.language);
      Masked masked{&passage, sentence, {}};
      std::size_t count = 0;
      for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        const Token& token = passage.tokens[i];
        if (token.is_echo) {
          continue;
        }
        words.push_back(' ');
        if (token.is_quantity() && token.power == 0) {
          words.push_back('#');
          masked.figures.push_back(i);
        } else if (token.kind == TokenKind::figure) {
          words += passage.between(token.begin, token.end);
        } else if (token.kind == TokenKind::word) {
          words += stem(token.folded);
          ++count;
        }
      }
      if (count < fewest_words || masked.figures.empty()) {
        continue;
      }
      const auto [first, is_new] = seen.emplace(std::move(words), masked);
      if (is_new) {
        continue;
      }
      const Masked& other = first->second;
      std::vector<std::pair<std::size_t, std::size_t>> differing;
      for (std::size_t k = 0; k < masked.figures.size(); ++k) {
        const Token& a = other.passage->tokens[other.figures[k]];
        const Token& b = passage.tokens[masked.figures[k]];
        if (units(a, b.number.scale) != units(b, b.number.scale)) {
          differing.emplace_back(other.figures[k], masked.figures[k]);
        }
      }
      if (differing.size() == 1) {
        const auto& [a, b] = differing.front();
        Finding finding = two_values(*other.passage, other.sentence, "sentence",
                                     number_text(*other.passage, a), number_text(passage, b));
        relate_said(finding, passage, sentence, number_text(passage, b));
        findings.push_back(std::move(finding));
      }
    }
  }
}

struct DateSaid {
  int day = 0;
  int month = 0;
  int year = 0;
  bool is_numeric = false;
  Span place;
};

int month_of(std::string_view word) {
  static const std::unordered_map<std::string_view, int> months = {
      {"janvier", 1},   {"fevrier", 2},   {"mars", 3},      {"avril", 4},     {"mai", 5},
      {"juin", 6},      {"juillet", 7},   {"aout", 8},      {"septembre", 9}, {"octobre", 10},
      {"novembre", 11}, {"decembre", 12}, {"january", 1},   {"february", 2},  {"march", 3},
      {"april", 4},     {"may", 5},       {"june", 6},      {"july", 7},      {"august", 8},
      {"september", 9}, {"october", 10},  {"november", 11}, {"december", 12}};
  const auto found = months.find(word);
  return found == months.end() ? 0 : found->second;
}

std::optional<DateSaid> date_at(const Passage& passage, std::size_t i) {
  const Token& token = passage.tokens[i];
  if (token.kind != TokenKind::figure) {
    return std::nullopt;
  }
  if (token.is_joined) {
    DateSaid date;
    const std::string text(passage.between(token.begin, token.end));
    char first = '\0';
    char second = '\0';
    if (std::sscanf(text.c_str(), "%2d%c%2d%c%4d", &date.day, &first, &date.month, &second,
                    &date.year) == 5 &&
        first == second && (first == '.' || first == '/') && date.year >= 1900) {
      date.is_numeric = true;
      date.place = {i, i + 1};
      return date;
    }
    return std::nullopt;
  }
  if (i + 2 < passage.tokens.size() && month_of(passage.tokens[i + 1].folded) != 0 &&
      passage.tokens[i + 2].is_year) {
    return DateSaid{static_cast<int>(token.number.digits),
                    month_of(passage.tokens[i + 1].folded),
                    static_cast<int>(passage.tokens[i + 2].number.digits),
                    false,
                    {i, i + 3}};
  }
  return std::nullopt;
}

void test_dates(const Texts& texts, std::vector<Finding>& findings) {
  for (const Passage& passage : texts.passages) {
    for (const Span& sentence : passage.sentences) {
      std::vector<DateSaid> dates;
      for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        if (const auto date = date_at(passage, i)) {
          dates.push_back(*date);
        }
      }
      for (std::size_t k = 1; k < dates.size(); ++k) {
        const DateSaid& a = dates[k - 1];
        const DateSaid& b = dates[k];
        // Typed in two manners, so not the two ends of a span.
        if (a.day == b.day && a.month == b.month && a.year != b.year &&
            a.is_numeric != b.is_numeric) {
          const auto text = [&](const DateSaid& date) {
            return std::string(passage.between(passage.tokens[date.place.begin].begin,
                                               passage.tokens[date.place.end - 1].end));
          };
          findings.push_back(
              two_values(passage, {a.place.begin, b.place.end}, "date", text(a), text(b)));
        }
      }
    }
  }
}

}  // namespace

void test_said_twice(const Subject& subject, std::vector<Finding>& findings) {
  test_breakdowns(subject, findings);
  test_sentences_again(subject.texts, findings);
  test_dates(subject.texts, findings);
}

}  // namespace rapporteur::check
