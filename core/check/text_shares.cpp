// prose-share: a percentage against the two numbers beside it: "1 150 dossiers, dont 640 clos
// (56 %)", "83 % des 12 030 détenus, soit 9 985 personnes".
#include <algorithm>
#include <array>
#include <optional>

#include "check/text_breakdowns.hpp"
#include "check/text_rules.hpp"

namespace rapporteur::check {
namespace {

constexpr int scale = 6;

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_number(const Token& token) {
  return token.is_quantity() && !token.is_percent;
}

/// "20 par région", "345 de moins": not the number of all.
bool is_rate(const Passage& passage, std::size_t figure, std::size_t end) {
  static constexpr std::array<std::string_view, 8> rates = {"par",  "per",  "each", "chacun",
                                                            "more", "less", "plus", "moins"};
  for (std::size_t i = figure + 1; i < end && i < figure + 4; ++i) {
    if (is_one_of(passage.tokens[i].folded, rates)) {
      return true;
    }
  }
  return false;
}

class Shares {
 public:
  Shares(const Passage& passage, const Span& sentence, std::vector<Finding>& findings)
      : passage_(passage), sentence_(sentence), findings_(findings) {}

  void test() {
    for (std::size_t i = sentence_.begin; i < sentence_.end; ++i) {
      if (is_percent_in_brackets(i)) {
        test_bracket(i);
      } else if (token(i).is_percent && !token(i).is_joined) {
        test_that_is(i);
      }
    }
  }

 private:
  [[nodiscard]] const Token& token(std::size_t i) const { return passage_.tokens[i]; }
  [[nodiscard]] std::string_view word(std::size_t i) const { return token(i).folded; }

  [[nodiscard]] bool is_percent_in_brackets(std::size_t i) const {
    return i > sentence_.begin && i + 1 < sentence_.end && token(i).is_percent &&
           !token(i).is_joined && word(i - 1) == "(" && word(i + 1) == ")";
  }

  /// W …, dont N … (P %)
  void test_bracket(std::size_t percent) {
    static constexpr std::array<std::string_view, 3> introductions = {"dont", "including", "which"};
    constexpr std::size_t farthest = 6;
    std::optional<std::size_t> part;
    for (std::size_t i = percent - 1; i-- > sentence_.begin && i + farthest > percent;) {
      if (token(i).kind != TokenKind::sign && is_number(token(i))) {
        part = i;
        break;
      }
    }
    if (!part || *part == sentence_.begin || !is_one_of(word(*part - 1), introductions)) {
      return;
    }
    for (std::size_t i = *part - 1; i-- > sentence_.begin;) {
      if (word(i) == ")" || token(i).is_percent) {
        return;  // of which number is not certain
      }
      if (is_number(token(i))) {
        compare(percent, *part, i);
        return;
      }
    }
  }

  /// P % des W …, soit N
  void test_that_is(std::size_t percent) {
    static constexpr std::array<std::string_view, 2> of = {"des", "of"};
    std::optional<std::size_t> whole;
    for (std::size_t i = percent + 1; i + 1 < sentence_.end && i < percent + 3; ++i) {
      if (is_one_of(word(i), of)) {
        const std::size_t next = word(i + 1) == "the" ? i + 2 : i + 1;
        if (next < sentence_.end && is_number(token(next))) {
          whole = next;
        }
        break;
      }
    }
    for (std::size_t i = whole ? *whole + 1 : sentence_.end; i + 1 < sentence_.end; ++i) {
      const bool says = word(i) == "soit" || (word(i) == "or" && word(i - 1) == ",");
      if (says && is_number(token(i + 1))) {
        if (!is_rate(passage_, i + 1, sentence_.end)) {
          compare(percent, i + 1, *whole);
        }
        return;
      }
      if (token(i).kind == TokenKind::figure) {
        return;
      }
    }
  }

  /// The share is right to one unit of its last decimal.
  void compare(std::size_t percent, std::size_t part, std::size_t whole) {
    constexpr long double hundred = 100;
    const auto value = [&](std::size_t i) {
      return static_cast<long double>(units(token(i), scale));
    };
    if (value(whole) <= 0 || value(part) > value(whole)) {
      return;
    }
    long double unit = 1;
    for (int i = 0; i < scale - token(percent).number.scale; ++i) {
      unit *= 10;
    }
    long double micro = 1;
    for (int i = 0; i < scale; ++i) {
      micro *= 10;
    }
    const long double right = value(part) / value(whole) * hundred;
    const long double gap = value(percent) - right * micro;
    if (gap <= unit && gap >= -unit) {
      return;
    }
    Finding finding =
        text_finding("prose-share", passage_, token(percent).begin, token(percent).end);
    const auto text = [&](std::size_t i) {
      return std::string(passage_.between(token(i).begin, token(i).end));
    };
    const auto tenths = static_cast<std::int64_t>(right * 10 + 0.5L);
    std::string en = to_string(Decimal{tenths, 1});
    std::string fr = en;
    std::ranges::replace(fr, '.', ',');
    finding.diagnostic.args = {
        {"share", text(percent)}, {"part", text(part)}, {"whole", text(whole)}};
    add_text(finding.diagnostic.args, "right", en, fr);
    findings_.push_back(std::move(finding));
  }

  const Passage& passage_;
  const Span& sentence_;
  std::vector<Finding>& findings_;
};

}  // namespace

void test_shares_said(const Subject& subject, std::vector<Finding>& findings) {
  const std::size_t before = findings.size();
  for (const Passage& passage : subject.texts.passages) {
    for (const Span& sentence : passage.sentences) {
      Shares(passage, sentence, findings).test();
    }
  }
  keep_first_language(findings, before);
}

}  // namespace rapporteur::check
