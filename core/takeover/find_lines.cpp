// Gaps within a line, each with its label.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "takeover/finder.hpp"
#include "takeover/words.hpp"

namespace rapporteur::takeover {
namespace {

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The two ends of a stretch of time: "Period: from ____ to ____", "du … au …".
bool begins_range(std::string_view label) {
  const std::string word = folded(label.substr(label.find_last_of(" :") + 1));
  return is_one_of(word, {"from", "du", "de", "del"});
}
bool ends_range(std::string_view label) {
  return is_one_of(folded(label), {"to", "au", "a", "al", "until", "jusqu_au", "_"});
}

// What an end of it is called where values of the plan are known by their labels.
std::string end_of_range(std::string_view label, bool is_last) {
  const std::string plain = folded(label);
  const bool is_report =
      plain.find("report") != std::string::npos || plain.find("rapport") != std::string::npos ||
      plain.find("refer") != std::string::npos || plain.find("couverte") != std::string::npos ||
      plain.find("cover") != std::string::npos;
  if (is_report) {
    return is_last ? "end of reporting period" : "start of reporting period";
  }
  return is_last ? "end date" : "start date";
}

/// One line with its gaps.
class Line {
 public:
  Line(std::string_view text, const Around& around)
      : text_(text), around_(around), gaps_(find_gaps(text)) {
    const std::string_view head = text.substr(0, gaps_[0].start);
    boxes_first_ = gaps_.front().is_box &&
                   (trimmed(head).empty() || !clean_label(text.substr(gaps_.back().end)).empty());
    question_ = boxes_first_ || ends_with_colon(head) ? clean_label(head) : "";
    if (question_.empty()) {
      question_ = around.left.empty() ? around.before : around.left;
    }
  }

  [[nodiscard]] const std::vector<Gap>& gaps() const { return gaps_; }
  [[nodiscard]] const std::string& question() const { return question_; }
  [[nodiscard]] bool names_person() const {
    for (std::size_t i = 0; i < gaps_.size(); ++i) {
      if (is_personal(before(i)) || is_one_of(folded(before(i)), {"name", "nom", "nombre"})) {
        return true;
      }
    }
    return false;
  }
  [[nodiscard]] bool is_alone(std::size_t i) const {
    return gaps_.size() == 1 && trimmed(text_.substr(0, gaps_[i].start)).empty() &&
           trimmed(text_.substr(gaps_[i].end)).empty();
  }

  // The label of a gap stands before it; of a box behind it when the line begins with a box.
  [[nodiscard]] std::string label(std::size_t i) const {
    std::string label = before(i);
    if (gaps_[i].is_box && (boxes_first_ || label.empty())) {
      const std::string next = behind(i);
      label = next.empty() ? label : next;
    }
    if (!gaps_[i].is_box && i > 0 && ends_range(label) && begins_range(before(i - 1))) {
      return end_of_range(before(i - 1), true);
    }
    if (!gaps_[i].is_box && i + 1 < gaps_.size() && begins_range(label) &&
        ends_range(before(i + 1))) {
      return end_of_range(label, false);
    }
    for (const std::string& other : {around_.left, gaps_[i].hint, around_.before}) {
      label = label.empty() ? clean_label(other) : label;
    }
    return label;
  }

 private:
  [[nodiscard]] std::string before(std::size_t i) const {
    const std::size_t from = i == 0 ? 0 : gaps_[i - 1].end;
    return clean_label(text_.substr(from, gaps_[i].start - from));
  }
  [[nodiscard]] std::string behind(std::size_t i) const {
    const std::size_t to = i + 1 < gaps_.size() ? gaps_[i + 1].start : text_.size();
    return clean_label(text_.substr(gaps_[i].end, to - gaps_[i].end));
  }

  std::string_view text_;
  const Around& around_;
  std::vector<Gap> gaps_;
  std::string question_;
  bool boxes_first_ = false;
};

}  // namespace

Answer& Finder::add(const Block& block, std::string_view label, const Around& around) {
  constexpr std::size_t longest_shown = 80;
  Answer answer;
  answer.label = clean_label(label);
  answer.heading = around.place.heading;
  answer.level = around.is_cell ? 0 : around.level;
  answer.spot = {block.node, 0, 0};
  answer.is_personal =
      around.is_personal || is_personal(around.place.heading) || is_personal(around.before);
  answer.place = around.place;
  answer.place.text = shortened(answer.label, longest_shown);
  form_.answers.push_back(std::move(answer));
  return form_.answers.back();
}

void Finder::add_gaps(const Block& block, const Around& around) {
  const Line line(block.text, around);
  for (std::size_t i = 0; i < line.gaps().size(); ++i) {
    const Gap& gap = line.gaps()[i];
    Answer& answer = add(block, line.label(i), around);
    answer.spot = {block.node, gap.start, gap.end};
    answer.is_box = gap.is_box;
    answer.needs_space =
        gap.start > 0 && trimmed(block.text.substr(gap.start, gap.end - gap.start)).empty();
    answer.question = gap.is_box ? line.question() : "";
    answer.is_alone = line.is_alone(i);
    answer.is_cell = around.is_cell && answer.is_alone && !gap.is_box;
    answer.is_personal = answer.is_personal || line.names_person();
  }
}

bool begins_with_gap(const Block& block) {
  if (block.table || block.is_empty) {
    return false;
  }
  const std::vector<Gap> gaps = find_gaps(block.text);
  return !gaps.empty() && clean_label(block.text.substr(0, gaps.front().start)).empty();
}

}  // namespace rapporteur::takeover
