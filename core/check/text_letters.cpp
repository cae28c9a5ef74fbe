// Letters and words: folding, stems, words without a meaning of their own.
#include <algorithm>
#include <array>

#include "check/text_words.hpp"

namespace rapporteur::check {
namespace {

/// Base letters of U+00C0 to U+00FF; a space: not a letter, or no single base.
constexpr std::string_view latin =
    "aaaaaaaceeeeiiiidnooooo ouuuuyps"
    "aaaaaaaceeeeiiiidnooooo ouuuuypy";
constexpr char32_t latin_first = 0xC0;
constexpr char32_t latin_last = 0xFF;
constexpr char32_t ligature_oe_capital = 0x152;
constexpr char32_t ligature_oe = 0x153;
constexpr char32_t letters_end = 0x250;
constexpr char32_t times = 0xD7;
constexpr char32_t division = 0xF7;
constexpr std::size_t shortest_plural = 4;

void append_folded(std::string& folded, std::string_view bytes, char32_t point) {
  if (point < 0x80) {
    const char letter = static_cast<char>(point);
    folded.push_back(letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a')
                                                    : letter);
  } else if (point == ligature_oe || point == ligature_oe_capital) {
    folded += "oe";
  } else if (point >= latin_first && point <= latin_last && latin[point - latin_first] != ' ') {
    folded.push_back(latin[point - latin_first]);
    if (point == 0xC6 || point == 0xE6) {
      folded.push_back('e');
    }
  } else {
    folded += bytes;
  }
}

constexpr std::array<std::string_view, 58> fillers = {
    "a",    "afin", "against", "an",     "and",   "au",  "aux",  "avec", "by",  "c",
    "ce",   "ces",  "cette",   "d",      "dans",  "de",  "des",  "done", "du",  "en",
    "est",  "et",   "faite",   "faites", "fait",  "for", "from", "in",   "is",  "l",
    "la",   "le",   "les",     "leur",   "leurs", "of",  "on",   "or",   "ou",  "par",
    "pour", "qu",   "que",     "qui",    "s",     "sa",  "se",   "ses",  "son", "sont",
    "sur",  "the",  "this",    "to",     "un",    "une", "upon", "with"};

constexpr std::size_t longest_filler =
    std::ranges::max(fillers, {}, &std::string_view::size).size();

}  // namespace

char32_t next_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const char32_t first = byte(at);
  if (first < 0x80) {
    ++at;
    return first;
  }
  const auto more = [&](std::size_t i) { return static_cast<char32_t>(byte(at + i) & 0x3FU); };
  char32_t point = 0;
  if (first < 0xE0) {
    point = (first & 0x1FU) << 6U | more(1);
    at += 2;
  } else if (first < 0xF0) {
    point = (first & 0x0FU) << 12U | more(1) << 6U | more(2);
    at += 3;
  } else {
    point = (first & 0x07U) << 18U | more(1) << 12U | more(2) << 6U | more(3);
    at += 4;
  }
  at = std::min(at, text.size());
  return point;
}

bool is_letter(char32_t point) {
  return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') ||
         (point >= latin_first && point < letters_end && point != times && point != division) ||
         (point >= 0x370 && point < 0x2000);
}

bool is_capital(char32_t point) {
  return (point >= 'A' && point <= 'Z') ||
         (point >= latin_first && point <= 0xDE && point != times) || point == ligature_oe_capital;
}

bool is_no_break(char32_t point) {
  return point == 0xA0 || point == 0x202F || point == 0x2009 || point == 0x2007;
}

std::string plain(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t point = next_point(text, at);
    append_folded(folded, text.substr(begin, at - begin), point);
  }
  return folded;
}

std::string letters_and_digits(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t point = next_point(text, at);
    if (is_letter(point) || (point >= '0' && point <= '9')) {
      append_folded(folded, text.substr(begin, at - begin), point);
    } else if (!folded.empty() && folded.back() != '_') {
      folded.push_back('_');
    }
  }
  if (folded.ends_with('_')) {
    folded.pop_back();
  }
  return folded;
}

std::string_view stem(std::string_view word) {
  if (word.size() >= shortest_plural && (word.back() == 's' || word.back() == 'x')) {
    word.remove_suffix(1);
  }
  return word;
}

bool is_filler(std::string_view word) {
  if (word.size() > longest_filler) {
    return false;
  }
  return std::ranges::find(fillers, word) != fillers.end();
}

std::vector<std::string> content_words(std::string_view phrase) {
  std::vector<std::string> words;
  for (const Token& token : tokens_of(phrase, "")) {
    if (token.kind == TokenKind::word && !is_filler(token.folded)) {
      words.emplace_back(stem(token.folded));
    }
  }
  return words;
}

}  // namespace rapporteur::check
