#include "takeover/gaps.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"
#include "takeover/marks.hpp"
#include "takeover/words.hpp"

namespace rapporteur::takeover {
namespace {

constexpr std::array<std::string_view, 9> boxes{"☐", "□", "❑", "❏", "◻", "▢", "⬜", "◯", "○"};
constexpr std::size_t longest_bracket = 300;

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<Gap> scan() {
    while (at_ < text_.size()) {
      std::optional<Gap> gap = mark();
      for (const auto read : {&Scanner::box, &Scanner::line, &Scanner::bracket, &Scanner::prompt,
                              &Scanner::mask, &Scanner::blanks}) {
        gap = gap ? gap : (this->*read)();
      }
      if (gap) {
        at_ = gap->end;
        add(*std::move(gap));
      } else {
        ++at_;
      }
    }
    return std::move(gaps_);
  }

 private:
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

  // Two lines that only blanks part are one: "_____ _____".
  void add(Gap gap) {
    if (!gaps_.empty() && !gap.is_box && !gaps_.back().is_box && gap.hint.empty() &&
        trimmed(text_.substr(gaps_.back().end, gap.start - gaps_.back().end)).empty()) {
      gaps_.back().end = gap.end;
      return;
    }
    gaps_.push_back(std::move(gap));
  }

  std::optional<Gap> mark() {
    if (!rest().starts_with(mark_begin)) {
      return std::nullopt;
    }
    const std::size_t end = text_.find(mark_end, at_);
    if (end == std::string_view::npos) {
      return std::nullopt;
    }
    const std::size_t kind = at_ + mark_begin.size();
    return Gap{at_, end + mark_end.size(), text_[kind] == box_mark,
               std::string(text_.substr(kind + 1, end - kind - 1))};
  }

  std::optional<Gap> box() {
    for (const std::string_view sign : boxes) {
      if (rest().starts_with(sign)) {
        return Gap{at_, at_ + sign.size(), true, {}};
      }
    }
    for (const std::string_view sign : {"[ ]", "[  ]", "( )", "[]", "[   ]"}) {
      if (rest().starts_with(sign)) {
        return Gap{at_, at_ + sign.size(), true, {}};
      }
    }
    return std::nullopt;
  }

  // A stretch of `signs`, blanks between them allowed.
  [[nodiscard]] std::size_t stretch(std::string_view sign, std::size_t& count) const {
    std::size_t end = at_;
    for (std::size_t next = at_; text_.substr(next).starts_with(sign);) {
      ++count;
      next += sign.size();
      end = next;
      while (next < text_.size() && (text_[next] == ' ' || text_[next] == '/')) {
        ++next;  // "_ _ _" and "__/__/____" are one line
      }
    }
    return end;
  }

  std::optional<Gap> line() {
    std::size_t underscores = 0;
    const std::size_t line_end = stretch("_", underscores);
    if (underscores >= 3) {
      return Gap{at_, line_end, false, {}};
    }
    std::size_t end = at_;
    std::size_t dots = 0;
    while (end < text_.size()) {
      if (text_[end] == '.') {
        ++end;
        ++dots;
      } else if (text_.substr(end).starts_with("…")) {
        end += std::string_view("…").size();
        dots += 3;
      } else {
        break;
      }
    }
    return dots >= 4 ? std::optional(Gap{at_, end, false, {}}) : std::nullopt;
  }

  std::optional<Gap> bracket() {
    const char open = text_[at_];
    if (open != '[' && open != '<') {
      return std::nullopt;
    }
    const std::size_t end = text_.find(open == '[' ? ']' : '>', at_);
    if (end == std::string_view::npos || end - at_ > longest_bracket) {
      return std::nullopt;
    }
    const std::string inner = trimmed(text_.substr(at_ + 1, end - at_ - 1));
    const bool is_all =
        trimmed(text_.substr(0, at_)).empty() && trimmed(text_.substr(end + 1)).empty();
    const bool is_answer =
        at_ > 0 && ends_with_colon(text_.substr(0, at_)) && trimmed(text_.substr(end + 1)).empty();
    const bool is_line = inner.find_first_not_of("_. \t") == std::string::npos;
    if (!is_line && !asks_for_input(inner) && !is_all && !is_answer) {
      return std::nullopt;
    }
    return Gap{at_, end + 1, false, is_line ? std::string() : inner};
  }

  // dd/mm/yyyy, JJ.MM.AAAA; XXX. Within brackets behind a label they explain it: "Date
  // (dd/mm/yy):".
  // What Word writes where nothing is typed yet, kept as plain text.
  std::optional<Gap> prompt() {
    constexpr std::array<std::string_view, 7> prompts{
        "Click here to enter", "Click or tap",   "Cliquez ici pour",     "Cliquez ou appuyez",
        "Haga clic",           "Choose an item", "Choisissez un élément"};
    const bool is_prompt = std::any_of(prompts.begin(), prompts.end(), [&](std::string_view words) {
      return rest().starts_with(words);
    });
    if (!is_prompt) {
      return std::nullopt;
    }
    const std::size_t end = text_.find('.', at_);
    return Gap{at_, end == std::string_view::npos ? text_.size() : end + 1, false, {}};
  }

  std::optional<Gap> mask() {
    if (at_ > 0 && (std::isalnum(static_cast<unsigned char>(text_[at_ - 1])) != 0 ||
                    std::string_view("(/.-").find(text_[at_ - 1]) != std::string_view::npos)) {
      return std::nullopt;
    }
    std::size_t end = at_;
    std::string letters;
    while (end < text_.size() &&
           (std::isalpha(static_cast<unsigned char>(text_[end])) != 0 || text_[end] == '/' ||
            text_[end] == '.' || text_[end] == '-' || text_[end] == ',')) {
      if (std::isalpha(static_cast<unsigned char>(text_[end])) != 0) {
        letters += static_cast<char>(std::tolower(static_cast<unsigned char>(text_[end])));
      }
      ++end;
    }
    constexpr std::array<std::string_view, 9> dates{"ddmmyyyy", "ddmmyy",   "jjmmaaaa",
                                                    "jjmmaa",   "mmddyyyy", "mmyyyy",
                                                    "mmaaaa",   "ddmmaaaa", "yyyymmdd"};
    const bool is_date = std::find(dates.begin(), dates.end(), letters) != dates.end();
    const bool is_crosses =
        letters.size() >= 3 && letters.find_first_not_of('x') == std::string::npos;
    return is_date || is_crosses ? std::optional(Gap{at_, end, false, {}}) : std::nullopt;
  }

  // Behind a colon: tabs and wide blanks that end the line or come before another label.
  std::optional<Gap> blanks() {
    if (at_ == 0 || (text_[at_] != '\t' && text_[at_] != ' ')) {
      return std::nullopt;
    }
    const std::string before = trimmed(text_.substr(0, at_));
    if (before.empty() || !ends_with_colon(before)) {
      return std::nullopt;
    }
    std::size_t end = at_;
    std::size_t width = 0;
    while (end < text_.size()) {
      if (text_[end] == '\t') {
        width += 4;
      } else if (text_[end] == ' ') {
        ++width;
      } else if (text_.substr(end).starts_with("\u00A0")) {
        ++width;
        ++end;
      } else {
        break;
      }
      ++end;
    }
    if (width < 4) {
      return std::nullopt;
    }
    // A tab before a word sets what follows in its column, unless that is a label of its own.
    const std::string_view behind = text_.substr(end);
    const bool is_end = trimmed(behind).empty();
    if (!is_end && behind.find(':') == std::string_view::npos) {
      return std::nullopt;
    }
    if (!is_end &&
        (behind.starts_with("_") || behind.starts_with("[") || behind.starts_with(mark_begin) ||
         behind.starts_with("..") || behind.starts_with("…") || behind.starts_with("☐"))) {
      return std::nullopt;  // the gap proper comes next
    }
    return Gap{at_, end, false, {}};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Gap> gaps_;
};

}  // namespace

std::vector<Gap> find_gaps(std::string_view text) {
  return Scanner(text).scan();
}

}  // namespace rapporteur::takeover
