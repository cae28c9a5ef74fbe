#include "follow.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>

#include "plain_text.hpp"

namespace rapporteur::pages {

namespace {

constexpr std::size_t ahead = 60;         // characters that are compared to choose a place
constexpr std::size_t longest_label = 6;  // "1.2.3." before a heading
constexpr double per_paragraph = 0.5;     // what a step away costs, in agreeing characters
constexpr std::size_t farthest = 40;      // steps that are counted

/// A paragraph and how much of it has been seen.
struct Slot {
  std::size_t paragraph = 0;
  std::size_t seen = 0;
  bool repeated = false;
};

class Follower {
 public:
  explicit Follower(Layout& layout) : layout_(layout), paragraphs_(layout.text.paragraphs) {
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      slots_.push_back({i});
      ranks_.push_back(i == 0 ? 0 : ranks_.back() + (paragraphs_[i].text.empty() ? 0 : 1));
    }
    const auto note = std::find_if(paragraphs_.begin(), paragraphs_.end(),
                                   [](const Paragraph& p) { return p.kind == Kind::note; });
    first_note_ = static_cast<std::size_t>(note - paragraphs_.begin());
    note_ = first_note_;
  }

  void page(int number, const std::vector<bool>& band) {
    std::vector<LaidWord> words;
    const PdfPage& page = layout_.pages[static_cast<std::size_t>(number) - 1];
    for (std::size_t i = 0; i < page.words.size(); ++i) {
      words.push_back({number, page.words[i], band[i] ? Part::band : Part::unread});
    }
    expect_headers();
    jumped_ = true;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].part != Part::band) {
        place(words, i);
      }
    }
    slots_.resize(paragraphs_.size());
    current_ = std::min(current_, paragraphs_.size() - 1);
    layout_.words.insert(layout_.words.end(), words.begin(), words.end());
  }

  void finish() {
    for (const Slot& slot : slots_) {
      const std::size_t size = paragraphs_[slot.paragraph].text.size();
      if (slot.seen < size) {
        layout_.missing.push_back({slot.paragraph, slot.seen, size});
      }
    }
  }

 private:
  [[nodiscard]] std::u32string_view rest(const Slot& slot) const {
    return std::u32string_view(paragraphs_[slot.paragraph].text).substr(slot.seen);
  }

  [[nodiscard]] bool in_table(std::size_t paragraph, std::size_t table) const {
    return paragraphs_[paragraph].cell && paragraphs_[paragraph].cell->table == table;
  }

  /// The table that the text was in goes on here when some of it is still to come: its header rows
  /// are expected once more.
  void expect_headers() {
    if (!paragraphs_[body_].cell) {
      return;
    }
    const std::size_t table = paragraphs_[body_].cell->table;
    std::vector<Slot> headers;
    bool more = false;
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      if (!in_table(i, table)) {
        continue;
      }
      if (!paragraphs_[i].cell->header) {
        more = more || !rest(slots_[i]).empty();
      } else if (slots_[i].seen > 0) {
        headers.push_back({i, 0, true});
      }
    }
    if (more) {
      slots_.insert(slots_.end(), headers.begin(), headers.end());
    }
  }

  /// A repeated header is expected as long as no text behind its table has come.
  [[nodiscard]] bool expected(const Slot& slot) const {
    return !slot.repeated || in_table(body_, paragraphs_[slot.paragraph].cell->table);
  }

  static std::u32string coming(const std::vector<LaidWord>& words, std::size_t at) {
    std::u32string text;
    for (; at < words.size() && text.size() < ahead; ++at) {
      text += words[at].part == Part::band ? std::u32string() : folded(words[at].word.text);
    }
    return text.substr(0, ahead);
  }

  /// How many characters of `text` the document has from this slot on.
  [[nodiscard]] std::size_t agreement(std::size_t slot, std::u32string_view text) const {
    std::size_t count = 0;
    for (const bool repeated = slots_[slot].repeated;
         slot < slots_.size() && slots_[slot].repeated == repeated && count < text.size(); ++slot) {
      for (const char32_t c : rest(slots_[slot])) {
        if (count == text.size() || text[count] != c) {
          return count;
        }
        ++count;
      }
    }
    return count;
  }

  /// In paragraphs that have text: empty cells are no distance.
  [[nodiscard]] std::size_t distance(std::size_t slot) const {
    if (slots_[slot].repeated) {
      return 0;
    }
    const std::size_t from = ranks_[slot >= first_note_ ? note_ : body_];
    const std::size_t to = ranks_[slot];
    return std::min(to >= from ? to - from : (from - to) + 2, farthest);
  }

  /// The slot that agrees best with what comes; `worth` 0 when none does.
  struct Choice {
    std::size_t slot = 0;
    double worth = 0;
  };
  [[nodiscard]] Choice best(std::u32string_view text, std::size_t word) const {
    Choice chosen;
    for (std::size_t i = 0; i < slots_.size() && !text.empty(); ++i) {
      const std::u32string_view left = rest(slots_[i]);
      if (left.empty() || left[0] != text[0] || !expected(slots_[i])) {
        continue;
      }
      const std::size_t agreed = agreement(i, text);
      if (agreed < word || (!near(i) && agreed < std::min<std::size_t>(left.size(), 6))) {
        continue;
      }
      const double worth = static_cast<double>(agreed) + (slots_[i].repeated ? 5 : 0) -
                           per_paragraph * static_cast<double>(distance(i));
      if (worth > chosen.worth) {
        chosen = {i, worth};
      }
    }
    return chosen;
  }

  [[nodiscard]] bool near(std::size_t slot) const { return distance(slot) <= 1; }

  void place(std::vector<LaidWord>& words, std::size_t at) {
    std::u32string text = folded(words[at].word.text);
    if (text.empty()) {
      words[at].part = Part::label;
      return;
    }
    jumped_ = jumped_ || words[at].word.box.top < last_.top - 1 ||
              words[at].word.box.left > last_.right + 30;
    if (!jumped_ && goes_on(text)) {
      take(words[at], text);
      return;
    }
    const std::u32string ahead_of = coming(words, at);
    Choice choice = best(ahead_of, text.size());
    std::size_t label = 0;
    if (choice.worth == 0 || !near(choice.slot)) {
      label = labelled(text, ahead_of, choice);
    }
    if (label == text.size()) {
      words[at].part = Part::label;
      return;
    }
    text.erase(0, label);
    if (choice.worth > 0) {
      current_ = choice.slot;
    } else if (!goes_on(text) && !skip_to(ahead_of, text.size())) {
      words[at].part = text.size() <= longest_label ? Part::label : Part::unread;
      return;
    }
    take(words[at], text);
  }

  /// Characters of a label before the text of a list or heading, when what comes behind them agrees
  /// better: "1." as a word of its own, or set so close ("1.First") that it is none. The choice is
  /// then the text's.
  std::size_t labelled(const std::u32string& text, const std::u32string& ahead_of,
                       Choice& choice) const {
    std::size_t label = 0;
    for (std::size_t size = 1; size <= std::min(longest_label, text.size()); ++size) {
      if (u_isalnum(static_cast<UChar32>(text[size - 1])) != 0) {
        continue;
      }
      const Choice behind = best(std::u32string_view(ahead_of).substr(size),
                                 std::max<std::size_t>(1, text.size() - size));
      if (behind.worth > choice.worth) {
        choice = behind;
        label = size;
      }
    }
    return label;
  }

  /// The current paragraph goes on with `text`; a hyphen of the line's end is taken off.
  bool goes_on(std::u32string& text) const {
    if (current_ >= slots_.size()) {
      return false;
    }
    const std::u32string_view left = rest(slots_[current_]);
    if (left.starts_with(text)) {
      return true;
    }
    if (text.size() > 2 && text.back() == U'-' &&
        left.starts_with(text.substr(0, text.size() - 1))) {
      text.pop_back();
      return true;
    }
    return false;
  }

  /// A character of the paragraph that the page lacks: goes on behind it, and remembers the gap.
  bool skip_to(const std::u32string& text, std::size_t word) {
    if (current_ >= slots_.size() || text.size() < 8) {
      return false;
    }
    Slot& slot = slots_[current_];
    const std::size_t found = rest(slot).find(text.substr(0, std::max<std::size_t>(word, 8)));
    if (found == std::u32string_view::npos) {
      return false;
    }
    layout_.missing.push_back({slot.paragraph, slot.seen, slot.seen + found});
    slot.seen += found;
    return true;
  }

  void take(LaidWord& word, const std::u32string& text) {
    word.part = Part::text;
    word.paragraph = slots_[current_].paragraph;
    word.offset = slots_[current_].seen;
    word.repeated = slots_[current_].repeated;
    std::size_t left = text.size();
    while (left > 0 && current_ < slots_.size()) {
      const std::size_t taken = std::min(left, rest(slots_[current_]).size());
      slots_[current_].seen += taken;
      left -= taken;
      if (left > 0) {
        ++current_;
      }
    }
    if (!word.repeated) {
      (word.paragraph >= first_note_ ? note_ : body_) = word.paragraph;
    }
    last_ = word.word.box;
    jumped_ = false;
  }

  Layout& layout_;
  const std::vector<Paragraph>& paragraphs_;
  std::vector<Slot> slots_;
  std::vector<std::size_t> ranks_;  ///< of each paragraph among those with text
  std::size_t current_ = 0;
  std::size_t body_ = 0;  ///< last paragraph seen of the body
  std::size_t note_ = 0;  ///< and of the notes
  std::size_t first_note_ = 0;
  Box last_;
  bool jumped_ = true;
};

}  // namespace

void follow(Layout& layout, const std::vector<std::vector<bool>>& bands) {
  if (layout.text.paragraphs.empty()) {
    return;
  }
  Follower follower(layout);
  for (std::size_t page = 0; page < layout.pages.size(); ++page) {
    follower.page(static_cast<int>(page) + 1, bands[page]);
  }
  follower.finish();
}

}  // namespace rapporteur::pages
