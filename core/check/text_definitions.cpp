#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "check/text_acronyms.hpp"

namespace rapporteur::check {
namespace {

constexpr std::array<std::string_view, 36> well_known = {
    "ONU", "UN", "USD", "EUR", "XOF",  "XAF",  "CFA",   "FCFA", "GBP", "CHF", "US",  "USA",
    "UK",  "TV", "VIH", "HIV", "SIDA", "AIDS", "COVID", "PDF",  "SMS", "GPS", "ID",  "ISO",
    "OK",  "CD", "DVD", "HT",  "TTC",  "NB",   "AM",    "ODT",  "TBD", "TBC", "RAS", "EURO"};
constexpr std::size_t most_letters = 10;
constexpr std::size_t most_mixed_letters = 5;

std::string letters_of(std::string_view acronym) {
  std::string letters = plain(singular(acronym));
  std::erase_if(letters, [](char c) { return c < 'a' || c > 'z'; });
  return letters;
}

class Definer {
 public:
  Definer(const Passage& passage, std::vector<Definition>& found)
      : passage_(passage), tokens_(passage.tokens), found_(found) {}

  void read() {
    for (std::size_t i = 1; i + 2 < tokens_.size(); ++i) {
      if (!is_sign(i, "(")) {
        continue;
      }
      if (is_word(i + 1) && is_sign(i + 2, ")") && is_acronym(raw(i + 1))) {
        if (const auto begin = words_before(i, letters_of(raw(i + 1)))) {
          add(raw(i + 1), *begin, i);
        }
      } else if (is_word(i - 1) && is_acronym(raw(i - 1))) {
        if (const auto end = words_within(i + 1, letters_of(raw(i - 1)))) {
          add(raw(i - 1), i + 1, *end);
        }
      }
    }
  }

 private:
  [[nodiscard]] bool is_sign(std::size_t i, std::string_view sign) const {
    return tokens_[i].kind == TokenKind::sign && tokens_[i].folded == sign;
  }
  [[nodiscard]] bool is_word(std::size_t i) const { return tokens_[i].kind == TokenKind::word; }
  [[nodiscard]] std::string_view raw(std::size_t i) const {
    return passage_.between(tokens_[i].begin, tokens_[i].end);
  }

  [[nodiscard]] std::optional<std::size_t> words_before(std::size_t bracket,
                                                        const std::string& letters) const {
    std::size_t left = letters.size();
    for (std::size_t i = bracket; i-- > 0 && left > 0;) {
      if (!is_word(i)) {
        if (is_sign(i, ",") || is_sign(i, "’") || is_sign(i, "'") || is_sign(i, "*")) {
          continue;
        }
        return std::nullopt;
      }
      if (tokens_[i].folded.front() == letters[left - 1] && !is_filler(tokens_[i].folded)) {
        if (--left == 0) {
          return i;
        }
      } else if (!is_filler(tokens_[i].folded)) {
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::size_t> words_within(std::size_t begin,
                                                        const std::string& letters) const {
    std::size_t met = 0;
    for (std::size_t i = begin; i < tokens_.size(); ++i) {
      if (is_sign(i, ")")) {
        return met == letters.size() ? std::optional(i) : std::nullopt;
      }
      if (!is_word(i)) {
        if (tokens_[i].kind == TokenKind::figure) {
          return std::nullopt;
        }
        continue;
      }
      if (is_filler(tokens_[i].folded)) {
        continue;
      }
      if (met == letters.size() || tokens_[i].folded.front() != letters[met]) {
        return std::nullopt;
      }
      ++met;
    }
    return std::nullopt;
  }

  void add(std::string_view acronym, std::size_t begin, std::size_t end) {
    Definition definition;
    definition.acronym = std::string(singular(acronym));
    definition.passage = &passage_;
    definition.begin = tokens_[begin].begin;
    definition.end = tokens_[end - 1].end;
    definition.meaning = std::string(passage_.between(definition.begin, definition.end));
    found_.push_back(std::move(definition));
  }

  const Passage& passage_;
  const std::vector<Token>& tokens_;
  std::vector<Definition>& found_;
};

}  // namespace

std::string_view singular(std::string_view acronym) {
  if (acronym.size() > 2 && acronym.back() == 's' && acronym[acronym.size() - 2] >= 'A' &&
      acronym[acronym.size() - 2] <= 'Z') {
    acronym.remove_suffix(1);
  }
  return acronym;
}

bool is_acronym(std::string_view word) {
  word = singular(word);
  std::size_t letters = 0;
  std::size_t capitals = 0;
  bool is_roman = true;
  bool starts_capital = false;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t point = next_point(word, at);
    if (!is_letter(point)) {
      return false;  // digits, hyphens: not one word
    }
    const bool capital = is_capital(point);
    starts_capital = starts_capital || (letters == 0 && capital);
    ++letters;
    capitals += capital ? 1 : 0;
    is_roman = is_roman && (point == 'I' || point == 'V' || point == 'X');
  }
  const bool is_short = letters >= 2 && letters <= most_letters && capitals >= 2;
  const bool is_mixed = letters <= most_mixed_letters;
  return is_short && starts_capital && !is_roman && (capitals * 2 > letters || is_mixed) &&
         std::ranges::find(well_known, word) == well_known.end();
}

std::vector<Definition> find_definitions(const Texts& texts) {
  std::vector<Definition> found;
  for (const Passage& passage : texts.passages) {
    if (passage.table_name() != "acronyms") {
      Definer(passage, found).read();
    }
  }
  return found;
}

bool fits(std::string_view acronym, std::string_view meaning) {
  const std::string letters = letters_of(acronym);
  std::size_t met = 0;
  for (const Token& token : tokens_of(meaning, "")) {
    met += token.kind == TokenKind::word && met < letters.size() &&
                   token.folded.front() == letters[met]
               ? 1
               : 0;
  }
  return met == letters.size();
}

bool mean_the_same(std::string_view a, std::string_view b) {
  const std::vector<std::string> first = content_words(a);
  const std::vector<std::string> second = content_words(b);
  if (first.empty() || second.empty() || first.back() == second.back()) {
    return true;
  }
  // "reproduction" and "reproductive" are one word here.
  constexpr std::size_t root = 6;
  std::set<std::string> left;
  std::set<std::string> right;
  for (const std::string& word : first) {
    left.insert(word.substr(0, root));
  }
  for (const std::string& word : second) {
    right.insert(word.substr(0, root));
  }
  const auto common = static_cast<std::size_t>(
      std::ranges::count_if(left, [&](const std::string& word) { return right.contains(word); }));
  const std::size_t all = left.size() + right.size() - common;
  return common == left.size() || common == right.size() || common * 5 > all * 3;
}

}  // namespace rapporteur::check
