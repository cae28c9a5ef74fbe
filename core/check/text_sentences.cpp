// sentence-cut: a text that stops in the middle of a sentence, or two sentences run into each
// other where something was lost. announced-missing: a text that leans on one that is not there.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "check/text_rules.hpp"

namespace rapporteur::check {
namespace {

constexpr std::size_t long_text = 25;       // words: a text of sentences, not a phrase
constexpr std::size_t long_paragraph = 10;  // words

constexpr std::array<std::string_view, 21> open_french = {
    "de",  "du", "des",  "d",   "la",   "le",  "les", "l",   "et",  "ou",   "à",
    "aux", "au", "pour", "par", "dans", "sur", "une", "que", "qui", "leurs"};
constexpr std::array<std::string_view, 5> open_english = {"the", "an", "of", "and", "or"};

/// A word after which a sentence cannot end.
bool is_open(std::string_view word, std::string_view language) {
  return language == "en" ? std::ranges::find(open_english, word) != open_english.end()
                          : std::ranges::find(open_french, word) != open_french.end();
}

std::string_view raw(const Passage& passage, std::size_t i) {
  return passage.between(passage.tokens[i].begin, passage.tokens[i].end);
}

std::size_t words_in(const Passage& passage) {
  return static_cast<std::size_t>(
      std::ranges::count(passage.tokens, TokenKind::word, &Token::kind));
}

bool is_mark(std::string_view sign) {
  return sign == "*" || sign == "_" || sign == "|" || sign == "]" || sign == "[" || sign == "^";
}

/// Last token that is no mark of Markdown and no footnote.
std::size_t last_token(const Passage& passage) {
  std::size_t last = passage.tokens.size() - 1;
  while (last > 0 && is_mark(passage.tokens[last].folded)) {
    --last;
  }
  if (last >= 2 && passage.tokens[last].kind == TokenKind::figure &&
      passage.tokens[last - 1].folded == "^") {
    last -= last >= 3 ? 3 : 2;  // "[^1"
  }
  return last;
}

bool ends_sentence(const Passage& passage, std::size_t last) {
  static constexpr std::array<std::string_view, 11> ends = {".", "!", "?", "…",  ";", ":",
                                                            ")", "»", "”", "\"", ","};
  return std::ranges::find(ends, passage.tokens[last].folded) != ends.end();
}

std::optional<Finding> cut(const Passage& passage, std::size_t from, std::size_t last,
                           const char* kind) {
  Finding finding =
      text_finding("sentence-cut", passage, passage.tokens[from].begin, passage.tokens[last].end);
  constexpr std::size_t shown = 6;
  const std::size_t begin = last >= from + shown ? last - shown + 1 : from;
  finding.diagnostic.args = {{"kind", kind},
                             {"words", std::string(passage.between(passage.tokens[begin].begin,
                                                                   passage.tokens[last].end))}};
  return finding;
}

/// "commises par les Il existe": an article before the beginning of another sentence.
std::optional<Finding> run_together(const Passage& passage) {
  static constexpr std::array<std::string_view, 4> articles = {"les", "des", "aux", "du"};
  static constexpr std::array<std::string_view, 6> starts = {"Il",    "Ils",   "Elles",
                                                             "Cette", "Celle", "On"};
  if (passage.language != "fr" || passage.is_label) {
    return std::nullopt;
  }
  for (std::size_t i = 1; i < passage.tokens.size(); ++i) {
    if (passage.tokens[i].kind == TokenKind::word &&
        passage.tokens[i - 1].kind == TokenKind::word &&
        std::ranges::find(starts, raw(passage, i)) != starts.end() &&
        std::ranges::find(articles, raw(passage, i - 1)) != articles.end()) {
      return cut(passage, i >= 6 ? i - 6 : 0, i, "middle");
    }
  }
  return std::nullopt;
}

std::optional<Finding> stops(const Passage& passage, bool others_end) {
  const std::size_t last = last_token(passage);
  const Span sentence = passage.sentences.back();
  const std::size_t from = std::min(sentence.begin, last);
  const bool is_word = passage.tokens[last].kind == TokenKind::word;
  const std::size_t words = words_in(passage);
  static constexpr std::array<std::string_view, 9> titled = {
      "acronyms", "nodes",      "indicators",  "organisations", "budget_lines",
      "risks",    "frameworks", "assumptions", "strategies"};
  const bool may_stay_open =
      passage.is_label && std::ranges::find(titled, passage.table_name()) == titled.end();
  if (is_word && words >= 2 && passage.block != Block::setting && !may_stay_open &&
      is_open(raw(passage, last), passage.language)) {
    return cut(passage, from, last, "open");
  }
  if (passage.block == Block::paragraph && words >= long_paragraph &&
      !ends_sentence(passage, last)) {
    return cut(passage, from, last, "end");
  }
  if (passage.block == Block::cell && !passage.is_label) {
    if (passage.tokens[last].folded == ":") {
      return cut(passage, from, last, "colon");
    }
    if (words >= long_text && others_end && !ends_sentence(passage, last)) {
      return cut(passage, from, last, "end");
    }
  }
  return std::nullopt;
}

/// A line of a cell that announces a list ("tels que :") and is followed by no list.
std::optional<Finding> announces(const Passage& passage) {
  if (passage.block != Block::cell) {
    return std::nullopt;
  }
  for (std::size_t i = 1; i + 1 < passage.tokens.size(); ++i) {
    if (passage.tokens[i].folded != ":") {
      continue;
    }
    const std::string_view before = passage.tokens[i - 1].folded;
    const bool is_such_as = before == "que" || before == "as" || before == "suivants" ||
                            before == "suivantes" || before == "following";
    const Token& next = passage.tokens[i + 1];
    const std::string_view gap = passage.between(passage.tokens[i].end, next.begin);
    std::size_t at = next.begin;
    if (is_such_as && gap.find('\n') != std::string_view::npos && next.kind == TokenKind::word &&
        is_capital(next_point(passage.text, at))) {
      const std::size_t line = passage.text.find('\n', next.begin);
      const std::string_view rest = passage.text.substr(next.begin, line - next.begin);
      // One sentence of prose follows, not items.
      if (rest.ends_with('.') && line == std::string_view::npos) {
        return cut(passage, i >= 6 ? i - 6 : 0, i, "colon");
      }
    }
  }
  return std::nullopt;
}

/// A claim that opens with "Ils visent donc": whoever they are was said elsewhere.
void test_claim(const Passage& passage, std::vector<Finding>& findings) {
  if (passage.column() != "claim" || passage.tokens.size() < 3) {
    return;
  }
  static constexpr std::array<std::string_view, 6> pronouns = {"il",    "ils",  "elle",
                                                               "elles", "they", "it"};
  const bool leans =
      std::ranges::find(pronouns, passage.tokens[0].folded) != pronouns.end() &&
      std::any_of(passage.tokens.begin() + 1, passage.tokens.begin() + 3, [](const Token& token) {
        return token.folded == "donc" || token.folded == "therefore";
      });
  const bool announces = std::ranges::any_of(passage.tokens, [](const Token& token) {
    return token.folded == "suivantes" || token.folded == "suivants" || token.folded == "following";
  });
  if (leans || announces) {
    Finding finding = text_finding("announced-missing", passage, 0, passage.text.size());
    finding.diagnostic.args = {{"kind", leans ? "leans" : "following"}, {"row", passage.row()}};
    findings.push_back(std::move(finding));
  }
}

/// "Les témoignages ci-dessous" in the last words of a slot or a cell: nothing is below.
void test_below(const Subject& subject, std::vector<Finding>& findings) {
  static constexpr std::array<std::string_view, 4> said = {"temoignages", "citations",
                                                           "testimonies", "quotations"};
  const std::vector<Passage>& passages = subject.texts.passages;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const Passage& passage = passages[i];
    const bool is_last = passage.block == Block::cell || i + 1 == passages.size() ||
                         passages[i + 1].narrative != passage.narrative;
    if (!is_last || passage.is_label) {
      continue;
    }
    for (std::size_t k = passage.sentences.back().begin; k + 1 < passage.tokens.size(); ++k) {
      const std::string_view next = passage.tokens[k + 1].folded;
      if ((next == "ci-dessous" || next == "below") &&
          std::ranges::find(said, passage.tokens[k].folded) != said.end()) {
        Finding finding =
            text_finding("announced-missing", passage,
                         passage.tokens[passage.sentences.back().begin].begin, passage.text.size());
        finding.diagnostic.args = {{"kind", "below"}, {"row", passage.row()}};
        findings.push_back(std::move(finding));
      }
    }
  }
}

}  // namespace

void test_sentences(const Subject& subject, std::vector<Finding>& findings) {
  const std::size_t before = findings.size();
  // Do the texts of a column end with a full stop? Where they mostly do not, none needs one.
  std::map<std::pair<const Table*, std::string_view>, std::pair<int, int>> columns;
  for (const Passage& passage : subject.texts.passages) {
    if (passage.block == Block::cell && words_in(passage) >= long_paragraph) {
      auto& [ended, all] = columns[{passage.table, passage.column()}];
      ended += ends_sentence(passage, last_token(passage)) ? 1 : 0;
      ++all;
    }
  }
  for (const Passage& passage : subject.texts.passages) {
    constexpr int most = 4;  // of five
    const auto column = columns.find({passage.table, passage.column()});
    const bool others_end = column != columns.end() && column->second.second >= most &&
                            column->second.first * (most + 1) >= column->second.second * most;
    const bool can_stop = passage.block != Block::heading && passage.block != Block::row;
    if (auto finding = can_stop ? stops(passage, others_end) : std::nullopt) {
      findings.push_back(std::move(*finding));
    } else if (auto middle = run_together(passage)) {
      findings.push_back(std::move(*middle));
    } else if (auto announced = announces(passage)) {
      findings.push_back(std::move(*announced));
    }
    test_claim(passage, findings);
  }
  test_below(subject, findings);
  keep_first_language(findings, before);
}

}  // namespace rapporteur::check
