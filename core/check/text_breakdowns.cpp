// Six forms are read, each only when every part begins with its own figure:
//   746 acteurs … : 190 chefs, 230 leaders, 113 …          after a colon
//   74 861 personnes (15 577 hommes, 39 514 femmes, …)     in brackets
//   2 171 porteurs, dont 1 227 femmes et 944 hommes        behind "dont"
//   36 acteurs à A (16 …), à B (15 …) et à C (15 …)        one bracket a part
//   Sur 65 villages, 6 … et 17 … ; les 42 autres           all are told
//   | Personnes touchées | 74 861 | 15 577 hommes, … |     in a row of a table
// Parts that mix sexes with other groups may overlap ("60 femmes, 30 jeunes"): no breakdown. A sum
// far from the whole is of something else.
#include "check/text_breakdowns.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace rapporteur::check {
namespace {

constexpr std::size_t fewest_parts = 3;
constexpr std::size_t fewest_partial = 4;
constexpr std::size_t fewest_shares = 4;
constexpr int percent = 100;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

enum class Sex { none, female, male };

Sex sex_of(std::string_view word) {
  if (is_one_of(word, {"femme", "femmes", "fille", "filles", "adolescentes", "women", "woman",
                       "girls", "girl", "females", "female"})) {
    return Sex::female;
  }
  if (is_one_of(word, {"homme", "hommes", "garcon", "garcons", "men", "man", "boys", "boy", "males",
                       "male"})) {
    return Sex::male;
  }
  return Sex::none;
}

bool is_introduction(std::string_view word) {
  return is_one_of(word, {"dont", "soit", "including", "notamment"});
}

bool is_conjunction(std::string_view word) {
  return word == "et" || word == "and";
}

struct List {
  std::vector<std::size_t> figures;  ///< tokens
  std::size_t females = 0;
  std::size_t males = 0;

  [[nodiscard]] bool is_by_sex() const {
    return females > 0 && males > 0 && females + males == figures.size();
  }
  [[nodiscard]] bool is_mixed() const { return females + males > 0 && !is_by_sex(); }
};

class Finder {
 public:
  explicit Finder(std::vector<Breakdown>& found) : found_(found) {}

  void read(const Passage& passage) {
    passage_ = &passage;
    tokens_ = &passage.tokens;
    if (passage.block == Block::row) {
      read_row();
      return;
    }
    for (const Span& sentence : passage.sentences) {
      sentence_ = sentence;
      read_sentence();
    }
  }

 private:
  [[nodiscard]] const Token& token(std::size_t i) const { return (*tokens_)[i]; }
  [[nodiscard]] bool is_sign(std::size_t i, std::string_view sign) const {
    return token(i).kind == TokenKind::sign && token(i).folded == sign;
  }

  void read_sentence() {
    std::vector<std::size_t> single;  // opening brackets that hold one part
    int depth = 0;
    for (std::size_t i = sentence_.begin; i < sentence_.end; ++i) {
      if (is_sign(i, "(")) {
        ++depth;
        read_bracket(i, single);
      } else if (is_sign(i, ")")) {
        --depth;
      } else if (depth == 0 && is_sign(i, ":")) {
        read_colon(i);
      } else if (depth == 0 && (token(i).folded == "dont" || token(i).folded == "including")) {
        read_partial(i);
      }
    }
    if (single.size() >= fewest_parts) {
      read_singles(single);
    }
    read_shares();
    read_others();
  }

  [[nodiscard]] std::size_t closing(std::size_t open) const {
    int depth = 0;
    for (std::size_t i = open; i < sentence_.end; ++i) {
      depth += is_sign(i, "(") ? 1 : is_sign(i, ")") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return sentence_.end;
  }

  /// Parts from `begin`; the whole of it must be parts when `all`, else it ends behind "et N …".
  [[nodiscard]] std::optional<List> read_list(std::size_t begin, std::size_t end, bool all) const {
    List list;
    bool expects_figure = true;
    bool is_last = false;
    int depth = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const Token& t = token(i);
      depth += is_sign(i, "(") ? 1 : is_sign(i, ")") ? -1 : 0;
      if (depth > 0 || is_sign(i, ")") || t.is_echo) {
        continue;
      }
      const bool is_comma = is_sign(i, ",") || is_sign(i, ";");
      const bool before_figure = i + 1 < end && token(i + 1).is_quantity();
      if (expects_figure) {
        if (is_conjunction(t.folded)) {
          is_last = true;
          continue;
        }
        if (!t.is_quantity() || t.is_percent || t.power != 0) {
          return std::nullopt;
        }
        list.figures.push_back(i);
        // "123 women’s rights defenders" are no women.
        const bool owns = i + 2 < end && (is_sign(i + 2, "’") || is_sign(i + 2, "'"));
        const Sex sex = i + 1 < end && !owns ? sex_of(token(i + 1).folded) : Sex::none;
        list.females += sex == Sex::female ? 1 : 0;
        list.males += sex == Sex::male ? 1 : 0;
        expects_figure = false;
      } else if ((is_last && is_sign(i, ";")) ||
                 (is_comma && (is_last || is_sign(i, ";")) && !all)) {
        break;  // "… et 20 agents ; 12 sont partis"
      } else if (is_comma) {
        expects_figure = true;
      } else if (is_conjunction(t.folded) && before_figure) {
        expects_figure = true;
        is_last = true;
      } else if (t.kind == TokenKind::figure || (is_sign(i, ".") && i + 1 < end)) {
        return std::nullopt;  // a second figure in one part, or the end of the sentence
      }
    }
    if (expects_figure || list.figures.size() < 2 || (list.is_by_sex() && is_placed(list, end))) {
      return std::nullopt;
    }
    return list;
  }

  /// "(2 000 femmes et 1 500 hommes au Nord)": those of one place, not all of them.
  [[nodiscard]] bool is_placed(const List& list, std::size_t end) const {
    for (std::size_t i = list.figures.back() + 1; i < end && i < list.figures.back() + 4; ++i) {
      if (token(i).kind == TokenKind::sign) {
        break;
      }
      if (is_one_of(token(i).folded, {"a", "au", "aux", "en", "dans", "in", "at", "from"})) {
        return true;
      }
    }
    return false;
  }

  /// Nearest quantity before `before`, outside brackets, that is no rate ("20 par commune").
  [[nodiscard]] std::optional<std::size_t> whole_before(std::size_t before) const {
    int depth = 0;
    for (std::size_t i = before; i-- > sentence_.begin;) {
      depth += is_sign(i, ")") ? 1 : is_sign(i, "(") ? -1 : 0;
      if (depth != 0 || !token(i).is_quantity() || token(i).is_percent) {
        continue;
      }
      const std::string_view next =
          i + 1 < before ? std::string_view(token(i + 1).folded) : std::string_view();
      if (!is_one_of(next, {"par", "per", "a", "each"})) {
        return i;
      }
    }
    return std::nullopt;
  }

  void read_bracket(std::size_t open, std::vector<std::size_t>& single) {
    const std::size_t end = closing(open);
    if (open + 1 >= end) {
      return;
    }
    const bool is_partial = is_introduction(token(open + 1).folded);
    const std::size_t begin = open + (is_partial ? 2 : 1);
    if (const auto list = read_list(begin, end, true)) {
      if (const auto whole = whole_before(open)) {
        add(*list, *whole, is_partial ? Breakdown::Form::partial : Breakdown::Form::listed);
      }
    } else if (token(begin).is_quantity() && !token(begin).is_percent && !token(begin).is_echo) {
      single.push_back(begin);
    }
  }

  void read_colon(std::size_t colon) {
    std::optional<std::size_t> whole;
    bool is_certain = true;
    int depth = 0;
    for (std::size_t i = sentence_.begin; i < colon; ++i) {
      depth += is_sign(i, "(") ? 1 : is_sign(i, ")") ? -1 : 0;
      if (depth == 0 && token(i).is_quantity() && !token(i).is_percent) {
        is_certain = !whole;
        whole = i;
      }
    }
    std::size_t end = sentence_.end;
    if (end > colon && is_sign(end - 1, ".")) {
      --end;
    }
    const auto list = read_list(colon + 1, end, true);
    // Of two numbers it is the nearest, when the parts have no noun but that of the whole.
    if (whole && list && (is_certain || is_of_places(*list))) {
      add(*list, *whole, Breakdown::Form::listed);
    }
  }

  /// "12 dans le Guéra, 15 dans le Batha et 10 dans le Kanem"
  [[nodiscard]] bool is_of_places(const List& list) const {
    return std::ranges::all_of(list.figures, [&](std::size_t i) {
      return i + 1 < sentence_.end &&
             is_one_of(token(i + 1).folded,
                       {"a", "au", "aux", "en", "dans", "pour", "in", "at", "from", "for"});
    });
  }

  /// "Sur 65 villages, 6 … et 17 … ; les 42 autres": with the others, all are told.
  void read_others() {
    const std::string_view first = token(sentence_.begin).folded;
    if (!is_one_of(first, {"sur", "of", "out"})) {
      return;
    }
    std::optional<std::size_t> whole;
    List list;
    for (std::size_t i = sentence_.begin + 1; i < sentence_.end; ++i) {
      if (!token(i).is_quantity() || token(i).is_echo) {
        continue;
      }
      const std::string_view before = token(i - 1).folded;
      const std::string_view next =
          i + 1 < sentence_.end ? std::string_view(token(i + 1).folded) : std::string_view();
      const bool is_rest = is_one_of(before, {"autres", "other", "remaining"}) ||
                           is_one_of(next, {"autres", "others", "restants", "restantes"});
      const bool begins = is_one_of(before, {",", ";", "et", "and"});
      if (!whole) {
        if (i > sentence_.begin + 3) {
          return;
        }
        whole = i;
      } else if (token(i).is_percent || !(begins || is_rest)) {
        return;
      } else {
        list.figures.push_back(i);
      }
      if (whole && is_rest && list.figures.size() > 1) {
        add_all(list, *whole);
        return;
      }
    }
  }

  void add_all(const List& list, std::size_t whole) {
    Breakdown breakdown = breakdown_of(list, whole, Breakdown::Form::listed);
    const std::int64_t sum = breakdown.sum();
    if (sum * 2 >= breakdown.whole && sum <= breakdown.whole * 2) {
      found_.push_back(std::move(breakdown));
    }
  }

  void read_partial(std::size_t word) {
    const auto list = read_list(word + 1, sentence_.end, false);
    const auto whole = whole_before(word);
    if (list && whole) {
      add(*list, *whole, Breakdown::Form::partial);
    }
  }

  /// Brackets that follow each other with a few words between: one part each.
  void read_singles(const std::vector<std::size_t>& single) {
    constexpr std::size_t widest_gap = 6;
    List list;
    for (std::size_t k = 0; k < single.size(); ++k) {
      if (k > 0 && single[k] > closing(single[k - 1] - 1) + widest_gap) {
        return;
      }
      for (std::size_t i = k > 0 ? closing(single[k - 1] - 1) : single[k]; i < single[k]; ++i) {
        if (token(i).kind == TokenKind::figure) {
          return;
        }
      }
      list.figures.push_back(single[k]);
    }
    if (const auto whole = whole_before(single.front() - 1)) {
      add(list, *whole, Breakdown::Form::listed);
    }
  }

  void read_shares() {
    List list;
    for (std::size_t i = sentence_.begin; i < sentence_.end; ++i) {
      if (token(i).is_quantity() && token(i).is_percent) {
        list.figures.push_back(i);
      }
    }
    if (list.figures.size() < fewest_shares) {
      return;
    }
    Breakdown shares = breakdown_of(list, std::nullopt, Breakdown::Form::shares);
    found_.push_back(std::move(shares));
  }

  void read_row() {
    std::optional<std::size_t> whole;
    std::optional<List> list;
    std::size_t begin = 0;
    sentence_ = {0, tokens_->size()};
    for (std::size_t i = 0; i < tokens_->size(); ++i) {
      if (!is_sign(i, "|")) {
        continue;
      }
      if (i == begin + 1 && token(begin).is_quantity() && !token(begin).is_percent) {
        if (whole) {
          return;
        }
        whole = begin;
      } else if (i > begin && !list) {
        list = read_list(begin, i, true);
      }
      begin = i + 1;
    }
    if (whole && list) {
      add(*list, *whole, Breakdown::Form::listed);
    }
  }

  [[nodiscard]] Breakdown breakdown_of(const List& list, std::optional<std::size_t> whole,
                                       Breakdown::Form form) const {
    Breakdown breakdown;
    breakdown.form = form;
    breakdown.passage = passage_;
    breakdown.sentence = sentence_;
    for (const std::size_t i : list.figures) {
      breakdown.scale = std::max(breakdown.scale, token(i).number.scale);
    }
    if (whole) {
      breakdown.scale = std::max(breakdown.scale, token(*whole).number.scale);
      breakdown.whole = units(token(*whole), breakdown.scale);
      const std::size_t next = *whole + 1;
      if (next < sentence_.end && token(next).kind == TokenKind::word) {
        breakdown.noun = passage_->between(token(next).begin, token(next).end);
      }
    } else {
      breakdown.whole = percent;
      for (int i = 0; i < breakdown.scale; ++i) {
        breakdown.whole *= 10;
      }
    }
    for (const std::size_t i : list.figures) {
      breakdown.parts.push_back(units(token(i), breakdown.scale));
    }
    return breakdown;
  }

  void add(const List& list, std::size_t whole, Breakdown::Form form) {
    if (list.is_mixed() || token(whole).power != 0 || token(whole).is_percent) {
      return;
    }
    const bool is_by_sex = list.is_by_sex();
    const std::size_t fewest = is_by_sex                          ? 2
                               : form == Breakdown::Form::partial ? fewest_partial
                                                                  : fewest_parts;
    if (list.figures.size() < fewest) {
      return;
    }
    Breakdown breakdown = breakdown_of(list, whole, is_by_sex ? Breakdown::Form::by_sex : form);
    const std::int64_t sum = breakdown.sum();
    if (sum * 2 >= breakdown.whole && sum <= breakdown.whole * 2) {
      found_.push_back(std::move(breakdown));
    }
  }

  std::vector<Breakdown>& found_;
  const Passage* passage_ = nullptr;
  const std::vector<Token>* tokens_ = nullptr;
  Span sentence_;
};

}  // namespace

std::int64_t Breakdown::sum() const {
  std::int64_t total = 0;
  for (const std::int64_t part : parts) {
    total += part;
  }
  return total;
}

std::int64_t units(const Token& figure, int scale) {
  constexpr std::int64_t largest = 1'000'000'000'000'000;
  std::int64_t value = figure.number.digits;
  for (int i = figure.number.scale; i < scale + figure.power && value < largest; ++i) {
    value *= 10;
  }
  for (int i = scale + figure.power; i < figure.number.scale; ++i) {
    value /= 10;
  }
  return value;
}

Argument number_argument(std::int64_t value, int scale) {
  if (scale == 0) {
    return value;
  }
  return to_string(Decimal{value, scale});
}

std::vector<Breakdown> find_breakdowns(const Texts& texts) {
  std::vector<Breakdown> found;
  Finder finder(found);
  for (const Passage& passage : texts.passages) {
    finder.read(passage);
  }
  return found;
}

}  // namespace rapporteur::check
