// A text as words, figures and signs: what every rule over prose looks at.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plan/values.hpp"

namespace rapporteur::check {

enum class TokenKind { word, figure, sign };
/// How the thousands of a figure are typed. `spelled`: "douze".
enum class Grouping { none, space, point, comma, spelled };

struct Token {
  TokenKind kind = TokenKind::sign;
  std::size_t begin = 0;  ///< bytes of the text
  std::size_t end = 0;
  std::string folded;  ///< lower case without accents; of a sign, the sign

  // Of a figure:
  Decimal number;
  Grouping grouping = Grouping::none;
  int power = 0;            ///< 3, 6, 9: thousand, million, milliard
  bool is_percent = false;  ///< the sign belongs to the token
  bool is_padded = false;   ///< "05"
  bool is_joined = false;   ///< part of a code, date, range or ordinal: no quantity
  bool is_year = false;     ///< four digits from 1900 to 2099
  bool is_echo = false;     ///< says a number in words again: "neuf (09)"

  /// A quantity: neither code nor year nor said twice.
  [[nodiscard]] bool is_quantity() const {
    return kind == TokenKind::figure && !is_joined && !is_year && !is_echo;
  }
};

/// Tokens of `text`, a language at a time: it decides on signs of numbers ("8.219") and on numbers
/// in words. Markdown's marks are signs; addresses and {{quotes}} are left out.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view text, std::string_view language);

/// Tokens as typed, before numbers in words and powers of ten: for tokens_of.
[[nodiscard]] std::vector<Token> read_tokens(std::string_view text, std::string_view language);

/// Sentences as [begin, end) of tokens.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};
[[nodiscard]] std::vector<Span> sentences_of(std::string_view text,
                                             const std::vector<Token>& tokens);

/// Lower case without accents, œ as oe; keeps spaces and signs. Faster than folded().
[[nodiscard]] std::string plain(std::string_view text);
/// Letters and digits only, folded like plain(), with "_" for whatever parts them.
[[nodiscard]] std::string letters_and_digits(std::string_view text);
/// Without the s or x of a plural.
[[nodiscard]] std::string_view stem(std::string_view word);
/// A word without a meaning of its own ("de", "the").
[[nodiscard]] bool is_filler(std::string_view word);
/// Words of a phrase that carry its meaning, as stems, in order.
[[nodiscard]] std::vector<std::string> content_words(std::string_view phrase);

/// The code point at `at`, which moves behind it. `text` is valid UTF-8.
[[nodiscard]] char32_t next_point(std::string_view text, std::size_t& at);
[[nodiscard]] bool is_letter(char32_t point);
[[nodiscard]] bool is_capital(char32_t point);
[[nodiscard]] bool is_no_break(char32_t point);  ///< U+00A0, U+202F, U+2009, U+2007

}  // namespace rapporteur::check
