// Reads a text token by token. Figures are read by their language: "8.219" is eight thousand in a
// French text and eight in an English one. What stands in a date, a code, a range or an ordinal is
// marked as joined, so that no rule takes it for a quantity.
#include <algorithm>
#include <utility>

#include "check/text_words.hpp"

namespace rapporteur::check {
namespace {

constexpr int group_digits = 3;
constexpr std::size_t most_digits = 15;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

class Reader {
 public:
  Reader(std::string_view text, std::string_view language)
      : text_(text), is_english_(language == "en") {}

  std::vector<Token> read() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      if (skip_address()) {
        continue;
      }
      if (is_digit(text_[at_])) {
        read_figure();
        continue;
      }
      const char32_t point = next_point(text_, at_);
      if (is_letter(point)) {
        read_word(begin);
      } else if (!is_blank(point)) {
        Token token;
        token.begin = begin;
        token.end = at_;
        token.folded = std::string(text_.substr(begin, at_ - begin));
        tokens_.push_back(std::move(token));
      }
    }
    return std::move(tokens_);
  }

 private:
  static bool is_blank(char32_t point) {
    return point == ' ' || point == '\t' || point == '\n' || point == '\r' || is_no_break(point);
  }

  [[nodiscard]] char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }

  bool skip_address() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("{{")) {
      const std::size_t end = rest.find("}}");
      at_ = end == std::string_view::npos ? text_.size() : at_ + end + 2;
      return true;
    }
    if (rest.starts_with("](")) {
      const std::size_t end = rest.find(')');
      at_ = end == std::string_view::npos ? at_ + 2 : at_ + end + 1;
      return true;
    }
    if (rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.") ||
        rest.starts_with("file:")) {
      at_ = std::min(text_.size(), text_.find_first_of(" \n\t)>", at_));
      return true;
    }
    return false;
  }

  /// Letters; digits and hyphens inside: "sous-programmes", "COVID-19", "G5".
  void read_word(std::size_t begin) {
    while (at_ < text_.size()) {
      std::size_t ahead = at_;
      const char32_t point = next_point(text_, ahead);
      if (is_letter(point) || (point < 0x80 && is_digit(static_cast<char>(point)))) {
        at_ = ahead;
        continue;
      }
      if (point == '-' || point == 0x2011) {
        std::size_t behind = ahead;
        if (behind < text_.size()) {
          const char32_t next = next_point(text_, behind);
          if (is_letter(next) || (next < 0x80 && is_digit(static_cast<char>(next)))) {
            at_ = ahead;
            continue;
          }
        }
      }
      break;
    }
    Token token;
    token.kind = TokenKind::word;
    token.begin = begin;
    token.end = at_;
    token.folded = plain(text_.substr(begin, at_ - begin));
    tokens_.push_back(std::move(token));
  }

  /// Length in bytes of a space that may part thousands, at `i`; 0: none.
  [[nodiscard]] std::size_t group_space(std::size_t i) const {
    if (at(i) == ' ') {
      return 1;
    }
    if (i >= text_.size()) {
      return 0;
    }
    std::size_t ahead = i;
    return is_no_break(next_point(text_, ahead)) ? ahead - i : 0;
  }

  [[nodiscard]] bool three_digits(std::size_t i) const {
    return is_digit(at(i)) && is_digit(at(i + 1)) && is_digit(at(i + 2)) && !is_digit(at(i + 3));
  }

  void read_figure() {
    Token token;
    token.kind = TokenKind::figure;
    token.begin = at_;
    std::string digits = take_digits();
    token.is_padded = digits.size() == 2 && digits[0] == '0';
    if (read_code(token, digits)) {
      return;
    }
    if (!token.is_padded && digits.size() <= group_digits) {
      read_groups(token, digits);
    }
    int scale = 0;
    const char decimal = is_english_ ? '.' : ',';
    const bool is_point = !is_english_ && at(at_) == '.' && token.grouping == Grouping::none;
    if ((at(at_) == decimal || is_point) && is_digit(at(at_ + 1))) {
      ++at_;
      const std::string behind = take_digits();
      scale = static_cast<int>(behind.size());
      digits += behind;
    }
    token.number = {digits.size() > most_digits ? 0 : std::stoll(digits), scale};
    token.is_year = scale == 0 && token.grouping == Grouping::none && digits.size() == 4 &&
                    (digits.starts_with("19") || digits.starts_with("20"));
    token.is_joined = digits.size() > most_digits || is_joined(token.begin) || ends_joined();
    token.end = at_;
    if (!token.is_joined) {
      read_percent(token);
    }
    tokens_.push_back(std::move(token));
  }

  std::string take_digits() {
    const std::size_t begin = at_;
    while (is_digit(at(at_))) {
      ++at_;
    }
    return std::string(text_.substr(begin, at_ - begin));
  }

  /// "31.12.2020", "2.1.3", "10:30", "9/10": no quantity.
  bool read_code(Token& token, const std::string& digits) {
    std::size_t end = at_;
    int parts = 1;
    bool is_grouped = digits.size() <= group_digits;
    char mark = '\0';
    while ((at(end) == '.' || at(end) == '/' || at(end) == ':') && is_digit(at(end + 1))) {
      mark = at(end);
      is_grouped = is_grouped && mark == '.' && three_digits(end + 1);
      ++parts;
      ++end;
      while (is_digit(at(end))) {
        ++end;
      }
    }
    const bool is_decimal = parts == 2 && mark == '.';
    if (parts == 1 || is_grouped || is_decimal) {
      return false;
    }
    at_ = end;
    token.end = end;
    token.is_joined = true;
    tokens_.push_back(std::move(token));
    return true;
  }

  void read_groups(Token& token, std::string& digits) {
    while (true) {
      std::size_t width = group_space(at_);
      Grouping grouping = Grouping::space;
      if (width == 0 && at(at_) == (is_english_ ? ',' : '.')) {
        width = 1;
        grouping = is_english_ ? Grouping::comma : Grouping::point;
      }
      const bool is_same = token.grouping == Grouping::none || token.grouping == grouping;
      if (width == 0 || !is_same || !three_digits(at_ + width)) {
        return;
      }
      token.grouping = grouping;
      at_ += width;
      digits += take_digits();
    }
  }

  void read_percent(Token& token) {
    const std::size_t width = group_space(at_);
    if (at(at_ + width) == '%') {
      at_ += width + 1;
      token.end = at_;
      token.is_percent = true;
    }
  }

  /// Joined to what stands before: "n°12", "2018-20", "-5", "+5".
  [[nodiscard]] bool is_joined(std::size_t begin) const {
    if (begin == 0) {
      return false;
    }
    const char before = text_[begin - 1];
    const std::string_view head = text_.substr(0, begin);
    return before == '-' || before == '/' || before == '+' || before == '#' || before == '^' ||
           head.ends_with("–") || head.ends_with("°") || head.ends_with("−") ||
           (before == '.' && begin > 1 && text_[begin - 2] != '.' && text_[begin - 2] != ' ') ||
           before == '_' || before == ':';
  }

  /// Joined to what follows: "2e", "10-18", "5ème". Takes the letters along.
  bool ends_joined() {
    bool joined = false;
    std::size_t slash = at_;
    while (at_ < text_.size()) {
      std::size_t ahead = at_;
      const char32_t point = next_point(text_, ahead);
      const bool is_hyphen =
          (point == '-' || point == 0x2013 || point == '/') && is_digit(at(ahead));
      const std::size_t width =
          slash < at_ && at_ - slash <= group_digits + 1 ? group_space(at_) : 0;
      if (width != 0 && three_digits(at_ + width)) {  // "966 836/600 000"
        at_ += width + group_digits;
        continue;
      }
      if (!is_letter(point) && !is_hyphen && !(joined && is_digit(at(at_)))) {
        break;
      }
      slash = point == '/' ? at_ : slash;
      joined = true;
      at_ = ahead;
    }
    return joined;
  }

  std::string_view text_;
  bool is_english_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> read_tokens(std::string_view text, std::string_view language) {
  return Reader(text, language).read();
}

}  // namespace rapporteur::check
