// Answers among paragraphs: gaps in a line, labels with a colon, questions and headings with room
// below them.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "takeover/finder.hpp"
#include "takeover/words.hpp"

namespace rapporteur::takeover {
namespace {

constexpr std::size_t longest_label = 16;  // words

bool has_bold_number(const Block& block) {
  const std::string text = trimmed(block.text);
  const std::size_t words = tokens(text).size();
  const bool has_number = !text.empty() && clean_label(text).size() + 1 < text.size() &&
                          !text.ends_with(':') && !ends_with_colon(text);
  return block.look.bold == 1 && block.look.centred != 1 && has_number && words <= 14;
}

// A word to the writer: in italics or brackets.
bool is_note(const Block& block) {
  const std::string text = trimmed(block.text);
  return !block.is_empty && !block.table && find_gaps(block.text).empty() &&
         (block.look.italic == 1 || (text.starts_with('(') && text.ends_with(')')));
}

}  // namespace

bool is_instruction(const Block& block) {
  const std::string text = trimmed(block.text);
  if (block.is_empty || block.table || block.look.level > 0 || !find_gaps(block.text).empty()) {
    return false;
  }
  const bool is_bracketed = text.starts_with('(') && text.ends_with(')');
  const bool is_apart =
      block.look.italic == 1 || (block.look.coloured == 1 && block.look.bold != 1) || is_bracketed;
  return is_apart && is_prompt(text);
}

int heading_level(const Block& block) {
  if (block.is_empty || block.table) {
    return 0;
  }
  if (block.look.level > 0) {
    return block.look.level;
  }
  constexpr int below_all_styles = 9;
  return has_bold_number(block) ? below_all_styles : 0;
}

/// One run through the paragraphs of a story or cell.
class TextFinder {
 public:
  TextFinder(Finder& finder, const std::vector<Block>& blocks, Around around)
      : finder_(finder), blocks_(blocks), around_(std::move(around)) {}

  void run() {
    for (std::size_t i = 0; i < blocks_.size(); i = next_) {
      next_ = i + 1;
      block(i);
    }
    close_section(blocks_.size());
  }

 private:
  void block(std::size_t i) {
    const Block& block = blocks_[i];
    if (block.table) {
      fill_before_table(i);
      Around around = around_;
      around.before = before_table(i);
      finder_.table(block, around);
      answered_ = true;
      return;
    }
    if (block.is_empty) {
      return;
    }
    const int level = around_.is_cell ? 0 : heading_level(block);
    if (level > 0) {
      close_section(i);
      section_ = i;
      level_ = level;
      around_.level = level;
      answered_ = false;
      around_.place.heading = shortened(trimmed(clean_label(block.text)), 60);
    }
    if (!find_gaps(block.text).empty()) {
      Around around = around_;
      around.before = asked_.empty() ? around.before : asked_;
      finder_.add_gaps(block, around);
      answered_ = true;
      return;
    }
    asked_.clear();
    if (is_answered_below(i)) {
      hide(i, i);
      return;
    }
    if (ends_with_colon(block.text) && level == 0 && !is_instruction(block) &&
        tokens(block.text).size() <= longest_label) {
      colon(i);
    } else if (level == 0 && is_prompt(block.text)) {
      prompt(i);
    } else if (level == 0 && around_.is_cell) {
      titled_box(i);
    }
  }

  // What is asked for is typed into fields, or ticked, right below.
  [[nodiscard]] bool is_answered_below(std::size_t i) {
    const std::size_t next = behind_empties(i + 1);
    if (next >= blocks_.size() || !begins_with_gap(blocks_[next])) {
      return false;
    }
    asked_ = clean_label(blocks_[i].text);
    return true;
  }

  // A heading with nothing but room between it and a table: the room is for words.
  void fill_before_table(std::size_t i) {
    constexpr std::size_t least_room = 2;
    if (level_ == 0 || answered_ || !around_.is_body || i < section_ + 1 + least_room) {
      return;
    }
    for (std::size_t at = section_ + 1; at < i; ++at) {
      if (!is_empty(at)) {
        return;
      }
    }
    const std::size_t next = next_;
    fill_empties(section_ + 1, clean_label(blocks_[section_].text), true);
    next_ = next;
  }

  [[nodiscard]] bool is_empty(std::size_t i) const {
    return i < blocks_.size() && blocks_[i].is_empty && !blocks_[i].table;
  }
  [[nodiscard]] std::size_t behind_empties(std::size_t i) const {
    while (is_empty(i)) {
      ++i;
    }
    return i;
  }
  [[nodiscard]] bool is_table(std::size_t i) const {
    return i < blocks_.size() && blocks_[i].table != nullptr;
  }

  // The text right above a table, at most one blank line away.
  [[nodiscard]] std::string before_table(std::size_t i) const {
    while (i > 0 && is_empty(i - 1)) {
      --i;
    }
    if (i == 0 || blocks_[i - 1].table) {
      return around_.place.heading;
    }
    return is_instruction(blocks_[i - 1]) && section_ + 1 < i ? around_.place.heading
                                                              : clean_label(blocks_[i - 1].text);
  }

  // Room for handwriting: the first blank line takes the answer, the others go.
  void fill_empties(std::size_t at, std::string_view label, bool is_narrative) {
    Answer& answer = finder_.add(blocks_[at], label, around_);
    answer.spot.end = blocks_[at].text.size();
    answer.is_alone = true;
    answer.is_narrative = is_narrative;
    answer.is_cell = false;
    const std::size_t end = behind_empties(at);
    // One blank line stays before what follows, where the form had several; none in a cell.
    for (std::size_t i = at + 1; i + (around_.is_cell ? 0 : 1) < end; ++i) {
      if (!blocks_[i].is_fixed) {
        finder_.form_.surplus.push_back(blocks_[i].node);
      }
    }
    next_ = end;
    answered_ = true;
  }

  void make_paragraph(std::size_t behind, std::string_view label) {
    Answer& answer = finder_.add(blocks_[behind], label, around_);
    answer.is_new_paragraph = true;
    answer.is_alone = true;
    answer.is_narrative = true;
    answered_ = true;
  }

  // "Title of the project:"
  void colon(std::size_t i) {
    const Block& block = blocks_[i];
    std::size_t room = i + 1;
    while (around_.is_cell && room < blocks_.size() && is_note(blocks_[room])) {
      ++room;
    }
    const std::size_t after = behind_empties(room);
    if (is_empty(room) && !(is_table(after) && !around_.is_cell)) {
      fill_empties(room, block.text, tokens(block.text).size() > 8);
      return;
    }
    const bool ends = i + 1 >= blocks_.size();
    const bool another =
        !ends && !is_table(i + 1) &&
        (ends_with_colon(blocks_[i + 1].text) || !find_gaps(blocks_[i + 1].text).empty() ||
         heading_level(blocks_[i + 1]) > 0);
    if (around_.is_followed || (!another && !ends) ||
        (ends && !around_.is_cell && !around_.is_body)) {
      return;
    }
    Answer& answer = finder_.add(block, block.text, around_);
    answer.spot = {block.node, block.text.size(), block.text.size()};
    answered_ = true;
  }

  // A question or an instruction, and those that follow it right away.
  void prompt(std::size_t i) {
    std::size_t last = i;
    while (last + 1 < blocks_.size() && is_instruction(blocks_[last + 1])) {
      ++last;
    }
    const bool is_only_instruction = is_instruction(blocks_[i]);
    const std::string label = is_only_instruction && section_is_bare(i)
                                  ? around_.place.heading
                                  : clean_label(blocks_[i].text);
    hide(i, last);
    next_ = last + 1;
    if (is_answered_below(last)) {
      asked_ = label;
      return;
    }
    const std::size_t after = behind_empties(last + 1);
    if (is_table(after)) {
      return;  // the table has the answers
    }
    if (is_empty(last + 1)) {
      fill_empties(last + 1, label_of(label), true);
    } else if (!around_.is_followed && ((around_.is_body && level_ > 0) || around_.is_cell) &&
               (last + 1 >= blocks_.size() || heading_level(blocks_[last + 1]) > 0 ||
                is_prompt(blocks_[last + 1].text))) {
      make_paragraph(last, label_of(label));
    }
  }

  [[nodiscard]] std::string label_of(const std::string& own) const {
    const std::vector<std::string> in_cell{around_.left, around_.before, own};
    for (const std::string& label : around_.is_cell ? in_cell : std::vector<std::string>{own}) {
      if (!label.empty()) {
        return label;
      }
    }
    return own;
  }

  // Nothing but the heading and instructions stands above.
  [[nodiscard]] bool section_is_bare(std::size_t i) const {
    if (level_ == 0 || answered_) {
      return false;
    }
    for (std::size_t at = section_ + 1; at < i; ++at) {
      if (!blocks_[at].is_empty && !is_instruction(blocks_[at])) {
        return false;
      }
    }
    return true;
  }

  void hide(std::size_t first, std::size_t last) {
    Instruction instruction;
    for (std::size_t i = first; i <= last; ++i) {
      if (is_instruction(blocks_[i])) {
        instruction.paragraphs.push_back(blocks_[i].node);
      }
    }
    if (!instruction.paragraphs.empty()) {
      finder_.form_.instructions.push_back(std::move(instruction));
    }
  }

  // In a cell: a title with room below it.
  void titled_box(std::size_t i) {
    if (!around_.is_followed && is_empty(i + 1) && behind_empties(i + 1) == blocks_.size() &&
        tokens(blocks_[i].text).size() <= longest_label) {
      fill_empties(i + 1, blocks_[i].text, true);
    }
  }

  // A heading whose section has got no answer yet.
  void close_section(std::size_t end) {
    if (level_ == 0 || answered_ || around_.is_cell || !around_.is_body) {
      return;
    }
    const int next_level = end < blocks_.size() ? heading_level(blocks_[end]) : 0;
    if (next_level > level_ || is_title(section_)) {
      return;
    }
    std::size_t last_text = section_;
    for (std::size_t i = section_ + 1; i < end; ++i) {
      last_text = blocks_[i].is_empty ? last_text : i;
    }
    const std::string label = clean_label(blocks_[section_].text);
    const std::size_t room = end - last_text - 1;
    if (last_text == section_ && room == 0) {
      make_paragraph(section_, label);
    } else if (room > (last_text == section_ ? 0U : 1U)) {
      const std::size_t next = next_;
      fill_empties(last_text + 1, label, true);
      next_ = next;
    }
  }

  // The first heading of a document, without a number, is its title.
  [[nodiscard]] bool is_title(std::size_t i) const {
    if (blocks_[i].look.centred == 1) {
      return true;
    }
    for (std::size_t at = 0; at < i; ++at) {
      if (heading_level(blocks_[at]) > 0) {
        return false;
      }
    }
    const std::string text = trimmed(blocks_[i].text);
    const bool has_number = clean_label(text).size() + 1 < text.size();
    return !has_number && !find_text(text);
  }

  Finder& finder_;
  const std::vector<Block>& blocks_;
  Around around_;
  std::size_t next_ = 0;
  std::size_t section_ = 0;
  int level_ = 0;
  bool answered_ = false;
  std::string asked_;  ///< by the paragraph above, for fields and boxes that have no label
};

void Finder::sequence(const std::vector<Block>& blocks, Around around) {
  TextFinder(*this, blocks, std::move(around)).run();
}

void Finder::read(const std::vector<Story>& stories, const std::string& file) {
  for (const Story& story : stories) {
    Around around;
    around.place.file = file;
    around.place.part = story.place;
    around.is_body = story.place == "body" || story.place == "text box";
    sequence(story.blocks, around);
  }
}

}  // namespace rapporteur::takeover
