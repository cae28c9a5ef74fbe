// placeholder: what was typed to be replaced. stale-period: what is left from another period.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "check/text_rules.hpp"

namespace rapporteur::check {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_letter(next_point(text, at));
}

/// Bytes of a placeholder in the text.
std::optional<std::pair<std::size_t, std::size_t>> placeholder_in(const Passage& passage) {
  static constexpr std::array<std::string_view, 11> phrases = {
      "lorem ipsum",     "a completer",      "to be completed",    "click here to enter",
      "insert text",     "inserer le texte", "cliquez ici pour",   "saisir le texte",
      "votre texte ici", "long-term impact", "impact a long terme"};
  static constexpr std::array<std::string_view, 6> whole = {
      "ras", "a preciser", "a definir", "a confirmer", "to be defined", "to be confirmed"};
  // Most texts begin none of the phrases: folding each of them whole took longer than all the rest.
  static constexpr std::array<std::string_view, 11> beginnings = {
      "lorem",   "a",      "to",    "click",     "insert", "inserer",
      "cliquez", "saisir", "votre", "long-term", "impact"};
  const std::size_t tokens = passage.tokens.size();
  const auto begins = [&](std::size_t i) {
    const std::string_view first = passage.tokens[i].folded;
    if (std::ranges::find(beginnings, first) == beginnings.end()) {
      return false;
    }
    const std::string_view second =
        i + 1 < tokens ? std::string_view(passage.tokens[i + 1].folded) : std::string_view{};
    return std::ranges::any_of(phrases, [&](std::string_view phrase) {
      return phrase.starts_with(first) && phrase.substr(first.size()).starts_with(' ') &&
             phrase.substr(first.size() + 1).starts_with(second);
    });
  };
  constexpr std::size_t longest_whole = 3;  // words
  bool is_candidate = tokens <= longest_whole;
  for (std::size_t i = 0; i < tokens && !is_candidate; ++i) {
    is_candidate = begins(i);
  }
  const std::string folded = is_candidate ? plain(passage.text) : std::string{};
  const std::string cell = trimmed(folded);
  for (const std::string_view phrase : phrases) {
    const bool is_label = phrase.find("impact") != npos;
    const std::size_t at = folded.find(phrase);
    if (at != npos && !is_letter_at(folded, at + phrase.size()) &&
        (at == 0 || !is_letter_at(folded, at - 1)) && (!is_label || cell == phrase)) {
      // Folding shortens accents: the place is looked up among the tokens.
      for (const Token& token : passage.tokens) {
        if (phrase.starts_with(token.folded)) {
          return std::pair(token.begin,
                           std::min(token.begin + phrase.size() + 2, passage.text.size()));
        }
      }
    }
  }
  const bool is_field = passage.block == Block::cell && !passage.is_label;
  static constexpr std::array<std::string_view, 6> told = {"practices", "claims",     "challenges",
                                                           "lessons",   "next_steps", "stories"};
  const bool may_say_nothing =
      cell == "ras" && std::ranges::find(told, passage.table_name()) == told.end();
  if (is_field && !may_say_nothing && std::ranges::find(whole, cell) != whole.end()) {
    return std::pair(std::size_t{0}, passage.text.size());
  }
  for (std::size_t i = 0; i + 1 < tokens; ++i) {  // "LNOB ? : Yes", the output of a form
    if (passage.tokens[i].folded == "?" && passage.tokens[i + 1].folded == ":") {
      return std::pair(passage.tokens[i].begin, passage.tokens[i + 1].end);
    }
  }
  for (const Token& token : passage.tokens) {
    const std::string_view word = passage.between(token.begin, token.end);
    const bool is_crosses = token.kind == TokenKind::word && word.size() >= 3 &&
                            word.find_first_not_of("xX") == npos && word != "XXX";
    if (is_crosses || word == "TBD" || word == "TBC" || word == "XXXX" || word == "TODO") {
      return std::pair(token.begin, token.end);
    }
  }
  for (const std::string_view mark : {"????", "[…]", "[...]", "[à ", "[A COMPL", "[xx"}) {
    const bool is_quotation = passage.table_name() == "quotes" ||
                              passage.table_name() == "stories" || passage.block == Block::quote ||
                              passage.text.find("«") != npos || passage.text.find("“") != npos;
    const std::size_t at = passage.text.find(mark);
    if (at != npos && !(is_quotation && mark.starts_with("[") && mark.ends_with("]"))) {
      return std::pair(at, at + mark.size());
    }
  }
  return std::nullopt;
}

/// Which year of work a phrase names: "première année", "2e année", "3rd year". 0: none.
int ordinal_year(const Passage& passage, std::size_t i) {
  static const std::map<std::string_view, int> ordinals = {
      {"premiere", 1},  {"deuxieme", 2},  {"seconde", 2}, {"troisieme", 3},
      {"quatrieme", 4}, {"cinquieme", 5}, {"first", 1},   {"second", 2},
      {"third", 3},     {"fourth", 4},    {"fifth", 5}};
  if (i + 1 >= passage.tokens.size() ||
      (passage.tokens[i + 1].folded != "annee" && passage.tokens[i + 1].folded != "year")) {
    return 0;
  }
  const Token& token = passage.tokens[i];
  if (const auto ordinal = ordinals.find(token.folded); ordinal != ordinals.end()) {
    return ordinal->second;
  }
  return token.kind == TokenKind::figure && token.is_joined && token.number.digits < 10
             ? static_cast<int>(token.number.digits)
             : 0;
}

bool precedes(const Passage& passage, std::size_t i, std::string_view words) {
  return i > 0 && plain(passage.between(0, passage.tokens[i].begin)).ends_with(words);
}

/// "Pour cette 2e année" says which year of work it is; "tout au long de la première année" in
/// another text then speaks of another one. A look back ("avait montré") may.
void test_year_of_work(const Texts& texts, std::vector<Finding>& findings) {
  const Passage* current = nullptr;
  std::size_t current_at = 0;
  int year = 0;
  for (const Passage& passage : texts.passages) {
    for (std::size_t i = 1; i < passage.tokens.size() && year == 0; ++i) {
      const int ordinal = ordinal_year(passage, i);
      if (ordinal != 0 &&
          (passage.tokens[i - 1].folded == "cette" || passage.tokens[i - 1].folded == "this")) {
        current = &passage;
        current_at = i;
        year = ordinal;
      }
    }
  }
  if (year == 0) {
    return;
  }
  for (const Passage& passage : texts.passages) {
    for (const Span& sentence : passage.sentences) {
      for (std::size_t i = sentence.begin + 1; i < sentence.end; ++i) {
        const int ordinal = ordinal_year(passage, i);
        if (ordinal == 0 || ordinal == year) {
          continue;
        }
        const bool spans =
            precedes(passage, i, "tout au long de la ") || precedes(passage, i, "throughout the ");
        const bool looks_back = std::any_of(
            passage.tokens.begin() + static_cast<std::ptrdiff_t>(sentence.begin),
            passage.tokens.begin() + static_cast<std::ptrdiff_t>(sentence.end),
            [](const Token& token) {
              return token.folded == "avait" || token.folded == "avaient" || token.folded == "had";
            });
        if (spans && !looks_back) {
          Finding finding =
              text_finding("stale-period", passage, passage.tokens[sentence.begin].begin,
                           passage.tokens[sentence.end - 1].end);
          finding.diagnostic.args = {
              {"kind", "ordinal"},
              {"said",
               std::string(passage.between(passage.tokens[i].begin, passage.tokens[i + 1].end))},
              {"current", std::string(current->between(current->tokens[current_at].begin,
                                                       current->tokens[current_at + 1].end))}};
          relate(finding, "current", Texts::place(*current, {current_at, current_at + 2}));
          findings.push_back(std::move(finding));
        }
      }
    }
  }
}

/// "sa diffusion est prévue pour décembre 2020" in a report of 2020.
void test_expected(const Subject& subject, std::vector<Finding>& findings) {
  static const std::map<std::string_view, int> months = {
      {"janvier", 1},   {"fevrier", 2},  {"mars", 3},      {"avril", 4},
      {"mai", 5},       {"juin", 6},     {"juillet", 7},   {"aout", 8},
      {"septembre", 9}, {"octobre", 10}, {"novembre", 11}, {"decembre", 12}};
  const Period* const period = subject.plan.find_period(subject.plan.reporting_period);
  // A period without its days is the year that its id names.
  const auto end_of_period = period == nullptr ? std::nullopt
                             : period->end     ? period->end
                                               : parse_date(period->id);
  if (!end_of_period) {
    return;
  }
  const Date end{end_of_period->year, end_of_period->month == 0 ? 12 : end_of_period->month, 0};
  for (const Passage& passage : subject.texts.passages) {
    for (std::size_t i = 1; i + 3 < passage.tokens.size(); ++i) {
      const std::string_view word = passage.tokens[i].folded;
      const std::string_view before = passage.tokens[i - 1].folded;
      const auto month = months.find(passage.tokens[i + 2].folded);
      if (!word.starts_with("prevu") || (before != "est" && before != "sont") ||
          passage.tokens[i + 1].folded != "pour" || month == months.end() ||
          !passage.tokens[i + 3].is_year) {
        continue;
      }
      const int year = static_cast<int>(passage.tokens[i + 3].number.digits);
      if (year < end.year || (year == end.year && month->second <= end.month)) {
        Finding finding = text_finding("stale-period", passage, passage.tokens[i - 1].begin,
                                       passage.tokens[i + 3].end);
        finding.diagnostic.args = {
            {"kind", "expected"},
            {"said",
             std::string(passage.between(passage.tokens[i + 2].begin, passage.tokens[i + 3].end))},
            {"current", to_string(end)}};
        findings.push_back(std::move(finding));
      }
    }
  }
}

}  // namespace

void test_placeholders(const Subject& subject, std::vector<Finding>& findings) {
  const std::size_t before = findings.size();
  for (const Passage& passage : subject.texts.passages) {
    if (const auto found = placeholder_in(passage)) {
      Finding finding = text_finding("placeholder", passage, found->first, found->second);
      finding.diagnostic.args = {{"text", trimmed(passage.between(found->first, found->second))}};
      findings.push_back(std::move(finding));
    }
  }
  keep_first_language(findings, before);
}

void test_stale(const Subject& subject, std::vector<Finding>& findings) {
  test_year_of_work(subject.texts, findings);
  test_expected(subject, findings);
}

}  // namespace rapporteur::check
