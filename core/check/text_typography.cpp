// typography-fr and number-style: one finding per file and kind, with a count and the first place.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "check/text_rules.hpp"

namespace rapporteur::check {
namespace {

struct Hit {
  std::int64_t count = 0;
  Origin first;
  std::string row;
};

/// file and kind -> hits
using Hits = std::map<std::pair<std::string, std::string>, Hit>;

class Reader {
 public:
  Reader(const Passage& passage, Hits& hits)
      : passage_(passage), text_(passage.text), file_(passage.file()), hits_(hits) {}

  void read() {
    char32_t before = ' ';
    char32_t second = ' ';  // the one before that
    std::size_t token = 0;
    for (std::size_t at = 0; at < text_.size();) {
      // Addresses and quotes are no tokens: what lies between tokens is blank or one of them.
      while (token < passage_.tokens.size() && passage_.tokens[token].end <= at) {
        ++token;
      }
      const std::size_t begin = at;
      const char32_t point = next_point(text_, at);
      std::size_t ahead = at;
      const char32_t after = at < text_.size() ? next_point(text_, ahead) : U'\n';
      const bool in_token = token < passage_.tokens.size() && passage_.tokens[token].begin <= begin;
      if (in_token || is_space(point)) {
        test(begin, at, second, before, point, after);
      }
      second = before;
      before = point;
    }
    for (const Token& figure : passage_.tokens) {
      test_thousands(figure);
    }
  }

 private:
  static bool is_space(char32_t point) { return point == ' '; }
  static bool is_digit(char32_t point) { return point >= '0' && point <= '9'; }
  static bool is_blank(char32_t point) {
    return point == ' ' || point == '\n' || point == '\t' || is_no_break(point);
  }

  void test(std::size_t begin, std::size_t end, char32_t second, char32_t before, char32_t point,
            char32_t after) {
    switch (point) {
      case '\'':
        if ((is_letter(before) || before == U'’') && is_letter(after)) {
          hit("apostrophe", begin, end);
        }
        break;
      case '"':
        if (is_letter(before) || is_letter(after)) {
          hit("quotes", begin, end);
        }
        break;
      case ';':
      case ':':
      case '!':
      case '?':
        // A mark that a blank or the end follows: not "12:30", not "::".
        if ((is_blank(after) || after == '*' || after == ')' || after == U'»') &&
            is_unspaced(second, before)) {
          hit("space", begin, end);
        }
        break;
      case U'»':
        if (is_unspaced(second, before)) {
          hit("space", begin, end);
        }
        break;
      case '%':
        if (is_digit(before) || (before == ' ' && is_digit(second))) {
          hit("percent", begin, end);
        }
        break;
      case U'«':
        if (!is_no_break(after)) {
          hit("space", begin, end);
        }
        break;
      case '.':
        if (before == '.' && second != '.' && after == '.') {
          hit("ellipsis", begin, end);
        }
        break;
      case ',':
        if (is_blank(before) && (is_letter(second) || second == ',') && is_blank(after)) {
          hit("comma", begin, end);
        }
        break;
      case ' ':
        if (is_blank(before) && before != '\n' && before != '\t' && !is_blank(second) &&
            !is_blank(after) && passage_.block != Block::row) {
          hit("double", begin, end);
        }
        break;
      default:
        break;
    }
  }

  /// A plain space breaks at the end of a line, none at all is wrong as well.
  static bool is_unspaced(char32_t second, char32_t before) {
    const auto is_end_of_word = [](char32_t p) {
      return is_letter(p) || is_digit(p) || p == ')' || p == U'»' || p == '%';
    };
    return is_end_of_word(before) || (before == ' ' && is_end_of_word(second));
  }

  void test_thousands(const Token& figure) {
    if (figure.kind != TokenKind::figure || figure.is_joined) {
      return;
    }
    const bool has_plain_space = figure.grouping == Grouping::space && figure.power == 0 &&
                                 digits_part(figure).find(' ') != std::string_view::npos;
    if (figure.grouping == Grouping::point || has_plain_space) {
      hit("thousands", figure.begin, figure.end);
    }
  }

  /// Without the per cent sign and the space before it.
  [[nodiscard]] std::string_view digits_part(const Token& figure) const {
    const std::string_view text = passage_.between(figure.begin, figure.end);
    const std::size_t last = text.find_last_of("0123456789");
    return text.substr(0, last == std::string_view::npos ? 0 : last);
  }

  void hit(const char* kind, std::size_t begin, std::size_t end) {
    constexpr std::size_t margin = 24;
    Hit& hit = hits_[{file_, kind}];
    if (hit.count++ == 0) {
      hit.first = Texts::place(passage_, begin, end);
      std::size_t from = begin > margin ? begin - margin : 0;
      std::size_t to = std::min(text_.size(), end + margin);
      const auto is_inside = [&](std::size_t at) {
        return at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U;
      };
      while (is_inside(from)) {
        ++from;
      }
      while (is_inside(to)) {
        ++to;
      }
      hit.first.text = std::string(text_.substr(from, to - from));
      std::ranges::replace(hit.first.text, '\n', ' ');
      hit.row = passage_.row();
    }
  }

  const Passage& passage_;
  std::string_view text_;
  std::string file_;
  Hits& hits_;
};

void report(const char* id, const Hits& hits, std::vector<Finding>& findings) {
  for (const auto& [key, hit] : hits) {
    Finding finding;
    finding.diagnostic.id = id;
    finding.diagnostic.origin = hit.first;
    finding.row = hit.row;
    finding.diagnostic.args = {{"kind", key.second}, {"count", hit.count}};
    findings.push_back(std::move(finding));
  }
}

struct Styles {
  std::map<Grouping, Hit> large;  ///< five digits and more, and four where parted
  Hit padded;
};

void read_style(const Passage& passage, Styles& styles) {
  for (std::size_t i = 0; i < passage.tokens.size(); ++i) {
    const Token& figure = passage.tokens[i];
    if (figure.kind != TokenKind::figure || figure.is_joined ||
        figure.grouping == Grouping::spelled) {
      continue;
    }
    const auto add = [&](Hit& hit) {
      if (hit.count++ == 0) {
        hit.first = Texts::place(passage, figure.begin, figure.end);
        hit.row = passage.row();
      }
    };
    constexpr std::int64_t five_digits = 10'000;
    if (figure.grouping != Grouping::none ||
        (figure.number.scale == 0 && figure.number.digits >= five_digits)) {
      add(styles.large[figure.grouping]);
    }
    // "05 localités", not "06 février": a count, before a word in lower case.
    if (figure.is_padded && figure.number.scale == 0 && figure.number.digits < 10 &&
        i + 1 < passage.tokens.size() && passage.tokens[i + 1].kind == TokenKind::word) {
      static constexpr std::array<std::string_view, 24> months = {
          "janvier", "fevrier",  "mars",      "avril",   "mai",      "juin",
          "juillet", "aout",     "septembre", "octobre", "novembre", "decembre",
          "january", "february", "march",     "april",   "may",      "june",
          "july",    "august",   "september", "october", "november", "december"};
      const Token& next = passage.tokens[i + 1];
      std::size_t at = next.begin;
      if (std::ranges::find(months, next.folded) == months.end() &&
          !is_capital(next_point(passage.text, at))) {
        add(styles.padded);
      }
    }
  }
}

}  // namespace

void test_typography(const Subject& subject, std::vector<Finding>& findings) {
  Hits hits;
  for (const Passage& passage : subject.texts.passages) {
    if (passage.language == "fr" && passage.block != Block::setting) {
      Reader(passage, hits).read();
    }
  }
  report("typography-fr", hits, findings);
}

void test_number_style(const Subject& subject, std::vector<Finding>& findings) {
  std::map<std::pair<std::string, std::string>, Styles> files;  // by file and language
  for (const Passage& passage : subject.texts.passages) {
    if (!passage.language.empty() && passage.block != Block::setting) {
      read_style(passage, files[{passage.file(), std::string(passage.language)}]);
    }
  }
  Hits hits;
  for (const auto& [file, styles] : files) {
    if (styles.large.size() > 1) {
      // The usual style is the one most often met; the finding stands at the next one.
      const auto usual = std::ranges::max_element(
          styles.large, {}, [](const auto& style) { return style.second.count; });
      Hit odd;
      for (const auto& [grouping, hit] : styles.large) {
        if (grouping != usual->first) {
          odd.first = odd.count == 0 ? hit.first : odd.first;
          odd.row = odd.count == 0 ? hit.row : odd.row;
          odd.count += hit.count;
        }
      }
      hits[{file.first + file.second, "mixed"}] = odd;
    }
    if (styles.padded.count > 0) {
      Hit& padded = hits[{file.first, "padded"}];
      const std::int64_t before = padded.count;
      padded = before == 0 ? styles.padded : padded;
      padded.count = before + styles.padded.count;
    }
  }
  report("number-style", hits, findings);
}

}  // namespace rapporteur::check
