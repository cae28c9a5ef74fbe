// Tokens as rules see them: numbers in words and powers of ten are figures; and the sentences that
// they make.
#include "check/text_words.hpp"

#include <unordered_map>
#include <utility>

namespace rapporteur::check {
namespace {

using Spelled = std::unordered_map<std::string_view, int>;

const Spelled& spelled(std::string_view language) {
  static const Spelled french = {
      {"deux", 2},         {"trois", 3},         {"quatre", 4},      {"cinq", 5},
      {"six", 6},          {"sept", 7},          {"huit", 8},        {"neuf", 9},
      {"dix", 10},         {"onze", 11},         {"douze", 12},      {"treize", 13},
      {"quatorze", 14},    {"quinze", 15},       {"seize", 16},      {"dix-sept", 17},
      {"dix-huit", 18},    {"dix-neuf", 19},     {"vingt", 20},      {"vingt-deux", 22},
      {"vingt-trois", 23}, {"vingt-quatre", 24}, {"vingt-cinq", 25}, {"trente", 30},
      {"quarante", 40},    {"cinquante", 50},    {"soixante", 60},   {"cent", 100}};
  static const Spelled english = {
      {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},     {"six", 6},
      {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},     {"eleven", 11},
      {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16},
      {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},  {"thirty", 30},
      {"forty", 40},     {"fifty", 50},    {"sixty", 60},    {"hundred", 100}};
  static const Spelled none;
  return language == "fr" ? french : language == "en" ? english : none;
}

int power_of(std::string_view word) {
  static const std::unordered_map<std::string_view, int> powers = {
      {"millier", 3},  {"milliers", 3}, {"thousand", 3},  {"million", 6},
      {"millions", 6}, {"milliard", 9}, {"milliards", 9}, {"billion", 9}};
  const auto found = powers.find(word);
  return found == powers.end() ? 0 : found->second;
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text, std::string_view language) {
  std::vector<Token> read = read_tokens(text, language);
  const Spelled& words = spelled(language);
  std::vector<Token> tokens;
  tokens.reserve(read.size());
  for (std::size_t i = 0; i < read.size(); ++i) {
    Token token = std::move(read[i]);
    if (token.kind == TokenKind::word) {
      if (const auto number = words.find(token.folded); number != words.end()) {
        token.kind = TokenKind::figure;
        token.grouping = Grouping::spelled;
        token.number = {number->second, 0};
      } else if (const int power = power_of(token.folded);
                 power != 0 && !tokens.empty() && tokens.back().is_quantity()) {
        tokens.back().power = power;
        tokens.back().end = token.end;
        continue;
      }
    } else if (token.is_quantity() && tokens.size() >= 2 && tokens.back().folded == "(" &&
               tokens[tokens.size() - 2].grouping == Grouping::spelled && i + 1 < read.size() &&
               read[i + 1].folded == ")") {
      token.is_echo = true;
    }
    tokens.push_back(std::move(token));
  }
  return tokens;
}

std::vector<Span> sentences_of(std::string_view text, const std::vector<Token>& tokens) {
  std::vector<Span> sentences;
  Span sentence;
  int depth = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string& sign = tokens[i].folded;
    const bool is_sign = tokens[i].kind == TokenKind::sign;
    depth += is_sign && sign == "(" ? 1 : is_sign && sign == ")" && depth > 0 ? -1 : 0;
    bool ends = is_sign && depth == 0 && (sign == "." || sign == "!" || sign == "?" || sign == "…");
    if (i + 1 < tokens.size()) {
      const std::string_view gap = text.substr(tokens[i].end, tokens[i + 1].begin - tokens[i].end);
      std::size_t at = tokens[i + 1].begin;
      const char32_t next = next_point(text, at);
      const bool is_initial =
          i > 0 && tokens[i - 1].kind == TokenKind::word && tokens[i - 1].folded.size() == 1;
      ends = ends && !gap.empty() && !is_initial &&
             (is_capital(next) || !is_letter(next) || gap.find('\n') != std::string_view::npos);
      // In a cell a line break ends a paragraph; in Markdown a paragraph is one passage already.
      ends = ends || gap.find("\n\n") != std::string_view::npos;
    }
    if (ends) {
      sentence.end = i + 1;
      sentences.push_back(sentence);
      sentence.begin = i + 1;
      depth = 0;
    }
  }
  if (sentence.begin < tokens.size()) {
    sentence.end = tokens.size();
    sentences.push_back(sentence);
  }
  return sentences;
}

}  // namespace rapporteur::check
